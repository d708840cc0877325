import { describe, expect, test } from 'vitest';
import { CHANNELS } from '../../../src/screening/campaign.js';
import { NOT_RECORDED, UNREADABLE } from '../../../src/screening/contact.js';
import {
  bar,
  closedGate,
  doubt,
  type Finding,
  fails,
  note,
  opens,
  positive,
  unproven,
} from '../../../src/screening/finding.js';
import { codesOf, decide, OUTCOMES, prepareJudgement } from '../../../src/screening/verdict/decide.js';
import {
  CALL_DATE,
  type Change,
  CLAIMS_CALL,
  campaignWith,
  consent,
  consentToFirm,
  day,
  FACTION,
  FACTION_RINGS_PARTY_MEMBERS,
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
  phone,
  preference,
  recorded,
  SERVICE_CALL,
  sale,
  THIS_PERSON,
  toldReason,
  verdictOn,
  withdrawal,
} from '../facts-for-tests.js';

const BLOCKING_GATE = closedGate('block', 'cli-withheld');
const REVIEWING_GATE = closedGate('review', 'list-provenance-unknown');
const SHUT_BAR = bar('deceased', []);
const FAILED_BAR = bar('tps-listed', [fails('consent-wrong-channel')]);
const UNPROVEN_BAR = bar('ctps-listed', [fails('consent-wrong-channel'), unproven('consent-stale')]);
const OPEN_BAR = bar('objection-number', [
  fails('consent-wrong-channel'),
  unproven('consent-stale'),
  opens('objection-superseded-by-consent', null),
]);
const DOUBT = doubt('child-contact');
const CLEAR = positive('register-clear', null);
const NOTE = note('number-repaired');

describe('the verdict on what was found', () => {
  const facts = factsWith();

  test.for<[string, readonly Finding[], string, string]>([
    ['nothing', [], 'needs-review', 'doubt nothing-known'],
    ['a note alone, which allows nothing', [NOTE], 'needs-review', 'doubt nothing-known'],
    ['a positive finding', [CLEAR], 'allowed', 'positive register-clear'],
    ['an opened bar alone', [OPEN_BAR], 'allowed', 'opens objection-superseded-by-consent'],
    [
      'an opened bar, told before a positive finding',
      [CLEAR, OPEN_BAR],
      'allowed',
      'opens objection-superseded-by-consent',
    ],
    ['a bar that nothing opens', [CLEAR, SHUT_BAR], 'blocked', 'bar deceased'],
    ['a bar whose keys all fail', [CLEAR, FAILED_BAR], 'blocked', 'bar tps-listed'],
    ['a bar with an unproven key', [CLEAR, UNPROVEN_BAR], 'needs-review', 'unproven consent-stale'],
    ['one bar open, one shut', [OPEN_BAR, SHUT_BAR], 'blocked', 'bar deceased'],
    ['one bar open, one unproven', [OPEN_BAR, UNPROVEN_BAR], 'needs-review', 'unproven consent-stale'],
    ['one bar unproven, one shut', [UNPROVEN_BAR, FAILED_BAR], 'blocked', 'bar tps-listed'],
    [
      'a gate that blocks, told before a shut bar',
      [SHUT_BAR, CLEAR, BLOCKING_GATE],
      'blocked',
      'gate block cli-withheld',
    ],
    ['a gate that reviews, and a shut bar', [REVIEWING_GATE, SHUT_BAR], 'blocked', 'bar deceased'],
    [
      'a gate that reviews, told before a doubt',
      [DOUBT, CLEAR, REVIEWING_GATE],
      'needs-review',
      'gate review list-provenance-unknown',
    ],
    [
      'a gate that reviews and one that blocks',
      [REVIEWING_GATE, BLOCKING_GATE],
      'blocked',
      'gate block cli-withheld',
    ],
    ['a doubt and a clear register', [CLEAR, DOUBT], 'needs-review', 'doubt child-contact'],
    ['a doubt and an opened bar', [OPEN_BAR, DOUBT], 'needs-review', 'doubt child-contact'],
    ['a doubt, told before an unproven key', [UNPROVEN_BAR, DOUBT], 'needs-review', 'doubt child-contact'],
    ['a doubt and a shut bar', [DOUBT, SHUT_BAR], 'blocked', 'bar deceased'],
    ['two shut bars, the first by class first', [FAILED_BAR, SHUT_BAR], 'blocked', 'bar deceased'],
    ['two shut bars, found in the other order', [SHUT_BAR, FAILED_BAR], 'blocked', 'bar deceased'],
  ])('%s', ([, findings, outcome, decisive]) => {
    const verdict = decide(findings, facts);
    expect([verdict.outcome, toldReason(verdict.decisive)]).toEqual([outcome, decisive]);
  });

  test('every reason is kept: the decisive one, then gates, bars with their keys, doubts, positives, notes', () => {
    const found = [NOTE, CLEAR, DOUBT, OPEN_BAR, FAILED_BAR, REVIEWING_GATE, BLOCKING_GATE];
    expect(decide(found, facts).reasons.map(toldReason)).toEqual([
      'gate block cli-withheld',
      'gate review list-provenance-unknown',
      'bar objection-number',
      'fails consent-wrong-channel',
      'unproven consent-stale',
      'opens objection-superseded-by-consent',
      'bar tps-listed',
      'fails consent-wrong-channel',
      'doubt child-contact',
      'positive register-clear',
      'note number-repaired',
    ]);
  });

  test('the decisive reason is taken from its place to the front', () => {
    expect(decide([CLEAR, UNPROVEN_BAR], facts).reasons.map(toldReason)).toEqual([
      'unproven consent-stale',
      'bar ctps-listed',
      'fails consent-wrong-channel',
      'positive register-clear',
    ]);
  });

  test('silence is a reason too', () => {
    expect(decide([NOTE], facts).reasons.map(toldReason)).toEqual([
      'doubt nothing-known',
      'note number-repaired',
    ]);
  });

  test('codes are told once each, the decisive one first', () => {
    const verdict = decide([CLEAR, CLEAR, FAILED_BAR, UNPROVEN_BAR], facts);
    expect(codesOf(verdict)).toEqual([
      'tps-listed',
      'consent-wrong-channel',
      'ctps-listed',
      'consent-stale',
      'register-clear',
    ]);
  });
});

describe('a strict house', () => {
  const facts = factsWith({ policy: { strict: true } });

  test.for<[string, readonly Finding[], string, string]>([
    ['a doubt', [CLEAR, DOUBT], 'blocked', 'doubt child-contact'],
    ['a gate that reviews', [CLEAR, REVIEWING_GATE], 'blocked', 'gate review list-provenance-unknown'],
    ['an unproven key', [CLEAR, UNPROVEN_BAR], 'blocked', 'unproven consent-stale'],
    ['silence', [], 'blocked', 'doubt nothing-known'],
    ['a shut bar', [SHUT_BAR], 'blocked', 'bar deceased'],
    ['a clear register', [CLEAR], 'allowed', 'positive register-clear'],
  ])('%s', ([, findings, outcome, decisive]) => {
    const verdict = decide(findings, facts);
    expect([verdict.outcome, toldReason(verdict.decisive)]).toEqual([outcome, decisive]);
  });
});

describe('the first by class, and within a class by the table of the law', () => {
  const WINDOW = { from: CALL_DATE, to: CALL_DATE, exempt_purposes: [] };

  test.for<[string, Change, string]>([
    [
      'gates: the campaign (P0) before where the list comes from (P2)',
      { campaign: { moratoria: [WINDOW] }, list: { authorised: false } },
      'gate block moratorium-window',
    ],
    [
      'gates that review: who asked for the contact (P0) before an unknown source (P2)',
      { campaign: { instigator: FACTION }, list: { source: 'unknown' } },
      'gate review instigator-not-covered',
    ],
    [
      'bars: provenance (P2) before an objection (P4) before a listing (P5)',
      { list: { source: 'casework' }, ledger: [objection()], tps: listed() },
      'bar casework-data-reuse',
    ],
    [
      'bars: an objection (P4) before a listing (P5)',
      { ledger: [objection()], tps: listed() },
      'bar objection-number',
    ],
    [
      'bars: both objections, in the order of the table',
      { ledger: [objection({ match: THIS_PERSON }), objection()] },
      'bar objection-number',
    ],
    [
      'doubts: the number (P3) before the register (P5)',
      { point: { kind: 'unreadable', problem: 'number-invalid' }, tps: NOT_LOADED, ctps: NOT_LOADED },
      'doubt number-invalid',
    ],
    [
      'doubts: a child (P2) before a broken record (P3)',
      { person: { dateOfBirth: recorded(day('2010-05-12')), isMalformed: true } },
      'doubt child-contact',
    ],
    [
      'unproven keys: the grace (P5) before a consent without proof (P8)',
      { tps: listed(day('2026-11-10')), ledger: [consent({ on: null })] },
      'unproven register-grace-28d',
    ],
    [
      'unproven keys: the kind of subscriber (P6) before a consent without proof (P8)',
      onChannel('email', {
        person: { subscriberKind: 'unknown' },
        ledger: [consent({ on: null, channels: ['email'] })],
      }),
      'unproven subscriber-kind-unknown',
    ],
    [
      'opened keys: a corporate subscriber (P6) before a soft opt-in (P7)',
      onChannel('email', { ...FIRM_RINGS, person: { subscriberKind: 'corporate' }, ledger: [sale()] }),
      'opens corporate-subscriber',
    ],
  ])('%s', ([, change, decisive]) => {
    expect(toldReason(verdictOn(change).decisive)).toBe(decisive);
  });
});

describe('a whole world', () => {
  const ALLOWED = 'allowed';
  const BLOCKED = 'blocked';
  const REVIEW = 'needs-review';

  test.for<[string, Change, string, string]>([
    ['the clear one', {}, ALLOWED, 'positive register-clear'],
    ['an objection', { ledger: [objection()] }, BLOCKED, 'bar objection-number'],
    [
      'an objection, and consent since',
      { ledger: [objection(), consent()] },
      ALLOWED,
      'opens objection-superseded-by-consent',
    ],
    [
      'a failed consent bars nothing by itself',
      { ledger: [consent({ channels: ['email'] })] },
      ALLOWED,
      'positive register-clear',
    ],
    ['a listing', { tps: listed() }, BLOCKED, 'bar tps-listed'],
    [
      'a listing and consent',
      { tps: listed(), ledger: [consent()] },
      ALLOWED,
      'opens register-overridden-by-consent',
    ],
    [
      'a listing and a consent without proof',
      { tps: listed(), ledger: [consent({ on: null })] },
      REVIEW,
      'unproven consent-evidence-incomplete',
    ],
    ['a listing of two weeks', { tps: listed(day('2026-11-10')) }, REVIEW, 'unproven register-grace-28d'],
    ['a listing, and one file missing', { tps: listed(), ctps: NOT_LOADED }, BLOCKED, 'bar tps-listed'],
    [
      'a listing, consent, and one file missing',
      { tps: listed(), ctps: NOT_LOADED, ledger: [consent()] },
      REVIEW,
      'doubt register-incomplete',
    ],
    [
      'consent, and no register at all',
      { tps: NOT_LOADED, ctps: NOT_LOADED, ledger: [consent()] },
      REVIEW,
      'doubt register-missing',
    ],
    [
      'a copy of another dialling code',
      { ctps: outsideCoverage() },
      REVIEW,
      'doubt outside-register-coverage',
    ],
    [
      'a listed number that is none of the plan',
      {
        tps: listed(),
        point: {
          kind: 'number',
          number: phone('+44770090012'),
          numberStatus: { kind: 'invalid' },
          repairs: [],
        },
      },
      BLOCKED,
      'bar tps-listed',
    ],
    [
      'a hidden number before all else',
      { calls: { number_presented: false }, ledger: [objection()] },
      BLOCKED,
      'gate block cli-withheld',
    ],
    ['messages are left', { calls: { leaves_voicemail: true } }, BLOCKED, 'bar voicemail-needs-consent'],
    [
      'messages are left, with consent to both',
      { calls: { leaves_voicemail: true }, ledger: [consent({ channels: ['live-call', 'voicemail'] })] },
      ALLOWED,
      'opens consent-valid',
    ],
    [
      'a faction rings the members of its party',
      FACTION_RINGS_PARTY_MEMBERS,
      BLOCKED,
      'bar special-category-disclosure',
    ],
    [
      'a faction rings whoever agreed with it',
      { ...FACTION_RINGS_PARTY_MEMBERS, ledger: [consent({ controller: FACTION })] },
      ALLOWED,
      'opens consent-valid',
    ],
    [
      'a faction without the authority of the party',
      {
        ...FACTION_RINGS_PARTY_MEMBERS,
        list: { ...FACTION_RINGS_PARTY_MEMBERS.list, authorised: false },
        ledger: [consent({ controller: FACTION })],
      },
      BLOCKED,
      'gate block list-unauthorised',
    ],
    [
      'lapsed members asked back by their party, untold of it',
      { list: { post_lapse_notice: false }, membership: { status: recorded('lapsed') } },
      REVIEW,
      'doubt lapsed-no-post-lapse-notice',
    ],
    [
      'a listed lapsed member whose consent came with the membership',
      {
        tps: listed(),
        membership: { status: recorded('lapsed') },
        ledger: [consent({ tiedTo: 'membership' })],
      },
      BLOCKED,
      'bar tps-listed',
    ],
    [
      'a service call to a listed number that objected',
      { ...SERVICE_CALL, tps: listed(), ledger: [objection()] },
      ALLOWED,
      'positive not-direct-marketing',
    ],
    [
      'a service call to somebody who is dead',
      { ...SERVICE_CALL, said: { deceasedElsewhere: true } },
      BLOCKED,
      'bar deceased',
    ],
    ['membership business with a member', MEMBERSHIP_BUSINESS, ALLOWED, 'positive membership-admin'],
    [
      'membership business with a former member',
      { ...MEMBERSHIP_BUSINESS, membership: { status: recorded('lapsed') } },
      REVIEW,
      'doubt admin-purpose-lapsed-member',
    ],
    ['a claim, without consent', CLAIMS_CALL, BLOCKED, 'bar claims-management-no-consent'],
    [
      'a claim, with consent, on the register',
      { ...CLAIMS_CALL, tps: listed(), ledger: [consentToFirm()] },
      ALLOWED,
      'opens consent-valid',
    ],
    [
      'a claim, with consent, without any register',
      { ...CLAIMS_CALL, tps: NOT_LOADED, ctps: NOT_LOADED, ledger: [consentToFirm()] },
      ALLOWED,
      'opens consent-valid',
    ],
    ['a pension, without consent', PENSION_CALL, BLOCKED, 'bar pension-call-restricted'],
    [
      'a pension, to a company that is on no register',
      { ...PENSION_CALL, person: { subscriberKind: 'corporate' } },
      ALLOWED,
      'positive register-clear',
    ],
    [
      'a pension, to an unknown subscriber that is on no register',
      { ...PENSION_CALL, person: { subscriberKind: 'unknown' } },
      BLOCKED,
      'bar pension-call-restricted',
    ],
    [
      'a fundraising preference',
      { ledger: [preference()] },
      BLOCKED,
      'bar fundraising-preference-suppressed',
    ],
    ['a consent withdrawn, on no register', { ledger: [withdrawal()] }, BLOCKED, 'bar consent-withdrawn'],
    ['no number', { point: { kind: 'missing' } }, REVIEW, 'doubt contact-detail-missing'],
    [
      'no number, of somebody who objected',
      { point: { kind: 'missing' }, ledger: [objection({ match: THIS_PERSON })] },
      BLOCKED,
      'bar objection-person',
    ],
    ['an age that nobody can read', { person: { dateOfBirth: UNREADABLE } }, REVIEW, 'doubt child-contact'],
    [
      'no status on a membership list',
      { membership: { status: NOT_RECORDED } },
      REVIEW,
      'doubt membership-status-unknown',
    ],
  ])('%s', ([, change, outcome, decisive]) => {
    const verdict = verdictOn(change);
    expect([verdict.outcome, toldReason(verdict.decisive)]).toEqual([outcome, decisive]);
  });
});

describe('an allowed contact holds up to', () => {
  const LISTED = { tps: listed(day('2025-05-01')) } as const;
  const LAPSED = { status: recorded('lapsed'), endedOn: recorded(day('2026-06-01')) } as const;

  test.for<[string, Change, string]>([
    ['27 days after the older of the two copies', { tps: notListed(day('2026-11-10')) }, '2026-12-07'],
    [
      '27 days after the copies, over a leap February',
      {
        callDate: day('2028-02-12'),
        tps: notListed(day('2028-02-10')),
        ctps: notListed(day('2028-02-10')),
      },
      '2028-03-08',
    ],
    ['the last planned day, where that is earlier', { lastPlannedOn: day('2026-12-01') }, '2026-12-01'],
    [
      'the end of the copies, where the last planned day is later',
      { lastPlannedOn: day('2027-02-01') },
      '2026-12-17',
    ],
    [
      'six months of an indirect consent',
      { ...LISTED, ledger: [indirectConsent({ on: day('2026-05-30') })] },
      '2026-11-30',
    ],
    ['the house age of a consent', { ...LISTED, ledger: [consent({ on: day('2024-12-01') })] }, '2026-12-01'],
    [
      'the 27th day of a listing',
      { tps: listed(day('2026-11-04')), policy: { listing_grace: 'allow' } },
      '2026-12-01',
    ],
    [
      'the last day of the stated retention',
      { list: { retention_months_after_lapse: 6 }, membership: LAPSED },
      '2026-11-30',
    ],
    [
      'the day before a moratorium',
      { campaign: { moratoria: [{ from: day('2026-12-01'), to: day('2026-12-31'), exempt_purposes: [] }] } },
      '2026-11-30',
    ],
    [
      'the end of the copies, where the moratorium exempts the purpose',
      {
        campaign: {
          moratoria: [
            { from: day('2026-12-01'), to: day('2026-12-31'), exempt_purposes: ['political-campaign'] },
          ],
        },
      },
      '2026-12-17',
    ],
    [
      'the day before a current membership ends',
      { membership: { endedOn: recorded(day('2026-12-01')) } },
      '2026-11-30',
    ],
    [
      'the longer of two consents to one bar',
      {
        ...LISTED,
        ledger: [
          consent({ on: day('2024-12-01') }),
          consent({ on: day('2024-12-05') }),
          consent({ on: day('2024-11-30') }),
        ],
      },
      '2026-12-05',
    ],
    [
      'the longer of grace and consent',
      {
        tps: listed(day('2026-11-04')),
        policy: { listing_grace: 'allow' },
        ledger: [consent({ on: day('2024-12-09') })],
      },
      '2026-12-09',
    ],
    [
      'the earlier of two bars',
      {
        calls: { leaves_voicemail: true },
        ...LISTED,
        ledger: [
          consent({ on: day('2024-12-05') }),
          consent({ on: day('2024-12-02'), channels: ['voicemail'] }),
        ],
      },
      '2026-12-02',
    ],
    [
      'the end of the copy in which a number with consent is listed',
      { tps: listed(day('2025-05-01'), day('2026-11-10')), ledger: [consent()] },
      '2026-12-07',
    ],
    [
      'the end of the copies, where a number with consent is listed in both',
      { tps: listed(), ctps: listed(), ledger: [consent()] },
      '2026-12-17',
    ],
    [
      'the longer of two consents since an objection',
      {
        ledger: [
          objection({ on: day('2024-01-01') }),
          consent({ on: day('2024-11-30') }),
          consent({ on: day('2024-12-05') }),
        ],
      },
      '2026-12-05',
    ],
    [
      'the shorter of the consents to both channels that an objection forbade',
      {
        calls: { leaves_voicemail: true },
        ledger: [
          objection({ on: day('2024-01-01') }),
          consent({ on: day('2024-11-30') }),
          consent({ on: day('2024-12-05'), channels: ['voicemail'] }),
        ],
      },
      '2026-11-30',
    ],
    ['a consent to claims calls alone', { ...CLAIMS_CALL, ledger: [consentToFirm()] }, '2028-10-01'],
    ['the call date alone, where nothing has an end', SERVICE_CALL, '2026-11-24'],
    [
      'the last planned day, where nothing else has an end',
      { ...SERVICE_CALL, lastPlannedOn: day('2026-12-10') },
      '2026-12-10',
    ],
  ])('%s', ([, change, lastDay]) => {
    const verdict = verdictOn(change);
    expect([verdict.outcome, verdict.validUntil]).toEqual(['allowed', lastDay]);
  });
});

test.for<[string, Change]>([
  ['blocked', { tps: listed() }],
  ['needs-review', { tps: NOT_LOADED }],
])('a verdict of %s holds for no time', ([outcome, change]) => {
  const verdict = verdictOn({ ...change, lastPlannedOn: day('2026-12-10') });
  expect([verdict.outcome, verdict.validUntil]).toEqual([outcome, null]);
});

test('the findings that stand before every row are given once, without a contact', () => {
  const campaign = campaignWith({ calls: { number_presented: false, dialler: 'predictive' } });
  const { campaignFindings } = prepareJudgement(campaign, day('2026-11-24'), null);
  expect(campaignFindings.map(toldReason)).toEqual([
    'gate block cli-withheld',
    'note predictive-dialler-duty',
  ]);
});

test('what a campaign shares with each of its contacts', () => {
  const { facts } = prepareJudgement(campaignWith(SERVICE_CALL), day('2026-11-24'), day('2026-12-10'));
  expect([facts.callDate, facts.lastPlannedOn, facts.isMarketing]).toEqual([
    '2026-11-24',
    '2026-12-10',
    false,
  ]);
  expect(facts.campaign.controller).not.toBe(PARTY);
});

test.for([...CHANNELS])('on the channel %s nothing is allowed by silence', (channel) => {
  const { outcome } = verdictOn({
    ...onChannel(channel),
    tps: NOT_LOADED,
    ctps: NOT_LOADED,
    fps: NOT_LOADED,
    person: { foundBy: { numberOrEmail: false, personId: false } },
  });
  expect(outcome).not.toBe('allowed');
});

test('the outcomes stand in the order of the output files', () => {
  expect(OUTCOMES).toEqual(['allowed', 'blocked', 'needs-review']);
});
