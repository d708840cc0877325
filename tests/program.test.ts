/** The program that the build puts together: that nothing of it is missing, and that what was compiled of it is its own. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPresets } from '../src/contacts/columns/list-presets.js';
import type { Called } from '../src/contacts/columns/load-systems.js';
import { loadLedgerPresets } from '../src/ledger/exports/ledger-presets.js';
import { loadProviders } from '../src/results/choose-provider.js';
import { workdir } from './workdir.js';

const ROOT = resolve(import.meta.dirname, '..');
const COMPILED = `program-${process.version}-${process.arch}.compiled`;
const SUMMARY = 'screen a contact list';

describe('every system of the source is in the program', () => {
  test.for<[facet: string, load: () => Promise<readonly Called[]>, command: readonly string[]]>([
    ['contact list', loadPresets, ['inspect', 'list.csv', '--preset', 'nope']],
    ['ledger', loadLedgerPresets, ['ledger', 'import', 'list.csv', '--preset', 'nope']],
    [
      'screening service',
      loadProviders,
      ['register', 'results', 'list.csv', '--provider', 'nope', '--checked-on', '2026-11-20'],
    ],
  ])('by each %s', async ([, load, command]) => {
    const dir = workdir();
    dir.write('list.csv', 'name,phone\nAda,020 7946 0000\n');
    dir.run('init');
    const names = (await load()).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(3);
    expect(dir.run(...command).stderr).toContain(`There are ${names.join(', ')}`);
  });
});

describe('what was compiled of the program', () => {
  /** A copy of the built program; says what `openProgram` finds of it, then runs it. */
  function copy(): { readonly dist: string; run(): { readonly isUsed: boolean; readonly stdout: string } } {
    const { path } = workdir();
    cpSync(join(ROOT, 'bin'), join(path, 'bin'), { recursive: true });
    for (const file of ['program.cjs', COMPILED]) cpSync(join(ROOT, 'dist', file), join(path, 'dist', file));
    cpSync(join(ROOT, 'package.json'), join(path, 'package.json'));
    symlinkSync(join(ROOT, 'node_modules'), join(path, 'node_modules'));
    const open = `console.log(require('./bin/open-program.js').openProgram().script.cachedDataRejected === false)`;
    const output = (...args: string[]) =>
      spawnSync(process.execPath, args, { cwd: path, encoding: 'utf8' }).stdout;
    return {
      dist: join(path, 'dist'),
      run: () => ({
        isUsed: output('--input-type=commonjs', '-e', open).trim() === 'true',
        stdout: output('bin/ringfence.js', '--help'),
      }),
    };
  }

  test('is used', () => {
    const { isUsed, stdout } = copy().run();
    expect(isUsed).toBe(true);
    expect(stdout).toContain(SUMMARY);
  });

  test.for<[what: string, spoil: (compiled: Buffer) => Buffer | null]>([
    ['is not there', () => null],
    ['is empty', () => Buffer.alloc(0)],
    ['was cut', (compiled) => compiled.subarray(0, compiled.length / 2)],
    [
      'has another byte',
      (compiled) => {
        const at = compiled.length / 2;
        compiled[at] = (compiled[at] ?? 0) ^ 1;
        return compiled;
      },
    ],
  ])('is left alone where it %s', ([, spoil]) => {
    const { dist, run } = copy();
    const file = join(dist, COMPILED);
    const spoilt = spoil(readFileSync(file));
    if (spoilt === null) rmSync(file);
    else writeFileSync(file, spoilt);
    const { isUsed, stdout } = run();
    expect(isUsed).toBe(false);
    expect(stdout).toContain(SUMMARY);
  });

  test('is left alone where the program is another of the same length', () => {
    const { dist, run } = copy();
    const file = join(dist, 'program.cjs');
    const other = 'pick_a_contact_lists!';
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(SUMMARY, other));
    expect(other).toHaveLength(SUMMARY.length);
    const { isUsed, stdout } = run();
    expect(isUsed).toBe(false);
    expect(stdout).toContain(other);
  });
});

test.for<[what: string, spoil: (file: string) => void]>([
  ['is not there', (file) => rmSync(file)],
  ['was cut', (file) => writeFileSync(file, readFileSync(file).subarray(0, 100_000))],
])('a program that %s is 2, and no gate that says no', ([, spoil]) => {
  const { path } = workdir();
  cpSync(join(ROOT, 'bin'), join(path, 'bin'), { recursive: true });
  cpSync(join(ROOT, 'dist', 'program.cjs'), join(path, 'dist', 'program.cjs'));
  spoil(join(path, 'dist', 'program.cjs'));
  const ran = spawnSync(process.execPath, ['bin/ringfence.js', 'runs'], { cwd: path, encoding: 'utf8' });
  expect(ran.status).toBe(2);
  expect(ran.stderr).toMatch(/^ringfence: cannot load its program: .+ run `npm ci`\n$/);
});
