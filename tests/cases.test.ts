/**
 * The cases: files in, files out, through the built program. `UPDATE_CASES=1` writes what came out as what
 * is expected; the `verdicts` of a case and the keys of the world are never updated, so that an update
 * cannot make a wrong verdict right.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadProviders } from '../src/results/choose-provider.js';
import { type ReasonCode, reasonCodes } from '../src/screening/precedence.js';
import {
  type Case,
  type CaseResult,
  caseNames,
  FIXTURES,
  headerAlone,
  judgedRows,
  loadedCopies,
  OUTCOME_FILES,
  openBench,
  readCase,
  readCsv,
  readReceipt,
  readScenarios,
  updateExpected,
  verdictsOf,
} from './run-case.js';

/** The columns of the world's lists that hold telephone numbers. */
const PHONE_COLUMNS = ['Mobile ', 'Home phone', 'Tel', 'Mobile', 'Telephone'];
const isUpdating = process.env.UPDATE_CASES === '1';

const cases = caseNames().map((name): [string, Case, string] => {
  const folder = join(FIXTURES, 'cases', name);
  return [name, readCase(join(folder, 'case.json')), folder];
});

const world = join(FIXTURES, 'world');
const scenarios = Object.entries(readScenarios());

// Opened last: a case file that cannot be read leaves nothing behind.
const bench = openBench();
afterAll(() => bench.remove());

describe('cases', () => {
  test.concurrent.for(cases)('%s', { timeout: 120_000 }, async ([name, definition, folder], { expect }) => {
    const result = await bench.run(definition, folder, name);
    expectResult(definition, result, join(folder, 'expected'), expect);
    if (definition.exitCode === 2 && definition.after === undefined) {
      expect(result.otherChanges, 'nothing is published, and nothing else is left behind').toEqual([]);
    }
  });
});

describe('the founding story', () => {
  test.concurrent.for(scenarios)('%s', { timeout: 120_000 }, async ([name, definition], { expect }) => {
    const result = await bench.run(definition, world, `world-${name}`);
    const folder = join(world, 'expected', name);
    expectResult(definition, result, folder, expect);
    const key = join(folder, 'key.csv');
    if (existsSync(key)) expect(keyLines(result)).toEqual(readCsv(readFileSync(key)).slice(1));
    else expect(definition.verdicts, 'a scenario has a key or verdicts').toBeDefined();
    expectNothingLost(readFileSync(join(world, definition.run[1] ?? '')), result, expect);
  });
});

describe('coverage', () => {
  /** Codes that no list can raise, each with the reason why. */
  const withoutCase: readonly ReasonCode[] = [
    'nothing-known', // every channel finds a bar, a register, an open letter or a doubt
  ];

  test('every reason code stands in an expected file', () => {
    const seen = new Set(
      cases.flatMap(([, , folder]) =>
        judgedRows(filesIn(join(folder, 'expected'))).flatMap((row) => row.reasons),
      ),
    );
    expect(reasonCodes.filter((code) => !seen.has(code))).toEqual(withoutCase);
  });

  test('every preset of a screening service has a case in which its file is taken in', async () => {
    const named = new Set(cases.flatMap(([, { setup }]) => (setup ?? []).flat()));
    const providers = await loadProviders();
    expect(providers.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
  });

  test('a file in fixtures/shared is in three cases or more, and no case has a copy of its own', () => {
    const shared = filesBelow(join(FIXTURES, 'shared'));
    const uses = cases.flatMap(([, { files }]) => Object.values(files));
    const isRare = (path: string): boolean => uses.filter((used) => used === path).length < 3;
    expect([...shared.values()].map((path) => relative(FIXTURES, path)).filter(isRare)).toEqual([]);
    const copies = cases.flatMap(([, , folder]) =>
      [...filesBelow(folder)].filter(([sum]) => shared.has(sum)),
    );
    expect(copies.map(([, path]) => path)).toEqual([]);
  });

  test('every reason code that a case says it covers stands in its files', () => {
    const missing = cases.flatMap(([name, { covers }, folder]) => {
      const files = filesIn(join(folder, 'expected'));
      if (!OUTCOME_FILES.some((file) => files.has(file))) return [];
      const seen = judgedRows(files).flatMap((row) => row.reasons);
      const codes = covers.filter((word) => reasonCodes.some((code) => code === word));
      return codes.filter((code) => !seen.includes(code)).map((code) => `${name}: ${code}`);
    });
    expect(missing).toEqual([]);
  });
});

type Expect = typeof expect;

function expectResult(definition: Case, result: CaseResult, folder: string, expect: Expect): void {
  if (isUpdating) updateExpected(folder, result.files);
  const expected = filesIn(folder);
  for (const [name, bytes] of result.files) {
    // The summary is compared where a case keeps one.
    if (name === 'summary.txt' && !expected.has(name)) continue;
    const wanted = expected.get(name) ?? headerAlone(name, expected);
    expect(bytes.toString('utf8'), name).toBe(wanted?.toString('utf8'));
    expect(bytes.equals(wanted ?? Buffer.alloc(0)), name).toBe(true);
  }
  expect([...expected.keys()].filter((name) => !result.files.has(name))).toEqual([]);
  expect(result.exitCode).toBe(definition.exitCode);
  if (definition.verdicts !== undefined) {
    expect(told(definition.verdicts, result)).toEqual(definition.verdicts);
  }
  if (result.published !== null) expectReceipt(result, result.published, definition, expect);
}

/** What came out in the words of `verdicts`: behind the decisive reason, the others that were asked for and found. */
function told(verdicts: readonly string[], { files }: CaseResult): string[] {
  const rows = judgedRows(files);
  return verdictsOf(files).map((verdict, index) => {
    const asked = (verdicts[index] ?? '').split(' ').slice(3);
    return [verdict, ...asked.filter((code) => rows[index]?.reasons.includes(code))].join(' ');
  });
}

/** Hashes, counts and days of the receipt against the files themselves. */
function expectReceipt(
  { files, folder }: CaseResult,
  published: string,
  definition: Case,
  expect: Expect,
): void {
  const receipt = readReceipt(published);
  expect(Object.keys(receipt.outputs).sort()).toEqual(
    [...files.keys()].filter((name) => name.endsWith('.csv')).sort(),
  );
  for (const [name, { sha256, records }] of Object.entries(receipt.outputs)) {
    const bytes = files.get(name) ?? Buffer.alloc(0);
    expect({ name, sha256, records }).toEqual({
      name,
      sha256: sha256Of(bytes),
      records: readCsv(bytes).length - 1,
    });
  }
  const run = definition.after ?? definition.run;
  const list = run[1] === '-' ? (definition.stdin ?? '') : (run[1] ?? '');
  const input = readFileSync(join(folder, list));
  expect(receipt.input).toMatchObject({ sha256: sha256Of(input), bytes: input.length });
  expect(receipt.clock_set_to).toBe(definition.today);
  expect(receipt.store.name).toBe('ringfence.db');
  const copies = loadedCopies(definition);
  for (const register of ['tps', 'ctps']) {
    const copy = copies.get(register);
    expect(receipt.registers[register] ?? null, register).toEqual(
      copy === undefined ? null : registerIn(readFileSync(join(folder, copy.path)), copy.asOf),
    );
  }
}

/** What a receipt has to say of a register file. */
function registerIn(bytes: Buffer, asOf: string): { as_of: string; sha256: string; count: number } {
  const numbers = bytes
    .toString('latin1')
    .split('\r\n')
    .map((line) => line.replaceAll(' ', ''));
  return {
    as_of: asOf,
    sha256: sha256Of(bytes),
    count: new Set(numbers.filter((number) => number !== '')).size,
  };
}

/** Line, contact points, verdict and decisive reason of each row, as the key of a scenario has them. */
function keyLines({ files }: CaseResult): string[][] {
  return judgedRows(files).map(({ line, contacts, verdict, reasons }) => [
    String(line),
    contacts,
    verdict,
    reasons[0] ?? '',
  ]);
}

/**
 * Every record is in the files, every contact point in exactly one of them, the counts add up, and each
 * cell that is no contact cell comes out as it went in.
 */
function expectNothingLost(input: Buffer, { files, published }: CaseResult, expect: Expect): void {
  const [header = [], ...records] = readCsv(input);
  const contactColumns = PHONE_COLUMNS.map((name) => header.indexOf(name));
  const places = new Map<string, string>();
  const byLine = new Map<number, string[][]>();
  for (const name of OUTCOME_FILES) {
    const [outHeader = [], ...rows] = readCsv(files.get(name) ?? Buffer.alloc(0));
    expect(outHeader.slice(0, header.length), name).toEqual(header);
    for (const row of rows) {
      const line = Number(row[outHeader.indexOf('screening_line')]);
      byLine.set(line, [...(byLine.get(line) ?? []), row]);
      for (const contact of (row[outHeader.indexOf('screening_contact')] ?? '').split(';')) {
        if (contact === '') continue;
        const place = `${line} ${contact}`;
        expect(places.get(place), place).toBeUndefined();
        places.set(place, name);
      }
    }
  }
  const lines = [...byLine.keys()].sort((one, other) => one - other);
  expect(lines.length).toBe(records.length);
  for (const [index, record] of records.entries()) {
    for (const row of byLine.get(lines[index] ?? -1) ?? []) {
      const isOther = (_cell: string, column: number): boolean => !contactColumns.includes(column);
      const cells = header.map((_name, column) => record[column] ?? '');
      expect(row.slice(0, header.length).filter(isOther)).toEqual(cells.filter(isOther));
    }
  }
  expectCounts(published === null ? {} : readReceipt(published).result, records.length, files, expect);
}

function expectCounts(
  result: unknown,
  records: number,
  files: ReadonlyMap<string, Buffer>,
  expect: Expect,
): void {
  const outcomes = ['allowed', 'blocked', 'needs-review'].map((name) => Object(result)[name]);
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  expect(result).toMatchObject({
    records,
    contact_points: sum(outcomes.map(({ contact_points }) => contact_points)),
  });
  for (const [index, name] of OUTCOME_FILES.entries()) {
    const outcome = outcomes[index];
    expect(outcome.rows, name).toBe(readCsv(files.get(name) ?? Buffer.alloc(0)).length - 1);
    expect(sum(Object.values(outcome.by_decisive_reason)), name).toBe(
      outcome.contact_points + outcome.records_without_contact,
    );
  }
}

function filesIn(folder: string): Map<string, Buffer> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter((name) => name !== 'key.csv');
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}

/** The files of a folder and of those in it, by their checksum. */
function filesBelow(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [sha256Of(readFileSync(path)), path]),
  );
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
