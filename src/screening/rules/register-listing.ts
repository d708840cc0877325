import { earliest, type IsoDate } from '../dates.js';
import { CALL_REGISTERS, type CallRegister, type Listing } from '../evidence.js';
import {
  bar,
  doubt,
  type Finding,
  fails,
  type KeyFinding,
  note,
  opens,
  positive,
  unproven,
} from '../finding.js';
import { isStale, isWithinListingGrace, listingGraceEndsOn, registerCopyEndsOn } from '../law.js';
import { consentKeys } from './consent.js';
import { bindsAsPensionCall } from './pension-calls.js';
import { type ContactRule, type Facts, NONE } from './rule.js';

/**
 * May this caller ring a number that is on the TPS or CTPS register?
 *
 * No (PECR 2003 reg. 21(1)(b)), unless the subscriber has told this caller that they do not, for the
 * time being, object to its calls (reg. 21(4)), or the number had been listed for less than 28 days on
 * the day of the call (reg. 21(3)). TPS and CTPS are two files of one register, and both bind whoever
 * holds the line.
 *
 * To say that a number is not listed takes a copy of each file that covers it and is no more than 27
 * days old. A copy that is missing, too old or partial is a doubt, whatever else is found. Claims
 * management calls and pension calls to individuals are taken out of reg. 21(1) by reg. 21(6).
 */
export const registerListing: ContactRule = {
  id: 'register-listing',
  findings: (facts) => (isRegisterAsked(facts) ? registerFindings(facts) : NONE),
};

/** Whether the number is on a register copy, whatever the purpose of the contact. */
export function isListed({ evidence }: Facts): boolean {
  return CALL_REGISTERS.some((register) => evidence.registers[register].status === 'listed');
}

/** The last day on which every register copy that was asked is fresh; null where none was. */
export function registerCopiesEndOn(facts: Facts): IsoDate | null {
  if (!isRegisterAsked(facts)) return null;
  return earliest(
    CALL_REGISTERS.map((register) => {
      const listing = facts.evidence.registers[register];
      return listing.status === 'not-loaded' ? null : registerCopyEndsOn(listing.asOf);
    }),
  );
}

function isRegisterAsked(facts: Facts): boolean {
  const { campaign, isMarketing, point } = facts;
  if (!isMarketing || campaign.channel !== 'live-call' || point.kind !== 'number') return false;
  switch (campaign.sector) {
    case 'none':
      return true;
    case 'claims-management':
      return false;
    case 'pensions':
      return !bindsAsPensionCall(facts) || facts.person.subscriberKind === 'unknown';
  }
}

function registerFindings(facts: Facts): readonly Finding[] {
  // A foreign number is on no UK register: its own doubt says so, and a clear result would be a lie.
  if (facts.point.kind === 'number' && facts.point.standing.kind === 'non-uk') return NONE;
  const { registers } = facts.evidence;
  if (CALL_REGISTERS.every((register) => registers[register].status === 'not-loaded')) {
    return [doubt('register-missing')];
  }
  return CALL_REGISTERS.flatMap((register) => findingsFor(register, registers[register], facts));
}

function findingsFor(register: CallRegister, listing: Listing, facts: Facts): readonly Finding[] {
  switch (listing.status) {
    case 'not-loaded':
      return [doubt('register-incomplete', { register })];
    case 'outside-coverage':
      return [doubt('outside-register-coverage', { register, asOf: listing.asOf })];
    case 'not-listed':
      return isStale(listing.asOf, facts.callDate)
        ? [stale(register, listing)]
        : clearOrUnknown(register, listing, facts);
    case 'listed': {
      const findings = listedFindings(register, listing, facts);
      return isStale(listing.asOf, facts.callDate) ? [...findings, stale(register, listing)] : findings;
    }
  }
}

/** A copy complete to a day after the call says nothing of a number that may have left it since. */
function clearOrUnknown(
  register: CallRegister,
  listing: Extract<Listing, { status: 'not-listed' }>,
  { callDate }: Facts,
): readonly Finding[] {
  return listing.asOf > callDate
    ? [doubt('register-missing', { register, asOf: listing.asOf })]
    : [positive('register-clear', registerCopyEndsOn(listing.asOf), { register, asOf: listing.asOf })];
}

function stale(
  register: CallRegister,
  { asOf }: { readonly asOf: Extract<Listing, { status: 'listed' }>['asOf'] },
): Finding {
  return doubt('register-stale', { register, asOf });
}

function listedFindings(
  register: CallRegister,
  listing: Extract<Listing, { status: 'listed' }>,
  facts: Facts,
): readonly Finding[] {
  const keys = [
    ...consentKeys(facts, 'live-call', 'register-overridden-by-consent'),
    ...graceKeys(earliestIn(facts), facts),
  ];
  const isDated = listing.earliestOn !== 'unknown';
  const detail = isDated
    ? { register, asOf: listing.asOf, on: listing.earliestOn }
    : { register, asOf: listing.asOf };
  const listed = bar(register === 'tps' ? 'tps-listed' : 'ctps-listed', keys, detail);
  return isDated ? [listed] : [listed, note('listing-date-unknown', { register })];
}

/**
 * TPS and CTPS are one register: a number that moves from one file to the other was listed all along. Where
 * both list it the earlier day counts, and a day that is unknown in either gives none.
 */
function earliestIn({ evidence }: Facts): IsoDate | 'unknown' {
  const days: IsoDate[] = [];
  for (const register of CALL_REGISTERS) {
    const listing = evidence.registers[register];
    if (listing.status !== 'listed') continue;
    if (listing.earliestOn === 'unknown') return 'unknown';
    days.push(listing.earliestOn);
  }
  return earliest(days) ?? 'unknown';
}

/** The grace is the caller's defence: without a known earliest day there is none. The house may want less of it. */
function graceKeys(earliestOn: IsoDate | 'unknown', facts: Facts): readonly KeyFinding[] {
  if (earliestOn === 'unknown' || !isWithinListingGrace(earliestOn, facts.callDate)) return [];
  const detail = { on: earliestOn, until: listingGraceEndsOn(earliestOn) };
  switch (facts.campaign.policy.listing_grace) {
    case 'allow':
      return [opens('register-grace-28d', detail.until, detail)];
    case 'review':
      return [unproven('register-grace-28d', detail)];
    case 'block':
      return [fails('register-grace-28d', detail)];
  }
}
