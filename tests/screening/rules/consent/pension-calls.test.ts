import { expect, test } from 'vitest';
import type { LedgerEntry } from '../../../../src/screening/evidence.js';
import { pensionCalls } from '../../../../src/screening/rules/consent/pension-calls.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import {
  CALL_DATE,
  CHARITY,
  type Change,
  consentToFirm,
  day,
  existingClient,
  factsWith,
  OTHER_NUMBER_OF_THIS_PERSON,
  PENSION_CALL,
  SOMEBODY_ELSE,
  THIS_NUMBER_OF_ANOTHER_PERSON,
  THIS_PERSON,
  toldBy,
  wrongNumber,
} from '../../facts-for-tests.js';

const BAR = 'bar pension-call-restricted';

test.for<[string, Change, string[]]>([
  ['calls about anything else', {}, []],
  ['an individual', PENSION_CALL, [BAR]],
  ['a sole trader', { ...PENSION_CALL, person: { subscriberKind: 'sole-trader' } }, [BAR]],
  ['a partnership', { ...PENSION_CALL, person: { subscriberKind: 'partnership' } }, [BAR]],
  ['a subscriber of an unknown kind', { ...PENSION_CALL, person: { subscriberKind: 'unknown' } }, [BAR]],
  ['a company', { ...PENSION_CALL, person: { subscriberKind: 'corporate' } }, []],
  [
    'contact that is no marketing',
    {
      ...PENSION_CALL,
      campaign: { ...PENSION_CALL.campaign, purpose: 'service', contains_promotion: false },
    },
    [],
  ],
  ['a text', { ...PENSION_CALL, campaign: { ...PENSION_CALL.campaign, channel: 'sms' } }, []],
  ['with consent', { ...PENSION_CALL, ledger: [consentToFirm()] }, [BAR, 'opens consent-valid']],
  [
    'with consent to selling calls of another body',
    { ...PENSION_CALL, ledger: [consentToFirm({ controller: CHARITY })] },
    [BAR, 'fails consent-wrong-controller'],
  ],
  [
    'consent fails, an existing client opens',
    { ...PENSION_CALL, ledger: [consentToFirm({ controller: CHARITY }), existingClient()] },
    [BAR, 'fails consent-wrong-controller', 'opens pension-existing-client'],
  ],
])('%s', ([, change, lines]) => {
  expect(toldBy(pensionCalls, change)).toEqual(lines);
});

test.for<[string, readonly LedgerEntry[], string[]]>([
  ['who expects the call and could refuse', [existingClient()], ['opens pension-existing-client']],
  ['of another firm', [existingClient({ obtainedBy: CHARITY })], ['fails soft-opt-in-third-party']],
  [
    'on whose record another body stands',
    [existingClient({ controller: CHARITY })],
    ['fails soft-opt-in-third-party'],
  ],
  [
    'who would not expect the call',
    [existingClient({ similarProducts: false })],
    ['fails soft-opt-in-dissimilar'],
  ],
  [
    'who was not offered refusal',
    [existingClient({ optOutAtCollection: false })],
    ['fails soft-opt-in-no-opt-out-at-collection'],
  ],
  [
    'failing in every way',
    [
      existingClient({
        obtainedBy: CHARITY,
        similarProducts: false,
        optOutAtCollection: false,
        obtainedOn: day('2026-11-25'),
      }),
    ],
    [
      'fails soft-opt-in-third-party',
      'fails soft-opt-in-no-opt-out-at-collection',
      'fails consent-not-yet-given',
      'fails soft-opt-in-dissimilar',
    ],
  ],
  [
    'since the day of the call',
    [existingClient({ obtainedOn: CALL_DATE })],
    ['opens pension-existing-client'],
  ],
  ['from a day later', [existingClient({ obtainedOn: day('2026-11-25') })], ['fails consent-not-yet-given']],
  [
    'with nobody said to have obtained the details',
    [existingClient({ obtainedBy: null })],
    ['unproven consent-evidence-incomplete'],
  ],
  ['with no day', [existingClient({ obtainedOn: null })], ['unproven consent-evidence-incomplete']],
  [
    'with no word on what they expect',
    [existingClient({ similarProducts: null })],
    ['unproven consent-evidence-incomplete'],
  ],
  [
    'with no word on refusal',
    [existingClient({ optOutAtCollection: null })],
    ['unproven consent-evidence-incomplete'],
  ],
  ['on a number reported wrong since', [existingClient(), wrongNumber()], ['fails wrong-number']],
  [
    'on a number reported wrong on the very day',
    [existingClient(), wrongNumber({ on: day('2025-06-01') })],
    ['fails wrong-number'],
  ],
  [
    'on a number reported wrong before',
    [existingClient(), wrongNumber({ on: day('2025-05-31') })],
    ['fails wrong-number'],
  ],
  [
    'on a number reported wrong on no known day',
    [existingClient(), wrongNumber({ on: null })],
    ['fails wrong-number'],
  ],
  [
    'known by the person alone',
    [existingClient({ match: THIS_PERSON })],
    ['unproven consent-evidence-incomplete'],
  ],
  ['known by another number', [existingClient({ match: OTHER_NUMBER_OF_THIS_PERSON })], []],
  ['who is another person on this line', [existingClient({ match: THIS_NUMBER_OF_ANOTHER_PERSON })], []],
  ['who is somebody else', [existingClient({ match: SOMEBODY_ELSE })], []],
  ['known for emails alone', [existingClient({ channels: ['email'] })], ['fails consent-wrong-channel']],
  ['known for no channel anybody knows', [existingClient({ channels: [] })], ['fails consent-wrong-channel']],
  [
    'known without a limit to channels',
    [existingClient({ channels: [], coversAnyChannel: true })],
    ['opens pension-existing-client'],
  ],
  ['who is none but a buyer', [existingClient({ basis: 'sale' })], []],
  ['of no stated kind', [existingClient({ basis: null })], ['unproven consent-evidence-incomplete']],
])('a client %s', ([, ledger, keys]) => {
  expect(toldBy(pensionCalls, { ...PENSION_CALL, ledger })).toEqual([BAR, ...keys]);
});

test('the message itself may say that a client would not expect it', () => {
  const change = { ...PENSION_CALL, messages: { similar_products: false }, ledger: [existingClient()] };
  expect(toldBy(pensionCalls, change)).toEqual([BAR, 'fails soft-opt-in-dissimilar']);
});

test.for<[string, LedgerEntry, readonly string[]]>([
  ['basis', existingClient({ basis: null }), ['basis']],
  ['obtained_by', existingClient({ obtainedBy: null }), ['obtained_by']],
  ['obtained_on', existingClient({ obtainedOn: null }), ['obtained_on']],
  ['similar_products', existingClient({ similarProducts: null }), ['similar_products']],
  ['opt_out_at_collection', existingClient({ optOutAtCollection: null }), ['opt_out_at_collection']],
  ['the number', existingClient({ match: THIS_PERSON }), ['phone']],
])('an unproven client tells that %s is missing', ([, entry, missing]) => {
  const [bar] = pensionCalls.findings(factsWith({ ...PENSION_CALL, ledger: [entry] }));
  expect(bar?.kind === 'bar' && bar.keys.map(({ detail }) => detail.missing)).toEqual([missing]);
});

eachCodeHasItsWorld(pensionCalls.codes, {
  'pension-call-restricted': PENSION_CALL,
  'pension-existing-client': { ...PENSION_CALL, ledger: [existingClient()] },
});
