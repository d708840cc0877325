/** The one way into force for a copy, whether loaded or updated: past every guard, or not at all. */
import type { Clock } from '../../clock.js';
import { UserError } from '../../errors.js';
import type { Store } from '../../store/open-store.js';
import type { RegisterCopy } from '../../store/registers/register-copies.js';
import { withStoreErrors } from '../../store/registers/register-damage.js';
import { bringIntoForce, type NewCopy } from './bring-into-force.js';
import { acceptedBefore, type TrippedGuard, trippedGuards } from './guards.js';

const DAY_IS_WRONG =
  'No option lifts this: give as `--as-of` the day to the end of which the file is complete, or load a newer file';

/**
 * Runs `work` under the write lock, and all of it in one transaction. What depends on the copy in force has to
 * be read in it: another process may have changed that copy while the files were read.
 */
export function underWriteLock<T>(store: Store, work: () => T): T {
  const transaction = store.connection.transaction(work);
  return withStoreErrors(store, () => transaction.immediate());
}

/**
 * Brings a copy into force, with what a person accepted of it. `expectCount` is the count of distinct numbers
 * with which the user accepts the files; the caller has compared it with theirs. null: nothing is accepted.
 * Throws a `UserError` where a guard was tripped that cannot be lifted, or that was not accepted.
 */
export function admitCopy(
  store: Store,
  clock: Clock,
  fresh: NewCopy,
  expectCount: number | null,
): RegisterCopy {
  const tripped = trippedGuards(fresh.plan);
  const isOverridable = tripped.every(({ overridable }) => overridable);
  if (tripped.length > 0 && !(isOverridable && expectCount !== null)) {
    throw refusal(fresh, tripped, isOverridable);
  }
  const overridden = [...acceptedBefore(fresh.plan), ...tripped].map(({ guard, saw }) => ({ guard, saw }));
  return bringIntoForce(store, clock, fresh, overridden);
}

function refusal(
  { path, file, removals }: NewCopy,
  tripped: readonly TrippedGuard[],
  isOverridable: boolean,
): UserError {
  const numbers = file.numbers + (removals?.numbers ?? 0);
  const next = isOverridable
    ? `If you know this file to be right, \`--expect-count ${numbers}\` accepts exactly it`
    : (tripped.find((guard) => guard.next !== undefined)?.next ?? DAY_IS_WRONG);
  const saw = tripped.map((guard) => guard.saw).join('; ');
  return new UserError(
    `the register file \`${path}\` was refused and nothing was changed. It has ${numbers} distinct numbers. Found: ${saw}. ${next}`,
  );
}
