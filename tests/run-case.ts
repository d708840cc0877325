/**
 * Runs a case of `fixtures/cases` (or a scenario of `fixtures/world`) through the built program, in a
 * temporary folder of its own, and tells what it printed and published. Nothing here knows how a verdict
 * is reached: files go in, files come out.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  constants,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

export const FIXTURES = resolve(import.meta.dirname, '../fixtures');
const PROGRAM = resolve(import.meta.dirname, '../bin/ringfence.js');
const STORE = 'ringfence.db';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const args = z.array(z.string()).min(1);

/** One step of the setup: arguments of the program, the same on another day, or a file somebody altered. */
const step = z.union([
  args,
  z.strictObject({ today: day, run: args }),
  z.strictObject({ append: z.string(), to: z.string() }),
]);
type Step = z.infer<typeof step>;

const caseFile = z.strictObject({
  /** One sentence: what the case shows. */
  title: z.string().min(1),
  /** Reason codes, rule lines or promises that the case stands for. */
  covers: z.array(z.string()).min(1),
  /** Also the day on which every file of the case was last changed, unless `changed` names another. */
  today: day,
  /** Files that several cases share, by the name they have in this one; each is a path from `fixtures/`. */
  files: z.record(z.string(), z.string().startsWith('shared/')).default({}),
  /** Run first, each with exit code 0. */
  setup: z.array(step).default([]),
  run: args,
  /** The file of the case that is handed to `run` as standard input. */
  stdin: z.string().optional(),
  exitCode: z.number().int().min(0).max(3),
  /** Run after `run`, with exit code 0; what it publishes is compared then. */
  after: args.optional(),
  /** The day on which a file was last changed, by its name. */
  changed: z.record(z.string(), day).default({}),
  /**
   * What becomes of each record, written by hand and never updated: line, verdict and decisive reason, and
   * the contact points meant where a record is in several files.
   */
  verdicts: z.array(z.string()).optional(),
});
export type Case = z.infer<typeof caseFile>;

/** What a run left behind. */
export interface CaseResult {
  /** Files to compare with those of `expected/`, by name. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly exitCode: number;
  /** The folder of the run, with its receipt; null where nothing was published. */
  readonly published: string | null;
  /** The folder in which the program ran. */
  readonly folder: string;
  /** Files that `run` made or removed in it, the published folder aside. */
  readonly otherChanges: readonly string[];
}

/** Reads a case file; a mistake in it is told with its path. */
export function readCase(path: string): Case {
  const parsed = caseFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** The scenarios of the world, by name; each runs in a copy of `fixtures/world`. */
export function readScenarios(): Record<string, Case> {
  const path = join(FIXTURES, 'world/scenarios.json');
  const parsed = z.record(z.string(), caseFile).safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** The names of the cases, in order. */
export function caseNames(): string[] {
  return readdirSync(join(FIXTURES, 'cases'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

export interface Bench {
  /** Runs `definition` in a fresh copy of `source`, a folder below `fixtures/`. */
  run(definition: Case, source: string, name: string): Promise<CaseResult>;
  remove(): void;
}

/**
 * A temporary copy of `fixtures/`, so that a case may name `../../world/tps_ns.txt`. Stores that were set
 * up by the same steps from the same files are made once and copied.
 */
export function openBench(): Bench {
  const root = mkdtempSync(join(tmpdir(), 'ringfence-cases-'));
  const world = join(root, 'world');
  copyFixture(join(FIXTURES, 'world'), world);
  setDays(world, '2026-11-22');
  const stores = new Map<string, Promise<string>>();
  const gate = createGate(Math.max(2, availableParallelism()));

  return {
    async run(definition, source, name) {
      const folder = join(root, 'cases', name);
      copyFixture(source, folder);
      for (const [file, shared] of Object.entries(definition.files)) {
        // A file of the case's own and a shared one of that name: nobody could tell which is meant.
        copyFileSync(join(FIXTURES, shared), join(folder, file), constants.COPYFILE_EXCL);
      }
      setDays(folder, definition.today);
      for (const [file, changedOn] of Object.entries(definition.changed)) {
        setDays(join(folder, file), changedOn);
      }
      return gate(() => runCase(definition, folder, stores, join(root, 'stores')));
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

async function runCase(
  definition: Case,
  folder: string,
  stores: Map<string, Promise<string>>,
  shelf: string,
): Promise<CaseResult> {
  const { today, setup } = definition;
  // Only a store is kept and shared; from the first step that leaves anything else on, steps are taken anew.
  const storeSteps = setup.findIndex((taken) => !makesStoreOnly(taken));
  const shared = storeSteps === -1 ? setup : setup.slice(0, storeSteps);
  if (shared.length > 0) await takeSharedSteps(shared, today, folder, stores, shelf);
  for (const taken of setup.slice(shared.length)) await takeStep(taken, today, folder);

  const before = listing(folder);
  const stdin = definition.stdin === undefined ? null : readFileSync(join(folder, definition.stdin));
  const { exitCode, stdout, stderr } = await runProgram(definition.run, today, folder, stdin);
  if (definition.after !== undefined) await takeStep(definition.after, today, folder);
  const after = listing(folder);
  const published = publishedIn(before, after);
  const isOther = (file: string): boolean => published === null || !file.startsWith(`${published}/`);
  return {
    files: filesOf(folder, published, stdout, stderr, definition.after !== undefined),
    exitCode,
    published: published === null ? null : join(folder, published),
    folder,
    otherChanges: [
      ...after.filter((file) => !before.includes(file) && isOther(file)),
      ...before.filter((file) => !after.includes(file)),
    ],
  };
}

/** What is compared: the three files and the result of a screening, and whatever was printed. */
function filesOf(
  folder: string,
  published: string | null,
  stdout: Buffer,
  stderr: Buffer,
  isLater: boolean,
): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  if (published !== null) {
    for (const name of readdirSync(join(folder, published))) {
      if (name !== 'receipt.json') files.set(name, readFileSync(join(folder, published, name)));
    }
    const { result } = readReceipt(join(folder, published));
    files.set('result.json', Buffer.from(`${JSON.stringify(result, null, 2)}\n`));
  }
  if (stdout.length > 0) files.set(published === null || isLater ? 'stdout.txt' : 'summary.txt', stdout);
  if (stderr.length > 0) files.set('stderr.txt', stderr);
  return files;
}

const receiptParts = z.object({
  input: z.object({
    name: z.string(),
    sha256: z.string(),
    bytes: z.number(),
    records: z.number(),
    preset: z.string().nullable(),
  }),
  outputs: z.record(z.string(), z.object({ sha256: z.string(), records: z.number() })),
  clock_set_to: z.string().nullable(),
  store: z.object({ name: z.string(), revision: z.number() }),
  registers: z.record(
    z.string(),
    z.object({ as_of: z.string(), sha256: z.string(), count: z.number() }).nullable(),
  ),
  result: z.unknown(),
});
export type ReceiptParts = z.infer<typeof receiptParts>;

/** The parts of the receipt in `published` that tests look at. */
export function readReceipt(published: string): ReceiptParts {
  return receiptParts.parse(JSON.parse(readFileSync(join(published, 'receipt.json'), 'utf8')));
}

/** The file and day of the last copy of each register that the setup loads, by register. */
export function loadedCopies({ setup }: Case): Map<string, { path: string; asOf: string }> {
  const copies = new Map<string, { path: string; asOf: string }>();
  for (const taken of setup) {
    const run = 'run' in taken ? taken.run : taken;
    if (!Array.isArray(run) || run[0] !== 'register' || run[1] !== 'load') continue;
    copies.set(run[2] ?? '', { path: run[3] ?? '', asOf: run[run.indexOf('--as-of') + 1] ?? '' });
  }
  return copies;
}

function makesStoreOnly(taken: Step): boolean {
  const run = 'run' in taken ? taken.run : taken;
  return Array.isArray(run) && ['init', 'register', 'ledger', 'objection'].includes(run[0] ?? '');
}

/** Puts the store that `steps` make into `folder`: a copy of a kept one, or made from the one before the last step. */
async function takeSharedSteps(
  steps: readonly Step[],
  today: string,
  folder: string,
  stores: Map<string, Promise<string>>,
  shelf: string,
): Promise<void> {
  const key = keyOf(steps, today, folder);
  const known = stores.get(key);
  if (known !== undefined) {
    copyFileSync(await known, join(folder, STORE));
    return;
  }
  const making = makeStore(steps, today, folder, stores, shelf, join(shelf, `${key}.db`));
  stores.set(key, making);
  await making;
}

async function makeStore(
  steps: readonly Step[],
  today: string,
  folder: string,
  stores: Map<string, Promise<string>>,
  shelf: string,
  kept: string,
): Promise<string> {
  const last = steps.at(-1);
  if (steps.length > 1) await takeSharedSteps(steps.slice(0, -1), today, folder, stores, shelf);
  if (last !== undefined) await takeStep(last, today, folder);
  mkdirSync(shelf, { recursive: true });
  copyFileSync(join(folder, STORE), kept);
  return kept;
}

/** The steps with the bytes of every file they name. */
function keyOf(steps: readonly Step[], today: string, folder: string): string {
  const hash = createHash('sha256').update(JSON.stringify([today, steps]));
  for (const taken of steps) {
    const run = 'run' in taken ? taken.run : taken;
    for (const word of Array.isArray(run) ? run : []) {
      const path = join(folder, word);
      if (existsSync(path) && statSync(path).isFile()) {
        hash.update(readFileSync(path)).update(String(statSync(path).mtimeMs));
      }
    }
  }
  return hash.digest('hex');
}

async function takeStep(taken: Step, today: string, folder: string): Promise<void> {
  if ('append' in taken) {
    appendFileSync(join(folder, taken.to), taken.append);
    return;
  }
  const [run, on] = 'run' in taken ? [taken.run, taken.today] : [taken, today];
  const { exitCode, stderr } = await runProgram(run, on, folder, null);
  if (exitCode !== 0) {
    throw new Error(`the step \`ringfence ${run.join(' ')}\` ended with ${exitCode}: ${stderr}`);
  }
}

interface Ran {
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

/** An environment that holds nothing of this machine, in a zone far from London: no day may depend on where the machine is. */
const environmentOn = (today: string): NodeJS.ProcessEnv => ({
  RINGFENCE_TODAY: today,
  TZ: 'Pacific/Kiritimati',
  TMPDIR: tmpdir(),
});

const commandsRun = new Set<string>();

/**
 * Runs the built program. The first run of each command is a process of its own, as a user starts it. To start
 * one takes ten times as long as most runs do, so the others run here, one at a time.
 */
async function runProgram(
  run: readonly string[],
  today: string,
  folder: string,
  stdin: Buffer | null,
): Promise<Ran> {
  const command = run.slice(0, ['register', 'ledger'].includes(run[0] ?? '') ? 2 : 1).join(' ');
  if (commandsRun.has(command)) return inTurn(() => runHere(run, today, folder, stdin));
  commandsRun.add(command);
  return runAsProcess(run, today, folder, stdin);
}

let program: typeof import('../src/program.js') | undefined;
let lastTurn: Promise<unknown> = Promise.resolve();

/** The working folder and the time zone are those of the whole process: only one run at a time may set them. */
function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const turn = lastTurn.then(work);
  lastTurn = turn.catch(() => undefined);
  return turn;
}

async function runHere(
  run: readonly string[],
  today: string,
  folder: string,
  stdin: Buffer | null,
): Promise<Ran> {
  program ??= openProgram();
  const [cwd, zone] = [process.cwd(), process.env.TZ];
  const environment = environmentOn(today);
  const [stdout, stderr] = [collector(), collector()];
  process.chdir(folder);
  process.env.TZ = environment.TZ;
  try {
    const exitCode = await program.run(run, {
      stdin: Readable.from(stdin === null ? [] : [stdin], { objectMode: false }),
      stdout: stdout.stream,
      stderr: stderr.stream,
      environment,
    });
    return { exitCode, stdout: stdout.bytes(), stderr: stderr.bytes() };
  } finally {
    process.chdir(cwd);
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
}

function openProgram(): typeof import('../src/program.js') {
  // Each run that publishes leaves a listener for the end of the process.
  process.setMaxListeners(0);
  return createRequire(import.meta.url)('../bin/open-program.js').openProgram().program;
}

function collector(): { readonly stream: Writable; bytes(): Buffer } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, bytes: () => Buffer.concat(chunks) };
}

function runAsProcess(
  run: readonly string[],
  today: string,
  folder: string,
  stdin: Buffer | null,
): Promise<Ran> {
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...run], {
      cwd: folder,
      env: environmentOn(today),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin ?? undefined);
    child.on('close', (exitCode) =>
      settle({ exitCode: exitCode ?? -1, stdout: Buffer.concat(out), stderr: Buffer.concat(err) }),
    );
  });
}

/** No more than `places` runs at a time. */
function createGate(places: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let free = places;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resume) => waiting.push(resume));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

/** All that the folder holds but what is expected, and the case file. */
function copyFixture(from: string, to: string): void {
  cpSync(from, to, {
    recursive: true,
    filter: (path) => !/^(?:expected|case\.json)(?:\/|$)/u.test(relative(from, path).split('\\').join('/')),
  });
}

/** Sets the day on which a file, or every file of a folder, was last changed: at noon in London. */
function setDays(path: string, changedOn: string): void {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path)) setDays(join(path, name), changedOn);
    return;
  }
  const noon = new Date(`${changedOn}T12:00:00Z`);
  utimesSync(path, noon, noon);
}

/** Every file below `folder`, by its path from there. */
function listing(folder: string): string[] {
  return (
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split('\\').join('/'))
      // What SQLite leaves beside a store that was open for reading only.
      .filter((file) => file !== `${STORE}-wal` && file !== `${STORE}-shm`)
      .sort()
  );
}

function publishedIn(before: readonly string[], after: readonly string[]): string | null {
  const receipts = after.filter((file) => !before.includes(file) && file.endsWith('/receipt.json'));
  if (receipts.length > 1) throw new Error(`more than one folder was published: ${receipts.join(', ')}`);
  return receipts[0] === undefined ? null : dirname(receipts[0]);
}

/** A CSV file as records of text, the header first. */
export function readCsv(bytes: Buffer): string[][] {
  return parse(bytes, {
    bom: true,
    delimiter: delimiterOf(bytes),
    relax_column_count: true,
    skip_empty_lines: true,
  });
}

/** A file with the screening columns shows what separates its cells. */
function delimiterOf(bytes: Buffer): string {
  return /([,;\t|])"?screening_verdict/u.exec(bytes.toString('utf8'))?.[1] ?? ',';
}

export interface JudgedRow {
  /** The line of the list; of a list of several files `file:line`. */
  readonly line: string;
  readonly verdict: string;
  readonly contacts: string;
  readonly reasons: readonly string[];
}

/** The rows of the three files, by line. */
export function judgedRows(files: ReadonlyMap<string, Buffer>): JudgedRow[] {
  const rows = OUTCOME_FILES.flatMap((name) => {
    const [header = [], ...records] = readCsv(files.get(name) ?? Buffer.alloc(0));
    const cell = (record: readonly string[], column: string): string => record[header.indexOf(column)] ?? '';
    return records.map((record) => ({
      line: cell(record, 'screening_line'),
      verdict: cell(record, 'screening_verdict'),
      contacts: cell(record, 'screening_contact'),
      reasons: cell(record, 'screening_reasons').split(';'),
    }));
  });
  return rows.sort((one, other) => byPlace(one.line, other.line) || (one.verdict < other.verdict ? -1 : 1));
}

/** By file, then by line. */
function byPlace(one: string, other: string): number {
  const [, file = '', line] = /^(.*?)(\d+)$/.exec(one) ?? [];
  const [, otherFile = '', otherLine] = /^(.*?)(\d+)$/.exec(other) ?? [];
  if (file !== otherFile) return file < otherFile ? -1 : 1;
  return Number(line) - Number(otherLine);
}

/** Line, verdict and decisive reason of each row, as `verdicts` of a case writes them. */
export function verdictsOf(files: ReadonlyMap<string, Buffer>): string[] {
  return judgedRows(files).map(({ line, verdict, reasons }) => `${line} ${verdict} ${reasons[0]}`);
}

/** The files of a screening that hold the rows of the list. */
export const OUTCOME_FILES = ['allowed.csv', 'blocked.csv', 'needs-review.csv'];
/** What the header of needs-review.csv has after the columns of the other two. */
const REVIEW_COLUMNS = ['review_decision', 'review_note'];

/**
 * What is expected of an outcome file that `expected/` does not hold: its header, made from one it does hold,
 * and no row. Undefined where `expected/` holds none, so that the file is missing.
 */
export function headerAlone(name: string, expected: ReadonlyMap<string, Buffer>): Buffer | undefined {
  const kept = OUTCOME_FILES.find((file) => expected.has(file));
  const bytes = kept === undefined ? undefined : expected.get(kept);
  if (!OUTCOME_FILES.includes(name) || bytes === undefined) return undefined;
  const header = headerOf(bytes).toString('utf8');
  const lineEnd = header.endsWith('\r\n') ? '\r\n' : '\n';
  const delimiter = delimiterOf(bytes);
  const review = REVIEW_COLUMNS.map((column) => delimiter + column).join('');
  const shared = header.slice(0, -lineEnd.length - (kept === 'needs-review.csv' ? review.length : 0));
  return Buffer.from(shared + (name === 'needs-review.csv' ? review : '') + lineEnd);
}

/** The bytes up to the end of the first record: the first line end outside quotes. */
function headerOf(bytes: Buffer): Buffer {
  let isQuoted = false;
  for (const [at, byte] of bytes.entries()) {
    if (byte === 0x22) isQuoted = !isQuoted;
    if (byte === 0x0a && !isQuoted) return bytes.subarray(0, at + 1);
  }
  return bytes;
}

/**
 * Writes what came out as what is expected. A summary is written only where the case keeps one: begin it as an
 * empty file. An outcome file without rows is left out, but where none of the three has any.
 */
export function updateExpected(folder: string, files: ReadonlyMap<string, Buffer>): void {
  const kept = new Map(files);
  const withoutRows = OUTCOME_FILES.filter((name) => {
    const bytes = files.get(name);
    return bytes?.equals(headerOf(bytes));
  });
  if (withoutRows.length < OUTCOME_FILES.length) for (const name of withoutRows) kept.delete(name);

  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (!kept.has(name) && name !== 'key.csv') rmSync(join(folder, name));
  }
  for (const [name, bytes] of kept) {
    if (name !== 'summary.txt' || existsSync(join(folder, name))) writeFileSync(join(folder, name), bytes);
  }
}
