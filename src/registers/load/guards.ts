/**
 * The guards on a register copy: is this file what it is said to be? Pure: a plan in, tripped guards out.
 *
 * A guard about the day is never lifted, since a copy dated too late would be trusted for too long. A person
 * who looked at the file lifts most others by repeating the count that was seen. A new guard is one more entry
 * in one of the lists.
 */
import type { OverriddenGuard } from '../../store/revisions.js';
import { type CopyPlan, comparedWith } from './copy-plan.js';
import { DAY_GUARDS } from './day-guards.js';
import type { Guard } from './guard.js';
import { MOVEMENT_GUARDS, PART_GUARDS, SIZE_GUARDS } from './load-guards.js';
import { UPDATE_GUARDS } from './update-guards.js';

/** A guard that refuses the file, unless it is overridable and the user accepted this very count. */
export interface TrippedGuard extends OverriddenGuard {
  readonly overridable: boolean;
  /** What to do instead, where the day is not what is wrong and nothing lifts it. */
  readonly next?: string;
}

/** The guards that this plan trips, in the order in which the user reads them; none: the copy may come into force. */
export function trippedGuards(plan: CopyPlan): readonly TrippedGuard[] {
  switch (plan.kind) {
    case 'full':
      return [
        ...ask(DAY_GUARDS, plan),
        ...(comparedWith(plan) === null ? ask(SIZE_GUARDS, plan) : []),
        ...ask(MOVEMENT_GUARDS, plan),
      ];
    case 'part':
      return [...ask(DAY_GUARDS, plan), ...ask(PART_GUARDS, plan), ...ask(MOVEMENT_GUARDS, plan)];
    case 'update':
      return [...ask(DAY_GUARDS, plan), ...ask(UPDATE_GUARDS, plan)];
  }
}

/**
 * What a person accepted of the copy in force and still holds of this one: of a full copy in its own figures.
 * It is not asked again, and must not drop out of the receipts either.
 */
export function acceptedBefore(plan: CopyPlan): readonly OverriddenGuard[] {
  switch (plan.kind) {
    case 'full': {
      const accepted = comparedWith(plan)?.overridden ?? [];
      return ask(SIZE_GUARDS, plan).filter(({ guard }) => accepted.some((before) => before.guard === guard));
    }
    case 'part':
      return [];
    case 'update':
      return plan.inForce.overridden;
  }
}

function ask<P>(guards: readonly Guard<P>[], plan: P): readonly TrippedGuard[] {
  return guards.flatMap(({ guard, isOverridable = true, next, sees }) => {
    const saw = sees(plan);
    if (saw === null) return [];
    return [{ guard, overridable: isOverridable, saw, ...(next === undefined ? {} : { next }) }];
  });
}
