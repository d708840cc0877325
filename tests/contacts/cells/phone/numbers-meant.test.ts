import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countPossibleDigits,
  mayHoldDigits,
  numbersMeant,
} from '../../../../src/contacts/cells/phone/numbers-meant.js';

describe('an opt-out binds every number that the cell may mean', () => {
  test.for<[string, string[]]>([
    ['O7700 900123', ['+447700900123']],
    ['O77OO 9OO123', ['+447700900123']],
    ['l7700 900123', ['+447700900123']],
    ['M7700900123', ['+447700900123']],
    ['0161 496 0123/4', ['+441614960123', '+441614960124']],
    ['0161 496 0123-4', ['+441614960123', '+441614960124']],
    ['0161 496 0123 - 0124', ['+441614960123', '+441614960124']],
    ['0161 496 0123/4/5', ['+441614960123', '+441614960124', '+441614960125']],
    ['01632 960123 (day) 960124 (eve)', ['+441632960123', '+441632960124']],
    ['01632, 960123, 960124', ['+441632960123', '+441632960124']],
    ['077009001234', ['+447700900123']],
    ['07700 900123 2', ['+447700900123']],
    ['07700 900123 12 High Street', ['+447700900123']],
    ['12/03/2026 07700 900123', ['+447700900123']],
    ['0770090012307700900124', ['+447700900123', '+447700900124']],
    ['4477009001234477009001', ['+447700900123']],
    ['1) 07700 900123 2) 07700 900124', ['+447700900123', '+447700900124']],
    ['0447700900123', ['+447700900123']],
    ['000447700900123', ['+447700900123']],
    ['\uff10\uff17\uff17\uff10\uff10 900123 2', ['+447700900123']],
    ['07700 90012 3 rings', ['+447700900123', '+44770090012']],
    ['01632, 96012, 3', ['+441632960123', '+44163296012']],
  ])('`%s`', ([cell, numbers]) => {
    expect(numbersMeant(cell)).toEqual(expect.arrayContaining(numbers));
  });

  test.for(['', 'see above', '999', '12 High Street', '51.5074', '+61 491 570 156 7'])(
    'none in `%s`',
    (cell) => {
      expect(numbersMeant(cell)).toEqual([]);
    },
  );
});

test.for(['0', '44', '1 ', '01 ', '07700900123', 'O1', '1/'])('a hostile cell of `%s` is read', (part) => {
  const cell = `07700 900123 ${part.repeat(4096)}`.slice(0, 4096);
  expect(numbersMeant(cell)).toContain('+447700900123');
});

test('a scanFlags never misses digits that may be meant', () => {
  const sign = fc.constantFrom(
    ...'0123456789OoIlabZ .,-+()',
    '\uff11',
    '\u0661',
    'é',
    '\u200b',
    '\t',
    '&',
    '#',
    ';',
  );
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 24 }), (signs) => {
      const cell = signs.join('');
      const digits = countPossibleDigits(cell);
      for (const fewest of [1, 5, 9]) {
        if (digits >= fewest) expect(mayHoldDigits(cell, fewest)).toBe(true);
      }
    }),
    { numRuns: 20_000 },
  );
  expect(mayHoldDigits('12 Kiln Way', 9)).toBe(false);
});
