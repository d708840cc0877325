import { expect, test } from 'vitest';
import { NOT_RECORDED, UNREADABLE } from '../../../../src/screening/contact.js';
import {
  standingWithCaller,
  standingWithListController,
} from '../../../../src/screening/rules/membership/membership.js';
import { type Change, day, FACTION, FIRM, factsWith, PARTY, recorded } from '../../facts-for-tests.js';

const ended = recorded(day('2026-05-24'));

test.for<[string, Change['membership'], string]>([
  ['current', { status: recorded('current') }, 'current'],
  ['lapsed', { status: recorded('lapsed') }, 'ended'],
  ['resigned', { status: recorded('resigned') }, 'ended'],
  ['expelled', { status: recorded('expelled') }, 'ended'],
  ['registered-supporter', { status: recorded('registered-supporter') }, 'no-member'],
  ['none', { status: recorded('none') }, 'no-member'],
  ['nothing', { status: NOT_RECORDED }, 'unknown'],
  ['what nobody can read', { status: UNREADABLE }, 'unknown'],
  ['registered-supporter, and an end', { status: recorded('registered-supporter'), endedOn: ended }, 'ended'],
  ['none, and an end', { status: recorded('none'), endedOn: ended }, 'ended'],
  [
    'none, and an end to come',
    { status: recorded('none'), endedOn: recorded(day('2027-05-24')) },
    'no-member',
  ],
  ['nothing, and an end to come', { status: NOT_RECORDED, endedOn: recorded(day('2027-05-24')) }, 'unknown'],
  ['no status, and an end', { status: NOT_RECORDED, endedOn: ended }, 'ended'],
  ['a status nobody can read, and an end', { status: UNREADABLE, endedOn: ended }, 'ended'],
])('a row that says %s', ([, membership, standing]) => {
  const facts = factsWith({ membership: { ...membership } });
  expect(standingWithCaller(facts)).toBe(standing);
  expect(standingWithListController(facts)).toBe(standing);
});

test.for<[string, Change, string, string]>([
  ['the list and the call are of one body', {}, 'current', 'current'],
  ['the row names that body', { membership: { controller: 'northfield PARTY' } }, 'current', 'current'],
  ['the row names another body', { membership: { controller: FACTION } }, 'unknown', 'unknown'],
  [
    "the list is another's, and the row names nobody",
    { campaign: { controller: FACTION } },
    'unknown',
    'current',
  ],
  [
    "the list is another's, and the row names the caller",
    { list: { controller: FIRM }, membership: { controller: PARTY } },
    'current',
    'unknown',
  ],
  [
    'the row names the caller by an alias',
    {
      campaign: { controller_aliases: ['The Northfield Party'] },
      membership: { controller: 'The Northfield Party' },
    },
    'current',
    'current',
  ],
  [
    'the row names the body, the list an alias of it',
    {
      campaign: { controller_aliases: ['The Northfield Party'] },
      list: { controller: 'The Northfield Party' },
      membership: { controller: PARTY },
    },
    'current',
    'current',
  ],
])('a membership counts for one body only: %s', ([, change, withCaller, withListController]) => {
  const facts = factsWith(change);
  expect(standingWithCaller(facts)).toBe(withCaller);
  expect(standingWithListController(facts)).toBe(withListController);
});
