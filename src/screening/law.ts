/**
 * Every legal constant, with its provision and the day from which it holds. A constant that no
 * provision sets is a house setting and says so.
 */
import type { IsoDate } from './dates.js';
import { addDays, addMonths, daysBetween } from './dates.js';

export interface LegalConstant {
  readonly value: number;
  readonly unit: 'days' | 'months' | 'years';
  readonly provision: string;
  /** First day of force, YYYY-MM-DD; null for a house setting. */
  readonly inForceFrom: string | null;
}

/** A number listed for fewer days than this before the day of the call may be rung as regards the register. */
export const LISTING_GRACE = {
  value: 28,
  unit: 'days',
  provision: 'PECR 2003 (SI 2003/2426) reg. 21(3)',
  inForceFrom: '2003-12-11',
} as const satisfies LegalConstant;

/**
 * The oldest a register copy may be on the day of the call. Absent from a copy complete to the end of day
 * S, a number was listed on S+1 at the earliest; were the copy cut during day S, it is defended by reg.
 * 21(3) up to S+27 only. Another 28 days than the listing grace: that one runs from the person's listing.
 */
export const REGISTER_MAXIMUM_AGE = {
  value: 27,
  unit: 'days',
  provision: 'follows from PECR 2003 reg. 21(3)',
  inForceFrom: '2003-12-11',
} as const satisfies LegalConstant;

/**
 * The same grace for the register of faxes. The text of reg. 20(4) was not read, so that this is a house
 * setting until somebody has.
 */
export const FAX_LISTING_GRACE = {
  value: 28,
  unit: 'days',
  provision: 'PECR 2003 reg. 20(4), from memory; a house setting until it was read',
  inForceFrom: null,
} as const satisfies LegalConstant;

/**
 * The soft opt-in of charities: neither details taken nor messages sent before this day are within it.
 * Brought in by the Data (Use and Access) Act 2025 s. 114, commenced by SI 2026/82 reg. 2(x).
 */
export const CHARITY_SOFT_OPT_IN = {
  provision: 'PECR 2003 reg. 22(3A) and (5)',
  inForceFrom: '2026-02-05',
} as const;

/** Below this age contact needs a person's judgement first. */
export const ADULT_AGE = {
  value: 18,
  unit: 'years',
  provision: 'UK GDPR recital 38 and Art. 6(1)(f)',
  inForceFrom: '2018-05-25',
} as const satisfies LegalConstant;

/** House setting after the ICO's rule of thumb: a consent given through somebody else is used within this time. */
export const INDIRECT_CONSENT_AGE = {
  value: 6,
  unit: 'months',
  provision: 'no provision; ICO rule of thumb for indirect consent',
  inForceFrom: null,
} as const satisfies LegalConstant;

/** Whether a listing made on `earliestOn` is still within the grace period on `callDate` (27 days: yes; 28: no). */
export function isWithinListingGrace(
  earliestOn: IsoDate,
  callDate: IsoDate,
  grace: LegalConstant = LISTING_GRACE,
): boolean {
  return daysBetween(earliestOn, callDate) < grace.value;
}

/** The last day on which a listing made on `earliestOn` is within the grace period. */
export function listingGraceEndsOn(earliestOn: IsoDate, grace: LegalConstant = LISTING_GRACE): IsoDate {
  return addDays(earliestOn, grace.value - 1);
}

/** Whether the soft opt-in of charities was in force on that day. */
export function isCharitySoftOptInInForce(on: IsoDate): boolean {
  return on >= CHARITY_SOFT_OPT_IN.inForceFrom;
}

/** Whether a register copy complete to `asOf` is too old to clear a number on `callDate` (27 days: no; 28: yes). */
export function isStale(asOf: IsoDate, callDate: IsoDate): boolean {
  return daysBetween(asOf, callDate) > REGISTER_MAXIMUM_AGE.value;
}

/** The last day on which a register copy complete to `asOf` may clear a number. */
export function registerCopyEndsOn(asOf: IsoDate): IsoDate {
  return addDays(asOf, REGISTER_MAXIMUM_AGE.value);
}

/** The last day on which a consent given through somebody else on `on` is fresh. */
export function indirectConsentEndsOn(on: IsoDate): IsoDate {
  return addMonths(on, INDIRECT_CONSENT_AGE.value);
}
