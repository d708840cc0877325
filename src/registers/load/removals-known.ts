/** Until when it is known which numbers left the register. */
import type { IsoDate } from '../../screening/dates.js';
import type { RegisterCopy } from '../../store/registers/register-copies.js';

/**
 * The day to whose end the copy in force is known to be without the numbers that left the register: its
 * as-of day, unless it was updated without removals. Then what left since counts as listed still, which
 * blocks more and never less. `copies` are those of one register, the oldest first; null where there is none.
 */
export function removalsKnownTo(copies: readonly RegisterCopy[]): IsoDate | null {
  let known: IsoDate | null = null;
  for (const [index, copy] of copies.entries()) {
    const isUnbroken = known !== null && known === copies[index - 1]?.asOf;
    if (copy.since === null || (copy.removalsSha256 !== null && isUnbroken)) known = copy.asOf;
  }
  return known;
}
