/** Whether the as-of day can be that of the file. Asked of every plan. */
import { daysBetween } from '../../screening/dates.js';
import type { AnyPlan } from './copy-plan.js';
import type { Guard } from './guard.js';

/** How many days later the same bytes may still be believed: the registers have days without a change. */
const STUCK_AFTER_DAYS = 3;

export const DAY_GUARDS: readonly Guard<AnyPlan>[] = [
  {
    guard: 'as-of-in-future',
    isOverridable: false,
    sees: ({ asOf, today }) => (asOf > today ? `the as-of day ${asOf} is after today, ${today}` : null),
  },
  {
    guard: 'as-of-after-file',
    isOverridable: false,
    sees: ({ asOf, modifiedOn }) =>
      asOf > modifiedOn
        ? `the file was last changed on ${modifiedOn}, so it cannot be complete to the end of ${asOf}`
        : null,
  },
  {
    guard: 'as-of-not-later',
    isOverridable: false,
    sees: ({ asOf, inForce }) =>
      inForce !== null && asOf <= inForce.asOf
        ? `the copy in force is of ${inForce.asOf}, and ${asOf} is not later`
        : null,
  },
  {
    // Against every earlier load, not only the last: a feed that is loaded daily would be stuck one day at a time.
    guard: 'same-bytes',
    sees: ({ asOf, sameBytesSince }) => {
      const days = sameBytesSince === null ? 0 : daysBetween(sameBytesSince, asOf);
      return days > STUCK_AFTER_DAYS
        ? `the same file, byte for byte, was loaded as of ${sameBytesSince}, ${days} days earlier: the feed may be stuck`
        : null;
    },
  },
];
