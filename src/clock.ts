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

/** To make one takes longer than all else that a short command does, so it is made where it is asked. */
let londonFormat: Intl.DateTimeFormat | null = null;

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
  // London was never behind UTC in these years, nor more than two hours ahead of it: for most of the day both have the same.
  const day = parseIsoDate(
    moment.getUTCHours() < 22 ? moment.toISOString().slice(0, 10) : dayByTimeZone(moment),
  );
  if (day === undefined) throw new RangeError('the system clock shows a day outside the years 1900 to 2199');
  return day;
}

function dayByTimeZone(moment: Date): string {
  londonFormat ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = new Map(londonFormat.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}
