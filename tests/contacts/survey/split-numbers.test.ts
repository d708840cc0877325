import { describe, expect, test } from 'vitest';
import { resolveColumns } from '../../../src/contacts/columns/column-roles.js';
import { batchOf as batchOver, recordsOf } from '../../../src/contacts/csv/record-batch.js';
import {
  createSplitNumbers,
  isHalfOfNumber,
  splitEvidence,
} from '../../../src/contacts/survey/split-numbers.js';
import { screen, world } from '../../workdir.js';

describe('two cells that make one number', () => {
  test.for<[string, string, boolean]>([
    ['0161', '496 0123', true],
    ['(0114)', '4960123', true],
    ['020', '7946 0123', true],
    ['07700', '900123', true],
    ['+44', '1632 960123', true],
    ["'0161", "'4960123", true],
    ['161', '4960123', true],
    ['44', '7700900123', true],
    // What is a number by itself is found by itself.
    ['0161', '07700 900123', false],
    // What makes none.
    ['', '4960123', false],
    ['0161', '', false],
    ['12', 'High Street', false],
    ['089999', '66374958', false],
    ['3', '12345', false],
  ])('`%s` and `%s`: %s', ([code, rest, isNumber]) => {
    expect(splitEvidence(code, rest) !== null).toBe(isNumber);
  });
});

function asked(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  ignored: readonly string[] = [],
) {
  const mappings = ignored.map((column) => ({ role: 'ignore', column }) as const);
  const columns = resolveColumns(header, mappings, 'members.csv');
  const watch = createSplitNumbers(columns);
  const batch = batchOver(
    recordsOf(rows.map((cells, index) => ({ cells, line: index + 2, damage: null }))),
    { width: header.length, places: null },
    { name: null, fileName: 'members.csv', optOuts: [] },
  );
  for (const [row] of rows.entries()) watch.add(batch, row);
  return watch.questions();
}

describe('columns that hold the halves of numbers', () => {
  const pair = [{ kind: 'split-numbers', code: 1, rest: 2 }];
  const halves = ['Ada Bee', '0161', '4960123'];

  test.for<[string, string, string]>([
    ['STD code and number', 'STD code', 'Number'],
    ['area code and anything', 'Area Code', 'Local'],
    ['no header that says so', 'A', 'B'],
  ])('are asked about: %s', ([, code, rest]) => {
    expect(asked(['Name', code, rest], [halves])).toEqual(pair);
  });

  test('one row is enough under a header that says so, and half of them elsewhere', () => {
    const others = Array.from({ length: 3 }, () => ['Ada Bee', '7', '12345']);
    expect(asked(['Name', 'STD code', 'Number'], [halves, ...others])).toEqual(pair);
    expect(asked(['Name', 'Branch', 'Number'], [halves, ...others])).toEqual([]);
  });

  test('the code may stand behind', () => {
    const rows = [['Ada Bee', '4960123', '0161']];
    expect(asked(['Name', 'Number', 'STD code'], rows)).toEqual([
      { kind: 'split-numbers', code: 2, rest: 1 },
    ]);
  });

  test('leaving out the code alone settles nothing, leaving out both does', () => {
    const header = ['Name', 'STD code', 'Number'];
    expect(asked(header, [halves], ['STD code'])).toEqual(pair);
    expect(asked(header, [halves], ['STD code', 'Number'])).toEqual([]);
  });

  test('a rest that is a phone column is screened, and found unreadable there', () => {
    expect(asked(['Name', 'STD code', 'Phone'], [halves])).toEqual([]);
  });

  test.for<[string, string, string, boolean]>([
    ['another country, and a rest that passes for a mobile', '1', '7700900123', true],
    ['written with its plus', '+1', '7700900123', true],
    ['this country', '44', '7700900123', false],
    ['this country with zeros', '0044', '7700900123', false],
    ['another country, and a number in full', '1', '07700 900123', false],
    ['no code', '', '7700900123', false],
  ])('of a country, before a phone column, tell %s', ([, code, rest, isAsked]) => {
    const pair = [{ kind: 'split-numbers', code: 1, rest: 2 }];
    expect(asked(['Name', 'Country code', 'Mobile'], [['Ada Bee', code, rest]])).toEqual(isAsked ? pair : []);
  });

  test('either half is known by its neighbour', () => {
    const batch = batchOver(
      recordsOf([{ cells: halves, line: 2, damage: null }]),
      { width: 3, places: null },
      { name: null, fileName: 'members.csv', optOuts: [] },
    );
    expect([0, 1, 2].map((column) => isHalfOfNumber(batch, 0, column))).toEqual([false, true, true]);
  });
});

test('a list with split numbers stops, and left out they do not stand in allowed.csv', {
  timeout: 60_000,
}, () => {
  const contacts = 'name,phone,STD code,Number\nAda Bee,07700900001,0161,496 0123\nBob Cee,07700900002,,\n';
  const dir = world({ contacts });
  const stopped = screen(dir);
  expect([stopped.exitCode, dir.exists('out')]).toEqual([2, false]);
  expect(stopped.stderr).toContain(
    '`STD code` and `Number` (write them into one column, or `--map ignore="STD code" --map ignore="Number"`',
  );
  expect(screen(dir, '--map', 'ignore=STD code', '--map', 'ignore=Number').exitCode).toBe(0);
  expect(dir.rows('out/allowed.csv').map((row) => [row.phone, row['STD code'], row.Number])).toEqual([
    ['07700900001', '', ''],
    ['07700900002', '', ''],
  ]);
});
