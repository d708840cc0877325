import { expect, test } from 'vitest';
import { NOT_RECORDED, UNREADABLE } from '../../../../src/screening/contact.js';
import { membershipStatus } from '../../../../src/screening/rules/membership/membership-status.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import {
  type Change,
  day,
  FACTION,
  FACTION_RINGS_PARTY_MEMBERS,
  factsWith,
  MEMBERSHIP_BUSINESS,
  recorded,
  toldBy,
} from '../../facts-for-tests.js';

const UNKNOWN = ['doubt membership-status-unknown'];

test.for<[string, Change, string[]]>([
  ['a current member of a membership list', {}, []],
  ['a lapsed member of a membership list', { membership: { status: recorded('lapsed') } }, []],
  ['no status on a membership list', { membership: { status: NOT_RECORDED } }, UNKNOWN],
  ['a status nobody can read on a membership list', { membership: { status: UNREADABLE } }, UNKNOWN],
  [
    'no status on another list',
    { list: { source: 'own-records' }, membership: { status: NOT_RECORDED } },
    [],
  ],
  [
    'a status nobody can read on another list',
    { list: { source: 'own-records' }, membership: { status: UNREADABLE } },
    UNKNOWN,
  ],
  [
    'an end that nobody can read, without a status, on another list',
    { list: { source: 'own-records' }, membership: { status: NOT_RECORDED, endedOn: UNREADABLE } },
    UNKNOWN,
  ],
  [
    'a current member whose end is in the past',
    { membership: { endedOn: recorded(day('2026-11-23')) } },
    UNKNOWN,
  ],
  [
    'a current member whose end is the day of the call',
    { membership: { endedOn: recorded(day('2026-11-24')) } },
    UNKNOWN,
  ],
  ['a current member whose end is to come', { membership: { endedOn: recorded(day('2026-11-25')) } }, []],
  ['a current member with an end that nobody can read', { membership: { endedOn: UNREADABLE } }, UNKNOWN],
  [
    'a current member whose end is in the past, on another list',
    { list: { source: 'own-records' }, membership: { endedOn: recorded(day('2026-11-23')) } },
    UNKNOWN,
  ],
])('%s', ([, change, lines]) => {
  expect(toldBy(membershipStatus, change)).toEqual(lines);
});

test.for<[string, Change, string[]]>([
  ['a current member', {}, []],
  ['a lapsed member, whom another rule judges', { membership: { status: recorded('lapsed') } }, []],
  ['a registered supporter', { membership: { status: recorded('registered-supporter') } }, UNKNOWN],
  ["nobody's member", { membership: { status: recorded('none') } }, UNKNOWN],
  [
    'no status on a list of another source',
    { list: { source: 'own-records' }, membership: { status: NOT_RECORDED } },
    UNKNOWN,
  ],
  ['a member of another body', { membership: { controller: FACTION } }, UNKNOWN],
  [
    "a member on another body's list",
    { ...FACTION_RINGS_PARTY_MEMBERS, campaign: { controller: FACTION } },
    UNKNOWN,
  ],
])('membership business with %s', ([, change, lines]) => {
  const campaign = { ...change.campaign, ...MEMBERSHIP_BUSINESS.campaign };
  expect(toldBy(membershipStatus, { ...change, campaign })).toEqual(lines);
});

test.for<[string, Change['membership'], string | null]>([
  ['current, with an end to come', { endedOn: recorded(day('2026-12-01')) }, '2026-11-30'],
  ['current, with an end tomorrow', { endedOn: recorded(day('2026-11-25')) }, '2026-11-24'],
  ['current, with an end in the past', { endedOn: recorded(day('2026-11-24')) }, null],
  ['current, without an end', { endedOn: NOT_RECORDED }, null],
  [
    'lapsed, with an end to come',
    { status: recorded('lapsed'), endedOn: recorded(day('2026-12-01')) },
    '2026-11-30',
  ],
])('the last day of a membership that is %s', ([, membership, lastDay]) => {
  expect(membershipStatus.endsOn(factsWith({ membership: { ...membership } }))).toBe(lastDay);
});

eachCodeHasItsWorld(membershipStatus.codes, {
  'membership-status-unknown': { membership: { status: UNREADABLE } },
});
