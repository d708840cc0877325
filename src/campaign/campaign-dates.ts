/** For which day is a list judged? */
import { UserError } from '../errors.js';
import type { Campaign } from '../screening/campaign.js';
import type { IsoDate } from '../screening/dates.js';

export interface CallDate {
  /** The day for which the list is judged. */
  readonly callDate: IsoDate;
  /** The day is past: the verdicts show what was, and every output says REPLAY. */
  readonly isReplay: boolean;
  /** No verdict holds beyond this day; null: the campaign sets no such day. */
  readonly lastPlannedDay: IsoDate | null;
}

/**
 * The day to judge for: `on` where it is given; else the first planned day, or `today` where that is
 * later; without `dates`, today. All days are in Europe/London. Throws a `UserError` where the last
 * planned day is before today, unless `on` says which day is meant.
 */
export function resolveCallDate(
  { dates }: Pick<Campaign, 'dates'>,
  today: IsoDate,
  on: IsoDate | null,
): CallDate {
  if (on !== null) {
    // A last planned day before `on` is overridden with the rest of `dates`: it would end the verdict before it begins.
    const lastPlannedDay = dates.last !== null && dates.last >= on ? dates.last : null;
    return { callDate: on, isReplay: on < today, lastPlannedDay };
  }
  if (dates.last !== null && dates.last < today) {
    throw new UserError(
      `the last planned day of the campaign, \`dates.last\` ${dates.last}, is before today (${today}); ` +
        `plan new \`dates\`, or look back at a past day with \`--on ${dates.last}\``,
    );
  }
  const callDate = dates.first !== null && dates.first > today ? dates.first : today;
  return { callDate, isReplay: false, lastPlannedDay: dates.last };
}
