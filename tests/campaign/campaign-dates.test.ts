import { describe, expect, test } from 'vitest';
import { resolveCallDate } from '../../src/campaign/campaign-dates.js';
import { UserError } from '../../src/errors.js';
import { type IsoDate, parseIsoDate } from '../../src/screening/dates.js';

function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new RangeError(`${text} is no day`);
  return date;
}

const today = day('2026-11-22');
const planned = (first: string | null, last: string | null) => ({
  dates: { first: first === null ? null : day(first), last: last === null ? null : day(last) },
});

describe('for which day a list is judged', () => {
  test.for<[string, string | null, string | null, string | null, [string, boolean, string | null]]>([
    ['without dates: today', null, null, null, ['2026-11-22', false, null]],
    ['first day tomorrow: tomorrow', '2026-11-23', '2026-12-10', null, ['2026-11-23', false, '2026-12-10']],
    ['first day today: today', '2026-11-22', '2026-12-10', null, ['2026-11-22', false, '2026-12-10']],
    ['first day yesterday: today', '2026-11-21', '2026-12-10', null, ['2026-11-22', false, '2026-12-10']],
    [
      'last day today: today, the last time',
      '2026-11-01',
      '2026-11-22',
      null,
      ['2026-11-22', false, '2026-11-22'],
    ],
    ['a first day alone has no end', '2026-11-23', null, null, ['2026-11-23', false, null]],
    ['a first day alone in the past: today', '2026-01-01', null, null, ['2026-11-22', false, null]],
    ['a last day alone: today', null, '2026-11-22', null, ['2026-11-22', false, '2026-11-22']],
    [
      'an explicit day beats the first planned one',
      '2026-11-25',
      '2026-12-10',
      '2026-11-30',
      ['2026-11-30', false, '2026-12-10'],
    ],
    ['an explicit today is no replay', null, null, '2026-11-22', ['2026-11-22', false, null]],
    ['an explicit yesterday is a replay', null, null, '2026-11-21', ['2026-11-21', true, null]],
    [
      'an explicit day beats a campaign that is over',
      '2026-10-01',
      '2026-10-31',
      '2026-10-31',
      ['2026-10-31', true, '2026-10-31'],
    ],
    [
      'an explicit day after the last planned one is not ended by it',
      '2026-10-01',
      '2026-10-31',
      '2026-11-30',
      ['2026-11-30', false, null],
    ],
  ])('%s', ([, first, last, on, [callDate, isReplay, lastPlannedDay]]) => {
    expect(resolveCallDate(planned(first, last), today, on === null ? null : day(on))).toEqual({
      callDate,
      isReplay,
      lastPlannedDay,
    });
  });

  test.for<[string, string | null]>([
    ['a campaign that ended yesterday is refused', '2026-11-01'],
    ['a last day alone that was yesterday is refused', null],
  ])('%s', ([, first]) => {
    const resolve = () => resolveCallDate(planned(first, '2026-11-21'), today, null);
    expect(resolve).toThrow(UserError);
    expect(resolve).toThrow(/`dates\.last` 2026-11-21, is before today \(2026-11-22\).*`--on 2026-11-21`/);
  });
});
