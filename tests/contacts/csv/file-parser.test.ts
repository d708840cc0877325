/**
 * Walking the bytes of a list yields exactly the records that csv-parse yields. `npm run fuzz:parsers` holds it
 * to that over 100,000 damaged lists; RINGFENCE_FUZZ_SEED and RINGFENCE_FUZZ_FILES choose others.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CANDIDATES } from '../../../src/contacts/csv/csv-dialect.js';
import { createFileParser, type FileParser } from '../../../src/contacts/csv/file-parser.js';
import { createPlainParser } from '../../../src/contacts/csv/plain-parser.js';
import { recordAt } from '../../../src/contacts/csv/record-batch.js';
import { createRecordParser } from '../../../src/contacts/csv/record-parser.js';
import type { ReadRecord } from '../../../src/contacts/csv/token-spans.js';
import { UserError } from '../../../src/errors.js';
import { FIXTURES } from '../../run-case.js';
import { below, damage, makeList, oneOf, type Random, randomFrom } from './damaged-lists.js';

const FILES = Number(process.env.RINGFENCE_FUZZ_FILES ?? 1000);
const SEED = Number(process.env.RINGFENCE_FUZZ_SEED ?? 20_261_128);

interface Outcome {
  readonly records: readonly ReadRecord[];
  readonly blankLines: number;
  /** What it stopped with; null where it read to the end. */
  readonly error: string | null;
}

async function outcomeOf(parser: FileParser, pieces: readonly Buffer[]): Promise<Outcome> {
  const records: ReadRecord[] = [];
  const take = async (found: ReturnType<FileParser['end']>): Promise<void> => {
    for await (const block of found) {
      for (let row = 0; row < block.count; row += 1) records.push(recordAt(block, row));
    }
  };
  try {
    for (const piece of pieces) await take(parser.add(piece));
    await take(parser.end());
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return { records: [], blankLines: 0, error: thrown.message };
  }
  return { records, blankLines: parser.blankLines(), error: null };
}

const CORPORA = process.env.RINGFENCE_CORPORA;
/** Larger lists would take minutes in pieces. */
const LARGEST = 1 << 20;

function listsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.csv'))
    .map((name) => join(folder, name));
}

/** The same list read by csv-parse alone. */
function reference(delimiter: string): FileParser {
  const parser = createRecordParser(delimiter, 1, 'list.csv');
  return {
    async *add(bytes) {
      yield await parser.add(bytes);
    },
    async *end() {
      yield await parser.end();
    },
    blankLines: () => parser.blankLines(),
  };
}

function cut(bytes: Buffer, random: Random): readonly Buffer[] {
  const pieces: Buffer[] = [];
  const longest = oneOf(random, [3, 40, 500, 100_000]);
  for (let at = 0; at < bytes.length; ) {
    const end = at + 1 + below(random, longest);
    pieces.push(bytes.subarray(at, end));
    at = end;
  }
  return pieces;
}

async function expectSame(bytes: Buffer, delimiter: string, random: Random, name: string): Promise<void> {
  const expected = await outcomeOf(reference(delimiter), [bytes]);
  for (const pieces of [[bytes], cut(bytes, random)]) {
    expect(await outcomeOf(createFileParser(delimiter, 1, 'list.csv'), pieces), name).toEqual(expected);
  }
}

const WRITTEN: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['one cell', 'a'],
  ['no line end at the end', 'a,b\nc,d'],
  ['every line end', 'a,b\r\nc,d\ne,f\rg,h\r\n'],
  ['empty lines, first, last and between', '\n\na,b\n\r\n\nc,d\n\n'],
  ['blanks on a line are a cell', 'a\n  \nb\n'],
  ['empty cells', ',\n,,\n"",\n""\n'],
  ['cells in quotes', '"a","b"\n"c",d\n'],
  ['delimiters and line breaks in quotes', '"a,b","c\nd"\r\n"e\r\nf",g\n'],
  ['doubled quotes', '"a ""b"" c",d\n"""",""""""\n'],
  ['a quote within a cell', 'a 5" pipe,b\n'],
  ['a quote that closes too early', '"a"b,c\nd,e\n'],
  ['a quote that opens after a blank', 'a, "b"\nc,d\n'],
  ['a quote that ends a cell nobody opened', 'a",b\nc,d\n'],
  ['a quote that is never closed', 'a,b\n"c,d\ne,f\ng,h\n'],
  ['a quote that ends the file', 'a,b\nc,"d"'],
  ['an open quote that ends the file', 'a,b\nc,"'],
  ['records in a cell of several lines', 'a,b,c\n"d\n1,2,3\ne",f,g\n'],
  ['a NUL', 'a,b\0\n"c\0",d\n'],
  ['a carriage return that ends the file', 'a,b\r'],
  ['other than ASCII', 'Zoë,"Ünal"\n日本,é\n'],
];

describe('walking the bytes yields what csv-parse yields', () => {
  test.each(WRITTEN)('%s', async (name, text) => {
    for (let seed = 0; seed < 20; seed += 1) {
      await expectSame(Buffer.from(text), ',', randomFrom(seed), name);
    }
  });

  test('every list of the fixtures', async () => {
    const lists = listsIn(FIXTURES);
    expect(lists.length).toBeGreaterThan(100);
    for (const path of lists) {
      const bytes = readFileSync(path);
      for (const delimiter of CANDIDATES) await expectSame(bytes, delimiter, randomFrom(1), path);
    }
  });

  test.skipIf(CORPORA === undefined)(
    `every public list${CORPORA === undefined ? ' (skipped: RINGFENCE_CORPORA names no folder)' : ''}`,
    { timeout: 600_000 },
    async () => {
      const lists = listsIn(CORPORA ?? '').filter((path) => statSync(path).size < LARGEST);
      expect(lists.length).toBeGreaterThan(100);
      for (const [index, path] of lists.entries()) {
        const bytes = readFileSync(path);
        // By its place: the name of a public file may be somebody's.
        for (const delimiter of [',', ';'])
          await expectSame(bytes, delimiter, randomFrom(1), `list ${index}`);
      }
    },
  );

  test(`${FILES} damaged lists from seed ${SEED}`, { timeout: 4 * 3_600_000 }, async () => {
    for (let seed = SEED; seed < SEED + FILES; seed += 1) {
      const random = randomFrom(seed);
      const bytes = damage(makeList(random).bytes, random);
      await expectSame(bytes, oneOf(random, [',', ',', ';', '\t', '|']), random, `seed ${seed}`);
    }
  });

  test('most of what is written soundly never reaches csv-parse', () => {
    const parser = createPlainParser(';', 1);
    const { records, rest } = parser?.add(Buffer.from('a;"b;c"\r\n"d\ne";5" pipe\n'), true) ?? {};
    expect(records?.count).toBe(2);
    expect(rest).toBeNull();
    expect(parser?.nextLine()).toBe(4);
  });

  test('a delimiter of several bytes is left to csv-parse', () => {
    expect(createPlainParser('::', 1)).toBeNull();
    expect(createPlainParser('¦', 1)).toBeNull();
  });
});
