/** What one register copy says of the number, and how far that can be trusted on the day of the contact. */
import type { Listing, RegisterName } from '../../evidence.js';
import { bar, type Detail, doubt, type Finding, type KeyFinding, note, positive } from '../../finding.js';
import { isStale, registerCopyEndsOn } from '../../law.js';
import type { ReasonCode } from '../../precedence.js';
import type { Facts } from '../../rule.js';

/** The code of a listing in a register, and what opens it. */
export interface ListingBar {
  readonly code: ReasonCode;
  readonly keys: (facts: Facts) => readonly KeyFinding[];
  /** The doubt of a copy that was never loaded. */
  readonly notLoaded: ReasonCode;
  /** A service checked the number against the other register. */
  readonly isChecked?: boolean;
}

/**
 * A copy that is missing, too old, of a later day or does not cover the number is a doubt, whatever else
 * is found; a listing is a bar, on an old copy too.
 */
export function findingsFromCopy(
  register: RegisterName,
  { code, keys, notLoaded, isChecked = false }: ListingBar,
  facts: Facts,
): readonly Finding[] {
  const listing = facts.evidence.registers[register];
  switch (listing.status) {
    case 'not-loaded':
      return [
        doubt(notLoaded, {
          register,
          ...(isChecked ? { by: 'service' as const } : {}),
          ...unansweredBy(listing, facts),
        }),
      ];
    case 'outside-coverage':
      return [
        doubt('outside-register-coverage', { register, asOf: listing.asOf, ...unansweredBy(listing, facts) }),
        ...doubtsOfAge(register, listing, facts),
      ];
    case 'not-listed': {
      const doubts = doubtsOfAge(register, listing, facts);
      if (doubts.length > 0) return doubts;
      return [positive('register-clear', registerCopyEndsOn(listing.asOf), { register, ...saidBy(listing) })];
    }
    case 'listed':
      // On a copy of another day, too: else a number would be nearer to a call for being listed, where a key opens the listing.
      return [
        ...listedFindings(register, listing, code, keys(facts)),
        ...doubtsOfAge(register, listing, facts),
      ];
  }
}

/** A copy complete to a day after the call says nothing of a number that may have left it since. */
function doubtsOfAge(register: RegisterName, answer: Answer, facts: Facts): readonly Finding[] {
  const { callDate } = facts;
  if (isStale(answer.asOf, callDate)) {
    const unanswered = answer.status === 'listed' ? {} : unansweredBy(answer, facts);
    return [doubt('register-stale', { register, ...saidBy(answer), ...unanswered })];
  }
  return answer.asOf > callDate ? [doubt('register-missing', { register, ...saidBy(answer) })] : [];
}

type Answer = Exclude<Listing, { status: 'not-loaded' }>;

function saidBy(answer: Answer): Pick<Detail, 'asOf' | 'by'> {
  const { asOf } = answer;
  return 'by' in answer && answer.by !== undefined ? { asOf, by: answer.by } : { asOf };
}

/**
 * Why no service answered for the number either: it called the number invalid, for as long as an answer would
 * hold, or what it answered was taken back.
 */
export function unansweredBy(
  listing: Exclude<Listing, { status: 'listed' }>,
  { callDate }: Facts,
): Pick<Detail, 'invalidOn' | 'takenBackOn'> {
  const { invalidOn } = listing;
  return {
    ...(listing.status === 'not-loaded' && listing.takenBackOn !== undefined
      ? { takenBackOn: listing.takenBackOn }
      : {}),
    ...(invalidOn === undefined || isStale(invalidOn, callDate) ? {} : { invalidOn }),
  };
}

function listedFindings(
  register: RegisterName,
  listing: Extract<Listing, { status: 'listed' }>,
  code: ReasonCode,
  keys: readonly KeyFinding[],
): readonly Finding[] {
  const { earliestOn } = listing;
  if (earliestOn === 'unknown') {
    return [bar(code, keys, { register, ...saidBy(listing) }), note('listing-date-unknown', { register })];
  }
  return [bar(code, keys, { register, ...saidBy(listing), on: earliestOn })];
}
