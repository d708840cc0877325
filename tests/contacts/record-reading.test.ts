import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordDamage } from '../../src/contacts/record-batch.js';
import { complaintOf, listOf, recordsOf } from './lists-for-tests.js';

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

describe('a quote that is never closed', () => {
  test.for<[string, string, number]>([
    ['in the second record', 'A,B\n1,2\n3,"4\n5,6\n7,8\n', 3],
    ['behind empty lines', 'A,B\r\n1,2\r\n\r\n\r\n3,"4\r\n5,6\r\n', 5],
    ['behind a quoted line break', 'A,B\n"1\n1",2\n3,"4\n5,6\n', 4],
    ['in the header', 'A,"B\n1,2\n', 1],
  ])('%s: the message names the line on which its record begins', async ([, content, line]) => {
    expect(await complaintOf(content)).toBe(
      `UserError: \`members.csv\`, line ${line}: a quote opens in this record and is never closed; mend that line`,
    );
  });

  test('stops the run early where it would swallow a long list', async () => {
    const content = `A,B\n1,2\n3,"4\n${'5,6\n'.repeat(600_000)}`;
    expect(await complaintOf(content)).toMatch(
      /line 3: the record that begins here runs on for more than 1 MiB/,
    );
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

/** The cell as a careful program writes it. */
function quoted(cell: string): string {
  return cell === '' || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
