import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { londonDay } from '../src/clock.js';

describe('the day in London', () => {
  test.for<[moment: string, day: string]>([
    // Summer time of 2026: from 29 March to 25 October, each at 01:00 UTC.
    ['2026-03-28T23:59:59Z', '2026-03-28'],
    ['2026-03-29T22:59:59Z', '2026-03-29'],
    ['2026-03-29T23:00:00Z', '2026-03-30'],
    ['2026-06-30T22:30:00Z', '2026-06-30'],
    ['2026-06-30T23:30:00Z', '2026-07-01'],
    ['2026-10-24T23:00:00Z', '2026-10-25'],
    ['2026-10-25T23:59:59Z', '2026-10-25'],
    ['2026-12-31T23:59:59Z', '2026-12-31'],
    ['2027-01-01T00:00:00Z', '2027-01-01'],
  ])('at %s is %s', ([moment, day]) => {
    expect(londonDay(new Date(moment))).toBe(day);
  });

  test('is what the time zone says of any moment', () => {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('1900-01-01T03:00:00Z'),
          max: new Date('2199-12-31T20:00:00Z'),
          noInvalidDate: true,
        }),
        fc.constantFrom(null, 0, 1, 21, 22, 23),
        (moment, hour) => {
          if (hour !== null) moment.setUTCHours(hour);
          expect(londonDay(moment)).toBe(format.format(moment));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('is refused outside the years that a date may have', () => {
    expect(() => londonDay(new Date('1899-12-31T12:00:00Z'))).toThrow('outside the years 1900 to 2199');
    expect(() => londonDay(new Date('2200-01-01T12:00:00Z'))).toThrow('outside the years 1900 to 2199');
  });
});
