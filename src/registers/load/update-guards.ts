/**
 * The guards on a "changes since" file: is it one, and of this register? Pure, like those on a copy. It is
 * laid out like every other register file, so only its size and its numbers can tell.
 */
import { daysBetween, type IsoDate } from '../../screening/dates.js';
import type { Register } from '../../store/registers/register-copies.js';
import type { CodeCounts } from '../set/coverage.js';
import { count, dayGuards, overridable, sameBytesGuard, type TrippedGuard } from './guards.js';
import { EXPECTED_MOVEMENT, movementLimits } from './register-movement.js';

export interface UpdateFacts {
  readonly register: Register;
  /** The changes begin after the end of this day, which is not after the as-of day of the copy held. */
  readonly since: IsoDate;
  readonly asOf: IsoDate;
  readonly today: IsoDate;
  /** The day in Europe/London on which the older of the files was last changed. */
  readonly modifiedOn: IsoDate;
  readonly additions: {
    /** Distinct numbers. */
    readonly numbers: number;
    /** Those of them that the copy held has. */
    readonly held: number;
    /** By the dialling codes of a part copy, or by the regions' codes of a full one. */
    readonly counts: CodeCounts;
  };
  /** null: none were given. */
  readonly removals: { readonly numbers: number; readonly held: number; readonly removed: number } | null;
  readonly copyHeld: {
    readonly asOf: IsoDate;
    readonly numbers: number;
    readonly diallingCodes: readonly string[];
    readonly counts: CodeCounts;
  };
  /** The earliest as-of day under which the very same additions were loaded; null: never. */
  readonly sameBytesSince: IsoDate | null;
}

/** So many numbers of a region are expected that none at all is no accident (once in 500 million days). */
const EXPECTED_ENOUGH = 20;
/** Below this many a share says nothing. */
const FEW_NUMBERS = 100;

/** The guards that this update trips; none: it may be applied. */
export function trippedUpdateGuards(facts: UpdateFacts): readonly TrippedGuard[] {
  return [
    ...dayGuards({ ...facts, inForce: facts.copyHeld }),
    ...sameBytesGuard(facts),
    ...sizeGuards(facts),
    ...coverageGuards(facts),
    ...additionsGuard(facts),
    ...removalsGuards(facts),
  ];
}

function* sizeGuards({ register, since, asOf, additions, copyHeld }: UpdateFacts): Generator<TrippedGuard> {
  const { numbers } = additions;
  if (numbers >= EXPECTED_MOVEMENT[register].smallestFullCopy || numbers * 2 >= copyHeld.numbers) {
    yield {
      guard: 'full-file',
      overridable: false,
      saw: `${count(numbers)}, where the copy held has ${count(copyHeld.numbers)}: this is a full file, not a "changes since" one`,
      next: 'Load it with `ringfence register load`',
    };
    return;
  }
  const most = movementLimits(register, copyHeld.numbers, Math.max(daysBetween(since, asOf), 1)).added;
  if (numbers > most) {
    yield overridable(
      'too-many-added',
      `${count(numbers)} said to be added since ${since}, where ${count(most)} are the most to expect`,
    );
  }
}

/** A file of other dialling codes than the copy held would leave their additions unknown. */
function* coverageGuards({ additions, copyHeld }: UpdateFacts): Generator<TrippedGuard> {
  const { diallingCodes } = copyHeld;
  if (diallingCodes.length > 0 && additions.counts.outside > 0) {
    yield overridable(
      'outside-dialling-codes',
      `${count(additions.counts.outside)} outside the dialling codes ${diallingCodes.join(', ')} of the copy held`,
    );
  }
  const missing = [...copyHeld.counts.byCode]
    .filter(([, numbers]) => (additions.numbers * numbers) / copyHeld.numbers >= EXPECTED_ENOUGH)
    .map(([code]) => code)
    .filter((code) => (additions.counts.byCode.get(code) ?? 0) === 0);
  if (missing.length > 0) {
    yield overridable(
      'regions-missing',
      `not one number begins with ${missing.join(', ')}, where the copy held has many: this may be a part file`,
    );
  }
}

/** Where removals are given as additions, all that was really added stays unknown. */
function* additionsGuard({ since, additions, copyHeld }: UpdateFacts): Generator<TrippedGuard> {
  // Changes from before the copy held are in it already.
  if (since !== copyHeld.asOf || additions.numbers < FEW_NUMBERS) return;
  if (additions.held * 2 > additions.numbers) {
    yield overridable(
      'additions-held',
      `${count(additions.held)} of the additions are in the copy of ${copyHeld.asOf} already: these may be removals`,
    );
  }
}

function* removalsGuards({
  register,
  since,
  asOf,
  removals,
  copyHeld,
}: UpdateFacts): Generator<TrippedGuard> {
  if (removals === null) return;
  const most = movementLimits(register, copyHeld.numbers, Math.max(daysBetween(since, asOf), 1)).removed;
  if (removals.removed > most) {
    yield overridable(
      'too-many-removed',
      `${count(removals.removed)} removed since the copy of ${copyHeld.asOf} with ${count(copyHeld.numbers)}, where ${count(most)} are the most to expect`,
    );
  }
  const unknown = removals.numbers - removals.held;
  if (unknown * 10 > removals.numbers) {
    yield overridable(
      'removals-not-held',
      `${count(unknown)} of the ${count(removals.numbers)} removed are not in the copy of ${copyHeld.asOf}: this may be the file of another register`,
    );
  }
}
