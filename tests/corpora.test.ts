/**
 * The reader against CSV files of other people: public test suites with the records that three independent
 * parsers read from them, and lists of UK organisations as they were published. Both stand outside the
 * repository, in the folder that RINGFENCE_CORPORA names; nothing of them is printed here.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type ListFile, openList } from '../src/contacts/list/list-file.js';
import { DEFAULT_READING_OPTIONS, type ReadingOptions } from '../src/contacts/reading-options.js';
import { UserError } from '../src/errors.js';
import { recordsOf } from './contacts/lists-for-tests.js';
import { screen, world } from './workdir.js';

const folder = process.env.RINGFENCE_CORPORA;
const skipped = folder === undefined ? ' (skipped: RINGFENCE_CORPORA names no folder)' : '';

/** Files that nobody can read rightly without being told how. */
const OPTIONS: Readonly<Record<string, Partial<ReadingOptions>>> = {
  // Its cells hold more semicolons than commas stand between them.
  'phpspreadsheet/escape.csv': { delimiter: ',' },
};

/** Files that are refused or read otherwise on purpose, each with the reason. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  'csvkit/empty.csv': 'a list without a record is an error: somebody chose the wrong file',
  'phpspreadsheet/empty.csv': 'a list without a record is an error: somebody chose the wrong file',
  'data.table/gb18030.txt': 'GB18030 is refused with what to do; no list of UK contacts is written in it',
  'phpspreadsheet/encoding.utf32be.csv': 'UTF-32 is refused with what to do: no program exports it',
  'phpspreadsheet/encoding.utf32le.csv': 'UTF-32 is refused with what to do: no program exports it',
  'phpspreadsheet/line_break_escaped_32le.csv': 'UTF-32 is refused with what to do: no program exports it',
  'phpspreadsheet/premiere.utf32be.csv': 'UTF-32 is refused with what to do: no program exports it',
  'phpspreadsheet/premiere.utf32bebom.csv': 'UTF-32 is refused with what to do: no program exports it',
  'phpspreadsheet/premiere.utf32le.csv': 'UTF-32 is refused with what to do: no program exports it',
  'phpspreadsheet/premiere.utf32lebom.csv': 'UTF-32 is refused with what to do: no program exports it',
};

const manifest = z.object({
  files: z.array(
    z.object({
      id: z.string(),
      file: z.string(),
      encoding: z.string(),
      expected_rows: z.string().optional(),
    }),
  ),
});

describe.skipIf(folder === undefined)(`files of public CSV test suites${skipped}`, () => {
  const root = join(folder ?? '', 'csv');
  const rows = z.array(z.array(z.string()));
  const files = folder === undefined ? [] : manifest.parse(jsonIn(join(root, 'manifest.json'))).files;
  const read = async (
    file: string,
  ): Promise<{ list: ListFile; cells: readonly (readonly string[])[] } | null> => {
    try {
      const options = { ...DEFAULT_READING_OPTIONS, hasHeader: false, ...OPTIONS[file] };
      const list = await openList(join(root, file), file, options);
      return { list, cells: (await recordsOf(list)).records.map(({ cells }) => cells) };
    } catch (thrown) {
      // Whatever else is thrown is a bug.
      if (thrown instanceof UserError) return null;
      throw thrown;
    }
  };

  test('give the records that three parsers give, but for the differences listed above', async () => {
    const differing: string[] = [];
    let compared = 0;
    for (const { file, expected_rows } of files) {
      if (expected_rows === undefined) continue;
      compared += 1;
      const found = await read(file);
      if (JSON.stringify(found?.cells) !== JSON.stringify(rows.parse(jsonIn(join(root, expected_rows))))) {
        differing.push(file);
      }
    }
    expect(compared).toBeGreaterThan(140);
    expect(differing.sort()).toEqual(Object.keys(DIFFERENCES).sort());
  });

  test('lose not a letter, whether the parsers agree or not', async () => {
    const losing: string[] = [];
    let compared = 0;
    for (const { file, encoding } of files) {
      const found = encoding === 'utf-8' ? await read(file) : null;
      if (found === null) continue;
      compared += 1;
      const text = readFileSync(join(root, file), 'utf8');
      const told = found.list.preamble.join('') + found.cells.flat().join('');
      if (bare(told, found.list.delimiter) !== bare(text, found.list.delimiter)) losing.push(file);
    }
    expect(compared).toBeGreaterThan(110);
    expect(losing).toEqual([]);
  });
});

/** The text without what only separates and encloses. */
function bare(text: string, delimiter: string): string {
  return text.replaceAll(delimiter, '').replace(/["\s\ufeff]/gu, '');
}

describe.skipIf(folder === undefined)(`lists as they were published${skipped}`, () => {
  test.for<[string, BufferEncoding, string[]]>([
    ['wales-schools.csv', 'latin1', []],
    ['mental-health-services.csv', 'utf8', []],
    ['cqc-care-homes-lost-zero.csv', 'utf8', []],
    // Nothing to ring in this one: every row has to come out as one that waits for a person.
    ['libraries-emails-cr-only.csv', 'latin1', ['--map', 'phone=Contact email']],
  ])('%s: every row is in the three files, and the counts add up', ([name, encoding, options]) => {
    const bytes = readFileSync(join(folder ?? '', 'real', name));
    const dir = world({ contacts: '' });
    dir.write('contacts.csv', bytes);
    const ran = screen(dir, ...options);
    expect({ exitCode: ran.exitCode, stderr: ran.stderr.replace(/\d/gu, '#') }).toMatchObject({
      exitCode: 0,
    });

    const records = parse(bytes.toString(encoding), {
      relax_quotes: true,
      relax_column_count: true,
      bom: true,
    });
    const outcomes = ['allowed', 'blocked', 'needs-review'];
    const written = outcomes.map((outcome) => dir.rows(`out/${outcome}.csv`));
    const lines = new Set(written.flat().map(({ screening_line }) => screening_line));
    expect(lines.size).toBe(records.length - 1);

    const receipt = z
      .object({ result: z.looseObject({ records: z.number(), contact_points: z.number() }) })
      .parse(JSON.parse(dir.text('out/receipt.json')));
    expect(receipt.result.records).toBe(records.length - 1);
    const counts = outcomes.map((outcome) =>
      z.object({ contact_points: z.number(), rows: z.number() }).parse(receipt.result[outcome]),
    );
    expect(counts.map(({ rows }) => rows)).toEqual(written.map((rows) => rows.length));
    expect(counts.reduce((sum, count) => sum + count.contact_points, 0)).toBe(receipt.result.contact_points);
  });
});

function jsonIn(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
