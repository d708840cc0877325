import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../../../src/screening/campaign.js';
import type { LedgerEntry, SoftOptInEntry } from '../../../../src/screening/evidence.js';
import { softOptInCodes, softOptInKeys } from '../../../../src/screening/rules/consent/soft-opt-in.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import {
  CHARITY_ASKS,
  type Change,
  day,
  existingClient,
  FACTION,
  FIRM,
  FIRM_RINGS,
  factsWith,
  OTHER_NUMBER_OF_THIS_PERSON,
  objection,
  onChannel,
  PARTY,
  PENSION_CALL,
  sale,
  support,
  THIS_NUMBER_OF_ANOTHER_PERSON,
  THIS_PERSON,
  toldKey,
  verdictOn,
  withdrawal,
  wrongNumber,
} from '../../facts-for-tests.js';

function keysFor(change: Change, ...ledger: readonly LedgerEntry[]): readonly string[] {
  return softOptInKeys(factsWith(onChannel('email', { ...change, ledger }))).map(toldKey);
}

const OPENS = ['opens soft-opt-in'];
const CHARITY_OPENS = ['opens charity-soft-opt-in'];
const UNAVAILABLE = ['fails soft-opt-in-unavailable'];
const INCOMPLETE = ['unproven consent-evidence-incomplete'];

describe('whom it serves', () => {
  const KINDS: readonly [Campaign['controller_kind'], boolean][] = [
    ['business', true],
    ['charity', true],
    ['non-profit', true],
    ['political-party', false],
    ['candidate', false],
    ['elected-representative', false],
    ['campaign-group', false],
  ];

  test.for(KINDS)('a sale serves a %s that sells: %s', ([controller_kind, serves]) => {
    const change = { ...FIRM_RINGS, campaign: { ...FIRM_RINGS.campaign, controller_kind } };
    expect(keysFor(change, sale())).toEqual(serves ? OPENS : UNAVAILABLE);
    expect(keysFor(change, sale({ basis: 'negotiation' }))).toEqual(serves ? OPENS : UNAVAILABLE);
  });

  test.for(KINDS)('support serves a %s only where it is a charity', ([controller_kind]) => {
    const change = { ...CHARITY_ASKS, campaign: { ...CHARITY_ASKS.campaign, controller_kind } };
    expect(keysFor(change, support())).toEqual(controller_kind === 'charity' ? CHARITY_OPENS : UNAVAILABLE);
  });

  test.for<[Campaign['purpose'], boolean]>([
    ['marketing', true],
    ['fundraising', false],
    ['political-campaign', false],
    ['consent-request', false],
    ['service', false],
  ])('a sale serves the purpose %s: %s', ([purpose, serves]) => {
    const change = { ...FIRM_RINGS, campaign: { ...FIRM_RINGS.campaign, purpose } };
    expect(keysFor(change, sale())).toEqual(serves ? OPENS : UNAVAILABLE);
  });

  test('an existing client is one for pension calls only', () => {
    expect(keysFor(FIRM_RINGS, existingClient({ channels: ['email'] }))).toEqual(UNAVAILABLE);
  });

  test('without a basis it may be any that serves', () => {
    expect(keysFor(FIRM_RINGS, sale({ basis: null }))).toEqual(INCOMPLETE);
    expect(keysFor({}, sale({ basis: null, controller: PARTY, obtainedBy: PARTY }))).toEqual(UNAVAILABLE);
  });
});

describe('a sale', () => {
  test.for<[string, Partial<SoftOptInEntry>, string[]]>([
    ['with everything offered', {}, OPENS],
    ['to a sister firm', { obtainedBy: FACTION }, ['fails soft-opt-in-third-party']],
    ['recorded for another body', { controller: FACTION }, ['fails soft-opt-in-third-party']],
    ['recorded for nobody', { controller: null }, INCOMPLETE],
    ['by nobody known', { obtainedBy: null }, INCOMPLETE],
    [
      'without a way to refuse',
      { optOutAtCollection: false },
      ['fails soft-opt-in-no-opt-out-at-collection'],
    ],
    ['of which nobody knows whether refusal was offered', { optOutAtCollection: null }, INCOMPLETE],
    ['of something else', { similarProducts: false }, ['fails soft-opt-in-dissimilar']],
    ['of nobody knows what', { similarProducts: null }, INCOMPLETE],
    ['on no day known', { obtainedOn: null }, INCOMPLETE],
    ['on the day of the message', { obtainedOn: day('2026-11-24') }, OPENS],
    ['a day after it', { obtainedOn: day('2026-11-25') }, ['fails consent-not-yet-given']],
    ['for texts only', { channels: ['sms'] }, ['fails consent-wrong-channel']],
    ['for no channel in particular', { channels: [], coversAnyChannel: true }, OPENS],
    [
      'for words that are no channel',
      { channels: [], coversAnyChannel: false },
      ['fails consent-wrong-channel'],
    ],
    ['for another purpose', { purposes: ['fundraising'] }, ['fails consent-purpose-mismatch']],
    ['for this purpose', { purposes: ['marketing'] }, OPENS],
    ['of the person, with no address named', { match: THIS_PERSON }, INCOMPLETE],
    ['with another address', { match: OTHER_NUMBER_OF_THIS_PERSON }, []],
    ['with another person of this address', { match: THIS_NUMBER_OF_ANOTHER_PERSON }, []],
  ])('%s', ([, change, keys]) => {
    expect(keysFor(FIRM_RINGS, sale(change))).toEqual(keys);
  });

  test('a message about something else beats the ledger, a similar one fills no blank', () => {
    const about = (similar_products: boolean): Change => ({ ...FIRM_RINGS, messages: { similar_products } });
    expect(keysFor(about(false), sale())).toEqual(['fails soft-opt-in-dissimilar']);
    expect(keysFor(about(true), sale({ similarProducts: null }))).toEqual(INCOMPLETE);
    expect(keysFor(about(true), sale({ similarProducts: false }))).toEqual(['fails soft-opt-in-dissimilar']);
  });

  test('it ends with a wrong address', () => {
    expect(keysFor(FIRM_RINGS, sale(), wrongNumber())).toEqual(['fails wrong-number']);
  });
});

describe('support of a charity', () => {
  test.for<[string, Partial<SoftOptInEntry>, string[]]>([
    ['since it is law', { obtainedOn: day('2026-02-05') }, CHARITY_OPENS],
    [
      'a day before it was law',
      { obtainedOn: day('2026-02-04') },
      ['fails charity-soft-opt-in-pre-commencement'],
    ],
    ['on no day known', { obtainedOn: null }, INCOMPLETE],
    ['of another charity', { obtainedBy: FIRM }, ['fails soft-opt-in-third-party']],
    ['with a shop to promote', { soleCharitablePurpose: false }, ['fails charity-soft-opt-in-mixed-purpose']],
    ['of which nobody knows the purpose', { soleCharitablePurpose: null }, INCOMPLETE],
    [
      'without a way to refuse',
      { optOutAtCollection: false },
      ['fails soft-opt-in-no-opt-out-at-collection'],
    ],
    ['that asks nothing about products', { similarProducts: false }, CHARITY_OPENS],
  ])('%s', ([, change, keys]) => {
    expect(keysFor(CHARITY_ASKS, support(change))).toEqual(keys);
  });

  test.for<[string, string, string[]]>([
    ['a day before it was law', '2026-02-04', ['fails charity-soft-opt-in-pre-commencement']],
    ['on its first day', '2026-02-05', CHARITY_OPENS],
  ])('a message %s', ([, callDate, keys]) => {
    const entry = support({ obtainedOn: day(callDate) });
    expect(keysFor({ ...CHARITY_ASKS, callDate: day(callDate) }, entry)).toEqual(keys);
  });

  test('a message before it was law fails, whenever the details were taken', () => {
    const change = { ...CHARITY_ASKS, callDate: day('2026-02-04') };
    expect(keysFor(change, support({ obtainedOn: null }))).toEqual([
      'fails charity-soft-opt-in-pre-commencement',
    ]);
  });

  test('a mixed message beats the ledger, a pure one fills no blank', () => {
    const about = (sole_charitable_purpose: boolean): Change => ({
      ...CHARITY_ASKS,
      messages: { sole_charitable_purpose },
    });
    expect(keysFor(about(false), support())).toEqual(['fails charity-soft-opt-in-mixed-purpose']);
    expect(keysFor(about(true), support({ soleCharitablePurpose: null }))).toEqual(INCOMPLETE);
  });
});

test('it opens no objection', () => {
  const ledger = [sale(), objection({ on: day('2020-01-01') })];
  expect(verdictOn(onChannel('email', { ...FIRM_RINGS, ledger })).outcome).toBe('blocked');
});

test('it does not outlive a withdrawal', () => {
  const ledger = [
    sale(),
    withdrawal({ controller: FIRM, channels: ['email'], purposes: ['marketing'], on: day('2020-01-01') }),
  ];
  expect(verdictOn(onChannel('email', { ...FIRM_RINGS, ledger })).outcome).toBe('blocked');
});

test('it opens the message for texts as for emails, and proves nothing of a social account', () => {
  const change = { ...FIRM_RINGS, ledger: [sale()] };
  expect(verdictOn(onChannel('sms', change)).outcome).toBe('allowed');
  const ofPerson = sale({ match: THIS_PERSON, channels: ['social-dm'] });
  expect(verdictOn(onChannel('social-dm', { ...FIRM_RINGS, ledger: [ofPerson] })).outcome).toBe(
    'needs-review',
  );
});

eachCodeHasItsWorld(softOptInCodes, {
  'soft-opt-in': onChannel('email', { ...FIRM_RINGS, ledger: [sale()] }),
  'charity-soft-opt-in': onChannel('email', { ...CHARITY_ASKS, ledger: [support()] }),
  'soft-opt-in-unavailable': onChannel('email', { ledger: [sale({ controller: PARTY, obtainedBy: PARTY })] }),
  'soft-opt-in-third-party': { ...PENSION_CALL, ledger: [existingClient({ obtainedBy: FACTION })] },
  'soft-opt-in-no-opt-out-at-collection': {
    ...PENSION_CALL,
    ledger: [existingClient({ optOutAtCollection: false })],
  },
  'soft-opt-in-dissimilar': { ...PENSION_CALL, ledger: [existingClient({ similarProducts: false })] },
  'charity-soft-opt-in-pre-commencement': onChannel('email', {
    ...CHARITY_ASKS,
    ledger: [support({ obtainedOn: day('2026-02-04') })],
  }),
  'charity-soft-opt-in-mixed-purpose': onChannel('email', {
    ...CHARITY_ASKS,
    ledger: [support({ soleCharitablePurpose: false })],
  }),
});
