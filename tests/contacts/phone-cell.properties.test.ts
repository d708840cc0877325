import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import { askPlan, standingOf } from '../../src/contacts/number-standing.js';
import { readPhoneCell } from '../../src/contacts/phone-cell.js';

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
  ...['\uff17', '\n', '#', ':', '1.5'],
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

test.for<[string, string]>([
  ['groups without end', '1 '.repeat(2000)],
  ['dots without end', '1.'.repeat(2000)],
  ['brackets without end', '(+'.repeat(2000)],
  ['words without end', 'ab1'.repeat(1300)],
  ['one word without end', `${'a'.repeat(4000)}@`],
])('a cell of %s is read in a moment', ([, cell]) => {
  const started = performance.now();
  readPhoneCell(cell);
  expect(performance.now() - started).toBeLessThan(1000);
});

describe('the standing of a UK number', () => {
  const national = fc
    .tuple(fc.constantFrom('1', '2', '3', '5', '7', '8'), fc.array(digit, { minLength: 8, maxLength: 9 }))
    .map(([first, rest]) => first + rest.join(''));

  test('is what the metadata says of the whole number', () => {
    fc.assert(
      fc.property(national, (number) => {
        const standing = standingOf(number);
        if (standing.kind === 'not-callable') return;
        const parsed = parsePhoneNumberFromString(`0${number}`, 'GB');
        if (number.startsWith('7700900')) return;
        if (standing.kind === 'callable') {
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
  return [...text.normalize('NFKC').replace(/[^\d]/g, '')];
}

function withoutZeroAt(digits: string, at: number): string {
  return digits[at] === '0' ? digits.slice(0, at) + digits.slice(at + 1) : digits;
}
