/** Dates as people and spreadsheets write them. */
import { NOT_RECORDED, type Recorded, UNREADABLE } from '../../screening/contact.js';
import { type IsoDate, parseIsoDate } from '../../screening/dates.js';
import type { DateOrder } from '../reading-options.js';
import { foldText } from '../text/normalise-text.js';

/** Day and month can be told apart only by knowing which of them the file writes first. */
export type WrittenDate = Recorded<IsoDate> | { readonly status: 'ambiguous' };

const EMPTY: ReadonlySet<string> = new Set(
  ['', '-', 'n/a', 'na', 'null', 'none', 'nil', 'unknown', 'not known', 'not recorded'].concat([
    '0000-00-00',
    '0000-00-00 00:00:00',
    '00/00/0000',
  ]),
);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const TIME = String.raw`(?:[t ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:z|utc|gmt|bst|[+-]\d{2}:?\d{2})?)?`;
const WEEKDAY = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`);
const IN_FIGURES = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`);
const DAY_NAME = new RegExp(
  String.raw`^${WEEKDAY}(\d{1,2})(?:st|nd|rd|th)?[ /.-]+(?:of )?([a-z]{3,9})\.?,?[ /.-]+(\d{4}|\d{2})${TIME}$`,
);
const NAME_DAY = new RegExp(
  String.raw`^${WEEKDAY}([a-z]{3,9})\.?[ /.-]+(\d{1,2})(?:st|nd|rd|th)?,?[ /.-]+(\d{4}|\d{2})${TIME}$`,
);

/**
 * Reads the day in `cell`: ISO (with or without a time, of which the day as written is taken), in figures
 * with `/`, `-` or `.`, or with the month's name. A two-digit year is the latest possible that does not
 * bring the day beyond `latest`. Where day and month may change places and `order` is null: `ambiguous`.
 */
export function readDate(cell: string, order: DateOrder | null, latest: IsoDate): WrittenDate {
  const parts = partsOf(cell);
  switch (parts.kind) {
    case 'empty':
      return NOT_RECORDED;
    case 'none':
      return UNREADABLE;
    case 'certain':
      return recorded(parts.year, parts.month, parts.day, latest);
    case 'figures': {
      const dayFirst = recorded(parts.year, parts.second, parts.first, latest);
      const monthFirst = recorded(parts.year, parts.first, parts.second, latest);
      if (order === 'dmy') return dayFirst;
      if (order === 'mdy') return monthFirst;
      if (dayFirst.status !== 'recorded') return monthFirst;
      if (monthFirst.status !== 'recorded' || parts.first === parts.second) return dayFirst;
      return { status: 'ambiguous' };
    }
  }
}

/** What a cell says of the order of its file: `either`, where day and month could change places. */
export function dateOrderOf(cell: string): DateOrder | 'either' | 'nothing' {
  const parts = partsOf(cell);
  if (parts.kind !== 'figures' || parts.first === parts.second) return 'nothing';
  const { first, second } = parts;
  if (Math.min(first, second) < 1 || Math.max(first, second) > 31) return 'nothing';
  if (first > 12) return second > 12 ? 'nothing' : 'dmy';
  return second > 12 ? 'mdy' : 'either';
}

/** Whether a date stands in `cell`, in whatever order it is written. */
export function isDate(cell: string): boolean {
  const parts = partsOf(cell);
  if (parts.kind === 'certain') return parts.month >= 1 && parts.month <= 12 && isDayOfMonth(parts.day);
  return (
    parts.kind === 'figures' &&
    isDayOfMonth(parts.first) &&
    isDayOfMonth(parts.second) &&
    Math.min(parts.first, parts.second) <= 12
  );
}

type Parts =
  | { readonly kind: 'empty' }
  | { readonly kind: 'none' }
  | { readonly kind: 'certain'; readonly year: string; readonly month: number; readonly day: number }
  | { readonly kind: 'figures'; readonly year: string; readonly first: number; readonly second: number };

function partsOf(cell: string): Parts {
  const text = foldText(cell)
    .replace(/^['"=]+|["']+$/g, '')
    .trim();
  if (EMPTY.has(text)) return { kind: 'empty' };
  const [, isoYear, isoMonth, isoDay] = YEAR_FIRST.exec(text) ?? [];
  if (isoYear !== undefined) {
    return { kind: 'certain', year: isoYear, month: Number(isoMonth), day: Number(isoDay) };
  }
  const [, first, , second, year] = IN_FIGURES.exec(text) ?? [];
  if (year !== undefined) return { kind: 'figures', year, first: Number(first), second: Number(second) };
  const [, day, name, namedYear] = DAY_NAME.exec(text) ?? [];
  if (namedYear !== undefined) return named(namedYear, name, day);
  const [, leadingName, dayAfter, lastYear] = NAME_DAY.exec(text) ?? [];
  return lastYear === undefined ? { kind: 'none' } : named(lastYear, leadingName, dayAfter);
}

function named(year: string, name: string | undefined, day: string | undefined): Parts {
  const month = MONTHS.findIndex((short) => name?.startsWith(short)) + 1;
  return month === 0 ? { kind: 'none' } : { kind: 'certain', year, month, day: Number(day) };
}

function recorded(year: string, month: number, day: number, latest: IsoDate): Recorded<IsoDate> {
  const rest = `-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (year.length === 4) return recordedDay(parseIsoDate(year + rest));
  const century = Number(latest.slice(0, 2));
  for (const candidate of [century, century - 1]) {
    const date = parseIsoDate(`${candidate}${year}${rest}`);
    if (date !== undefined && date <= latest) return recordedDay(date);
  }
  return UNREADABLE;
}

function recordedDay(date: IsoDate | undefined): Recorded<IsoDate> {
  return date === undefined ? UNREADABLE : { status: 'recorded', value: date };
}

function isDayOfMonth(number: number): boolean {
  return number >= 1 && number <= 31;
}
