import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordDamage } from '../../../src/contacts/csv/token-spans.js';
import { zipOf } from '../list/zip-for-tests.js';
import { complaintOf, listOf, recordsOf } from '../lists-for-tests.js';

const CHUNK_SIZES = [1, 2, 3, 7, undefined];

describe('on which line a record begins', () => {
  test.for<[string, string, number[], number]>([
    ['LF', 'A,B\n1,2\n3,4\n', [2, 3], 0],
    ['CRLF', 'A,B\r\n1,2\r\n3,4\r\n', [2, 3], 0],
    ['CR', 'A,B\r1,2\r3,4\r', [2, 3], 0],
    ['no line end at the end', 'A,B\n1,2\n3,4', [2, 3], 0],
    ['all three line ends', 'A,B\r\n1,2\n3,4\r5,6\r\n', [2, 3, 4], 0],
    ['a quoted line break', 'A,B\n"1\n1",2\n3,4\n', [2, 4], 0],
    ['a quoted CRLF, which is one line break', 'A,B\r\n"1\r\n1",2\r\n3,4\r\n', [2, 4], 0],
    ['a quoted CR', 'A,B\r"1\r1",2\r3,4\r', [2, 4], 0],
    ['two quoted line breaks in two cells', 'A,B\n"1\n\n1","2\n2"\n3,4\n', [2, 6], 0],
    ['a quoted break in the header', '"A\r\nA",B\r\n1,2\r\n', [3], 0],
    ['empty lines between', 'A,B\n\n1,2\n\n\n3,4\n', [3, 6], 3],
    ['empty CRLF lines between', 'A,B\r\n\r\n1,2\r\n\r\n\r\n3,4\r\n', [3, 6], 3],
    ['empty CR lines between', 'A,B\r\r1,2\r\r\r3,4\r', [3, 6], 3],
    ['empty lines at the end', 'A,B\n1,2\n\n\n', [2], 2],
    ['empty lines at the end of the last of which nothing comes', 'A,B\r\n1,2\r\n\r\n', [2], 1],
    ['CR CR LF, which is an empty line', 'A,B\r\r\n1,2\r\r\n', [3], 2],
    ['an empty quoted cell alone, which is a record', 'A,B\n""\n3,4\n', [2, 3], 0],
    ['a line of blanks, which is a record', 'A,B\n  \n3,4\n', [2, 3], 0],
    ['a row of empty cells, which is a record', 'A,B\n,\n3,4\n', [2, 3], 0],
    ['a record of empty lines in quotes', 'A,B\n"\n\n",2\n3,4\n', [2, 5], 0],
  ])('%s', async ([, content, lines, blankLines]) => {
    for (const chunkSize of CHUNK_SIZES) {
      const { records, result } = await recordsOf(await listOf(content, {}, chunkSize));
      expect(records.map(({ line }) => line)).toEqual(lines);
      expect(result).toMatchObject({ blankLines, records: lines.length });
    }
  });
});

describe('damage', () => {
  test.for<[string, string, string[], RecordDamage | null]>([
    ['a sound record', '1,2,3', ['1', '2', '3'], null],
    ['a cell too few', '1,2', ['1', '2'], 'ragged'],
    ['a cell too many', '1,2,3,4', ['1', '2', '3', '4'], 'ragged'],
    ['an empty cell too many', '1,2,3,', ['1', '2', '3', ''], 'ragged'],
    ['a doubled quote', '1,"5"" pipe",3', ['1', '5" pipe', '3'], null],
    ['a cell that is a quoted word', '1,"""VIP"",""Blog""",3', ['1', '"VIP","Blog"', '3'], null],
    ['a cell of one doubled quote', '1,"""",3', ['1', '"', '3'], null],
    ['an empty quoted cell', '1,"",3', ['1', '', '3'], null],
    ['a quote inside an unquoted cell', '1,5" pipe,3', ['1', '5" pipe', '3'], null],
    ['quotes around a word of an unquoted cell', '1,Ada "Bee" C,3', ['1', 'Ada "Bee" C', '3'], null],
    ['a quoted cell behind a blank', '1, "2",3', ['1', ' "2"', '3'], null],
    ['a quoted comma behind a blank', '1, "2,3"', ['1', ' "2', '3"'], 'broken-quotes'],
    ['text behind a closing quote', '1,"2"x,3', ['1', '"2"x', '3'], 'broken-quotes'],
    ['a blank behind a closing quote', '1,"2" ,3', ['1', '"2" ', '3'], 'broken-quotes'],
    ['a quote that should have been doubled', '1,"a "b" c",3', ['1', '"a "b" c"', '3'], 'broken-quotes'],
    ['a quote that swallows a delimiter', '1,"2,"3"', ['1', '"2,"3"'], 'broken-quotes'],
    ['a NUL character', '1,2\0,3', ['1', '2\0', '3'], 'nul-byte'],
    ['a NUL character behind a closing quote', '1,"2"\0,3', ['1', '2\0', '3'], 'nul-byte'],
    ['a broken quote and a missing cell', '1,"2"x', ['1', '"2"x'], 'broken-quotes'],
  ])('%s', async ([, record, cells, damage]) => {
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      for (const chunkSize of CHUNK_SIZES) {
        const content = ['A,B,C', record, '7,8,9', ''].join(lineEnd);
        const { records } = await recordsOf(await listOf(content, { delimiter: ',' }, chunkSize));
        expect(records).toEqual([
          { line: 2, cells, damage },
          { line: 3, cells: ['7', '8', '9'], damage: null },
        ]);
      }
    }
  });

  test('a short record has empty cells beyond its end, and says how many it had', async () => {
    for await (const batch of (await listOf('A,B,C\n1\n')).readRecords()) {
      expect([batch.cell(0, 0), batch.cell(0, 2), batch.cellCount(0)]).toEqual(['1', '', 1]);
    }
  });

  test('a row that is not there is a bug, not an empty record', async () => {
    for await (const batch of (await listOf('A,B\n1,2\n')).readRecords()) {
      expect(() => batch.cell(1, 0)).toThrow(RangeError);
    }
  });
});

type Told = readonly [line: number, cells: readonly string[], damage: RecordDamage | null];

/** What every cut of the content gives; it must be the same. */
async function toldOf(
  content: string,
  chunkSizes: readonly (number | undefined)[] = CHUNK_SIZES,
): Promise<Told[]> {
  const cuts: Told[][] = [];
  for (const size of chunkSizes) {
    const { records } = await recordsOf(await listOf(content, { delimiter: ',' }, size));
    cuts.push(records.map(({ line, cells, damage }) => [line, cells, damage]));
  }
  for (const cut of cuts) expect(cut).toEqual(cuts[0]);
  return cuts[0] ?? [];
}

test('a list in which every line opens a quote is read in one go, not once a line', async () => {
  const lines = Array.from(
    { length: 4000 },
    (_, place) => `"Ann Example,07700900${String(place % 1000).padStart(3, '0')}`,
  );
  const { records, result } = await recordsOf(await listOf(`A,B\n${lines.join('\n')}\n`, { delimiter: ',' }));
  expect(result.records).toBe(4000);
  expect(records.every(({ damage }) => damage === 'broken-quotes')).toBe(true);
  expect(records.at(-1)).toMatchObject({ line: 4001, cells: ['"Ann Example', '07700900999'] });
});

describe('a quote that is never closed breaks its own line and no other', () => {
  test.for<[string, string, Told[]]>([
    [
      'in the second record',
      'A,B\n1,2\n3,"4\n5,6\n7,8\n',
      [
        [2, ['1', '2'], null],
        [3, ['3', '"4'], 'broken-quotes'],
        [4, ['5', '6'], null],
        [5, ['7', '8'], null],
      ],
    ],
    [
      'behind empty lines and before them',
      'A,B\r\n\r\n3,"4,x\r\n\r\n5,6\r\n',
      [
        [3, ['3', '"4', 'x'], 'broken-quotes'],
        [5, ['5', '6'], null],
      ],
    ],
    [
      'behind a quoted line break',
      'A,B\n"1\n1",2\n3,"4\n5,6',
      [
        [2, ['1\n1', '2'], null],
        [4, ['3', '"4'], 'broken-quotes'],
        [5, ['5', '6'], null],
      ],
    ],
    [
      'in a record that holds a quoted line break before it',
      'A,B\r"1\r1","2\r5,6\r',
      [
        [2, ['"1'], 'broken-quotes'],
        [3, ['1"', '"2'], 'broken-quotes'],
        [4, ['5', '6'], null],
      ],
    ],
    [
      'before lines that hold doubled quotes',
      'A,B\n"1,2\n3,""\r\n\r\n5,6""\r7,""""\n8,9',
      [
        [2, ['"1', '2'], 'broken-quotes'],
        [3, ['3', ''], null],
        [5, ['5', '6""'], null],
        [6, ['7', '"'], null],
        [7, ['8', '9'], null],
      ],
    ],
    ['in the last line, which does not end', 'A,B\n1,"2', [[2, ['1', '"2'], 'broken-quotes']]],
    [
      'as the very last character',
      'A,B\n1,2\n"',
      [
        [2, ['1', '2'], null],
        [3, ['"'], 'broken-quotes'],
      ],
    ],
    [
      'behind a doubled one',
      'A,B\n1,"""x\n3,4\n',
      [
        [2, ['1', '"""x'], 'broken-quotes'],
        [3, ['3', '4'], null],
      ],
    ],
  ])('%s', async ([, content, expected]) => {
    expect(await toldOf(content)).toEqual(expected);
  });

  test('in the header it stops the run', async () => {
    expect(await complaintOf('A,"B\n1,2\n')).toBe(
      'UserError: `members.csv`, line 1: a quote is out of place in the header; correct that line',
    );
  });

  test('where a later quote closes it, the records between are not drawn together, and none of them is trusted', async () => {
    const content = 'A,B,C\n1,"Ada,2\n3,Bob,4\n\n5,"Cy, Jr",6\n7,Di,8\n';
    expect(await toldOf(content)).toEqual([
      [2, ['1', '"Ada', '2'], 'broken-quotes'],
      [3, ['3', 'Bob', '4'], 'broken-quotes'],
      [5, ['5', 'Cy, Jr', '6'], 'broken-quotes'],
      [6, ['7', 'Di', '8'], null],
    ]);
  });

  test('a cell over several lines with a stray quote in it breaks every record it ends up in', async () => {
    const content = 'A,B\n1,"asked not to\nbe "rung" again\nat all"\n3,4\n';
    expect(await toldOf(content)).toEqual([
      [2, ['1', '"asked not to\nbe "rung" again'], 'broken-quotes'],
      [4, ['at all"'], 'broken-quotes'],
      [5, ['3', '4'], null],
    ]);
  });

  test('a quote that ends a cell nobody opened breaks its record', async () => {
    expect(await toldOf('A,B\nasked not to\nbe rung",2\nAda "Bee",4\n5" pipe,6\n')).toEqual([
      [2, ['asked not to'], 'ragged'],
      [3, ['be rung"', '2'], 'broken-quotes'],
      [4, ['Ada "Bee"', '4'], null],
      [5, ['5" pipe', '6'], null],
    ]);
  });

  test('in a long list it swallows nothing, and the lines keep their numbers', async () => {
    const rows = 600_000;
    const content = `A,B\n1,2\n3,"4\n${'5,6\n'.repeat(rows)}7,"8\n8"\n9,10\n`;
    for (const size of [1 << 16, undefined]) {
      const { records, result } = await recordsOf(await listOf(content, {}, size));
      expect(records.filter(({ damage }) => damage !== null)).toEqual([
        { line: 3, cells: ['3', '"4'], damage: 'broken-quotes' },
      ]);
      expect(result.records).toBe(rows + 4);
      expect(records.slice(-2)).toEqual([
        { line: rows + 4, cells: ['7', '8\n8'], damage: null },
        { line: rows + 6, cells: ['9', '10'], damage: null },
      ]);
    }
  });

  test.for([-1, 0, 1])(
    'a quoted cell of 1 MiB and %i bytes is read alike however it is cut',
    async (more) => {
      const inside = `${'x'.repeat(63)}\n`.repeat((1 << 14) - 1);
      const cell = inside + 'y'.repeat((1 << 20) - inside.length - '1,""\n'.length + more);
      const content = `A,B\n1,"${cell}"\n3,4\n`;
      const cuts: Awaited<ReturnType<typeof recordsOf>>[] = [];
      for (const size of [100_003, 1 << 18, 1 << 22])
        cuts.push(await recordsOf(await listOf(content, {}, size)));
      expect(cuts[0]?.records.length).toBe(more > 0 ? (1 << 14) + 1 : 2);
      for (const cut of cuts) expect(cut).toEqual(cuts[0]);
    },
  );

  test('a line longer than 1 MiB stops the run', async () => {
    for (const row of ['1,2', '"1,2', '1,"2"']) {
      expect(await complaintOf(`A,B\n1,2\n${row}${'x'.repeat(1 << 20)}\n3,4\n`)).toMatch(
        /^UserError: `members.csv`, line 3: the line is longer than 1 MiB; /,
      );
    }
  });

  test('a million empty lines are no such record', async () => {
    const { records, result } = await recordsOf(await listOf(`A,B\n${'\n'.repeat(3_000_000)}1,2\n`));
    expect(records.map(({ line }) => line)).toEqual([3_000_002]);
    expect(result.blankLines).toBe(3_000_000);
  });
});

test('whatever is written comes back cell by cell and line by line, wherever the chunks are cut', async () => {
  const cell = fc
    .array(fc.constantFrom('a', 'é', '🎈', ' ', ',', ';', '"', '\n', '\r', '\r\n', '77a'), { maxLength: 5 })
    .map((parts) => parts.join(''));
  const record = fc.record({
    cells: fc.tuple(cell, cell, cell),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    emptyLines: fc.nat({ max: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { maxLength: 8 }),
      fc.integer({ min: 1, max: 9 }),
      async (rows, size) => {
        let content = 'A,B,C\n';
        let line = 2;
        let blankLines = 0;
        const expected = rows.map(({ cells, end, emptyLines }) => {
          content += cells.map(quoted).join(',') + end;
          // A line of a cell with as many cells as the record: as though stray quotes had drawn records together.
          const isDrawnTogether = cells.some(
            (text) =>
              /[\r\n]/.test(text) && text.split(/\r\n|\n|\r/).some((part) => part.split(',').length >= 3),
          );
          const seen = { line, cells, damage: isDrawnTogether ? 'broken-quotes' : null };
          line += 1 + cells.reduce((sum, text) => sum + (text.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
          // Behind a lone CR an empty LF line would make it a CRLF.
          const empty = end === '\r' ? '\r' : end;
          content += empty.repeat(emptyLines);
          line += emptyLines;
          blankLines += emptyLines;
          return seen;
        });
        const { records, result } = await recordsOf(await listOf(content, { delimiter: ',' }, size));
        expect(records).toEqual(expected);
        expect(result).toMatchObject({ records: rows.length, blankLines });
      },
    ),
    { numRuns: 300 },
  );
});

/** How the same text stands on disk. */
const ENCODINGS: readonly [string, (text: string) => Buffer][] = [
  ['utf-8', (text) => Buffer.from(text)],
  ['utf-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['utf-16le with a mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['utf-16be with a mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['utf-8 in gzip', (text) => gzipSync(text)],
  ['utf-16le in gzip', (text) => gzipSync(Buffer.from(`\ufeff${text}`, 'utf16le'))],
  ['utf-8 in a zip', (text) => zipOf([{ name: 'a.csv', content: text }])],
];

test('damaged or sound, a text gives the same records in every encoding and packing, wherever it is cut', async () => {
  const piece = fc.constantFrom(
    'a',
    '1',
    'é',
    '🎈',
    ' ',
    ',',
    ',',
    '"',
    '"',
    '""',
    '\n',
    '\n',
    '\r\n',
    '\r',
    '\0',
    '07700900123',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 60 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(...ENCODINGS),
      async (pieces, size, [, encode]) => {
        // A header so long that NUL characters behind it, every other byte, make no UTF-16 of it all.
        const text = `A,B,${'C'.repeat(100)}\n${pieces.join('')}`;
        const options = { delimiter: ',' };
        const straight = await recordsOf(await listOf(text, options));
        const turned = await recordsOf(await listOf(encode(text), options, size));
        expect(turned.records).toEqual(straight.records);
        expect(turned.result.blankLines).toBe(straight.result.blankLines);
        // Nothing but quotes, delimiters and line ends is left out of the records.
        const bare = (told: string): string => told.replace(/[",\s]/gu, '');
        expect(bare(straight.records.flatMap(({ cells }) => cells).join(''))).toBe(bare(pieces.join('')));
      },
    ),
    { numRuns: 400, examples: [[Array<string[]>(30).fill(['\0', 'a']).flat(), 1, ENCODINGS[0]]] },
  );
});

/** The cell as a careful program writes it. */
function quoted(cell: string): string {
  return cell === '' || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
