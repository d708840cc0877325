import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import { askPlan, numberStatusOf } from '../../../../src/contacts/cells/phone/number-status.js';
import { type PhoneReading, readPhoneCell } from '../../../../src/contacts/cells/phone/phone-cell.js';

const digit = fc.constantFrom(...'0123456789');
const pieces = fc.constantFrom(
  ...['07700 900123', '+44', '0044', '(0)', '0114 496 0123', '44', '7', '0', '12', '3pm', 'x12', ' ext 4 '],
  ...[
    ' ',
    '  ',
    '-',
    '.',
    '/',
    ',',
    ';',
    '(',
    ')',
    '+',
    'E+11',
    '.0',
    'or',
    'do not call',
    '@example.org',
    '\u00a0',
  ],
  ...['\uff17', '\u0967', '\u3007', '\n', '#', ':', '1.5', 'O', 'l', 'x', '?', 'TQ ', 'e1'],
  ...['12/03/2026', '2026-03-12', '3:15', '02/08/', '(3)'],
);
const invisible = fc.constantFrom(
  '\u200b',
  '\u200d',
  '\u200e',
  '\u202a',
  '\u202c',
  '\u2060',
  '\u2066',
  '\ufeff',
  '\u00ad',
);
const cells = fc.array(fc.oneof(pieces, digit), { maxLength: 14 }).map((parts) => parts.join(''));

describe('whatever stands in a phone cell', () => {
  test('no digit is dropped: each stands in a number that was read or in the residue', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        const { points, residue } = readPhoneCell(cell);
        const numbers = points.filter(({ kind }) => kind === 'number');
        const kept = `${numbers.map(({ text }) => text).join(' ')} ${residue}`;
        // A number that stands twice comes once, so that only the kinds of digits can be compared.
        for (const found of digitsOf(cell)) expect(digitsOf(kept)).toContain(found);
      }),
      { numRuns: 3000 },
    );
  });

  test('a number is made of all the digits of its piece, and of no others', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        for (const point of readPhoneCell(cell).points) {
          if (point.kind !== 'number' || point.repairs.includes('scientific-notation')) continue;
          const digits = digitsOf(point.text).join('').replace(/^0+/, '');
          // A trunk zero may stand behind the country code.
          const isWhole = [digits, `44${digits}`].some((whole) =>
            [0, 1, 2, 3].some(
              (at) => whole === point.number.slice(1) || withoutZeroAt(whole, at) === point.number.slice(1),
            ),
          );
          expect(isWhole ? 'whole' : cell).toBe('whole');
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('a cell with anything in it has a point, and reading it again gives the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (cell) => {
        const reading = readPhoneCell(cell);
        expect(readPhoneCell(cell)).toEqual(reading);
        if (/[a-z]{5}|\d{5}/.test(cell)) expect(reading.points.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('no string of characters', () => {
  test('throws, or is read otherwise the second time', () => {
    const strings = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 2 })), { maxLength: 12 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(strings, (cell) => {
        expect(readPhoneCell(cell)).toEqual(readPhoneCell(cell));
      }),
      { numRuns: 5000 },
    );
  });

  test('is read otherwise for characters that nobody sees', () => {
    const places = fc.array(fc.tuple(fc.nat(), invisible), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(cells, places, (cell, inserted) => {
        const dressed = inserted.reduce((text, [at, sign]) => {
          const place = at % (text.length + 1);
          return text.slice(0, place) + sign + text.slice(place);
        }, cell);
        expect(withoutInvisible(readPhoneCell(dressed))).toEqual(withoutInvisible(readPhoneCell(cell)));
      }),
      { numRuns: 3000 },
    );
  });
});

/**
 * No pattern may try again and again where a cell is made to provoke it: one that did would not come back
 * before the test is given up. A longer cell is not looked into at all.
 */
describe('a hostile cell as long as any that is read', () => {
  const LONGEST = 4096;
  test.for<[string, string]>([
    ['groups', '1 '],
    ['dots', '1.'],
    ['open brackets and signs', '(+'],
    ['words and digits', 'ab1'],
    ['one word', 'a'],
    ['blanks behind a digit', ' '],
    ['dashes between letters', 'a-'],
    ['dates', '1/1/20 '],
    ['days', '12/'],
    ['years', '2026-'],
    ['clocks', '12:30 '],
    ['extensions', '1 x '],
    ['powers', '1e+'],
    ['commas', '1,'],
    ['web addresses', 'http://'],
    ['at signs', 'a@'],
    ['letters like digits', 'O1'],
    ['whole numbers', '07700900123 '],
    ['superscripts', '\u00b2 '],
  ])('of %s is read, and every digit is kept', ([, part]) => {
    const cell = `07700 900123${part.repeat(LONGEST)}`.slice(0, LONGEST - 1);
    for (const hostile of [`${cell}@`, `${cell}1`, `${cell}z`]) {
      const { points, residue } = readPhoneCell(hostile);
      expect(points.length).toBeGreaterThan(0);
      const kept = `${points.map((point) => point.text).join(' ')} ${residue}`;
      for (const found of new Set(digitsOf(hostile))) expect(digitsOf(kept)).toContain(found);
    }
  });

  test.for(['1', 'a@', '07700 900123 '])('and one that is longer is left whole to a person: %s', (part) => {
    const cell = part.repeat(LONGEST).slice(0, LONGEST + 1);
    expect(readPhoneCell(cell)).toEqual({
      points: [{ kind: 'unreadable', problem: 'number-invalid', text: cell }],
      residue: cell,
      isPlain: false,
    });
  });
});

describe('the numberStatus of a UK number', () => {
  const national = fc
    .tuple(fc.constantFrom('1', '2', '3', '5', '7', '8'), fc.array(digit, { minLength: 8, maxLength: 9 }))
    .map(([first, rest]) => first + rest.join(''));

  test('is what the metadata says of the whole number', () => {
    fc.assert(
      fc.property(national, (number) => {
        const numberStatus = numberStatusOf(number);
        if (numberStatus.kind === 'not-callable') return;
        const parsed = parsePhoneNumberFromString(`0${number}`, 'GB');
        if (number.startsWith('7700900')) return;
        if (numberStatus.kind === 'callable') {
          expect([parsed?.number, parsed?.isValid(), parsed?.country]).toEqual([`+44${number}`, true, 'GB']);
        } else {
          expect(parsed?.isValid() === true && parsed.country === 'GB').toBe(false);
        }
      }),
      { numRuns: 20_000 },
    );
  });

  test('is decided by the length and the first six digits, so that it may be remembered by them', () => {
    fc.assert(
      fc.property(national, fc.array(digit, { minLength: 4, maxLength: 4 }), (number, others) => {
        const other = number.slice(0, 6) + others.join('').slice(0, number.length - 6);
        const isDrama = (text: string): boolean => /^(?:7700900|1632960|1154960)/.test(text);
        if (isDrama(number) || isDrama(other)) return;
        expect(askPlan(other)).toEqual(askPlan(number));
      }),
      { numRuns: 20_000 },
    );
  });
});

function digitsOf(text: string): readonly string[] {
  return [...text.normalize('NFKC').replaceAll('\u0967', '1').replace(/[^\d]/g, '')];
}

/** A reading in which the text of the cell stands without what nobody sees, and is plain for no reason of that. */
function withoutInvisible({ points, residue }: PhoneReading): object {
  const seen = (text: string): string => text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').trim();
  return { points: points.map((point) => ({ ...point, text: seen(point.text) })), residue: seen(residue) };
}

function withoutZeroAt(digits: string, at: number): string {
  return digits[at] === '0' ? digits.slice(0, at) + digits.slice(at + 1) : digits;
}
