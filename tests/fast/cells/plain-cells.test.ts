/** What is told from the bytes of a cell is what reading it closely tells. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEmailCell, readEmailInFull, readPlainEmail } from '../../../src/contacts/cells/email-address.js';
import { isBareAnswer } from '../../../src/contacts/cells/flag-values.js';
import { readPhoneCell } from '../../../src/contacts/cells/phone/phone-cell.js';
import { phoneEvidence } from '../../../src/contacts/cells/phone/phone-evidence.js';
import { isPlaceholder } from '../../../src/contacts/cells/placeholder.js';
import { resolveColumns } from '../../../src/contacts/columns/column-roles.js';
import { batchOf, recordsOf } from '../../../src/contacts/csv/record-batch.js';
import { KeyFilter } from '../../../src/contacts/key-filter.js';
import { readPersonId } from '../../../src/contacts/record/record-reader.js';
import { findWordsClosely } from '../../../src/contacts/vocabulary/find-words.js';
import { findWordsInNameClosely } from '../../../src/contacts/vocabulary/find-words-in-name.js';
import { mayHoldWordsIn, scanForWords } from '../../../src/contacts/vocabulary/prefilter.js';
import { emailEntry, idEntry, NOT_PLAIN } from '../../../src/fast/cells/cell-table.js';
import { holdsNoContact } from '../../../src/fast/cells/no-contact.js';
import { mayBeShortWord } from '../../../src/fast/cells/short-words.js';

const RUNS = { numRuns: 20_000 };

/** Asks about a cell that stands between others. */
function ofBytes(ask: (bytes: Buffer, start: number, end: number) => boolean, cell: string): boolean {
  const bytes = Buffer.from(`9,${cell},@`);
  return ask(bytes, 2, bytes.length - 2);
}

const isPlainEmail = (bytes: Buffer, start: number, end: number): boolean =>
  emailEntry(bytes, start, end) !== NOT_PLAIN;
const isPlainId = (bytes: Buffer, start: number, end: number): boolean =>
  idEntry(bytes, start, end) !== NOT_PLAIN;

function soup(pieces: readonly string[], most: number): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: most })
    .map((parts) => parts.join(''));
}

test('the short way through an email cell answers as the long one', () => {
  const cells = soup(['ann', 'Bo', '.', '-', '_', '@', '@x', 'example', '.com', '7', 'xn--', ' ', 'é'], 7);
  fc.assert(
    fc.property(cells, (cell) => {
      const simple = readPlainEmail(cell);
      if (simple !== null) expect(simple).toEqual(readEmailInFull(cell));
      expect(readEmailCell(cell)).toEqual(readEmailInFull(cell));
    }),
    RUNS,
  );
  expect(readPlainEmail('Ann.Example-7@mail.example.co.uk')).not.toBeNull();
});

describe('a plain email cell', () => {
  const local = soup(['ann', 'Bo', '.', '-', '_', '7', '+', 'é', ' '], 3);
  const domain = soup(['example', '.com', '.co.uk', '.', '-', 'xn--', '7', 'c', ';', '@'], 3);
  const cells = fc.tuple(local, fc.constantFrom('@', '@', ''), domain).map((parts) => parts.join(''));

  test('holds one address and nothing else', () => {
    let plain = 0;
    fc.assert(
      fc.property(cells, (cell) => {
        if (!ofBytes(isPlainEmail, cell)) return;
        plain += 1;
        const { points, residue, isPlain } = readEmailInFull(cell);
        expect(points).toMatchObject([{ kind: 'email', address: cell.toLowerCase() }]);
        expect([residue, isPlain]).toEqual(['', true]);
      }),
      RUNS,
    );
    expect(plain).toBeGreaterThan(100);
  });

  test('is no evidence of a telephone number, and holds no words', () => {
    const parts = soup(['07700900017', '0', '44', '7700', '900', 'call', '.', '-', '_', 'tel'], 5);
    let plain = 0;
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const cell = `${one}@${other.replaceAll('_', '')}.example.com`;
        if (!ofBytes(isPlainEmail, cell)) return;
        plain += 1;
        expect([phoneEvidence(cell), readEmailInFull(cell).residue], cell).toEqual([null, '']);
      }),
      RUNS,
    );
    expect(plain).toBeGreaterThan(1000);
  });

  test.each(['ann.example@example.org', 'A_B-7@mail.example.co.uk'])('%s is one', (cell) => {
    expect(ofBytes(isPlainEmail, cell)).toBe(true);
  });
});

test('a plain person_id is compared as it stands', () => {
  const columns = resolveColumns(['person_id'], [], 'list.csv');
  let plain = 0;
  fc.assert(
    fc.property(
      soup(['A', 'b', '0', '0', '1', '7', '-', '_', '.0', '#', "'", ' ', 'n/a', 'none', 'é'], 6),
      (cell) => {
        if (!ofBytes(isPlainId, cell)) return;
        plain += 1;
        const record = { cells: [cell], line: 2, damage: null };
        const batch = batchOf(
          recordsOf([record]),
          { width: 1, places: null },
          { name: null, fileName: 'list.csv', optOuts: [] },
        );
        expect(readPersonId(columns, batch, 0)).toBe(cell);
      },
    ),
    RUNS,
  );
  expect(plain).toBeGreaterThan(1000);
});

test('a cell in which no contact can stand holds no number', () => {
  fc.assert(
    fc.property(soup(['0', '7', '7700', '900', ' ', '-', 'ref', '/', '123'], 8), (cell) => {
      if (!ofBytes(holdsNoContact, cell)) return;
      expect(readPhoneCell(cell).points.some(({ kind }) => kind === 'number')).toBe(false);
    }),
    RUNS,
  );
});

describe('a text without a word of any phrase', () => {
  const WORDS =
    "do|not|n't|don't|dont|don|t|call|ring|phone|never|contact|no|calls|texts|please|stop|stopped|remove|removed|from|the|list|opt|out|opted|d|n|c|r|i|p|dec|d'd|late|died|passed|away|wrong|number|email|only|tps|ctps|right|to|be|forgotten|wants|asked|us|objected|peidio|dim|galw|unsub|leave|me|alone|who|under|any|circumstances|must|High|Street|12|O'Neil|rip|off|Decca|Nott|T.P.S.|D.N.C".split(
      '|',
    );
  const SIGNS = [' ', ' ', ' ', ' ', '-', ', ', '; ', '. ', '(', ')', ' - ', '/', '_', "'", '\n', '’', ' é '];
  const texts = fc
    .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...SIGNS), fc.boolean()), {
      minLength: 1,
      maxLength: 7,
    })
    .map((parts) =>
      parts.map(([word, sign, isLoud]) => (isLoud ? word.toUpperCase() : word) + sign).join(''),
    );

  test('holds none of them', () => {
    let without = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const bytesMayHold = ofBytes(scanForWords, text);
        expect(mayHoldWordsIn(text)).toBe(bytesMayHold);
        if (bytesMayHold) return;
        without += 1;
        expect([findWordsClosely(text), findWordsInNameClosely(text)], text).toEqual([[], []]);
      }),
      { numRuns: 50_000 },
    );
    expect(without).toBeGreaterThan(1000);
  });

  test.each(['12 High Street', 'Northfield', "O'Neil"])('`%s` need not be read', (text) => {
    expect(ofBytes(scanForWords, text)).toBe(false);
  });
});

test('a cell that can be no short word is no placeholder and no answer', () => {
  const cells = soup(
    [
      'n/a',
      'N',
      'o',
      'not',
      ' ',
      '  ',
      'recorded',
      'set',
      'yes',
      'True',
      '1',
      '.0',
      '"',
      '[x]',
      'un',
      'known',
      'ticked',
      '-',
      "'",
    ],
    4,
  );
  fc.assert(
    fc.property(cells, (cell) => {
      if (ofBytes(mayBeShortWord, cell)) return;
      expect([isPlaceholder(cell), isBareAnswer(cell)], cell).toEqual([false, false]);
    }),
    RUNS,
  );
  expect(ofBytes(mayBeShortWord, 'Northfield')).toBe(false);
});

describe('a filter of keys', () => {
  const numbers = fc.integer({ min: 100_000_000, max: 9_999_999_999 });

  test('knows every key that was added', () => {
    fc.assert(
      fc.property(fc.array(numbers), fc.array(fc.stringMatching(/^[a-z0-9.@_-]{1,30}$/)), (held, texts) => {
        const filter = KeyFilter.for(100_000);
        for (const number of held) filter.add(`+44${number}`);
        for (const text of texts) filter.add(text);
        for (const found of [filter, filter.shrunk(), KeyFilter.of(filter.shrunk().share())]) {
          for (const number of held) expect(found.mayHoldNumber(number)).toBe(true);
          for (const text of texts) {
            const bytes = Buffer.from(text.toUpperCase());
            expect(found.mayHoldText(bytes, 0, bytes.length, true)).toBe(true);
          }
          expect(found.isEmpty()).toBe(held.length + texts.length === 0);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('lets few others through', () => {
    const filter = KeyFilter.for(1_000_000);
    for (let key = 0; key < 100_000; key += 1) {
      filter.add(`+447${700_000_000 + key}`);
      filter.add(`ann${key}@example.com`);
    }
    for (const found of [filter, filter.shrunk()]) {
      let through = 0;
      for (let key = 0; key < 100_000; key += 1) {
        if (found.mayHoldNumber(7_800_000_000 + key)) through += 1;
        const bytes = Buffer.from(`bo${key}@example.com`);
        if (found.mayHoldText(bytes, 0, bytes.length, false)) through += 1;
      }
      expect(through).toBeLessThan(4000);
    }
  });
});
