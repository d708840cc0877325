import { expect, test } from 'vitest';
import { NOT_RECORDED } from '../../../../src/screening/contact.js';
import { lapsedMembership } from '../../../../src/screening/rules/membership/lapsed-membership.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { type Change, day, FACTION, recorded, toldBy } from '../../facts-for-tests.js';

const LAPSED: Change = {
  list: { post_lapse_notice: false },
  membership: { status: recorded('lapsed'), endedOn: recorded(day('2026-05-24')) },
};

test.for<[string, Change, string[]]>([
  ['a current member needs no such notice', { list: { post_lapse_notice: false } }, []],
  ['a lapsed member without a notice waits for a person', LAPSED, ['doubt lapsed-no-post-lapse-notice']],
  [
    'somebody who resigned waits for a person',
    { ...LAPSED, membership: { status: recorded('resigned') } },
    ['doubt lapsed-no-post-lapse-notice'],
  ],
  [
    'somebody who was expelled waits for a person',
    { ...LAPSED, membership: { status: recorded('expelled') } },
    ['doubt lapsed-no-post-lapse-notice'],
  ],
  ['a lapsed member who was told of it may be rung', { ...LAPSED, list: { post_lapse_notice: true } }, []],
  [
    'nobody has said whether members were told: the row waits for a person',
    { ...LAPSED, list: { post_lapse_notice: null } },
    ['doubt campaign-fact-missing'],
  ],
  [
    'an end without a status is the record of an ended membership',
    { ...LAPSED, membership: { status: NOT_RECORDED, endedOn: recorded(day('2026-05-24')) } },
    ['doubt lapsed-no-post-lapse-notice'],
  ],
  [
    'a registered supporter has not ended a membership',
    { ...LAPSED, membership: { status: recorded('registered-supporter') } },
    [],
  ],
  [
    'a membership of another body than the list owner is not asked about',
    { ...LAPSED, membership: { ...LAPSED.membership, controller: FACTION } },
    [],
  ],
  [
    'a membership under a declared alias of the list owner is a membership of it',
    {
      ...LAPSED,
      campaign: { controller_aliases: ['The Northfield Party'] },
      membership: { ...LAPSED.membership, controller: 'The Northfield Party' },
    },
    ['doubt lapsed-no-post-lapse-notice'],
  ],
  [
    'a membership of the list owner is one of a list kept under its alias',
    {
      campaign: { controller_aliases: ['The Northfield Party'] },
      list: { post_lapse_notice: false, controller: 'The Northfield Party' },
      membership: { ...LAPSED.membership, controller: 'Northfield Party' },
    },
    ['doubt lapsed-no-post-lapse-notice'],
  ],
  [
    'it is asked of contact that is no marketing too',
    { ...LAPSED, campaign: { purpose: 'debt-recovery', contains_promotion: false } },
    ['doubt lapsed-no-post-lapse-notice'],
  ],
  [
    'the subscriber may be a person where the kind is unknown',
    { ...LAPSED, person: { subscriberKind: 'unknown' } },
    ['doubt lapsed-no-post-lapse-notice'],
  ],
  ['a company is no member', { ...LAPSED, person: { subscriberKind: 'corporate' } }, []],
  [
    'a letter is asked about too',
    { ...LAPSED, campaign: { channel: 'post' } },
    ['doubt lapsed-no-post-lapse-notice'],
  ],
  ['an email is not', { ...LAPSED, campaign: { channel: 'email' } }, []],
])('%s', ([, change, lines]) => {
  expect(toldBy(lapsedMembership, change)).toEqual(lines);
});

eachCodeHasItsWorld(lapsedMembership.codes, {
  'lapsed-no-post-lapse-notice': {
    list: { post_lapse_notice: false },
    membership: { status: recorded('lapsed') },
  },
});
