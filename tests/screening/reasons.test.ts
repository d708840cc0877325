import { describe, expect, test } from 'vitest';
import { UNREADABLE } from '../../src/screening/contact.js';
import type { Reason } from '../../src/screening/finding.js';
import { isReasonCode, type ReasonCode, reasonCodes } from '../../src/screening/precedence.js';
import type { ReasonInfo } from '../../src/screening/rule.js';
import { campaignRules, contactRules, reasons } from '../../src/screening/rules/index.js';
import { decide, type Verdict } from '../../src/screening/verdict/decide.js';
import {
  CHARITY_ASKS,
  type Change,
  CLAIMS_CALL,
  consent,
  day,
  existingClient,
  FACTION,
  FACTION_RINGS_PARTY_MEMBERS,
  FIRM,
  FIRM_RINGS,
  factsWith,
  indirectConsent,
  listed,
  MEMBERSHIP_BUSINESS,
  NOT_LOADED,
  notListed,
  objection,
  onChannel,
  outsideCoverage,
  PARTY,
  PENSION_CALL,
  POINTS,
  phone,
  preference,
  recorded,
  SERVICE_CALL,
  sale,
  support,
  THIS_PERSON,
  withdrawal,
  wrongNumber,
} from './facts-for-tests.js';

/** What all the rules make of a world. */
function verdictIn(change: Change): Verdict {
  const facts = factsWith(change);
  return decide(
    [
      ...campaignRules.flatMap((rule) => rule.findings(facts)),
      ...contactRules.flatMap((rule) => rule.findings(facts)),
    ],
    facts,
  );
}

const LISTED = { tps: listed() } as const;
const MESSAGES_LEFT = { calls: { leaves_voicemail: true } } as const;
const withNumber = (
  text: string,
  standing: Extract<Change['point'], { kind: 'number' }>['standing'],
): Change => ({
  point: { kind: 'number', number: phone(text), standing, repairs: [] },
});

/** For every code a world in which it is told. */
const worlds = {
  'campaign-fact-missing': { calls: { number_presented: null } },
  'moratorium-window': {
    campaign: { moratoria: [{ from: day('2026-11-24'), to: day('2026-11-24'), exempt_purposes: [] }] },
  },
  'processor-contract-missing': { campaign: { processor: { name: FIRM, contract: null, country: 'UK' } } },
  'transfer-undeclared-territory': {
    campaign: { processor: { name: FIRM, contract: 'DPA-2026-04', country: 'US' } },
  },
  'instigator-not-covered': { campaign: { instigator: FACTION } },
  'cli-withheld': { calls: { number_presented: false } },
  'caller-identity-missing': { calls: { caller_identified: false } },
  'opt-out-facility-missing': onChannel('email', { messages: { opt_out_included: false } }),
  'predictive-dialler-duty': { calls: { dialler: 'predictive' } },
  'list-unauthorised': { list: { authorised: false } },
  'list-provenance-unknown': { list: { source: 'unknown' } },
  'privacy-notice-missing': { list: { privacy_notice_given: false } },
  'number-matched-without-knowledge': { list: { source: 'number-matching' } },
  'research-script-unreviewed': {
    campaign: { purpose: 'market-research', contains_promotion: false },
    research: { answers_reused_for_marketing: null },
  },
  'special-category-disclosure': FACTION_RINGS_PARTY_MEMBERS,
  'referral-no-consent': onChannel('sms', { list: { source: 'referral' } }),
  'casework-data-reuse': { list: { source: 'casework' } },
  'retention-exceeded': {
    list: { retention_months_after_lapse: 6 },
    membership: { status: recorded('lapsed'), endedOn: recorded(day('2025-01-01')) },
  },
  deceased: { person: { deceased: recorded(true) } },
  'objection-number': { ledger: [objection()] },
  'objection-person': { ledger: [objection({ match: THIS_PERSON })] },
  'consent-withdrawn': { ledger: [withdrawal()] },
  'fundraising-preference-suppressed': { ledger: [preference()] },
  'tps-listed': LISTED,
  'ctps-listed': { ctps: listed() },
  'fps-listed': onChannel('fax', { fps: listed() }),
  'no-consent': onChannel('email'),
  'automated-call-no-consent': onChannel('automated-call'),
  'claims-management-no-consent': CLAIMS_CALL,
  'pension-call-restricted': PENSION_CALL,
  'voicemail-needs-consent': MESSAGES_LEFT,
  'consent-valid': { ...MESSAGES_LEFT, ledger: [consent({ channels: ['voicemail'] })] },
  'register-overridden-by-consent': { ...LISTED, ledger: [consent()] },
  'objection-superseded-by-consent': { ledger: [objection(), consent()] },
  'register-grace-28d': { tps: listed(day('2026-11-10')) },
  'pension-existing-client': { ...PENSION_CALL, ledger: [existingClient()] },
  'soft-opt-in': onChannel('email', { ...FIRM_RINGS, ledger: [sale()] }),
  'charity-soft-opt-in': onChannel('email', { ...CHARITY_ASKS, ledger: [support()] }),
  'corporate-subscriber': { ...MESSAGES_LEFT, person: { subscriberKind: 'corporate' } },
  'subscriber-kind-unknown': { ...MESSAGES_LEFT, person: { subscriberKind: 'unknown' } },
  'personal-mailbox': { ...MESSAGES_LEFT, person: { subscriberKind: 'corporate', mailboxKind: 'personal' } },
  'consent-wrong-controller': { ...LISTED, ledger: [consent({ controller: FACTION })] },
  'consent-not-named': { ...LISTED, ledger: [indirectConsent({ controllerNamed: false })] },
  'consent-wrong-channel': { ...LISTED, ledger: [consent({ channels: ['email'] })] },
  'consent-purpose-mismatch': { ...LISTED, ledger: [consent({ purposes: ['fundraising'] })] },
  'consent-invalid-method': { ...LISTED, ledger: [consent({ method: 'pre-ticked' })] },
  'consent-lapsed-membership': {
    ...LISTED,
    membership: { status: recorded('lapsed') },
    ledger: [consent({ tiedTo: 'membership' })],
  },
  'consent-not-yet-given': { ...LISTED, ledger: [consent({ on: day('2026-11-25') })] },
  'consent-evidence-incomplete': { ...LISTED, ledger: [consent({ wording: null })] },
  'consent-stale': { ...LISTED, ledger: [consent({ on: day('2020-01-01') })] },
  'consent-third-party-stale': { ...LISTED, ledger: [indirectConsent({ on: day('2026-01-01') })] },
  'consent-third-party-unverified': { ...LISTED, ledger: [indirectConsent({ dueDiligence: null })] },
  'soft-opt-in-third-party': { ...PENSION_CALL, ledger: [existingClient({ obtainedBy: FACTION })] },
  'soft-opt-in-no-opt-out-at-collection': {
    ...PENSION_CALL,
    ledger: [existingClient({ optOutAtCollection: false })],
  },
  'soft-opt-in-dissimilar': { ...PENSION_CALL, ledger: [existingClient({ similarProducts: false })] },
  'soft-opt-in-unavailable': onChannel('email', { ledger: [sale({ controller: PARTY, obtainedBy: PARTY })] }),
  'charity-soft-opt-in-pre-commencement': onChannel('email', {
    ...CHARITY_ASKS,
    ledger: [support({ obtainedOn: day('2026-02-04') })],
  }),
  'charity-soft-opt-in-mixed-purpose': onChannel('email', {
    ...CHARITY_ASKS,
    ledger: [support({ soleCharitablePurpose: false })],
  }),
  'contact-detail-missing': { point: { kind: 'missing' } },
  'email-invalid': onChannel('email', { point: { kind: 'unreadable', problem: 'email-invalid' } }),
  'number-invalid': { point: { kind: 'unreadable', problem: 'number-invalid' } },
  'number-ambiguous': { point: { kind: 'unreadable', problem: 'number-ambiguous' } },
  'number-kind-not-callable': withNumber('+449098790123', { kind: 'not-callable', service: 'premium' }),
  'crown-dependency-number': withNumber('+441481960123', { kind: 'crown-dependency', territory: 'Guernsey' }),
  'non-uk-number': withNumber('+35312345678', { kind: 'non-uk', country: 'IE' }),
  'record-malformed': { person: { isMalformed: true } },
  'flag-unread': { said: { unreadFlags: ['DNC 2024'] } },
  'opt-out-in-text': { said: { optOutWords: true } },
  'mps-listed': onChannel('post', { person: { mpsListed: recorded(true) } }),
  'child-contact': { person: { dateOfBirth: recorded(day('2015-01-01')) } },
  'lapsed-no-post-lapse-notice': {
    list: { post_lapse_notice: false },
    membership: { status: recorded('lapsed') },
  },
  'membership-status-unknown': { membership: { status: UNREADABLE } },
  'admin-purpose-lapsed-member': { ...MEMBERSHIP_BUSINESS, membership: { status: recorded('lapsed') } },
  'register-missing': { tps: NOT_LOADED, ctps: NOT_LOADED },
  'register-incomplete': { ctps: NOT_LOADED },
  'register-stale': { tps: notListed(day('2026-10-01')) },
  'outside-register-coverage': { tps: outsideCoverage() },
  // No list gives such a point: silence is what no rule has anything to say of.
  'nothing-known': { point: POINTS.email },
  'register-clear': {},
  'post-open': onChannel('post'),
  'election-address': onChannel('post', { campaign: { purpose: 'election-address' } }),
  'not-direct-marketing': SERVICE_CALL,
  'membership-admin': MEMBERSHIP_BUSINESS,
  'market-research': { campaign: { purpose: 'market-research', contains_promotion: false } },
  'listing-date-unknown': LISTED,
  'tps-not-applicable': onChannel('sms', LISTED),
  'number-repaired': {
    point: {
      kind: 'number',
      number: phone('+447700900123'),
      standing: { kind: 'callable' },
      repairs: ['missing-plus'],
    },
  },
  'wrong-number': { ...LISTED, ledger: [consent(), wrongNumber()] },
} as const satisfies Record<ReasonCode, Change>;

/** What a reason does to the row, in the words of the catalogue. */
function effectOf(reason: Reason): ReasonInfo['effect'] {
  switch (reason.kind) {
    case 'gate':
      return reason.effect;
    case 'bar':
      return 'block';
    case 'doubt':
      return 'review';
    case 'key':
    case 'positive':
    case 'note':
      return reason.kind;
  }
}

describe('every code can be told, and does what the catalogue says', () => {
  test.for([...reasonCodes])('%s', (code) => {
    const told = verdictIn(worlds[code]).reasons.filter((reason) => reason.code === code);
    // A wrong number is a note that stands where a key fails.
    const expected = code === 'wrong-number' ? 'key' : reasons[code].effect;
    expect([...new Set(told.map(effectOf))]).toEqual([expected]);
  });
});

test('a wrong number opens nothing wherever it is told', () => {
  const told = verdictIn(worlds['wrong-number']).reasons.filter(({ code }) => code === 'wrong-number');
  expect(told.map((reason) => reason.kind === 'key' && reason.outcome)).toEqual(['fails']);
});

test.for([...reasonCodes])(
  '%s has a title without a final stop, and a law or the word that it is none',
  (code) => {
    expect(reasons[code].title).toMatch(/^[A-Z].*[^.]$/);
    expect(reasons[code].law).toMatch(/\d|^house setting|^Isle of Man|the controller's own direction/);
  },
);

test('no title says that a contact is safe, legal or compliant', () => {
  const titles = reasonCodes.map((code) => reasons[code].title).join('\n');
  expect(titles).not.toMatch(/\b(?:safe|legal|compliant|compliance)\b/i);
});

test.for<[string, boolean]>([
  ['tps-listed', true],
  ['deceased', true],
  ['no-consent', true],
  ['settled-by-review', false],
  ['toString', false],
  ['', false],
])('%j is a reason code: %s', ([text, answer]) => {
  expect(isReasonCode(text)).toBe(answer);
});

describe('the codes of the law and of the house', () => {
  const CODES = [
    'admin-purpose-lapsed-member',
    'automated-call-no-consent',
    'caller-identity-missing',
    'campaign-fact-missing',
    'casework-data-reuse',
    'charity-soft-opt-in',
    'charity-soft-opt-in-mixed-purpose',
    'charity-soft-opt-in-pre-commencement',
    'child-contact',
    'claims-management-no-consent',
    'cli-withheld',
    'consent-evidence-incomplete',
    'consent-invalid-method',
    'consent-lapsed-membership',
    'consent-not-named',
    'consent-not-yet-given',
    'consent-purpose-mismatch',
    'consent-stale',
    'consent-third-party-stale',
    'consent-third-party-unverified',
    'consent-valid',
    'consent-withdrawn',
    'consent-wrong-channel',
    'consent-wrong-controller',
    'contact-detail-missing',
    'corporate-subscriber',
    'crown-dependency-number',
    'ctps-listed',
    'deceased',
    'election-address',
    'email-invalid',
    'flag-unread',
    'fps-listed',
    'fundraising-preference-suppressed',
    'instigator-not-covered',
    'lapsed-no-post-lapse-notice',
    'list-provenance-unknown',
    'list-unauthorised',
    'listing-date-unknown',
    'market-research',
    'membership-admin',
    'membership-status-unknown',
    'moratorium-window',
    'mps-listed',
    'no-consent',
    'non-uk-number',
    'not-direct-marketing',
    'nothing-known',
    'number-ambiguous',
    'number-invalid',
    'number-kind-not-callable',
    'number-matched-without-knowledge',
    'number-repaired',
    'objection-number',
    'objection-person',
    'objection-superseded-by-consent',
    'opt-out-facility-missing',
    'opt-out-in-text',
    'outside-register-coverage',
    'pension-call-restricted',
    'pension-existing-client',
    'personal-mailbox',
    'post-open',
    'predictive-dialler-duty',
    'privacy-notice-missing',
    'processor-contract-missing',
    'record-malformed',
    'referral-no-consent',
    'register-clear',
    'register-grace-28d',
    'register-incomplete',
    'register-missing',
    'register-overridden-by-consent',
    'register-stale',
    'research-script-unreviewed',
    'retention-exceeded',
    'soft-opt-in',
    'soft-opt-in-dissimilar',
    'soft-opt-in-no-opt-out-at-collection',
    'soft-opt-in-third-party',
    'soft-opt-in-unavailable',
    'special-category-disclosure',
    'subscriber-kind-unknown',
    'tps-listed',
    'tps-not-applicable',
    'transfer-undeclared-territory',
    'voicemail-needs-consent',
    'wrong-number',
  ];

  /** Not in the catalogue, and why. */
  const ABSENT: readonly [code: string, because: string][] = [
    ['settled-by-review', 'no decision of a review is read back yet, so that none could be told'],
  ];

  test.for(CODES)('%s is in the catalogue', (code) => {
    expect(isReasonCode(code)).toBe(true);
  });

  test.for(ABSENT)('%s is not in the catalogue: %s', ([code]) => {
    expect(isReasonCode(code)).toBe(false);
  });

  test('the catalogue has no other codes', () => {
    expect(reasonCodes.toSorted()).toEqual(CODES.toSorted());
  });
});
