import { describe, expect, test } from 'vitest';
import { CHANNELS, PURPOSES } from '../../src/screening/campaign.js';
import {
  type DeclaredFact,
  declaredFacts,
  type FactAnswer,
  isNeeded,
  openFacts,
} from '../../src/screening/facts.js';
import { reasons } from '../../src/screening/rules/index.js';
import {
  ANOTHERS_LIST,
  AUTHORISATION,
  type Change,
  campaignWith,
  FACTION,
  FIRM,
  PENSION_CALL,
} from './facts-for-tests.js';

function factOf(key: string): DeclaredFact {
  const fact = declaredFacts.find((candidate) => candidate.key === key);
  if (fact === undefined) throw new Error(`there is no such fact: ${key}`);
  return fact;
}

/** The table of the contract: fact, wrong answer, open. */
const TABLE: readonly [key: string, wrong: string, open: string][] = [
  ['calls.number_presented', 'block cli-withheld', 'review campaign-fact-missing'],
  ['calls.caller_identified', 'block caller-identity-missing', 'review campaign-fact-missing'],
  ['calls.leaves_voicemail', 'elsewhere', 'taken-as'],
  ['messages.opt_out_included', 'block opt-out-facility-missing', 'review campaign-fact-missing'],
  ['contains_promotion', 'elsewhere', 'taken-as'],
  ['list.source', 'elsewhere', 'review list-provenance-unknown'],
  ['list.controller_kind', 'elsewhere', 'review campaign-fact-missing'],
  ['list.authorised', 'block list-unauthorised', 'review campaign-fact-missing'],
  ['list.authorisation', 'elsewhere', 'review campaign-fact-missing'],
  ['list.privacy_notice_given', 'review privacy-notice-missing', 'review campaign-fact-missing'],
  ['list.post_lapse_notice', 'review lapsed-no-post-lapse-notice', 'review campaign-fact-missing'],
  ['processor.contract', 'block processor-contract-missing', 'block processor-contract-missing'],
  ['research.answers_reused_for_marketing', 'elsewhere', 'review research-script-unreviewed'],
  ['pensions.fca_authorised_or_trustee', 'block pension-call-restricted', 'review campaign-fact-missing'],
];

test('the table has the facts of the contract, in its order', () => {
  expect(declaredFacts.map(({ key }) => key)).toEqual(TABLE.map(([key]) => key));
});

test.for(TABLE)('%s: wrong is %s, open is %s', ([key, wrong, open]) => {
  const fact = factOf(key);
  expect(fact.wrong.effect === 'elsewhere' ? 'elsewhere' : `${fact.wrong.effect} ${fact.wrong.code}`).toBe(
    wrong,
  );
  expect(fact.open.effect === 'taken-as' ? 'taken-as' : `${fact.open.effect} ${fact.open.code}`).toBe(open);
});

test.for(declaredFacts)('$key asks a question in plain words', ({ question }) => {
  expect(question).toMatch(/^[A-Z][^?]+\?$/);
});

test.for(declaredFacts)('what $key does is catalogued as no less', ({ wrong, open }) => {
  for (const answer of [wrong, open]) {
    if (answer.effect === 'elsewhere' || answer.effect === 'taken-as') continue;
    expect(reasons[answer.code].effect).toBe(answer.effect);
  }
  expect([wrong.effect, open.effect]).not.toEqual(['elsewhere', 'elsewhere']);
});

describe('how the file answers', () => {
  test.for<[string, Change, FactAnswer]>([
    ['calls.number_presented', {}, 'wanted'],
    ['calls.number_presented', { calls: { number_presented: false } }, 'wrong'],
    ['calls.number_presented', { calls: { number_presented: null } }, 'open'],
    ['calls.caller_identified', {}, 'wanted'],
    ['calls.caller_identified', { calls: { caller_identified: false } }, 'wrong'],
    ['calls.caller_identified', { calls: { caller_identified: null } }, 'open'],
    ['calls.leaves_voicemail', {}, 'wanted'],
    ['calls.leaves_voicemail', { calls: { leaves_voicemail: true } }, 'wrong'],
    ['calls.leaves_voicemail', { calls: { leaves_voicemail: null } }, 'open'],
    ['messages.opt_out_included', {}, 'wanted'],
    ['messages.opt_out_included', { messages: { opt_out_included: false } }, 'wrong'],
    ['messages.opt_out_included', { messages: { opt_out_included: null } }, 'open'],
    ['contains_promotion', { campaign: { contains_promotion: false } }, 'wanted'],
    ['contains_promotion', { campaign: { contains_promotion: true } }, 'wrong'],
    ['contains_promotion', { campaign: { contains_promotion: null } }, 'open'],
    ['list.source', {}, 'wanted'],
    ['list.source', { list: { source: 'unknown' } }, 'open'],
    ['list.source', { list: { source: null } }, 'open'],
    ['list.controller_kind', { list: { controller_kind: 'other' } }, 'wanted'],
    ['list.controller_kind', { list: { controller_kind: 'political-party' } }, 'wrong'],
    ['list.controller_kind', { list: { controller_kind: 'religious-body' } }, 'wrong'],
    ['list.controller_kind', { list: { controller_kind: 'trade-union' } }, 'wrong'],
    ['list.controller_kind', { list: { controller_kind: null } }, 'open'],
    ['list.authorised', {}, 'wanted'],
    ['list.authorised', { list: { authorised: false } }, 'wrong'],
    ['list.authorised', { list: { authorised: null } }, 'open'],
    ['list.authorisation', { list: { authorisation: AUTHORISATION } }, 'wanted'],
    ['list.authorisation', { list: { authorisation: null } }, 'open'],
    ['list.privacy_notice_given', {}, 'wanted'],
    ['list.privacy_notice_given', { list: { privacy_notice_given: false } }, 'wrong'],
    ['list.privacy_notice_given', { list: { privacy_notice_given: null } }, 'open'],
    ['list.post_lapse_notice', {}, 'wanted'],
    ['list.post_lapse_notice', { list: { post_lapse_notice: false } }, 'wrong'],
    ['list.post_lapse_notice', { list: { post_lapse_notice: null } }, 'open'],
    [
      'processor.contract',
      { campaign: { processor: { name: FIRM, contract: 'DPA-2026-04', country: 'UK' } } },
      'wanted',
    ],
    [
      'processor.contract',
      { campaign: { processor: { name: FIRM, contract: null, country: 'UK' } } },
      'open',
    ],
    ['research.answers_reused_for_marketing', {}, 'wanted'],
    ['research.answers_reused_for_marketing', { research: { answers_reused_for_marketing: true } }, 'wrong'],
    ['research.answers_reused_for_marketing', { research: { answers_reused_for_marketing: null } }, 'open'],
    ['pensions.fca_authorised_or_trustee', {}, 'wanted'],
    ['pensions.fca_authorised_or_trustee', { pensions: { fca_authorised_or_trustee: false } }, 'wrong'],
    ['pensions.fca_authorised_or_trustee', { pensions: { fca_authorised_or_trustee: null } }, 'open'],
  ])('%s, %j: %s', ([key, change, answer]) => {
    expect(factOf(key).answer(campaignWith(change))).toBe(answer);
  });
});

describe('which campaign needs an answer', () => {
  test.for<[string, Change, boolean]>([
    ['list.controller_kind', {}, false],
    ['list.controller_kind', { list: { ...ANOTHERS_LIST, source: 'membership' } }, true],
    ['list.controller_kind', { campaign: { controller: FACTION } }, true],
    ['list.authorised', { list: { authorised: null } }, false],
    ['list.authorised', { list: { authorised: false } }, true],
    ['list.authorised', { list: { ...ANOTHERS_LIST, authorised: null } }, true],
    ['list.authorisation', {}, false],
    ['list.authorisation', { list: ANOTHERS_LIST }, true],
    ['processor.contract', {}, false],
    ['processor.contract', { campaign: { processor: { name: FIRM, contract: null, country: null } } }, true],
    ['pensions.fca_authorised_or_trustee', {}, false],
    ['pensions.fca_authorised_or_trustee', PENSION_CALL, true],
    ['list.source', {}, true],
    ['list.privacy_notice_given', {}, true],
  ])('%s, %j: %s', ([key, change, needed]) => {
    expect(isNeeded(factOf(key), campaignWith(change))).toBe(needed);
  });

  test.for<[string, readonly string[]]>([
    ['calls.number_presented', ['live-call', 'automated-call']],
    ['calls.caller_identified', ['live-call', 'automated-call', 'fax']],
    ['calls.leaves_voicemail', ['live-call']],
    ['messages.opt_out_included', ['sms', 'email', 'social-dm']],
    ['list.post_lapse_notice', ['live-call', 'post']],
    ['list.source', CHANNELS],
  ])('%s is needed for %j', ([key, channels]) => {
    const needing = CHANNELS.filter((channel) =>
      isNeeded(factOf(key), campaignWith({ campaign: { channel } })),
    );
    expect(needing).toEqual(channels);
  });

  test.for<[string, readonly string[]]>([
    ['contains_promotion', ['membership-admin', 'service', 'market-research', 'debt-recovery']],
    ['research.answers_reused_for_marketing', ['market-research']],
    ['list.source', PURPOSES],
  ])('%s is needed for %j', ([key, purposes]) => {
    const needing = PURPOSES.filter((purpose) =>
      isNeeded(factOf(key), campaignWith({ campaign: { purpose } })),
    );
    expect(needing).toEqual(purposes);
  });
});

test('a campaign that answers everything has no open facts', () => {
  expect(openFacts(campaignWith())).toEqual([]);
});

test('open facts are those that are needed and left open, in the order of the table', () => {
  const campaign = campaignWith({
    campaign: { purpose: 'membership-admin', contains_promotion: null },
    calls: { leaves_voicemail: null, number_presented: null },
    messages: { opt_out_included: null },
    list: { source: null, privacy_notice_given: null },
    pensions: { fca_authorised_or_trustee: null },
  });
  expect(openFacts(campaign).map(({ key }) => key)).toEqual([
    'calls.number_presented',
    'calls.leaves_voicemail',
    'contains_promotion',
    'list.source',
    'list.privacy_notice_given',
  ]);
});
