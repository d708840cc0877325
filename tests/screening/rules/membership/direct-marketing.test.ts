import { expect, test } from 'vitest';
import { isDirectMarketing, PURPOSES, type Purpose } from '../../../../src/screening/campaign.js';
import { directMarketing } from '../../../../src/screening/rules/membership/direct-marketing.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import {
  type Change,
  campaignWith,
  FACTION,
  MEMBERSHIP_BUSINESS,
  onChannel,
  recorded,
  SERVICE_CALL,
  toldBy,
} from '../../facts-for-tests.js';

const RESEARCH: Change = {
  campaign: { purpose: 'market-research', contains_promotion: false },
  research: { answers_reused_for_marketing: false },
};

test.for<[string, Change, string[]]>([
  ['a campaign call is marketing', {}, []],
  ['a service call is none', SERVICE_CALL, ['positive not-direct-marketing']],
  [
    'to recover a debt is none',
    { campaign: { purpose: 'debt-recovery', contains_promotion: false } },
    ['positive not-direct-marketing'],
  ],
  ['research is none', RESEARCH, ['positive market-research']],
  ['membership business with a current member is none', MEMBERSHIP_BUSINESS, ['positive membership-admin']],
  [
    'membership business with a lapsed member waits for a person',
    { ...MEMBERSHIP_BUSINESS, membership: { status: recorded('lapsed') } },
    ['doubt admin-purpose-lapsed-member'],
  ],
  [
    'membership business with somebody who resigned waits for a person',
    { ...MEMBERSHIP_BUSINESS, membership: { status: recorded('resigned') } },
    ['doubt admin-purpose-lapsed-member'],
  ],
  [
    'membership business with somebody who was expelled waits for a person',
    { ...MEMBERSHIP_BUSINESS, membership: { status: recorded('expelled') } },
    ['doubt admin-purpose-lapsed-member'],
  ],
  [
    'membership business that promotes something is marketing, and with a lapsed member still asked about',
    {
      campaign: { purpose: 'membership-admin', contains_promotion: true },
      membership: { status: recorded('lapsed') },
    },
    ['doubt admin-purpose-lapsed-member'],
  ],
  [
    "membership business with another body's member has nothing to rest on",
    { ...MEMBERSHIP_BUSINESS, membership: { controller: FACTION } },
    [],
  ],
  [
    'membership business with a registered supporter has nothing to rest on',
    { ...MEMBERSHIP_BUSINESS, membership: { status: recorded('registered-supporter') } },
    [],
  ],
])('%s', ([, change, lines]) => {
  expect(toldBy(directMarketing, change)).toEqual(lines);
});

const ALWAYS: readonly Purpose[] = ['political-campaign', 'fundraising', 'marketing', 'consent-request'];

test.for(PURPOSES.filter((purpose) => purpose !== 'election-address'))(
  'whether %s is marketing',
  (purpose) => {
    const whenPromoting = (contains_promotion: boolean | null) =>
      isDirectMarketing(campaignWith({ campaign: { purpose, contains_promotion } }));
    const answers = [whenPromoting(true), whenPromoting(null), whenPromoting(false)];
    expect(answers).toEqual([true, true, ALWAYS.includes(purpose)]);
  },
);

test.for<[boolean | null, boolean]>([
  [false, false],
  [true, true],
  [null, true],
])('research whose reuse for marketing is answered %s', ([answers_reused_for_marketing, isMarketing]) => {
  expect(isDirectMarketing(campaignWith({ ...RESEARCH, research: { answers_reused_for_marketing } }))).toBe(
    isMarketing,
  );
});

test('an election address is outside marketing as a letter only', () => {
  const purpose = 'election-address';
  expect(isDirectMarketing(campaignWith({ campaign: { purpose, channel: 'post' } }))).toBe(false);
  expect(isDirectMarketing(campaignWith({ campaign: { purpose, channel: 'live-call' } }))).toBe(true);
});

test('an election address by post has a law of its own to rest on', () => {
  expect(toldBy(directMarketing, { campaign: { purpose: 'election-address', channel: 'post' } })).toEqual([
    'positive election-address',
  ]);
});

eachCodeHasItsWorld(directMarketing.codes, {
  'not-direct-marketing': SERVICE_CALL,
  'membership-admin': MEMBERSHIP_BUSINESS,
  'market-research': { campaign: { purpose: 'market-research', contains_promotion: false } },
  'election-address': onChannel('post', { campaign: { purpose: 'election-address' } }),
  'admin-purpose-lapsed-member': { ...MEMBERSHIP_BUSINESS, membership: { status: recorded('lapsed') } },
});
