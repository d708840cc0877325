import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  birthday,
  daysBetween,
  earliest,
  type IsoDate,
  isIsoDate,
  parseIsoDate,
} from '../../src/screening/dates.js';
import { day } from './facts-for-tests.js';

test.for<[string]>([
  ['2026-11-24'],
  ['2028-02-29'],
  ['2000-02-29'],
  ['1900-02-28'],
  ['1900-01-01'],
  ['2199-12-31'],
])('%s is a day', ([text]) => {
  expect(isIsoDate(text)).toBe(true);
  expect(parseIsoDate(text)).toBe(text);
});

test.for<[string, string]>([
  ['2027-02-29', 'no leap year'],
  ['1900-02-29', 'no leap year either'],
  ['2026-04-31', 'April has 30 days'],
  ['2026-06-31', 'June has 30 days'],
  ['2026-09-31', 'September has 30 days'],
  ['2026-11-31', 'November has 30 days'],
  ['2026-00-10', 'no month'],
  ['2026-13-10', 'no month'],
  ['2026-11-00', 'no day'],
  ['2026-11-32', 'no day'],
  ['0000-01-01', 'no year'],
  ['0026-11-01', 'a slip of the keyboard'],
  ['1899-12-31', 'before anything here'],
  ['2200-01-01', 'after anything here'],
  ['9999-12-31', 'what some systems write for no day'],
  ['26-11-24', 'two digits of a year'],
  ['2026-1-4', 'one digit of a month'],
  ['24/11/2026', 'another way of writing'],
  ['2026-11-24T00:00:00Z', 'a moment, not a day'],
  [' 2026-11-24', 'a blank before it'],
  ['2026-11-24\n', 'a line end after it'],
  ['-2026-11-24', 'a sign'],
  ['', 'nothing'],
])('%j is no day: %s', ([text]) => {
  expect(parseIsoDate(text)).toBeUndefined();
});

test.for<[string, number, string]>([
  ['2026-11-24', 0, '2026-11-24'],
  ['2026-11-30', 1, '2026-12-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2027-01-01', -1, '2026-12-31'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2027-02-28', 1, '2027-03-01'],
  ['2026-10-24', 1, '2026-10-25'],
  ['2026-10-25', 1, '2026-10-26'],
  ['2026-03-28', 1, '2026-03-29'],
  ['2026-03-29', 1, '2026-03-30'],
  ['2026-06-25', 28, '2026-07-23'],
])('%s and %i days is %s', ([from, days, to]) => {
  expect(addDays(day(from), days)).toBe(to);
});

test.for<[string, string, number]>([
  ['2026-11-24', '2026-11-24', 0],
  ['2026-11-24', '2026-11-25', 1],
  ['2026-11-25', '2026-11-24', -1],
  ['2026-06-25', '2026-07-23', 28],
  ['2026-10-24', '2026-10-26', 2],
  ['2026-03-28', '2026-03-30', 2],
  ['2028-02-01', '2028-03-01', 29],
  ['2027-02-01', '2027-03-01', 28],
])('from %s to %s are %i days', ([from, to, days]) => {
  expect(daysBetween(day(from), day(to))).toBe(days);
});

test.for<[string, number, string]>([
  ['2026-05-24', 6, '2026-11-24'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-03-31', 6, '2026-09-30'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2028-02-29', 48, '2032-02-29'],
  ['2026-11-24', 24, '2028-11-24'],
  ['2026-11-24', 0, '2026-11-24'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-31', -2, '2025-11-30'],
])('%s and %i months is %s', ([from, months, to]) => {
  expect(addMonths(day(from), months)).toBe(to);
});

test.for<[string, number, string]>([
  ['2008-11-24', 18, '2026-11-24'],
  ['2008-02-29', 18, '2026-03-01'],
  ['2008-02-29', 20, '2028-02-29'],
  ['2008-02-28', 18, '2026-02-28'],
  ['2008-12-31', 18, '2026-12-31'],
])('somebody born on %s is %i on %s', ([born, years, reached]) => {
  expect(birthday(day(born), years)).toBe(reached);
});

test.for<[readonly (string | null)[], string | null]>([
  [[], null],
  [[null, null], null],
  [['2026-11-24'], '2026-11-24'],
  [[null, '2026-11-24', '2026-11-23', null, '2027-01-01'], '2026-11-23'],
])('the earliest of %j is %s', ([dates, first]) => {
  expect(earliest(dates.map((date) => (date === null ? null : day(date))))).toBe(first);
});

test.for<[string, IsoDate, string]>([
  ['a day after the last', addDays(day('2199-12-31'), 1), '2200-01-01'],
  ['a day before the first', addDays(day('1900-01-01'), -1), '1899-12-31'],
  ['a hundred years after the last', addMonths(day('2199-12-31'), 1200), '2299-12-31'],
  ['a birthday after the last', birthday(day('2190-01-01'), 18), '2208-01-01'],
])('days are reckoned beyond the years in which they are written: %s', ([, reckoned, expected]) => {
  expect(reckoned).toBe(expected);
});

test('no day is reckoned outside the calendar', () => {
  expect(() => addMonths(day('2199-12-31'), 12 * 9000)).toThrow(RangeError);
});

const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));
const SEED = { seed: 20261124, numRuns: 1000 };

test('days added can be counted, and taken away again', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (from, days) => {
      const to = addDays(from, days);
      expect([daysBetween(from, to), addDays(to, -days)]).toEqual([days, from]);
    }),
    SEED,
  );
});

test('days sort as text in the order of the calendar', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (one, other) => {
      expect(Math.sign(daysBetween(one, other))).toBe(one === other ? 0 : one < other ? 1 : -1);
    }),
    SEED,
  );
});

test('months added fall into the month that is meant, on the same day or its last', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 240 }), (from, months) => {
      const to = addMonths(from, months);
      const count = (date: IsoDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
      const isSameDay = to.slice(8) === from.slice(8);
      const isLastOfMonth = addDays(to, 1).slice(8) === '01' && to.slice(8) < from.slice(8);
      expect([count(to) - count(from), isSameDay || isLastOfMonth]).toEqual([months, true]);
    }),
    SEED,
  );
});
