/**
 * The tutorial, command by command as it is typed, each part in a folder of its own: what the page shows has
 * to be printed. A line `…` stands for lines that the page leaves out.
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FIXTURES, readCsv } from './run-case.js';
import { TODAY } from './workdir.js';

const PROGRAM = resolve(import.meta.dirname, '../bin/ringfence.js');
const PAGE = readFileSync(resolve(import.meta.dirname, '../docs/tutorial.md'), 'utf8');

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Typed {
  readonly command: string;
  /** Runs of lines, in order. */
  readonly shown: readonly string[];
}

const parts = PAGE.split(/^## /mu)
  .slice(1)
  .map((part): [string, readonly Typed[]] => [part.split('\n')[0] ?? '', typedIn(part)]);

function typedIn(part: string): Typed[] {
  return [...part.matchAll(/^```\n([\s\S]*?)^```$/gmu)].flatMap(([, block = '']) =>
    block
      .split(/^\$ npx ringfence /mu)
      .slice(1)
      .map((text) => {
        const [command = '', ...lines] = text.split('\n');
        const shown = lines
          .join('\n')
          .split(/^…$/mu)
          .map((run) => run.trim());
        return { command, shown: shown.filter((run) => run !== '') };
      }),
  );
}

function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-tutorial-'));
  folders.push(folder);
  cpSync(join(FIXTURES, 'tutorial'), folder, { recursive: true });
  for (const name of ['tps_ns.txt', 'ctps_ns.txt'])
    copyFileSync(join(FIXTURES, 'world', name), join(folder, name));
  const noon = new Date(`${TODAY}T12:00:00Z`);
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), noon, noon);
  return folder;
}

/** Runs every command of a part, and holds what it prints against the page. */
function follow(typed: readonly Typed[]): string {
  const folder = openFolder();
  for (const { command, shown } of typed) {
    const ran = spawnSync(process.execPath, [PROGRAM, ...command.split(' ')], {
      cwd: folder,
      env: { RINGFENCE_TODAY: TODAY, TMPDIR: tmpdir() },
      encoding: 'utf8',
    });
    expect(ran.status, `${command}: ${ran.stderr}`).toBe(0);
    let from = 0;
    for (const run of shown) {
      const at = ran.stdout.indexOf(run, from);
      expect(at, `${command} prints:\n${run}\nafter the runs before it, in:\n${ran.stdout}`).toBeGreaterThan(
        -1,
      );
      from = at + run.length;
    }
  }
  return folder;
}

describe('docs/tutorial.md', () => {
  test('has a part without a licence and one with it, with commands in both', () => {
    expect(parts.map(([title, typed]) => [title, typed.length])).toEqual([
      ['Without a TPS licence', 5],
      ['With a TPS licence', 4],
    ]);
  });

  test.for(parts)(
    '%s: the commands run as typed and print what it shows',
    { timeout: 60_000 },
    ([, typed]) => {
      follow(typed);
    },
  );

  test('without a licence only undecided numbers are paid for, and results decide them', {
    timeout: 60_000,
  }, () => {
    const folder = follow(parts[0]?.[1] ?? []);
    const [first, second] = ['nationbuilder-people-2026-11-24', 'nationbuilder-people-2026-11-24-2'].map(
      (name) => join(folder, 'screened', name),
    );
    const toCheck = join(first ?? '', 'to-check.csv');
    expect(readCsv(readFileSync(toCheck)).flat()).toEqual([
      'number',
      '+447700900621',
      '+442079460622',
      '+447700900623',
    ]);
    expect(statSync(toCheck).mode & 0o777).toBe(0o600);
    expect(readdirSync(second ?? '').sort()).toEqual([
      'allowed.csv',
      'blocked.csv',
      'dial-list-until-2026-12-10.csv',
      'needs-review.csv',
      'receipt.json',
    ]);
    const dialList = readCsv(readFileSync(join(second ?? '', 'dial-list-until-2026-12-10.csv')));
    expect(dialList.slice(1).map(([number]) => number)).toEqual(['+447700900621', '+442079460622']);
    const receipt: unknown = JSON.parse(readFileSync(join(second ?? '', 'receipt.json'), 'utf8'));
    expect(receipt).toMatchObject({
      registers: { tps: null, ctps: null },
      results_files: [{ name: 'checked.csv', provider: 'TPS Services', checked_on: TODAY, revision: 1 }],
    });
  });
});
