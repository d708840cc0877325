/** Worlds at random: campaigns, people, numbers, registers and ledgers, each fact mostly as wanted. */
import fc from 'fast-check';
import {
  type Campaign,
  CHANNELS,
  type Channel,
  isDirectMarketing,
  PURPOSES,
} from '../../src/screening/campaign.js';
import {
  type ContactPoint,
  type Membership,
  NOT_RECORDED,
  type Person,
  type Recorded,
  UNREADABLE,
} from '../../src/screening/contact.js';
import { addDays, type IsoDate } from '../../src/screening/dates.js';
import type {
  ConsentEntry,
  KeyMatch,
  LedgerChannel,
  LedgerEntry,
  ListEvidence,
  Listing,
  ObjectionEntry,
  SoftOptInEntry,
  WrongNumberEntry,
} from '../../src/screening/evidence.js';
import type { Facts } from '../../src/screening/rule.js';
import {
  AUTHORISATION,
  CALL_DATE,
  CALLABLE_NUMBER,
  consent,
  existingClient,
  FACTION,
  FIRM,
  factsWith,
  listed,
  NOT_LOADED,
  OTHER_NUMBER_OF_THIS_PERSON,
  PARTY,
  POINTS,
  phone,
  recorded,
  SOMEBODY_ELSE,
  THIS_NUMBER,
  THIS_NUMBER_AND_PERSON,
  THIS_NUMBER_OF_ANOTHER_PERSON,
  THIS_PERSON,
} from './facts-for-tests.js';

/** A declared alias of the party in every world. */
export const ALIAS = 'Northfield Party HQ';

function mostly<Value>(value: Value, other: fc.Arbitrary<Value>, weight = 5): fc.Arbitrary<Value> {
  return fc.oneof({ weight, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: other });
}

/** A day, by default any from two years before the call to the day after it. */
function days(least = -740, most = 1): fc.Arbitrary<IsoDate> {
  return fc
    .oneof(fc.integer({ min: least, max: most }), fc.integer({ min: Math.max(least, most - 60), max: most }))
    .map((offset) => addDays(CALL_DATE, offset));
}

const answer = fc.constantFrom(true, false, null);
const body = mostly<string>(PARTY, fc.constantFrom('northfield  PARTY', ALIAS, FACTION, FIRM));
const someBody: fc.Arbitrary<string | null> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: body },
);

function recordedOr<const Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Recorded<Value>> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant(NOT_RECORDED) },
    { weight: 3, arbitrary: value.map((read) => recorded(read)) },
    { weight: 1, arbitrary: fc.constant(UNREADABLE) },
  );
}

const moratorium = fc
  .record({
    from: days(-10, 40),
    length: fc.nat({ max: 20 }),
    exempt_purposes: fc.subarray([...PURPOSES], { maxLength: 3 }),
  })
  .map(({ from, length, exempt_purposes }) => ({ from, to: addDays(from, length), exempt_purposes }));

const campaign: fc.Arbitrary<Campaign> = fc.record({
  controller: fc.constant(PARTY),
  controller_aliases: fc.constant([ALIAS]),
  controller_kind: mostly<Campaign['controller_kind']>(
    'political-party',
    fc.constantFrom('business', 'charity', 'non-profit', 'candidate'),
    1,
  ),
  sector: mostly<Campaign['sector']>('none', fc.constantFrom('claims-management', 'pensions'), 3),
  purpose: mostly<Campaign['purpose']>('political-campaign', fc.constantFrom(...PURPOSES), 1),
  contains_promotion: answer,
  channel: mostly<Channel>('live-call', fc.constantFrom(...CHANNELS), 1),
  dates: fc.constant({ first: null, last: null }),
  calls: fc.record({
    number_presented: mostly<boolean | null>(true, answer, 30),
    caller_identified: mostly<boolean | null>(true, answer, 30),
    leaves_voicemail: mostly<boolean | null>(false, answer, 4),
    dialler: fc.constantFrom('manual', 'power', 'predictive', null),
  }),
  messages: fc.record({
    opt_out_included: mostly<boolean | null>(true, answer, 14),
    similar_products: mostly<boolean | null>(null, answer),
    sole_charitable_purpose: mostly<boolean | null>(null, answer),
  }),
  instigator: mostly<string | null>(null, someBody, 19),
  processor: mostly<Campaign['processor']>(
    null,
    fc.record({
      name: fc.constant(FIRM),
      contract: fc.constantFrom('DPA-2026-04', null),
      country: fc.constantFrom('UK', 'US', null),
    }),
    14,
  ),
  declared_territories: fc.constant(['UK']),
  moratoria: mostly<Campaign['moratoria']>([], fc.array(moratorium, { maxLength: 2 }), 6),
  list: fc.record({
    source: mostly<Campaign['list']['source']>(
      'membership',
      fc.constantFrom(
        'own-records',
        'own-records',
        'purchased',
        'number-matching',
        'casework',
        'referral',
        'volunteer-contacts',
        'electoral-register',
        'unknown',
        null,
      ),
      2,
    ),
    controller: mostly<string>(PARTY, fc.constantFrom(ALIAS, FACTION, FIRM), 2),
    controller_kind: fc.constantFrom(
      null,
      'other',
      'other',
      'political-party',
      'religious-body',
      'trade-union',
    ),
    authorised: mostly<boolean | null>(true, answer, 14),
    authorisation: mostly<Campaign['list']['authorisation']>(
      AUTHORISATION,
      fc.constantFrom(null, { ...AUTHORISATION, on: addDays(CALL_DATE, 1) }),
    ),
    id_system: fc.constantFrom('NationBuilder', null),
    privacy_notice_given: mostly<boolean | null>(true, answer, 14),
    post_lapse_notice: mostly<boolean | null>(true, answer, 6),
    retention_months_after_lapse: mostly<number | null>(null, fc.constantFrom(0, 6, 24), 1),
  }),
  research: fc.record({ answers_reused_for_marketing: answer }),
  pensions: fc.record({ fca_authorised_or_trustee: mostly<boolean | null>(true, answer) }),
  policy: fc.record({
    listing_grace: fc.constantFrom('block', 'review', 'allow'),
    consent_max_age_months: fc.constantFrom(1, 6, 24),
    strict: fc.constant(false),
  }),
});

const membership: fc.Arbitrary<Membership> = fc.record({
  status: fc.oneof(
    { weight: 8, arbitrary: fc.constant(recorded('current')) },
    {
      weight: 4,
      arbitrary: fc
        .constantFrom('lapsed', 'resigned', 'expelled', 'registered-supporter', 'none')
        .map((status) => recorded(status)),
    },
    { weight: 1, arbitrary: fc.constantFrom(NOT_RECORDED, UNREADABLE) },
  ),
  controller: mostly<string | null>(null, body, 3),
  endedOn: mostly<Membership['endedOn']>(NOT_RECORDED, recordedOr(days(-1000, 60)), 1),
});

const person: fc.Arbitrary<Person> = fc.record({
  subscriberKind: mostly<Person['subscriberKind']>(
    'individual',
    fc.constantFrom('sole-trader', 'partnership', 'corporate', 'unknown'),
    2,
  ),
  mailboxKind: fc.constantFrom('not-recorded', 'role', 'named-work', 'personal', 'unreadable'),
  dateOfBirth: mostly<Person['dateOfBirth']>(NOT_RECORDED, recordedOr(days(-7000, -6000)), 12),
  membership,
  deceased: mostly<Person['deceased']>(NOT_RECORDED, recordedOr(fc.boolean()), 16),
  mpsListed: mostly<Person['mpsListed']>(NOT_RECORDED, recordedOr(fc.boolean()), 6),
  foundBy: mostly<Person['foundBy']>(
    { numberOrEmail: true, personId: false },
    fc.record({ numberOrEmail: fc.boolean(), personId: fc.boolean() }),
  ),
  isMalformed: mostly(false, fc.boolean(), 20),
});

const numberPoint: fc.Arbitrary<ContactPoint> = mostly<ContactPoint>(
  CALLABLE_NUMBER,
  fc.constantFrom<ContactPoint>(
    { kind: 'missing' },
    { kind: 'unreadable', problem: 'number-invalid' },
    { kind: 'unreadable', problem: 'number-ambiguous' },
    { kind: 'number', number: phone('+44770090012'), numberStatus: { kind: 'invalid' }, repairs: [] },
    {
      kind: 'number',
      number: phone('+449098790123'),
      numberStatus: { kind: 'not-callable', service: 'premium' },
      repairs: [],
    },
    {
      kind: 'number',
      number: phone('+35312345678'),
      numberStatus: { kind: 'non-uk', country: 'IE' },
      repairs: [],
    },
    {
      kind: 'number',
      number: phone('+447700900123'),
      numberStatus: { kind: 'callable' },
      repairs: ['lost-leading-zero'],
    },
  ),
  12,
);

/** A point of the channel, mostly one by which somebody can be reached. */
function pointOf(channel: Channel): fc.Arbitrary<ContactPoint> {
  switch (channel) {
    case 'live-call':
    case 'automated-call':
    case 'sms':
    case 'fax':
      return numberPoint;
    case 'email':
      return mostly<ContactPoint>(
        POINTS.email,
        fc.constantFrom<ContactPoint>({ kind: 'missing' }, { kind: 'unreadable', problem: 'email-invalid' }),
        12,
      );
    case 'post':
    case 'social-dm':
      return mostly<ContactPoint>(POINTS[channel], fc.constant({ kind: 'missing' as const }), 12);
  }
}

/** A copy that is fresh on the day of the call and does not list the number. */
export const freshAndClear: fc.Arbitrary<Listing> = days(-27, 0).map((asOf) => ({
  status: 'not-listed',
  asOf,
}));

const listing: fc.Arbitrary<Listing> = fc.oneof(
  { weight: 12, arbitrary: freshAndClear },
  {
    weight: 4,
    arbitrary: fc.record({
      status: fc.constant('listed' as const),
      asOf: days(-40, 2),
      earliestOn: fc.oneof(fc.constant('unknown' as const), days(-60, 0)),
    }),
  },
  { weight: 1, arbitrary: days(-60, 2).map((asOf): Listing => ({ status: 'not-listed', asOf })) },
  {
    weight: 1,
    arbitrary: days(-60, 0).map((asOf): Listing => ({ status: 'outside-coverage', asOf })),
  },
  { weight: 1, arbitrary: fc.constant(NOT_LOADED) },
);

const match: fc.Arbitrary<KeyMatch> = mostly<KeyMatch>(
  THIS_NUMBER,
  fc.constantFrom(
    THIS_NUMBER_AND_PERSON,
    THIS_PERSON,
    OTHER_NUMBER_OF_THIS_PERSON,
    THIS_NUMBER_OF_ANOTHER_PERSON,
    SOMEBODY_ELSE,
  ),
  2,
);

const EVERY_CHANNEL: readonly LedgerChannel[] = [...CHANNELS, 'voicemail'];
const CHANNEL_LISTS: readonly (readonly LedgerChannel[])[] = [
  ['live-call'],
  ['live-call', 'voicemail'],
  ['voicemail'],
  ['email', 'sms'],
  [],
];
const channels = mostly<readonly LedgerChannel[]>(EVERY_CHANNEL, fc.constantFrom(...CHANNEL_LISTS), 2);
const purposes = fc.subarray(['political-campaign', 'marketing', 'fundraising', 'service', 'campaign news']);
const maybeDay = fc.oneof({ weight: 5, arbitrary: days() }, { weight: 1, arbitrary: fc.constant(null) });

function objecting(record: ObjectionEntry['record']): fc.Arbitrary<ObjectionEntry> {
  return fc.record({
    record: fc.constant(record),
    match,
    scope: fc.constantFrom(null, 'number', 'person'),
    controller: someBody,
    channels: mostly<ObjectionEntry['channels']>('all', fc.constantFrom(...CHANNEL_LISTS.slice(0, 4)), 1),
    purposes: mostly<ObjectionEntry['purposes']>('any', purposes, 2),
    on: maybeDay,
  });
}

export const objection: fc.Arbitrary<ObjectionEntry> = objecting('objection');
export const withdrawal: fc.Arbitrary<ObjectionEntry> = objecting('withdrawal');
export const preference: fc.Arbitrary<ObjectionEntry> = objecting('fundraising-preference');

const givenConsent: fc.Arbitrary<ConsentEntry> = fc
  .record({
    match,
    controller: mostly<string | null>(PARTY, someBody),
    channels,
    purposes: mostly<readonly string[]>([...PURPOSES], purposes, 4),
    on: maybeDay,
    withdrawnOn: mostly<IsoDate | null>(null, days(), 9),
    obtained: mostly<ConsentEntry['obtained']>('direct', fc.constantFrom('third-party', null), 3),
    controllerNamed: mostly<boolean | null>(true, answer),
    method: mostly<ConsentEntry['method']>(
      'opt-in',
      fc.constantFrom('pre-ticked', 'bundled-terms', 'opt-out-not-used', null),
      9,
    ),
    tiedTo: fc.constantFrom('standalone', 'membership', null),
    source: mostly<string | null>('form', fc.constant(null), 9),
    wording: mostly<string | null>('version 3', fc.constant(null), 9),
    dueDiligence: fc.constantFrom('audit', null),
  })
  .map((fields) => consent(fields));

export const wrongNumber: fc.Arbitrary<WrongNumberEntry> = fc.record({
  record: fc.constant('wrong-number' as const),
  match,
  on: maybeDay,
});

const client: fc.Arbitrary<SoftOptInEntry> = fc
  .record({
    match,
    controller: someBody,
    channels,
    coversAnyChannel: fc.boolean(),
    purposes: mostly<readonly string[]>([], purposes),
    basis: fc.constantFrom<SoftOptInEntry['basis']>(
      ...(['existing-client', 'sale', 'negotiation', 'charity-support', null] as const),
    ),
    obtainedBy: mostly<string | null>(PARTY, someBody),
    obtainedOn: maybeDay,
    optOutAtCollection: mostly<boolean | null>(true, answer),
    similarProducts: mostly<boolean | null>(true, answer),
    soleCharitablePurpose: mostly<boolean | null>(true, answer),
  })
  .map((fields) => existingClient(fields));

const ledger: fc.Arbitrary<readonly LedgerEntry[]> = fc.array(
  fc.oneof<{ weight: number; arbitrary: fc.Arbitrary<LedgerEntry> }[]>(
    { weight: 1, arbitrary: objection },
    { weight: 1, arbitrary: withdrawal },
    { weight: 1, arbitrary: preference },
    { weight: 8, arbitrary: givenConsent },
    { weight: 1, arbitrary: wrongNumber },
    { weight: 2, arbitrary: client },
  ),
  { maxLength: 4 },
);

const said: fc.Arbitrary<ListEvidence> = fc.record({
  optOut: mostly<ListEvidence['optOut']>(null, fc.constantFrom('number', 'person'), 24),
  unreadFlags: mostly<readonly string[]>([], fc.constant(['DNC 2024']), 30),
  isDeathUnread: mostly(false, fc.constant(true), 40),
  optOutWords: mostly(false, fc.constant(true), 30),
  deceasedWords: mostly(false, fc.constant(true), 30),
  wordsHere: fc.constant([]),
  deceasedElsewhere: mostly(false, fc.constant(true), 30),
});

/** A world: everything that is known of one contact point of one campaign. */
export const world: fc.Arbitrary<Facts> = campaign
  .chain((campaign) => fc.record({ campaign: fc.constant(campaign), point: pointOf(campaign.channel) }))
  .chain(({ campaign, point }) => worldWith(campaign, point));

function worldWith(campaign: Campaign, point: ContactPoint): fc.Arbitrary<Facts> {
  return fc
    .record({
      lastPlannedOn: mostly<IsoDate | null>(null, days(0, 60), 2),
      person,
      registers: fc.record({ tps: listing, ctps: listing, fps: listing }),
      ledger,
      list: said,
    })
    .map(({ lastPlannedOn, person, registers, ledger, list }) => ({
      campaign,
      callDate: CALL_DATE,
      lastPlannedOn,
      isMarketing: isDirectMarketing(campaign),
      point,
      person,
      evidence: { registers, ledger, list },
    }));
}

/** The clear world, in which objections of long ago stand against consents since, of one channel or both. */
export const worldOfSecondThoughts: fc.Arbitrary<Facts> = fc
  .record({
    objections: fc.array(
      days(-800, -745).chain((on) => objection.map((entry) => ({ ...entry, on }))),
      { minLength: 1, maxLength: 2 },
    ),
    consents: fc.array(
      fc
        .record({ on: days(-744, -700), channels })
        .map((fields) => consent({ ...fields, purposes: [...PURPOSES] })),
      { minLength: 2, maxLength: 4 },
    ),
    leaves_voicemail: fc.boolean(),
    isListed: fc.boolean(),
  })
  .map(({ objections, consents, leaves_voicemail, isListed }) =>
    factsWith({
      campaign: { controller_aliases: [ALIAS] },
      calls: { leaves_voicemail },
      ledger: [...objections, ...consents],
      ...(isListed ? { tps: listed() } : {}),
    }),
  );

/** The world under another campaign. */
export function withCampaign(facts: Facts, changed: Campaign): Facts {
  return { ...facts, campaign: changed, isMarketing: isDirectMarketing(changed) };
}

/** The world with other entries in its ledger. */
export function withLedger(facts: Facts, entries: readonly LedgerEntry[]): Facts {
  return { ...facts, evidence: { ...facts.evidence, ledger: entries } };
}

/** The world with something else in the list. */
export function withSaid(facts: Facts, change: Partial<ListEvidence>): Facts {
  return { ...facts, evidence: { ...facts.evidence, list: { ...facts.evidence.list, ...change } } };
}
