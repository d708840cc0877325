/** Every single fact of a contact that could be otherwise, each with the world in which only it is. */
import { answeredFavourably } from './answered-facts.js';
import type { Campaign } from './campaign.js';
import { addDays, type IsoDate } from './dates.js';
import { type ContactEvidence, prepareJudgement, type Verdict } from './decide.js';
import type { LedgerChannel, LedgerEntry, Listing, RegisterName, SoftOptInEntry } from './evidence.js';
import { declaredFacts, type FactKey, isNeeded } from './facts.js';
import { completedConsent, completedRelation, fullConsent, fullRelation } from './full-evidence.js';
import { isStale } from './law.js';
import { registersAskedOf } from './rules/registers-asked.js';

/** All that a verdict rests on. */
export interface World {
  readonly campaign: Campaign;
  readonly callDate: IsoDate;
  readonly lastPlannedOn: IsoDate | null;
  readonly contact: ContactEvidence;
}

/** The verdict on a world. */
export function judgeWorld({ campaign, callDate, lastPlannedOn, contact }: World): Verdict {
  return prepareJudgement(campaign, callDate, lastPlannedOn).judge(contact);
}

/** One change of one fact. */
export type Change =
  /** A declared fact answered as it is wanted; `answer` where it is more than a yes or no. */
  | {
      readonly kind: 'fact';
      readonly fact: FactKey;
      readonly isOpen: boolean;
      readonly answer: string | null;
    }
  | { readonly kind: 'no-instigator' }
  | { readonly kind: 'country-declared' }
  /** The day of the contact, after every moratorium that it stands in. */
  | { readonly kind: 'another-day'; readonly on: IsoDate }
  /** Copies complete to the day of the contact that do not list the number. TPS and CTPS are one register. */
  | { readonly kind: 'fresh-copies'; readonly registers: readonly RegisterName[] }
  /** Copies that list the number no more. */
  | { readonly kind: 'no-longer-listed'; readonly registers: readonly RegisterName[] }
  /** What the record of a consent or relation held lacks. */
  | {
      readonly kind: 'proof';
      readonly record: 'consent' | 'soft-opt-in';
      readonly missing: readonly string[];
    }
  /** A proven consent to this caller, for this purpose, after the last objection and by the day of the contact. */
  | {
      readonly kind: 'consent';
      readonly channels: readonly LedgerChannel[];
      readonly after: IsoDate | null;
    }
  | { readonly kind: 'relation'; readonly basis: NonNullable<SoftOptInEntry['basis']> }
  | { readonly kind: 'current-member' }
  | { readonly kind: 'corporate-subscriber' }
  /** The house allows what the law's grace allows. */
  | { readonly kind: 'grace-allowed' };

export interface SingleChange {
  readonly change: Change;
  readonly to: World;
}

/** Every change that could be tried on `world`, what somebody can mend first. Whether one helps is not said here. */
export function singleChanges(world: World): readonly SingleChange[] {
  return [
    ...answers(world),
    ...otherCampaigns(world),
    ...proofs(world),
    ...otherCopies(world),
    ...newEvidence(world),
    ...otherPersons(world),
  ];
}

function answers(world: World): readonly SingleChange[] {
  const { campaign } = world;
  return declaredFacts
    .filter((fact) => isNeeded(fact, campaign) && fact.answer(campaign) !== 'wanted')
    .flatMap(({ key, answer: answerOf }) =>
      answeredFavourably(key, campaign, world.callDate).map(({ campaign: answered, answer }) => ({
        change: { kind: 'fact', fact: key, isOpen: answerOf(campaign) === 'open', answer } as const,
        to: { ...world, campaign: answered },
      })),
    );
}

function otherCampaigns(world: World): readonly SingleChange[] {
  const { campaign, callDate } = world;
  const found: SingleChange[] = [];
  const add = (change: Change, changed: Partial<Campaign>): void => {
    found.push({ change, to: { ...world, campaign: { ...campaign, ...changed } } });
  };
  if (campaign.instigator !== null) add({ kind: 'no-instigator' }, { instigator: null });
  const country = campaign.processor?.country ?? null;
  if (country !== null) {
    add({ kind: 'country-declared' }, { declared_territories: [...campaign.declared_territories, country] });
  }
  if (campaign.policy.listing_grace !== 'allow') {
    add({ kind: 'grace-allowed' }, { policy: { ...campaign.policy, listing_grace: 'allow' } });
  }
  const on = dayAfterMoratoria(campaign, callDate);
  if (on !== callDate) {
    found.push({ change: { kind: 'another-day', on }, to: { ...world, callDate: on, lastPlannedOn: null } });
  }
  return found;
}

/** The first day from `callDate` on that stands in no moratorium on this purpose. */
function dayAfterMoratoria(
  { moratoria, purpose }: Pick<Campaign, 'moratoria' | 'purpose'>,
  callDate: IsoDate,
): IsoDate {
  const closing = moratoria.find(
    ({ from, to, exempt_purposes }) =>
      from <= callDate && callDate <= to && !exempt_purposes.includes(purpose),
  );
  return closing === undefined ? callDate : dayAfterMoratoria({ moratoria, purpose }, addDays(closing.to, 1));
}

function proofs(world: World): readonly SingleChange[] {
  const { campaign, callDate, contact } = world;
  const { ledger } = contact.evidence;
  return ledger.flatMap((entry, place): SingleChange[] => {
    switch (entry.record) {
      case 'objection':
      case 'withdrawal':
      case 'fundraising-preference':
      case 'wrong-number':
        return [];
      case 'consent':
      case 'soft-opt-in': {
        const { entry: full, missing } =
          entry.record === 'consent'
            ? completedConsent(entry, fullConsent(campaign, callDate, entry.channels))
            : completedRelation(entry, fullRelation(campaign, callDate, usualBasis(campaign)));
        if (missing.length === 0) return [];
        const change = { kind: 'proof', record: entry.record, missing } as const;
        return [{ change, to: withLedger(world, ledger.with(place, full)) }];
      }
    }
  });
}

function otherCopies(world: World): readonly SingleChange[] {
  const { callDate, contact } = world;
  const { registers } = contact.evidence;
  const { factsOf } = prepareJudgement(world.campaign, callDate, world.lastPlannedOn);
  const asked = registersAskedOf(factsOf(contact));
  const listed = asked.filter((register) => registers[register].status === 'listed');
  const wanting = asked.filter((register) => isWanting(registers[register], callDate));
  const found: SingleChange[] = [];
  if (wanting.length > 0) {
    const fresh = (listing: Listing): Listing =>
      listing.status === 'listed' ? { ...listing, asOf: callDate } : { status: 'not-listed', asOf: callDate };
    found.push({
      change: { kind: 'fresh-copies', registers: wanting },
      to: withListings(world, wanting, fresh),
    });
  }
  if (listed.length > 0) {
    found.push({
      change: { kind: 'no-longer-listed', registers: listed },
      to: withListings(world, listed, () => ({ status: 'not-listed', asOf: callDate })),
    });
  }
  return found;
}

/** Whether the copy cannot answer for that day: not loaded, too old, of a later day, or of other dialling codes. */
function isWanting(listing: Listing, callDate: IsoDate): boolean {
  switch (listing.status) {
    case 'not-loaded':
    case 'outside-coverage':
      return true;
    case 'listed':
    case 'not-listed':
      return isStale(listing.asOf, callDate) || listing.asOf > callDate;
  }
}

function newEvidence(world: World): readonly SingleChange[] {
  const { campaign, callDate, contact } = world;
  const { ledger } = contact.evidence;
  const { channel } = campaign;
  const after = lastObjection(ledger);
  const sets: readonly (readonly LedgerChannel[])[] =
    channel === 'live-call' ? [[channel], ['voicemail'], [channel, 'voicemail']] : [[channel]];
  const bases = ['sale', 'charity-support', 'existing-client'] as const;
  return [
    ...sets.map((channels) => ({
      change: { kind: 'consent', channels, after } as const,
      to: withLedger(world, [...ledger, fullConsent(campaign, callDate, channels)]),
    })),
    ...bases.map((basis) => ({
      change: { kind: 'relation', basis } as const,
      to: withLedger(world, [...ledger, fullRelation(campaign, callDate, basis)]),
    })),
  ];
}

function otherPersons(world: World): readonly SingleChange[] {
  const { person } = world.contact;
  const membership = {
    ...person.membership,
    status: { status: 'recorded', value: 'current' } as const,
    controller: null,
  };
  return [
    {
      change: { kind: 'current-member' },
      to: { ...world, contact: { ...world.contact, person: { ...person, membership } } },
    },
    {
      change: { kind: 'corporate-subscriber' },
      to: {
        ...world,
        contact: {
          ...world.contact,
          person: { ...person, subscriberKind: 'corporate', mailboxKind: 'role' },
        },
      },
    },
  ];
}

/** The day of the last dated objection; null where none is dated. */
function lastObjection(ledger: readonly LedgerEntry[]): IsoDate | null {
  let last: IsoDate | null = null;
  for (const entry of ledger) {
    if (entry.record === 'consent' || entry.record === 'soft-opt-in' || entry.record === 'wrong-number')
      continue;
    if (entry.on !== null && (last === null || entry.on > last)) last = entry.on;
  }
  return last;
}

function usualBasis({ controller_kind }: Campaign): NonNullable<SoftOptInEntry['basis']> {
  return controller_kind === 'charity' ? 'charity-support' : 'sale';
}

function withLedger(world: World, ledger: readonly LedgerEntry[]): World {
  const { contact } = world;
  return { ...world, contact: { ...contact, evidence: { ...contact.evidence, ledger } } };
}

function withListings(
  world: World,
  registers: readonly RegisterName[],
  change: (listing: Listing) => Listing,
): World {
  const { contact } = world;
  const changed = { ...contact.evidence.registers };
  for (const register of registers) changed[register] = change(changed[register]);
  return { ...world, contact: { ...contact, evidence: { ...contact.evidence, registers: changed } } };
}
