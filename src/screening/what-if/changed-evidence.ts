/** What if the store held more: the proof of a consent, a newer copy of a register, a consent or relation that is new? */
import type { Campaign } from '../campaign.js';
import type { IsoDate } from '../dates.js';
import type { LedgerChannel, LedgerEntry, Listing, RegisterName, SoftOptInEntry } from '../evidence.js';
import { isStale } from '../law.js';
import { registersAskedOf } from '../rules/registers/registers-asked.js';
import { prepareJudgement } from '../verdict/decide.js';
import type { SingleChange, World } from './change.js';
import { completedConsent, completedRelation, fullConsent, fullRelation } from './full-evidence.js';

/** Every record of a consent or relation that lacks something, made whole. */
export function completedRecords(world: World): readonly SingleChange[] {
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

/** Copies of the day of the contact, and copies that list the number no more. */
export function otherCopies(world: World): readonly SingleChange[] {
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

/** A consent or a relation of which nothing is held yet. */
export function newRecords(world: World): readonly SingleChange[] {
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
