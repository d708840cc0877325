/**
 * One clear world, and small changes to it. The Northfield Party rings its own members on 24 November
 * 2026 for its campaign, everything asked is answered as wanted, the number is on neither register, and
 * nobody has said anything: the contact is allowed by `register-clear`. A test changes one fact.
 */
import { type Campaign, type Channel, isDirectMarketing } from '../../src/screening/campaign.js';
import {
  type ContactPoint,
  type EmailAddress,
  isEmailAddress,
  isPhoneNumber,
  type Membership,
  NOT_RECORDED,
  type Person,
  type PhoneNumber,
} from '../../src/screening/contact.js';
import { type IsoDate, parseIsoDate } from '../../src/screening/dates.js';
import type {
  ConsentEntry,
  KeyMatch,
  LedgerEntry,
  ListEvidence,
  Listing,
  ObjectionEntry,
  SoftOptInEntry,
  WrongNumberEntry,
} from '../../src/screening/evidence.js';
import type { Finding, KeyFinding, Reason } from '../../src/screening/finding.js';
import type { CampaignFacts, Facts } from '../../src/screening/rule.js';
import { prepareJudgement, type Verdict } from '../../src/screening/verdict/decide.js';

/** The day that `text` names. */
export function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`the test names a day that does not exist: ${text}`);
  return date;
}

/** The number that `text` names. */
export function phone(text: string): PhoneNumber {
  if (!isPhoneNumber(text)) throw new Error(`the test names a number that is not E.164: ${text}`);
  return text;
}

/** The email address that `text` names. */
export function email(text: string): EmailAddress {
  if (!isEmailAddress(text)) throw new Error(`the test names an address that is none: ${text}`);
  return text;
}

/** A Tuesday. */
export const CALL_DATE = day('2026-11-24');

export const PARTY = 'Northfield Party';
/** A faction inside the party: a controller of its own. */
export const FACTION = 'Renew Northfield';
export const FIRM = 'Acme Boilers Ltd';
export const CHARITY = 'Elmet Donkey Sanctuary';

const clearCampaign: Campaign = {
  controller: PARTY,
  controller_aliases: [],
  controller_kind: 'political-party',
  sector: 'none',
  purpose: 'political-campaign',
  contains_promotion: true,
  channel: 'live-call',
  dates: { first: null, last: null },
  calls: { number_presented: true, caller_identified: true, leaves_voicemail: false, dialler: 'manual' },
  messages: { opt_out_included: true, similar_products: null, sole_charitable_purpose: null },
  instigator: null,
  processor: null,
  declared_territories: ['UK'],
  moratoria: [],
  list: {
    source: 'membership',
    controller: PARTY,
    controller_kind: null,
    authorised: true,
    authorisation: null,
    id_system: 'NationBuilder',
    privacy_notice_given: true,
    post_lapse_notice: true,
    retention_months_after_lapse: null,
  },
  research: { answers_reused_for_marketing: false },
  pensions: { fca_authorised_or_trustee: true },
  policy: { listing_grace: 'review', consent_max_age_months: 24, strict: false },
};

/** A landline of Ofcom's drama range that can be rung. */
export const CALLABLE_NUMBER: ContactPoint = {
  kind: 'number',
  number: phone('+442079460123'),
  numberStatus: { kind: 'callable' },
  repairs: [],
};

/** A point of each channel by which the record can be reached. */
export const POINTS: Readonly<Record<Channel, ContactPoint>> = {
  'live-call': CALLABLE_NUMBER,
  'automated-call': CALLABLE_NUMBER,
  sms: CALLABLE_NUMBER,
  fax: CALLABLE_NUMBER,
  email: { kind: 'email', address: email('ada@example.org') },
  post: { kind: 'postal-address' },
  'social-dm': { kind: 'social-handle', handle: '@ada_example' },
};

/** The clear world on another channel, with `change` besides. */
export function onChannel(channel: Channel, change: Change = {}): Change {
  return { point: POINTS[channel], ...change, campaign: { ...change.campaign, channel } };
}

const clearPerson: Person = {
  subscriberKind: 'individual',
  mailboxKind: 'not-recorded',
  dateOfBirth: NOT_RECORDED,
  membership: {
    status: { status: 'recorded', value: 'current' },
    controller: null,
    endedOn: NOT_RECORDED,
  },
  deceased: NOT_RECORDED,
  mpsListed: NOT_RECORDED,
  foundBy: { numberOrEmail: true, personId: true },
  isMalformed: false,
};

const clearList: ListEvidence = {
  optOut: null,
  unreadFlags: [],
  optOutWords: false,
  deceasedWords: false,
  wordsHere: [],
  isDeathUnread: false,
  deceasedElsewhere: false,
};

/** The day to which the register copies of the clear world are complete: four days before the call. */
export const COPY_DATE = day('2026-11-20');

export function notListed(asOf: IsoDate = COPY_DATE): Listing {
  return { status: 'not-listed', asOf };
}

/** A listing, by default one that stood in the first copy ever loaded. */
export function listed(earliestOn: IsoDate | 'unknown' = 'unknown', asOf: IsoDate = COPY_DATE): Listing {
  return { status: 'listed', asOf, earliestOn };
}

export const NOT_LOADED: Listing = { status: 'not-loaded' };

export function outsideCoverage(asOf: IsoDate = COPY_DATE): Listing {
  return { status: 'outside-coverage', asOf };
}

/** What a test changes in the clear world; the sections of the campaign file stand on their own. */
export interface Change {
  readonly campaign?: Partial<
    Omit<Campaign, 'calls' | 'messages' | 'list' | 'research' | 'pensions' | 'policy'>
  >;
  readonly calls?: Partial<Campaign['calls']>;
  readonly messages?: Partial<Campaign['messages']>;
  readonly list?: Partial<Campaign['list']>;
  readonly research?: Partial<Campaign['research']>;
  readonly pensions?: Partial<Campaign['pensions']>;
  readonly policy?: Partial<Campaign['policy']>;
  readonly callDate?: IsoDate;
  readonly lastPlannedOn?: IsoDate | null;
  readonly point?: ContactPoint;
  readonly person?: Partial<Omit<Person, 'membership'>>;
  readonly membership?: Partial<Membership>;
  readonly tps?: Listing;
  readonly ctps?: Listing;
  readonly fps?: Listing;
  readonly ledger?: readonly LedgerEntry[];
  /** What the list itself says: opt-outs, unread flags, words. */
  readonly said?: Partial<ListEvidence>;
}

export function campaignWith(change: Change = {}): Campaign {
  return {
    ...clearCampaign,
    ...change.campaign,
    calls: { ...clearCampaign.calls, ...change.calls },
    messages: { ...clearCampaign.messages, ...change.messages },
    list: { ...clearCampaign.list, ...change.list },
    research: { ...clearCampaign.research, ...change.research },
    pensions: { ...clearCampaign.pensions, ...change.pensions },
    policy: { ...clearCampaign.policy, ...change.policy },
  };
}

/** The clear world with `change`, as rules see it. */
export function factsWith(change: Change = {}): Facts {
  const campaign = campaignWith(change);
  return {
    campaign,
    callDate: change.callDate ?? CALL_DATE,
    lastPlannedOn: change.lastPlannedOn ?? null,
    isMarketing: isDirectMarketing(campaign),
    point: change.point ?? CALLABLE_NUMBER,
    person: {
      ...clearPerson,
      ...change.person,
      membership: { ...clearPerson.membership, ...change.membership },
    },
    evidence: {
      registers: {
        tps: change.tps ?? notListed(),
        ctps: change.ctps ?? notListed(),
        fps: change.fps ?? notListed(),
      },
      ledger: change.ledger ?? [],
      list: { ...clearList, ...change.said },
    },
  };
}

/** The verdict on the clear world with `change`. */
export function verdictOn(change: Change = {}): Verdict {
  return verdictOnFacts(factsWith(change));
}

/** The verdict on a world. */
export function verdictOnFacts({ campaign, callDate, lastPlannedOn, ...contact }: Facts): Verdict {
  return prepareJudgement(campaign, callDate, lastPlannedOn).judge(contact);
}

/** What a rule, of campaigns or of contacts, finds in the clear world with `change`: one line a finding or key. */
export function toldBy(
  rule: { readonly findings: (facts: Facts & CampaignFacts) => readonly Finding[] },
  change: Change = {},
): readonly string[] {
  return rule.findings(factsWith(change)).flatMap(told);
}

/** A finding as a line such as `bar tps-listed`, with a line such as `fails consent-stale` for each key of a bar. */
export function told(finding: Finding): readonly string[] {
  return finding.kind === 'bar' ? [toldReason(finding), ...finding.keys.map(toldKey)] : [toldReason(finding)];
}

export function toldReason(reason: Reason): string {
  switch (reason.kind) {
    case 'gate':
      return `gate ${reason.effect} ${reason.code}`;
    case 'key':
      return toldKey(reason);
    case 'bar':
    case 'doubt':
    case 'positive':
    case 'note':
      return `${reason.kind} ${reason.code}`;
  }
}

export function toldKey(key: KeyFinding): string {
  return `${key.outcome} ${key.code}`;
}

/** The entry names the number that is judged, and no person. */
export const THIS_NUMBER: KeyMatch = {
  contact: true,
  person: false,
  namesContact: true,
  namesNumber: true,
  otherPerson: false,
};
/** The entry names the person of the record, and no number or address. */
export const THIS_PERSON: KeyMatch = {
  contact: false,
  person: true,
  namesContact: false,
  namesNumber: false,
  otherPerson: false,
};
/** The entry names the number that is judged and the person of the record. */
export const THIS_NUMBER_AND_PERSON: KeyMatch = { ...THIS_NUMBER, person: true };
/** The entry names another number or address, of this very person. */
export const OTHER_NUMBER_OF_THIS_PERSON: KeyMatch = { ...THIS_NUMBER_AND_PERSON, contact: false };
/** The entry names the number that is judged, and another person of the same id system. */
export const THIS_NUMBER_OF_ANOTHER_PERSON: KeyMatch = { ...THIS_NUMBER, otherPerson: true };
/** The entry names neither the number nor the person. */
export const SOMEBODY_ELSE: KeyMatch = { ...THIS_NUMBER, contact: false, otherPerson: true };

/** By default: this line asked every caller, for every purpose and on every channel, on 1 September 2026. */
export function objection(change: Partial<ObjectionEntry> = {}): ObjectionEntry {
  return {
    record: 'objection',
    match: THIS_NUMBER,
    scope: null,
    controller: null,
    channels: 'all',
    purposes: 'any',
    on: day('2026-09-01'),
    ...change,
  };
}

/** By default: consent to the party's campaign calls on this line, withdrawn on 1 September 2026. */
export function withdrawal(change: Partial<ObjectionEntry> = {}): ObjectionEntry {
  return objection({
    record: 'withdrawal',
    controller: PARTY,
    channels: ['live-call'],
    purposes: ['political-campaign'],
    ...change,
  });
}

/** By default: a stop to all contact from the party, on 1 September 2026. */
export function preference(change: Partial<ObjectionEntry> = {}): ObjectionEntry {
  return objection({ record: 'fundraising-preference', controller: PARTY, ...change });
}

/** By default a consent that opens every bar a consent can open in the clear world, given on 1 October 2026. */
export function consent(change: Partial<ConsentEntry> = {}): ConsentEntry {
  return {
    record: 'consent',
    match: THIS_NUMBER,
    controller: PARTY,
    channels: ['live-call'],
    purposes: ['political-campaign'],
    on: day('2026-10-01'),
    withdrawnOn: null,
    obtained: 'direct',
    controllerNamed: true,
    method: 'opt-in',
    tiedTo: 'standalone',
    source: 'form',
    wording: 'ring me about the campaign, version 3',
    dueDiligence: null,
    ...change,
  };
}

/** A valid consent that somebody else obtained, named this caller in, and was checked on. */
export function indirectConsent(change: Partial<ConsentEntry> = {}): ConsentEntry {
  return consent({ obtained: 'third-party', dueDiligence: 'audit of 12 May 2026', ...change });
}

/** A valid consent to the selling calls of Acme Boilers. */
export function consentToFirm(change: Partial<ConsentEntry> = {}): ConsentEntry {
  return consent({ controller: FIRM, purposes: ['marketing'], ...change });
}

/** By default: the number was reported as somebody else's on 1 November 2026. */
export function wrongNumber(change: Partial<WrongNumberEntry> = {}): WrongNumberEntry {
  return { record: 'wrong-number', match: THIS_NUMBER, on: day('2026-11-01'), ...change };
}

/** By default an existing client of Acme Boilers who expects the call and was offered refusal each time. */
export function existingClient(change: Partial<SoftOptInEntry> = {}): SoftOptInEntry {
  return {
    record: 'soft-opt-in',
    match: THIS_NUMBER,
    controller: FIRM,
    channels: ['live-call'],
    coversAnyChannel: false,
    purposes: [],
    basis: 'existing-client',
    obtainedBy: FIRM,
    obtainedOn: day('2025-06-01'),
    optOutAtCollection: true,
    similarProducts: true,
    soleCharitablePurpose: null,
    ...change,
  };
}

/** By default: Acme Boilers took the address in a sale on 1 June 2025, and everything asked was offered. */
export function sale(change: Partial<SoftOptInEntry> = {}): SoftOptInEntry {
  return existingClient({ basis: 'sale', channels: ['email', 'sms'], ...change });
}

/** By default: the person supported the donkey sanctuary on 1 June 2026, and everything asked was offered. */
export function support(change: Partial<SoftOptInEntry> = {}): SoftOptInEntry {
  return existingClient({
    controller: CHARITY,
    channels: ['email', 'sms'],
    basis: 'charity-support',
    obtainedBy: CHARITY,
    obtainedOn: day('2026-06-01'),
    similarProducts: null,
    soleCharitablePurpose: true,
    ...change,
  });
}

/** The authority of another controller's data protection officer for the use of its list. */
export const AUTHORISATION: NonNullable<Campaign['list']['authorisation']> = {
  by: 'Data Protection Officer',
  on: day('2026-11-01'),
  reference: 'DPO-2026-11',
};

/** The list of a body that holds no membership of belief, used by the party with its authority. */
export const ANOTHERS_LIST: Partial<Campaign['list']> = {
  source: 'purchased',
  controller: FIRM,
  controller_kind: 'other',
  authorised: true,
  authorisation: AUTHORISATION,
};

/** The party's membership list, used by the faction with the party's authority. */
export const FACTION_RINGS_PARTY_MEMBERS: Change = {
  campaign: { controller: FACTION, controller_kind: 'campaign-group' },
  list: { controller_kind: 'political-party', authorisation: AUTHORISATION },
};

/** Acme Boilers rings a list of its own to sell. */
export const FIRM_RINGS: Change = {
  campaign: { controller: FIRM, controller_kind: 'business', purpose: 'marketing' },
  list: { source: 'own-records', controller: FIRM },
  membership: { status: NOT_RECORDED },
};

/** The donkey sanctuary asks its own supporters for money. */
export const CHARITY_ASKS: Change = {
  campaign: { controller: CHARITY, controller_kind: 'charity', purpose: 'fundraising' },
  list: { source: 'own-records', controller: CHARITY },
  membership: { status: NOT_RECORDED },
};

/** Acme Boilers rings about claims on a list of its own. */
export const CLAIMS_CALL: Change = {
  ...FIRM_RINGS,
  campaign: { ...FIRM_RINGS.campaign, sector: 'claims-management' },
};

/** Acme Boilers, which is authorised for it, rings about pensions on a list of its own. */
export const PENSION_CALL: Change = {
  ...FIRM_RINGS,
  campaign: { ...FIRM_RINGS.campaign, sector: 'pensions' },
};

/** The party rings about memberships, and promotes nothing. */
export const MEMBERSHIP_BUSINESS: Change = {
  campaign: { purpose: 'membership-admin', contains_promotion: false },
};

/** Acme Boilers rings its customers about a contract, and promotes nothing. */
export const SERVICE_CALL: Change = {
  ...FIRM_RINGS,
  campaign: { ...FIRM_RINGS.campaign, purpose: 'service', contains_promotion: false },
};

/** A cell that was read. */
export function recorded<const T>(value: T): { readonly status: 'recorded'; readonly value: T } {
  return { status: 'recorded', value };
}
