import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counted, figures } from '../../../src/reports/words/count.js';

test('figures have their commas where the language puts them', () => {
  for (const count of [0, 7, 12, 999, 1000, 10_000, 999_999, 1_000_000, 2 ** 40]) {
    expect(figures(count)).toBe(count.toLocaleString('en-GB'));
  }
  fc.assert(fc.property(fc.maxSafeNat(), (count) => figures(count) === count.toLocaleString('en-GB')));
});

test('one of a thing is one', () => {
  expect(counted(1, 'number')).toBe('1 number');
  expect(counted(0, 'number')).toBe('0 numbers');
  expect(counted(1204, 'address', 'addresses')).toBe('1,204 addresses');
});
