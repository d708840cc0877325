import { expect, test } from 'vitest';
import { NOT_RECORDED, UNREADABLE } from '../../../../src/screening/contact.js';
import { retention } from '../../../../src/screening/rules/membership/retention.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { type Change, consent, day, FACTION, factsWith, recorded, toldBy } from '../../facts-for-tests.js';

/** A member who lapsed on 24 May 2026, on a list that is kept for six months after that. */
const LAPSED: Change = {
  list: { retention_months_after_lapse: 6 },
  membership: { status: recorded('lapsed'), endedOn: recorded(day('2026-05-24')) },
};

test.for<[string, string, string[]]>([
  ['the day before the last', '2026-11-22', []],
  ['the last day', '2026-11-23', []],
  ['the day on which the six months are over', '2026-11-24', ['bar retention-exceeded']],
])('a retention of six months: %s, %s', ([, callDate, lines]) => {
  expect(toldBy(retention, { ...LAPSED, callDate: day(callDate) })).toEqual(lines);
});

test.for<[string, Change, string[]]>([
  ['no stated retention, no finding', { ...LAPSED, list: { retention_months_after_lapse: null } }, []],
  [
    'a retention of no months is over at once',
    { ...LAPSED, list: { retention_months_after_lapse: 0 }, callDate: day('2026-05-24') },
    ['bar retention-exceeded'],
  ],
  ['no consent opens the bar', { ...LAPSED, ledger: [consent()] }, ['bar retention-exceeded']],
  [
    'it holds for contact that is no marketing',
    { ...LAPSED, campaign: { purpose: 'debt-recovery', contains_promotion: false } },
    ['bar retention-exceeded'],
  ],
  [
    'somebody who resigned is a former member',
    { ...LAPSED, membership: { ...LAPSED.membership, status: recorded('resigned') } },
    ['bar retention-exceeded'],
  ],
  [
    'somebody who was expelled is a former member',
    { ...LAPSED, membership: { ...LAPSED.membership, status: recorded('expelled') } },
    ['bar retention-exceeded'],
  ],
  [
    'an end without a status is the record of an ended membership',
    { ...LAPSED, membership: { ...LAPSED.membership, status: NOT_RECORDED } },
    ['bar retention-exceeded'],
  ],
  [
    'a current member is no former one',
    { ...LAPSED, membership: { ...LAPSED.membership, status: recorded('current') } },
    [],
  ],
  [
    'the stated period cannot be reckoned without the day of the end',
    { ...LAPSED, membership: { status: recorded('lapsed'), endedOn: NOT_RECORDED } },
    ['doubt membership-status-unknown'],
  ],
  [
    'nor from a day that nobody can read',
    { ...LAPSED, membership: { status: recorded('lapsed'), endedOn: UNREADABLE } },
    ['doubt membership-status-unknown'],
  ],
  [
    'the subscriber may be a person where the kind is unknown',
    { ...LAPSED, person: { subscriberKind: 'unknown' } },
    ['bar retention-exceeded'],
  ],
  ["a company's details are nobody's", { ...LAPSED, person: { subscriberKind: 'corporate' } }, []],
  [
    'a membership of another body has no retention here',
    { ...LAPSED, membership: { ...LAPSED.membership, controller: FACTION } },
    [],
  ],
  [
    'case and spacing of the body do not matter',
    { ...LAPSED, membership: { ...LAPSED.membership, controller: 'northfield  PARTY' } },
    ['bar retention-exceeded'],
  ],
  [
    'a membership under a declared alias of the body is a membership of it',
    {
      ...LAPSED,
      campaign: { controller_aliases: ['The Northfield Party'] },
      membership: { ...LAPSED.membership, controller: 'The Northfield Party' },
    },
    ['bar retention-exceeded'],
  ],
])('%s', ([, change, lines]) => {
  expect(toldBy(retention, change)).toEqual(lines);
});

test.for<[string, number, string | null]>([
  ['2026-05-24', 6, '2026-11-23'],
  ['2026-08-31', 6, '2027-02-27'],
  ['2027-08-31', 6, '2028-02-28'],
  ['2025-12-01', 24, '2027-11-30'],
])('a membership that ended on %s and is kept for %i months is kept up to %s', ([ended, months, last]) => {
  const facts = factsWith({
    list: { retention_months_after_lapse: months },
    membership: { status: recorded('lapsed'), endedOn: recorded(day(ended)) },
  });
  expect(retention.endsOn(facts)).toBe(last);
});

test.for<[string, Change]>([
  ['of a current member', { ...LAPSED, membership: { status: recorded('current') } }],
  ['where none is stated', { ...LAPSED, list: { retention_months_after_lapse: null } }],
  ['where the end is not known', { ...LAPSED, membership: { status: recorded('lapsed') } }],
])('no last day of retention %s', ([, change]) => {
  expect(retention.endsOn(factsWith(change))).toBeNull();
});

eachCodeHasItsWorld(retention.codes, {
  'retention-exceeded': {
    list: { retention_months_after_lapse: 6 },
    membership: { status: recorded('lapsed'), endedOn: recorded(day('2025-01-01')) },
  },
});
