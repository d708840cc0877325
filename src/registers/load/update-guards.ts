/**
 * The guards on a "changes since" file: is it one, and of this register? It has the layout of every other
 * register file, so only its size and its numbers show what it is.
 */
import { daysBetween } from '../../screening/dates.js';
import type { UpdatePlan } from './copy-plan.js';
import { count, type Guard } from './guard.js';
import { EXPECTED_MOVEMENT, movementLimits } from './register-movement.js';

/** Where this many numbers of a region are expected, none at all is no accident (once in 500 million days). */
const EXPECTED_ENOUGH = 20;
/** Below this many a share says nothing. */
const FEW_NUMBERS = 100;

export const UPDATE_GUARDS: readonly Guard<UpdatePlan>[] = [
  {
    guard: 'full-file',
    isOverridable: false,
    next: 'Load it with `ringfence register load`',
    sees: (plan) =>
      isFullFile(plan)
        ? `${count(plan.numbers)}, where the copy held has ${count(plan.inForce.numbers)}: this is a full file, not a "changes since" one`
        : null,
  },
  {
    guard: 'too-many-added',
    sees: (plan) => {
      const most = mostMoved(plan).added;
      return plan.numbers > most && !isFullFile(plan)
        ? `${count(plan.numbers)} said to be added since ${plan.since}, where ${count(most)} are the most to expect`
        : null;
    },
  },
  {
    // A file of other dialling codes than the copy held would leave their additions unknown.
    guard: 'outside-dialling-codes',
    sees: ({ counts, inForce: { diallingCodes } }) =>
      diallingCodes.length > 0 && counts.outside > 0
        ? `${count(counts.outside)} outside the dialling codes ${diallingCodes.join(', ')} of the copy held`
        : null,
  },
  {
    guard: 'regions-missing',
    sees: ({ numbers, counts, inForce }) => {
      const missing = [...inForce.counts.byCode]
        .filter(([, held]) => (numbers * held) / inForce.numbers >= EXPECTED_ENOUGH)
        .map(([code]) => code)
        .filter((code) => (counts.byCode.get(code) ?? 0) === 0);
      return missing.length > 0
        ? `not one number begins with ${missing.join(', ')}, where the copy held has many: this may be a part file`
        : null;
    },
  },
  {
    // Where removals are given as additions, all that was really added stays unknown.
    guard: 'additions-held',
    sees: ({ since, numbers, additionsHeld, inForce }) =>
      // Changes from before the copy held are in it already.
      since === inForce.asOf && numbers >= FEW_NUMBERS && additionsHeld * 2 > numbers
        ? `${count(additionsHeld)} of the additions are in the copy of ${inForce.asOf} already: these may be removals`
        : null,
  },
  {
    guard: 'too-many-removed',
    sees: (plan) => {
      const { removals, inForce } = plan;
      const most = mostMoved(plan).removed;
      return removals !== null && removals.removed > most
        ? `${count(removals.removed)} removed since the copy of ${inForce.asOf} with ${count(inForce.numbers)}, where ${count(most)} are the most to expect`
        : null;
    },
  },
  {
    guard: 'removals-not-held',
    sees: ({ removals, inForce }) => {
      if (removals === null) return null;
      const unknown = removals.numbers - removals.held;
      return unknown * 10 > removals.numbers
        ? `${count(unknown)} of the ${count(removals.numbers)} removed are not in the copy of ${inForce.asOf}: this may be the file of another register`
        : null;
    },
  },
];

function isFullFile({ register, numbers, inForce }: UpdatePlan): boolean {
  return numbers >= EXPECTED_MOVEMENT[register].smallestFullCopy || numbers * 2 >= inForce.numbers;
}

function mostMoved({ register, since, asOf, inForce }: UpdatePlan): ReturnType<typeof movementLimits> {
  return movementLimits(register, inForce.numbers, Math.max(daysBetween(since, asOf), 1));
}
