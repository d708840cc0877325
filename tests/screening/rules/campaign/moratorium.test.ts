import { expect, test } from 'vitest';
import { moratorium } from '../../../../src/screening/rules/campaign/moratorium.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { campaignWith, day, factsWith, MEMBERSHIP_BUSINESS, toldBy } from '../../facts-for-tests.js';

const window = { from: day('2026-11-10'), to: day('2026-12-10'), exempt_purposes: [] };

test.for<[string, string, string[]]>([
  ['the day before the window', '2026-11-09', []],
  ['the first day of the window', '2026-11-10', ['gate block moratorium-window']],
  ['a day within the window', '2026-11-24', ['gate block moratorium-window']],
  ['the last day of the window', '2026-12-10', ['gate block moratorium-window']],
  ['the day after the window', '2026-12-11', []],
])('%s, %s', ([, callDate, lines]) => {
  expect(toldBy(moratorium, { callDate: day(callDate), campaign: { moratoria: [window] } })).toEqual(lines);
});

test('a window of one day holds on that day', () => {
  const oneDay = { ...window, from: day('2026-11-24'), to: day('2026-11-24') };
  expect(toldBy(moratorium, { campaign: { moratoria: [oneDay] } })).toEqual(['gate block moratorium-window']);
});

test('an exempt purpose goes on, another does not', () => {
  const moratoria = [{ ...window, exempt_purposes: ['membership-admin'] as const }];
  const business = { campaign: { ...MEMBERSHIP_BUSINESS.campaign, moratoria } };
  expect(toldBy(moratorium, business)).toEqual([]);
  expect(toldBy(moratorium, { campaign: { moratoria } })).toEqual(['gate block moratorium-window']);
});

test('the second of two windows holds as well as the first', () => {
  const past = { ...window, from: day('2026-01-01'), to: day('2026-01-31') };
  expect(toldBy(moratorium, { campaign: { moratoria: [past, window] } })).toEqual([
    'gate block moratorium-window',
  ]);
});

test('the finding tells the first and the last day', () => {
  const [finding] = moratorium.findings({
    campaign: campaignWith({ campaign: { moratoria: [window] } }),
    callDate: day('2026-11-24'),
    lastPlannedOn: null,
    isMarketing: true,
  });
  expect(finding?.detail).toEqual({ on: '2026-11-10', until: '2026-12-10' });
});

const later = { from: day('2027-03-01'), to: day('2027-03-31'), exempt_purposes: [] };

test.for<[string, string, string | null]>([
  ['before both windows, up to the day before the first', '2026-10-01', '2026-11-09'],
  ['on the eve of a window, that day', '2026-11-09', '2026-11-09'],
  ['after the first window, up to the day before the second', '2026-12-11', '2027-02-28'],
  ['after both windows, without an end', '2027-04-01', null],
])('contact may go on: %s', ([, callDate, lastDay]) => {
  const facts = factsWith({ callDate: day(callDate), campaign: { moratoria: [later, window] } });
  expect(moratorium.endsOn(facts)).toBe(lastDay);
});

test('a window that exempts the purpose ends nothing', () => {
  const exempt = { ...window, exempt_purposes: ['political-campaign'] as const };
  const facts = factsWith({ callDate: day('2026-10-01'), campaign: { moratoria: [exempt] } });
  expect(moratorium.endsOn(facts)).toBeNull();
});

eachCodeHasItsWorld(moratorium.codes, {
  'moratorium-window': {
    campaign: { moratoria: [{ from: day('2026-11-24'), to: day('2026-11-24'), exempt_purposes: [] }] },
  },
});
