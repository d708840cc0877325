/** The clock as it was read once, at the edge. Nothing else in the project asks what day it is. */
import { UserError } from './errors.js';
import { type IsoDate, parseIsoDate } from './screening/dates.js';

export interface Clock {
  /** Today in Europe/London. */
  readonly today: IsoDate;
  /** The moment of reading, ISO 8601 in UTC. */
  readonly now: string;
  /** Whether `RINGFENCE_TODAY` set it; then the summary and the receipt say so. */
  readonly isSet: boolean;
}

const LONDON_DAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Reads the clock, or takes the day that `RINGFENCE_TODAY` names (then the time is noon). */
export function readClock(environment: NodeJS.ProcessEnv): Clock {
  const set = environment.RINGFENCE_TODAY;
  if (set !== undefined && set !== '') {
    const today = parseIsoDate(set);
    if (today === undefined) {
      throw new UserError(`\`RINGFENCE_TODAY\` is \`${set}\`, which is no day; write it as 2026-11-22`);
    }
    return { today, now: `${today}T12:00:00.000Z`, isSet: true };
  }
  const now = new Date();
  return { today: londonDay(now), now: now.toISOString(), isSet: false };
}

/** The day in Europe/London on which `moment` falls. */
export function londonDay(moment: Date): IsoDate {
  const parts = new Map(LONDON_DAY.formatToParts(moment).map(({ type, value }) => [type, value]));
  const day = parseIsoDate(`${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`);
  if (day === undefined) throw new RangeError('the system clock shows a day outside the years 1000 to 9999');
  return day;
}
