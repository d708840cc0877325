/**
 * Calendar days, as the regulations count them. No clock is read here: every function works on the
 * days it is given, written as YYYY-MM-DD, which also sort and compare as text.
 */

declare const isoDate: unique symbol;

/** A day that exists, written YYYY-MM-DD. Only `parseIsoDate` and the arithmetic below make one. */
export type IsoDate = string & { readonly [isoDate]: true };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS_A_DAY = 86_400_000;

/** A day outside these years is a slip of the keyboard, and must not pass for a very old objection. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** Whether `text` is a day that exists (2027-02-29 is not) in the years 1900 to 2199, written YYYY-MM-DD. */
export function isIsoDate(text: string): text is IsoDate {
  const year = Number(text.slice(0, 4));
  return isDay(text) && year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** The same for any year of four digits: arithmetic may leave the years in which days are written. */
function isDay(text: string): text is IsoDate {
  const parts = SHAPE.exec(text);
  if (parts === null) return false;
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(parts[1]), month);
}

/** The day that `text` names, or undefined where it names none. */
export function parseIsoDate(text: string): IsoDate | undefined {
  return isIsoDate(text) ? text : undefined;
}

/** The day that is `days` after `date` (before it, where `days` is negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromTime(toTime(date) + days * MILLISECONDS_A_DAY);
}

/** Whole calendar days from `from` to `to`; negative where `to` is the earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((toTime(to) - toTime(from)) / MILLISECONDS_A_DAY);
}

/** The same day of the month, `months` later; the last day of that month where it has no such day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, day] = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = (index % 12) + 1;
  return fromParts(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/**
 * The day on which somebody born on `born` reaches the age of `years`. Born on 29 February: on
 * 1 March of a year that has none.
 */
export function birthday(born: IsoDate, years: number): IsoDate {
  const [year, month, day] = partsOf(born);
  const reached = year + years;
  return day > daysInMonth(reached, month)
    ? fromParts(reached, month + 1, 1)
    : fromParts(reached, month, day);
}

/** The earliest of the days given, leaving out those that are null; null where none is left. */
export function earliest(dates: Iterable<IsoDate | null>): IsoDate | null {
  let first: IsoDate | null = null;
  for (const date of dates) {
    if (date !== null && (first === null || date < first)) first = date;
  }
  return first;
}

function partsOf(date: IsoDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function toTime(date: IsoDate): number {
  const [year, month, day] = partsOf(date);
  return Date.UTC(year, month - 1, day);
}

function fromTime(time: number): IsoDate {
  const date = new Date(time);
  return fromParts(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function fromParts(year: number, month: number, day: number): IsoDate {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (!isDay(text)) throw new RangeError('a day outside the years of four digits was reckoned');
  return text;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
