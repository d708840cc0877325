/**
 * The guards on a register copy: is this file what it is said to be? Pure: facts in, tripped guards out.
 *
 * A guard about the day is never lifted, since a copy dated too late would be trusted for too long. Every
 * other one is lifted by a person who looked at the file and repeats the count that was seen.
 */
import { daysBetween, type IsoDate } from '../../screening/dates.js';
import type { Register } from '../../store/registers/register-copies.js';
import type { OverriddenGuard } from '../../store/revisions.js';
import { type CodeCounts, isSameCoverage } from '../set/coverage.js';
import { missingRegions } from './numbering-regions.js';
import { EXPECTED_MOVEMENT, movementLimits } from './register-movement.js';

export type GuardId =
  | 'as-of-in-future'
  | 'as-of-after-file'
  | 'as-of-not-later'
  | 'first-copy-too-small'
  | 'regions-missing'
  | 'too-many-added'
  | 'too-many-removed'
  | 'same-bytes'
  | 'outside-dialling-codes'
  | 'dialling-code-empty'
  | 'narrower-coverage'
  | 'full-file'
  | 'additions-held'
  | 'removals-not-held';

/** A guard that refuses the file, unless it is overridable and the user accepted this very count. */
export interface TrippedGuard extends OverriddenGuard {
  readonly guard: GuardId;
  readonly overridable: boolean;
  /** What to do instead, where the day is not what is wrong and nothing lifts it. */
  readonly next?: string;
}

export interface GuardFacts {
  readonly register: Register;
  readonly asOf: IsoDate;
  readonly today: IsoDate;
  /** The day in Europe/London on which the file was last changed. */
  readonly modifiedOn: IsoDate;
  /** Distinct numbers of the file. */
  readonly numbers: number;
  /** The dialling codes the file is said to cover; none: the whole register. */
  readonly diallingCodes: readonly string[];
  /** Counts for the dialling codes of a part copy, or for the regions' codes of a full one. */
  readonly counts: CodeCounts;
  /** The copy in force; null: this is the first. */
  readonly inForce: {
    readonly asOf: IsoDate;
    readonly numbers: number;
    readonly diallingCodes: readonly string[];
    /** What a person accepted of it. */
    readonly overridden: readonly OverriddenGuard[];
    /** It may still hold what left the register since the end of this day. */
    readonly removalsKnownTo: IsoDate | null;
  } | null;
  /** Against the copy in force; not looked at where there is none of the same coverage. */
  readonly movement: { readonly added: number; readonly removed: number };
  /** The earliest as-of day under which this register was loaded from the very same bytes; null: never. */
  readonly sameBytesSince: IsoDate | null;
}

/** How many days later the same bytes may still be believed: the registers have days without a change. */
const STUCK_AFTER_DAYS = 3;

/** The guards that this file trips; none: it may be loaded. */
export function trippedGuards(facts: GuardFacts): readonly TrippedGuard[] {
  return [
    ...dayGuards(facts),
    ...sameBytesGuard(facts),
    ...(facts.diallingCodes.length > 0 ? partCopyGuards(facts) : fullCopyGuards(facts)),
    ...movementGuards(facts),
  ];
}

/** Whether the as-of day can be that of the file. Of updates too. */
export function* dayGuards({
  asOf,
  today,
  modifiedOn,
  inForce,
}: Pick<GuardFacts, 'asOf' | 'today' | 'modifiedOn'> & {
  readonly inForce: { readonly asOf: IsoDate } | null;
}): Generator<TrippedGuard> {
  if (asOf > today) {
    yield fixed('as-of-in-future', `the as-of day ${asOf} is after today, ${today}`);
  }
  if (asOf > modifiedOn) {
    yield fixed(
      'as-of-after-file',
      `the file was last changed on ${modifiedOn}, so it cannot be complete to the end of ${asOf}`,
    );
  }
  if (inForce !== null && asOf <= inForce.asOf) {
    yield fixed('as-of-not-later', `the copy in force is of ${inForce.asOf}, and ${asOf} is not later`);
  }
}

/** Against every earlier load, not only the last: a feed that is loaded daily would be stuck one day at a time. */
export function* sameBytesGuard({
  asOf,
  sameBytesSince,
}: Pick<GuardFacts, 'asOf' | 'sameBytesSince'>): Generator<TrippedGuard> {
  if (sameBytesSince === null) return;
  const days = daysBetween(sameBytesSince, asOf);
  if (days > STUCK_AFTER_DAYS) {
    yield overridable(
      'same-bytes',
      `the same file, byte for byte, was loaded as of ${sameBytesSince}, ${days} days earlier: the feed may be stuck`,
    );
  }
}

/**
 * What a person accepted of the copy in force and still holds of this one, in this one's figures. It is not
 * asked again, and must not drop out of the receipts either.
 */
export function acceptedBefore(facts: GuardFacts): readonly TrippedGuard[] {
  const { inForce } = facts;
  if (inForce === null || facts.diallingCodes.length > 0 || !isCompared(facts)) return [];
  return [...sizeGuards(facts)].filter(({ guard }) =>
    inForce.overridden.some((accepted) => accepted.guard === guard),
  );
}

function* fullCopyGuards(facts: GuardFacts): Generator<TrippedGuard> {
  if (!isCompared(facts)) yield* sizeGuards(facts);
}

function* sizeGuards(facts: GuardFacts): Generator<TrippedGuard> {
  const { register, numbers, counts } = facts;
  const { smallestFullCopy } = EXPECTED_MOVEMENT[register];
  if (numbers < smallestFullCopy) {
    yield overridable(
      'first-copy-too-small',
      `a ${nameOf(register)} copy of ${count(numbers)}, where the register has at least ${count(smallestFullCopy)}`,
    );
  }
  const missing = missingRegions(register, counts.byCode);
  if (missing.length > 0) {
    yield overridable(
      'regions-missing',
      `not one number begins with ${missing.join(', ')}: this may be a part or "changes since" file`,
    );
  }
}

function* partCopyGuards({ diallingCodes, counts, inForce }: GuardFacts): Generator<TrippedGuard> {
  if (inForce !== null && isNarrower(diallingCodes, inForce.diallingCodes)) {
    const held = inForce.diallingCodes.length === 0 ? 'the whole register' : inForce.diallingCodes.join(', ');
    yield overridable(
      'narrower-coverage',
      `the copy in force covers ${held}, this one only ${diallingCodes.join(', ')}: numbers outside would no longer be known as listed`,
    );
  }
  if (counts.outside > 0) {
    yield overridable(
      'outside-dialling-codes',
      `${count(counts.outside)} outside the dialling codes ${diallingCodes.join(', ')}`,
    );
  }
  const empty = diallingCodes.filter((code) => (counts.byCode.get(code) ?? 0) === 0);
  if (empty.length > 0) {
    yield overridable('dialling-code-empty', `not one number has the dialling code ${empty.join(', ')}`);
  }
}

function* movementGuards(facts: GuardFacts): Generator<TrippedGuard> {
  const { register, asOf, inForce, movement } = facts;
  if (inForce === null || !isCompared(facts)) return;
  const since = `since the copy of ${inForce.asOf} with ${count(inForce.numbers)}`;
  const days = daysBetween(inForce.asOf, asOf);
  const mostAdded = movementLimits(register, inForce.numbers, Math.max(days, 1)).added;
  if (movement.added > mostAdded) {
    yield overridable(
      'too-many-added',
      `${count(movement.added)} added ${since}, where ${count(mostAdded)} are the most to expect`,
    );
  }
  // A copy that was updated without removals holds all that left since the last one that knew of them.
  const removalDays = daysBetween(inForce.removalsKnownTo ?? inForce.asOf, asOf);
  const mostRemoved = movementLimits(register, inForce.numbers, Math.max(removalDays, 1)).removed;
  if (movement.removed > mostRemoved) {
    yield overridable(
      'too-many-removed',
      `${count(movement.removed)} removed ${since}, where ${count(mostRemoved)} are the most to expect`,
    );
  }
}

/** A copy of other coverage than the one in force is a first copy: the two cannot be compared. */
function isCompared({ inForce, diallingCodes }: GuardFacts): boolean {
  return inForce !== null && isSameCoverage(inForce.diallingCodes, diallingCodes);
}

function isNarrower(codes: readonly string[], held: readonly string[]): boolean {
  return held.length === 0 || held.some((code) => !codes.some((wider) => code.startsWith(wider)));
}

function fixed(guard: GuardId, saw: string): TrippedGuard {
  return { guard, overridable: false, saw };
}

export function overridable(guard: GuardId, saw: string): TrippedGuard {
  return { guard, overridable: true, saw };
}

/** `1,204 numbers`: counts of registers are read by people, who lose their way in seven bare digits. */
export function count(numbers: number): string {
  return `${numbers.toLocaleString('en-GB')} ${numbers === 1 ? 'number' : 'numbers'}`;
}

function nameOf(register: Register): string {
  return register.toUpperCase();
}
