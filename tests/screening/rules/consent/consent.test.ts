import { expect, test } from 'vitest';
import { NOT_RECORDED, UNREADABLE } from '../../../../src/screening/contact.js';
import type { ConsentEntry, LedgerEntry } from '../../../../src/screening/evidence.js';
import { consentCodes, consentKeys } from '../../../../src/screening/rules/consent/consent.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import {
  type Change,
  consent,
  day,
  FACTION,
  factsWith,
  indirectConsent,
  listed,
  OTHER_NUMBER_OF_THIS_PERSON,
  objection,
  PARTY,
  recorded,
  SOMEBODY_ELSE,
  THIS_NUMBER,
  THIS_NUMBER_AND_PERSON,
  THIS_NUMBER_OF_ANOTHER_PERSON,
  THIS_PERSON,
  toldKey,
  verdictOn,
  withdrawal,
  wrongNumber,
} from '../../facts-for-tests.js';

/** What the consents of the ledger are worth for a live call, one line a key. */
function keysFor(ledger: readonly LedgerEntry[], change: Change = {}): readonly string[] {
  return consentKeys(factsWith({ ...change, ledger }), 'live-call', 'consent-valid').map(toldKey);
}

const OPENS = ['opens consent-valid'];
const INCOMPLETE = ['unproven consent-evidence-incomplete'];

test('no consent is no key', () => {
  expect(keysFor([])).toEqual([]);
});

test('a key opens under the name that its bar gives it', () => {
  const keys = consentKeys(factsWith({ ledger: [consent()] }), 'live-call', 'register-overridden-by-consent');
  expect(keys.map(toldKey)).toEqual(['opens register-overridden-by-consent']);
});

test.for<[string, Partial<ConsentEntry>, string[]]>([
  ['of this caller, for this channel and purpose, proven', {}, OPENS],
  ['to another body', { controller: FACTION }, ['fails consent-wrong-controller']],
  ['to a body of a name like it', { controller: 'The Northfield Party' }, ['fails consent-wrong-controller']],
  ['to the caller in another spelling', { controller: ' northfield  PARTY' }, OPENS],
  ['to nobody that is named', { controller: null }, ['fails consent-wrong-controller']],
  [
    'through somebody else who did not name the caller',
    { obtained: 'third-party', controllerNamed: false, dueDiligence: 'audit' },
    ['fails consent-not-named'],
  ],
  [
    'through somebody else, and nobody knows whether the caller was named',
    { obtained: 'third-party', controllerNamed: null, dueDiligence: 'audit' },
    ['fails consent-not-named'],
  ],
  ['for other channels', { channels: ['email', 'sms', 'automated-call'] }, ['fails consent-wrong-channel']],
  ['for no channel', { channels: [] }, ['fails consent-wrong-channel']],
  ['for voicemail alone', { channels: ['voicemail'] }, ['fails consent-wrong-channel']],
  ['for several channels, this among them', { channels: ['email', 'live-call'] }, OPENS],
  ['for another purpose', { purposes: ['fundraising'] }, ['fails consent-purpose-mismatch']],
  ['for marketing, which is no campaign', { purposes: ['marketing'] }, ['fails consent-purpose-mismatch']],
  ['for a purpose in words of its own', { purposes: ['campaign news'] }, ['fails consent-purpose-mismatch']],
  ['for several purposes, this among them', { purposes: ['fundraising', 'political-campaign'] }, OPENS],
  ['by a box that was ticked already', { method: 'pre-ticked' }, ['fails consent-invalid-method']],
  ['bundled with the terms', { method: 'bundled-terms' }, ['fails consent-invalid-method']],
  ['by not opting out', { method: 'opt-out-not-used' }, ['fails consent-invalid-method']],
  ['given a day before the call', { on: day('2026-11-23') }, OPENS],
  ['given on the day of the call', { on: day('2026-11-24') }, OPENS],
  ['given a day after the call', { on: day('2026-11-25') }, ['fails consent-not-yet-given']],
  ['withdrawn since', { withdrawnOn: day('2026-10-15') }, ['fails consent-withdrawn']],
  ['withdrawn on the day it was given', { withdrawnOn: day('2026-10-01') }, ['fails consent-withdrawn']],
  ['without a day', { on: null }, INCOMPLETE],
  ['without the way it was given', { source: null }, INCOMPLETE],
  ['without the words of the form', { wording: null }, INCOMPLETE],
  ['without a purpose', { purposes: [] }, INCOMPLETE],
  ['without a method', { method: null }, INCOMPLETE],
  ['without a word on who obtained it', { obtained: null }, INCOMPLETE],
  ['keyed to the person alone', { match: THIS_PERSON }, INCOMPLETE],
  [
    'to another body, for other channels, by a ticked box',
    { controller: FACTION, channels: ['email'], purposes: ['fundraising'], method: 'pre-ticked' },
    [
      'fails consent-wrong-controller',
      'fails consent-wrong-channel',
      'fails consent-purpose-mismatch',
      'fails consent-invalid-method',
    ],
  ],
  [
    'that fails and is unproven only fails',
    { controller: FACTION, wording: null, on: null },
    ['fails consent-wrong-controller'],
  ],
])('a consent %s', ([, change, keys]) => {
  expect(keysFor([consent(change)])).toEqual(keys);
});

test.for<[string, Partial<ConsentEntry>, string[]]>([
  ['a day', { on: null }, ['on']],
  ['a source', { source: null }, ['source']],
  ['wording', { wording: null }, ['wording']],
  ['purposes', { purposes: [] }, ['purposes']],
  ['a method', { method: null }, ['method']],
  ['who obtained it', { obtained: null }, ['obtained']],
  ['a number', { match: THIS_PERSON }, ['phone']],
  ['a day and wording', { on: null, wording: null }, ['on', 'wording']],
])('an unproven consent says that it lacks %s', ([, change, missing]) => {
  const keys = consentKeys(factsWith({ ledger: [consent(change)] }), 'live-call', 'consent-valid');
  expect(keys.map(({ detail }) => detail.missing)).toEqual([missing]);
});

test('a consent to an alias of the caller is one to the caller', () => {
  const change = { campaign: { controller_aliases: ['Northfield Party HQ'] } };
  expect(keysFor([consent({ controller: 'northfield party hq' })], change)).toEqual(OPENS);
});

test('a consent to the party is none to its faction, nor the other way round', () => {
  expect(keysFor([consent({ controller: PARTY })], { campaign: { controller: FACTION } })).toEqual([
    'fails consent-wrong-controller',
  ]);
  expect(keysFor([consent({ controller: FACTION })])).toEqual(['fails consent-wrong-controller']);
});

test.for<[string, ConsentEntry['match'], string[]]>([
  ['the number', THIS_NUMBER, OPENS],
  ['the number and the person', THIS_NUMBER_AND_PERSON, OPENS],
  ['the number, and another person', THIS_NUMBER_OF_ANOTHER_PERSON, []],
  ['another number of the person', OTHER_NUMBER_OF_THIS_PERSON, []],
  ['the person alone', THIS_PERSON, INCOMPLETE],
  ['neither', SOMEBODY_ELSE, []],
])('a consent keyed to %s', ([, match, keys]) => {
  expect(keysFor([consent({ match })])).toEqual(keys);
});

test.for<['email' | 'sms' | 'live-call' | 'voicemail' | 'automated-call', string[]]>([
  ['email', OPENS],
  ['sms', OPENS],
  ['live-call', INCOMPLETE],
  ['voicemail', INCOMPLETE],
  ['automated-call', INCOMPLETE],
])('a consent keyed to the person alone, for %s', ([channel, keys]) => {
  const facts = factsWith({ ledger: [consent({ match: THIS_PERSON, channels: [channel] })] });
  expect(consentKeys(facts, channel, 'consent-valid').map(toldKey)).toEqual(keys);
});

test.for<[string, Partial<ConsentEntry>, Change['membership'], string[]]>([
  ['tied to a membership that is current', { tiedTo: 'membership' }, {}, OPENS],
  [
    'tied to a membership that lapsed',
    { tiedTo: 'membership' },
    { status: recorded('lapsed') },
    ['fails consent-lapsed-membership'],
  ],
  [
    'tied to a membership that was resigned',
    { tiedTo: 'membership' },
    { status: recorded('resigned') },
    ['fails consent-lapsed-membership'],
  ],
  [
    'tied to a membership that ended by expulsion',
    { tiedTo: 'membership' },
    { status: recorded('expelled') },
    ['fails consent-lapsed-membership'],
  ],
  [
    'tied to a membership of which only the end is known',
    { tiedTo: 'membership' },
    { status: NOT_RECORDED, endedOn: recorded(day('2026-05-24')) },
    ['fails consent-lapsed-membership'],
  ],
  [
    'tied to a membership of nobody',
    { tiedTo: 'membership' },
    { status: recorded('none') },
    ['fails consent-lapsed-membership'],
  ],
  ['tied to a membership that is not known', { tiedTo: 'membership' }, { status: NOT_RECORDED }, INCOMPLETE],
  ['tied to a membership that nobody can read', { tiedTo: 'membership' }, { status: UNREADABLE }, INCOMPLETE],
  ['tied to a membership, of another body', { tiedTo: 'membership' }, { controller: FACTION }, INCOMPLETE],
  ['that stands alone, of a lapsed member', { tiedTo: 'standalone' }, { status: recorded('lapsed') }, OPENS],
  ['that stands alone, of an unknown one', { tiedTo: 'standalone' }, { status: NOT_RECORDED }, OPENS],
  ['of a current member with no word on a tie', { tiedTo: null }, {}, OPENS],
  ['of a lapsed member with no word on a tie', { tiedTo: null }, { status: recorded('lapsed') }, INCOMPLETE],
  ['of an unknown one with no word on a tie', { tiedTo: null }, { status: NOT_RECORDED }, INCOMPLETE],
  ["of nobody's member with no word on a tie", { tiedTo: null }, { status: recorded('none') }, INCOMPLETE],
  [
    'of a registered supporter with no word on a tie',
    { tiedTo: null },
    { status: recorded('registered-supporter') },
    INCOMPLETE,
  ],
])('a consent %s', ([, change, membership, keys]) => {
  expect(keysFor([consent(change)], { membership: { ...membership } })).toEqual(keys);
});

test.for<[string, LedgerEntry, string[]]>([
  ['a withdrawal a day earlier', withdrawal({ on: day('2026-09-30') }), OPENS],
  ['a withdrawal on the same day', withdrawal({ on: day('2026-10-01') }), ['fails consent-withdrawn']],
  ['a withdrawal a day later', withdrawal({ on: day('2026-10-02') }), ['fails consent-withdrawn']],
  ['an undated withdrawal', withdrawal({ on: null }), ['fails consent-withdrawn']],
  [
    'a withdrawal by the person',
    withdrawal({ match: THIS_PERSON, on: day('2026-10-02') }),
    ['fails consent-withdrawn'],
  ],
  ["somebody else's withdrawal", withdrawal({ match: SOMEBODY_ELSE, on: day('2026-10-02') }), OPENS],
  ['a withdrawal towards another body', withdrawal({ controller: FACTION, on: day('2026-10-02') }), OPENS],
  ['a withdrawal for another channel', withdrawal({ channels: ['email'], on: day('2026-10-02') }), OPENS],
  [
    'a withdrawal for another purpose',
    withdrawal({ purposes: ['fundraising'], on: day('2026-10-02') }),
    OPENS,
  ],
  ['an objection, which is a bar of its own', objection({ on: day('2026-10-02') }), OPENS],
  ['a wrong number a day earlier', wrongNumber({ on: day('2026-09-30') }), ['fails wrong-number']],
  ['a wrong number on the same day', wrongNumber({ on: day('2026-10-01') }), ['fails wrong-number']],
  ['a wrong number a day later', wrongNumber({ on: day('2026-10-02') }), ['fails wrong-number']],
  ['an undated wrong number', wrongNumber({ on: null }), ['fails wrong-number']],
  [
    'a wrong number that is another of the person',
    wrongNumber({ match: OTHER_NUMBER_OF_THIS_PERSON, on: day('2026-10-02') }),
    OPENS,
  ],
])('a consent of 1 October and %s', ([, entry, keys]) => {
  expect(keysFor([consent({ on: day('2026-10-01') }), entry])).toEqual(keys);
});

test.for<[string, LedgerEntry, string[]]>([
  ['a withdrawal', withdrawal({ on: day('2020-01-01') }), ['fails consent-withdrawn']],
  ['a wrong number', wrongNumber({ on: day('2020-01-01') }), ['fails wrong-number']],
])('an undated consent is never the later: %s', ([, entry, keys]) => {
  expect(keysFor([consent({ on: null }), entry])).toEqual(keys);
});

test('every consent held is told, opened or not', () => {
  const ledger = [consent({ controller: FACTION }), consent(), consent({ wording: null })];
  expect(keysFor(ledger)).toEqual([
    'fails consent-wrong-controller',
    'opens consent-valid',
    'unproven consent-evidence-incomplete',
  ]);
});

test.for<[string, string, number, string, string[]]>([
  ['on its last day', '2024-11-24', 24, '2026-11-24', OPENS],
  ['a day after it', '2024-11-23', 24, '2026-11-24', ['unproven consent-stale']],
  ['a month of 31 days to one of 30, on the last day', '2026-10-31', 1, '2026-11-30', OPENS],
  [
    'a month of 31 days to one of 30, a day after it',
    '2026-10-31',
    1,
    '2026-12-01',
    ['unproven consent-stale'],
  ],
  ['29 February, on 28 February a year later', '2028-02-29', 12, '2029-02-28', OPENS],
  ['29 February, on 1 March a year later', '2028-02-29', 12, '2029-03-01', ['unproven consent-stale']],
])('the house age of a consent of its own: %s', ([, on, consent_max_age_months, callDate, keys]) => {
  const change = { callDate: day(callDate), policy: { consent_max_age_months } };
  expect(keysFor([consent({ on: day(on) })], change)).toEqual(keys);
});

test.for<[string, string, string, string[]]>([
  ['on the last day', '2026-05-24', '2026-11-24', OPENS],
  ['a day after it', '2026-05-23', '2026-11-24', ['unproven consent-third-party-stale']],
  ['from 31 August to the end of February', '2026-08-31', '2027-02-28', OPENS],
  ['from 31 August to 1 March', '2026-08-31', '2027-03-01', ['unproven consent-third-party-stale']],
  ['from 31 August to the end of a leap February', '2027-08-31', '2028-02-29', OPENS],
  [
    'from 31 August to 1 March of a leap year',
    '2027-08-31',
    '2028-03-01',
    ['unproven consent-third-party-stale'],
  ],
  ['from 31 March to the end of September', '2026-03-31', '2026-09-30', OPENS],
  ['from 31 March to 1 October', '2026-03-31', '2026-10-01', ['unproven consent-third-party-stale']],
])('six months of an indirect consent: %s', ([, on, callDate, keys]) => {
  expect(keysFor([indirectConsent({ on: day(on) })], { callDate: day(callDate) })).toEqual(keys);
});

test.for<[string, Partial<ConsentEntry>, string[]]>([
  ['named and checked', {}, OPENS],
  ['never checked', { dueDiligence: null }, ['unproven consent-third-party-unverified']],
  [
    'never checked, and old',
    { dueDiligence: null, on: day('2026-01-01') },
    ['unproven consent-third-party-unverified', 'unproven consent-third-party-stale'],
  ],
  [
    'without proof, never checked, and old',
    { wording: null, dueDiligence: null, on: day('2026-01-01') },
    [
      'unproven consent-evidence-incomplete',
      'unproven consent-third-party-unverified',
      'unproven consent-third-party-stale',
    ],
  ],
])('an indirect consent %s', ([, change, keys]) => {
  expect(keysFor([indirectConsent(change)])).toEqual(keys);
});

test.for<[string, ConsentEntry, string]>([
  ['one of its own, by the house age', consent({ on: day('2026-10-01') }), '2028-10-01'],
  ['an indirect one, by six months', indirectConsent({ on: day('2026-10-01') }), '2027-04-01'],
])('the last day of %s', ([, entry, end]) => {
  const keys = consentKeys(factsWith({ ledger: [entry] }), 'live-call', 'consent-valid');
  expect(keys.map(({ until }) => until)).toEqual([end]);
});

test.for<[string, ConsentEntry, unknown]>([
  ['the day it was given', consent(), { on: '2026-10-01' }],
  ['the body it was given to', consent({ controller: FACTION }), { controller: FACTION }],
  ['no body where none is named', consent({ controller: null }), {}],
  ['the purpose it lacks', consent({ purposes: ['fundraising'] }), { purpose: 'political-campaign' }],
  ['the day from which it holds', consent({ on: day('2026-11-25') }), { on: '2026-11-25' }],
  ['the day on which it grew old', consent({ on: day('2024-11-23') }), { until: '2026-11-23' }],
])('a key tells %s', ([, entry, detail]) => {
  const keys = consentKeys(factsWith({ ledger: [entry] }), 'live-call', 'consent-valid');
  expect(keys.map((key) => key.detail)).toEqual([detail]);
});

const LISTED = { tps: listed() } as const;
const MESSAGES_LEFT = { calls: { leaves_voicemail: true } } as const;

eachCodeHasItsWorld(consentCodes, {
  'consent-valid': { ...MESSAGES_LEFT, ledger: [consent({ channels: ['voicemail'] })] },
  'consent-wrong-controller': { ...LISTED, ledger: [consent({ controller: FACTION })] },
  'consent-not-named': { ...LISTED, ledger: [indirectConsent({ controllerNamed: false })] },
  'consent-wrong-channel': { ...LISTED, ledger: [consent({ channels: ['email'] })] },
  'consent-purpose-mismatch': { ...LISTED, ledger: [consent({ purposes: ['fundraising'] })] },
  'consent-invalid-method': { ...LISTED, ledger: [consent({ method: 'pre-ticked' })] },
  'consent-not-yet-given': { ...LISTED, ledger: [consent({ on: day('2026-11-25') })] },
  'consent-withdrawn': { ledger: [withdrawal()] },
  'consent-lapsed-membership': {
    ...LISTED,
    membership: { status: recorded('lapsed') },
    ledger: [consent({ tiedTo: 'membership' })],
  },
  'wrong-number': { ...LISTED, ledger: [consent(), wrongNumber()] },
  'consent-evidence-incomplete': { ...LISTED, ledger: [consent({ wording: null })] },
  'consent-stale': { ...LISTED, ledger: [consent({ on: day('2020-01-01') })] },
  'consent-third-party-stale': { ...LISTED, ledger: [indirectConsent({ on: day('2026-01-01') })] },
  'consent-third-party-unverified': { ...LISTED, ledger: [indirectConsent({ dueDiligence: null })] },
});

test('a wrong number opens nothing wherever it is told', () => {
  const told = verdictOn({ ...LISTED, ledger: [consent(), wrongNumber()] }).reasons.filter(
    ({ code }) => code === 'wrong-number',
  );
  expect(told.map((reason) => reason.kind === 'key' && reason.outcome)).toEqual(['fails']);
});
