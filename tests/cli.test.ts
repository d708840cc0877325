/** The program as a whole: help, versions, exit codes, and what happens at its edges. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { buildProgram, run } from '../src/cli.js';
import { EXIT } from '../src/errors.js';
import { parseIsoDate } from '../src/screening/dates.js';
import { campaignText, screen, workdir, world } from './workdir.js';

function printed(): PassThrough & { text: () => string } {
  const stream = new PassThrough();
  return Object.assign(stream, { text: () => String(stream.read() ?? '') });
}

async function inProcess(...argv: string[]) {
  const [stdout, stderr] = [printed(), printed()];
  const exitCode = await run(argv, { stdin: new PassThrough(), stdout, stderr, environment: {} });
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
}

async function commandNames(): Promise<string[]> {
  const today = parseIsoDate('2026-11-22');
  if (today === undefined) throw new Error('no such day');
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  const program = await buildProgram({
    ...streams,
    environment: {},
    clock: { today, now: '2026-11-22T12:00:00.000Z', isSet: true },
    isReferenceOnly: false,
    version: '0',
    exitWith: () => undefined,
  });
  return program.commands.flatMap((command) =>
    command.commands.length === 0
      ? [command.name()]
      : command.commands.map((child) => `${command.name()} ${child.name()}`),
  );
}

describe('help', async () => {
  test.for(await commandNames())('%s explains itself with an example', async (name) => {
    const { exitCode, stdout } = await inProcess(...name.split(' '), '--help');
    expect(exitCode).toBe(EXIT.completed);
    expect(stdout).toContain(`Usage: ringfence ${name}`);
    expect(stdout).toMatch(/Example:\n {2}ringfence /u);
  });

  test('every command is in the README', async () => {
    const readme = readFileSync(resolve(import.meta.dirname, '../README.md'), 'utf8');
    expect((await commandNames()).filter((name) => !readme.includes(`ringfence ${name}`))).toEqual([]);
  });

  test('--version is that of the package', async () => {
    const { version } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../package.json'), 'utf8'));
    expect(await inProcess('--version')).toMatchObject({ exitCode: EXIT.completed, stdout: `${version}\n` });
  });
});

describe('exit codes', () => {
  test.for<[string, string[], string]>([
    ['an unknown command', ['scren'], "unknown command 'scren'"],
    ['an unknown option', ['runs', '--lsit'], "unknown option '--lsit'"],
    ['a missing argument', ['screen', '--campaign', 'c.yaml'], "missing required argument 'contacts'"],
    ['a missing campaign', ['screen', 'list.csv'], "required option '--campaign <file>' not specified"],
    [
      'a day that does not exist',
      ['register', 'load', 'tps', 'f', '--as-of', '2026-02-30'],
      'Write a day as 2026-11-22',
    ],
    [
      'a gate that does not exist',
      ['screen', 'l', '--campaign', 'c', '--fail-on', 'blokced'],
      'Name one or more of',
    ],
    [
      'an unknown register',
      ['register', 'load', 'mps', 'f', '--as-of', '2026-11-20', '--store', '/nowhere.db'],
      'cannot open the store',
    ],
    ['an unknown reason code', ['reasons', 'tps-lsited'], 'did you mean `tps-listed`?'],
    ['check without either form', ['check', 'list.csv'], 'give `check` one list and `--campaign FILE`'],
    ['check with both forms', ['check', 'l', '--campaign', 'c', '--receipt', 'r'], 'not both'],
  ])('%s is 2, with a sentence', async ([, argv, sentence]) => {
    const { exitCode, stderr } = await inProcess(...argv);
    expect(exitCode).toBe(EXIT.userError);
    expect(stderr).toContain(sentence);
  });

  test('a bug is 3, with its stack and without contact data', async () => {
    const [stdout, stderr] = [printed(), printed()];
    const broken = new Proxy(
      {},
      {
        get: () => {
          throw new Error('could not ring +44 7700 900123 or ann@example.com');
        },
      },
    );
    const exitCode = await run(['runs'], { stdin: new PassThrough(), stdout, stderr, environment: broken });
    const said = stderr.text();
    expect(exitCode).toBe(EXIT.bug);
    expect(said).toContain('this is a bug');
    expect(said).toContain('at ');
    expect(said).not.toContain('7700');
    expect(said).not.toContain('ann@');
  });

  test('a clock set to no day is 2', async () => {
    const [stdout, stderr] = [printed(), printed()];
    const environment = { RINGFENCE_TODAY: 'tomorrow' };
    expect(await run(['runs'], { stdin: new PassThrough(), stdout, stderr, environment })).toBe(
      EXIT.userError,
    );
    expect(stderr.text()).toContain('`RINGFENCE_TODAY` is `tomorrow`, which is no day');
  });

  test('a closed pipe behind the summary harms nothing', () => {
    const dir = world({ contacts: 'id,phone\n1,07700900002\n' });
    const program = resolve(import.meta.dirname, '../bin/ringfence.js');
    execFileSync(
      'sh',
      ['-c', `node ${program} screen contacts.csv --campaign campaign.yaml --out out | true`],
      {
        cwd: dir.path,
        env: { ...process.env, RINGFENCE_TODAY: '2026-11-22' },
      },
    );
    expect(dir.list('out')).toEqual(['allowed.csv', 'blocked.csv', 'needs-review.csv', 'receipt.json']);
  });
});

describe('init', () => {
  test('makes a store and a campaign file, and says nothing off a terminal', () => {
    const dir = workdir();
    expect(dir.run('init')).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(dir.list('.')).toEqual(['campaign.yaml', 'ringfence.db']);
  });

  test('overwrites neither', () => {
    const dir = world({ contacts: 'id,phone\n1,07700900002\n', tps: ['07700900002'] });
    const before = dir.text('campaign.yaml');
    expect(dir.run('init').exitCode).toBe(0);
    expect(dir.text('campaign.yaml')).toBe(before);
    screen(dir);
    expect(dir.rows('out/blocked.csv')).toHaveLength(1);
  });

  test('does not take another file for a store', () => {
    const dir = workdir();
    dir.write('ringfence.db', 'my notes');
    const { exitCode, stderr } = dir.run('init');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('ringfence.db');
    expect(dir.text('ringfence.db')).toBe('my notes');
  });

  test('the campaign file it writes is refused until it is filled in', () => {
    const dir = workdir();
    dir.run('init');
    dir.write('contacts.csv', 'id,phone\n1,07700900002\n');
    const { exitCode, stderr } = screen(dir);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('`controller` is not filled in');
  });

  test('keeps the store and the runs out of git', () => {
    const dir = workdir();
    execFileSync('git', ['init', '-q'], { cwd: dir.path });
    dir.write('.gitignore', 'node_modules');
    dir.run('init');
    dir.run('init');
    expect(dir.text('.gitignore')).toBe('node_modules\nringfence.db*\nscreened/\n');
  });
});

test('--json prints the result and nothing else', () => {
  const dir = world({ contacts: 'id,phone\n1,07700900002\n', campaign: campaignText() });
  const screened = JSON.parse(screen(dir, '--json').stdout);
  expect(screened).toMatchObject({ folder: 'out', revision: 2, result: { records: 1 } });
  expect(JSON.parse(dir.run('register', 'status', '--json').stdout)).toHaveLength(3);
  expect(JSON.parse(dir.run('runs', '--json').stdout)).toHaveLength(1);
  expect(JSON.parse(dir.run('reasons', '--json').stdout)).toHaveProperty('tps-listed');
});

test('register status --fail-on stale says no when a copy is missing or too old', () => {
  const dir = world({ contacts: 'id,phone\n1,07700900002\n' });
  expect(dir.run('register', 'status', '--fail-on', 'stale').exitCode).toBe(0);
  const later = { environment: { RINGFENCE_TODAY: '2026-12-18' } };
  expect(dir.runWith(later, 'register', 'status', '--fail-on', 'stale').exitCode).toBe(1);
  const inTime = { environment: { RINGFENCE_TODAY: '2026-12-17' } };
  expect(dir.runWith(inTime, 'register', 'status', '--fail-on', 'stale').exitCode).toBe(0);
  const empty = workdir();
  empty.run('init');
  expect(empty.run('register', 'status', '--fail-on', 'stale').exitCode).toBe(1);
});
