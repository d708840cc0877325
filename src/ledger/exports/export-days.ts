/** The days of an export, as whoever made it wrote them. */

import { londonDay } from '../../clock.js';
import { readDate } from '../../contacts/cells/written-date.js';
import type { DateOrder } from '../../contacts/reading-options.js';
import type { Recorded } from '../../screening/contact.js';
import type { IsoDate } from '../../screening/dates.js';

/** A moment that says how far it is from UTC. */
const MOMENT = /^\s*\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})\s*$/iu;

/**
 * The day in `cell`: of a moment with its zone the day in London, else the day as written. A day whose order
 * of day and month is open is unreadable: the whole file is asked about it before it is read.
 */
export function readExportDay(cell: string, order: DateOrder | null, today: IsoDate): Recorded<IsoDate> {
  if (MOMENT.test(cell)) {
    const moment = new Date(cell.trim().replace(' ', 'T'));
    if (!Number.isNaN(moment.getTime())) return { status: 'recorded', value: londonDay(moment) };
  }
  const date = readDate(cell, order, today);
  return date.status === 'ambiguous' ? { status: 'unreadable' } : date;
}
