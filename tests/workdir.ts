/** A temporary folder in which the built program runs on literal rows, and what it left there. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { onTestFinished } from 'vitest';

export const PROGRAM = resolve(import.meta.dirname, '../bin/ringfence.js');
export const TODAY = '2026-11-22';

export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type Row = Readonly<Record<string, string>>;

export interface Workdir {
  readonly path: string;
  /** Writes a file and sets its day of change to TODAY. */
  write(name: string, content: string | Buffer): void;
  run(...args: string[]): Ran;
  runWith(
    options: { readonly input?: string; readonly environment?: NodeJS.ProcessEnv },
    ...args: string[]
  ): Ran;
  exists(name: string): boolean;
  /** The names in a folder, hidden ones too. */
  list(folder: string): string[];
  text(name: string): string;
  /** The records of a CSV file by header. */
  rows(name: string): Row[];
}

/** An empty folder that goes when the test ends. */
export function workdir(): Workdir {
  const path = mkdtempSync(join(tmpdir(), 'ringfence-test-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const runWith: Workdir['runWith'] = ({ input, environment }, ...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
      cwd: path,
      encoding: 'utf8',
      input: input ?? '',
      maxBuffer: 64 * 1024 * 1024,
      env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, RINGFENCE_TODAY: TODAY, ...environment },
    });
    return { exitCode: status, stdout, stderr };
  };
  const text = (name: string): string => readFileSync(join(path, name), 'utf8');
  return {
    path,
    write(name, content) {
      writeFileSync(join(path, name), content);
      utimesSync(join(path, name), new Date(`${TODAY}T12:00:00Z`), new Date(`${TODAY}T12:00:00Z`));
    },
    run: (...args) => runWith({}, ...args),
    runWith,
    exists: (name) => existsSync(join(path, name)),
    list: (folder) => (existsSync(join(path, folder)) ? readdirSync(join(path, folder)).sort() : []),
    text,
    rows: (name) => parse(text(name), { columns: true, bom: true, relax_column_count: true }),
  };
}

/** A campaign of Northfield Party on its own members with every fact answered; `changes` replaces lines by their key. */
export function campaignText(changes: Readonly<Record<string, string>> = {}): string {
  const lines: Record<string, string> = {
    controller: 'Northfield Party',
    controller_kind: 'political-party',
    purpose: 'political-campaign',
    channel: 'live-call',
    calls: '{ number_presented: true, caller_identified: true, leaves_voicemail: false }',
    list: '{ source: own-records, controller: Northfield Party, authorised: true, id_system: members, privacy_notice_given: true, post_lapse_notice: true }',
    ...changes,
  };
  return Object.entries(lines)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
}

export interface WorldParts {
  readonly contacts: string;
  /** National numbers such as 07700900001. */
  readonly tps?: readonly string[];
  readonly ctps?: readonly string[];
  readonly ledger?: string;
  readonly campaign?: string;
}

/** A folder with a store, fresh copies of both registers, a ledger, a campaign file and a list. */
export function world({
  contacts,
  tps = [],
  ctps = [],
  ledger,
  campaign = campaignText(),
}: WorldParts): Workdir {
  const dir = workdir();
  dir.write('contacts.csv', contacts);
  dir.write('campaign.yaml', campaign);
  if (ledger !== undefined) dir.write('ledger.csv', ledger);
  let done = setUp(dir, '', 'init');
  for (const [register, numbers] of Object.entries({ tps, ctps })) {
    done = setUp(dir, done, ...loading(dir, register, numbers, '2026-11-20'));
  }
  if (ledger !== undefined) setUp(dir, done, 'ledger', 'import', 'ledger.csv');
  return dir;
}

/** The stores of this file's tests, by the commands and files that made them: what many begin with is made once. */
const stores = new Map<string, Buffer>();

/** Puts the store in place that is what `before` made and what this command adds. Answers the key of it. */
function setUp(dir: Workdir, before: string, ...args: readonly string[]): string {
  const files = args.filter((word) => dir.exists(word)).map((word) => dir.text(word));
  const key = `${before}\n${JSON.stringify([args, files])}`;
  const store = join(dir.path, 'ringfence.db');
  const made = stores.get(key);
  if (made === undefined) {
    expectDone(dir.run(...args));
    stores.set(key, readFileSync(store));
  } else writeFileSync(store, made, { mode: 0o600 });
  return key;
}

/** Loads these numbers, and one that no list here holds, as a register in the official layout. */
export function loadRegister(dir: Workdir, register: string, numbers: readonly string[], asOf: string): void {
  expectDone(dir.run(...loading(dir, register, numbers, asOf)));
}

/** Writes such a register. Answers the command that loads it. */
function loading(dir: Workdir, register: string, numbers: readonly string[], asOf: string): string[] {
  const all = [...new Set([...numbers, '02079460999'])].sort();
  dir.write(`${register}.txt`, all.map((number) => `${number.padEnd(12)}\r\n`).join(''));
  const count = String(all.length);
  return ['register', 'load', register, `${register}.txt`, '--as-of', asOf, '--expect-count', count];
}

/** Screens contacts.csv into `out/` and returns what the program said. */
export function screen(dir: Workdir, ...more: string[]): Ran {
  return dir.run('screen', 'contacts.csv', '--campaign', 'campaign.yaml', '--out', 'out', ...more);
}

function expectDone({ exitCode, stderr }: Ran): void {
  if (exitCode !== 0) throw new Error(`a step of the setup ended with ${exitCode}: ${stderr}`);
}
