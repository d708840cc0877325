/** The guards on a file that is said to hold a whole register, or all of a part of it. */
import { daysBetween, type IsoDate } from '../../screening/dates.js';
import { comparedWith, type LoadPlan } from './copy-plan.js';
import { count, type Guard } from './guard.js';
import { missingRegions } from './numbering-regions.js';
import { EXPECTED_MOVEMENT, movementLimits } from './register-movement.js';

/** Of a full copy with no other to compare it with. */
export const SIZE_GUARDS: readonly Guard<LoadPlan>[] = [
  {
    guard: 'first-copy-too-small',
    sees: ({ register, numbers }) => {
      const { smallestFullCopy } = EXPECTED_MOVEMENT[register];
      return numbers < smallestFullCopy
        ? `a ${register.toUpperCase()} copy of ${count(numbers)}, where the register has at least ${count(smallestFullCopy)}`
        : null;
    },
  },
  {
    guard: 'regions-missing',
    sees: ({ register, counts }) => {
      const missing = missingRegions(register, counts.byCode);
      return missing.length > 0
        ? `not one number begins with ${missing.join(', ')}: this may be a part or "changes since" file`
        : null;
    },
  },
];

export const PART_GUARDS: readonly Guard<LoadPlan>[] = [
  {
    guard: 'narrower-coverage',
    sees: ({ diallingCodes, inForce }) => {
      if (inForce === null || !isNarrower(diallingCodes, inForce.diallingCodes)) return null;
      const held =
        inForce.diallingCodes.length === 0 ? 'the whole register' : inForce.diallingCodes.join(', ');
      return `the copy in force covers ${held}, this one only ${diallingCodes.join(', ')}: numbers outside would no longer be known as listed`;
    },
  },
  {
    guard: 'outside-dialling-codes',
    sees: ({ diallingCodes, counts }) =>
      counts.outside > 0
        ? `${count(counts.outside)} outside the dialling codes ${diallingCodes.join(', ')}`
        : null,
  },
  {
    guard: 'dialling-code-empty',
    sees: ({ diallingCodes, counts }) => {
      const empty = diallingCodes.filter((code) => (counts.byCode.get(code) ?? 0) === 0);
      return empty.length > 0 ? `not one number has the dialling code ${empty.join(', ')}` : null;
    },
  },
];

/** Of every copy with another of the same coverage before it. */
export const MOVEMENT_GUARDS: readonly Guard<LoadPlan>[] = [
  {
    guard: 'too-many-added',
    sees: (plan) => {
      const before = comparedWith(plan);
      return before === null ? null : sawMovement(plan, before, 'added', before.asOf);
    },
  },
  {
    guard: 'too-many-removed',
    sees: (plan) => {
      const before = comparedWith(plan);
      // A copy that was updated without removals holds all that left since the last one that knew of them.
      return before === null
        ? null
        : sawMovement(plan, before, 'removed', before.removalsKnownTo ?? before.asOf);
    },
  },
];

function sawMovement(
  { register, asOf, movement }: LoadPlan,
  before: NonNullable<LoadPlan['inForce']>,
  direction: 'added' | 'removed',
  from: IsoDate,
): string | null {
  const most = movementLimits(register, before.numbers, Math.max(daysBetween(from, asOf), 1))[direction];
  return movement[direction] > most
    ? `${count(movement[direction])} ${direction} since the copy of ${before.asOf} with ${count(before.numbers)}, where ${count(most)} are the most to expect`
    : null;
}

function isNarrower(codes: readonly string[], held: readonly string[]): boolean {
  return held.length === 0 || held.some((code) => !codes.some((wider) => code.startsWith(wider)));
}
