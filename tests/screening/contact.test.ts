import { expect, test } from 'vitest';
import {
  hasEnded,
  isPhoneNumber,
  mayBeIndividual,
  NOT_RECORDED,
  recordedValue,
  UNREADABLE,
} from '../../src/screening/contact.js';
import { recorded } from './facts-for-tests.js';

test.for<[string, boolean]>([
  ['+447700900123', true],
  ['+442079460123', true],
  ['+35312345678', true],
  ['447700900123', false],
  ['07700900123', false],
  ['+07700900123', false],
  ['+44 7700 900123', false],
  ['+44', false],
  ['+4477009001234567', false],
  ['+447700900123\n', false],
  ['', false],
])('%j has the form of E.164: %s', ([text, answer]) => {
  expect(isPhoneNumber(text)).toBe(answer);
});

test.for<['individual' | 'sole-trader' | 'partnership' | 'unknown' | 'corporate', boolean]>([
  ['individual', true],
  ['sole-trader', true],
  ['partnership', true],
  ['unknown', true],
  ['corporate', false],
])('the line of a subscriber that is %s may be that of a person: %s', ([kind, answer]) => {
  expect(mayBeIndividual(kind)).toBe(answer);
});

test.for<['lapsed' | 'resigned' | 'expelled' | 'current' | 'registered-supporter' | 'none', boolean]>([
  ['lapsed', true],
  ['resigned', true],
  ['expelled', true],
  ['current', false],
  ['registered-supporter', false],
  ['none', false],
])('a membership that is %s has ended: %s', ([status, answer]) => {
  expect(hasEnded(status)).toBe(answer);
});

test('only a cell that was read has a value', () => {
  expect(
    [recorded(true), recorded(false), NOT_RECORDED, UNREADABLE].map((cell) => recordedValue(cell)),
  ).toEqual([true, false, null, null]);
});
