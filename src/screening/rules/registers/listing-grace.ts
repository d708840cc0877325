/** The grace of a number that was listed of late, as the key of a listing. */
import { earliest, type IsoDate } from '../../dates.js';
import type { Evidence, RegisterName } from '../../evidence.js';
import { fails, type KeyFinding, opens, unproven } from '../../finding.js';
import { isWithinListingGrace, type LegalConstant, listingGraceEndsOn } from '../../law.js';
import type { Facts } from '../../rule.js';

/**
 * The grace is the caller's defence: without a known earliest day there is none. The house may want less
 * of it. `registers` are the files of one register: a number that moves between them was listed all along.
 */
export function graceKeys(
  registers: readonly RegisterName[],
  grace: LegalConstant,
  facts: Facts,
): readonly KeyFinding[] {
  const earliestOn = earliestIn(registers, facts.evidence);
  if (earliestOn === 'unknown' || !isWithinListingGrace(earliestOn, facts.callDate, grace)) return [];
  const detail = { on: earliestOn, until: listingGraceEndsOn(earliestOn, grace) };
  switch (facts.campaign.policy.listing_grace) {
    case 'allow':
      return [opens('register-grace-28d', detail.until, detail)];
    case 'review':
      return [unproven('register-grace-28d', detail)];
    case 'block':
      return [fails('register-grace-28d', detail)];
  }
}

/** Where two files list the number the earlier day counts, and a day that is unknown in either gives none. */
function earliestIn(files: readonly RegisterName[], { registers }: Evidence): IsoDate | 'unknown' {
  const days: IsoDate[] = [];
  for (const register of files) {
    const listing = registers[register];
    if (listing.status !== 'listed') continue;
    if (listing.earliestOn === 'unknown') return 'unknown';
    days.push(listing.earliestOn);
  }
  return earliest(days) ?? 'unknown';
}
