/** Which of day and month does a list write first? Decided once for the whole file, from its own dates. */

import { dateOrderOf } from '../cells/written-date.js';
import type { ColumnRoles } from '../columns/column-roles.js';
import type { OpenQuestion } from '../columns/open-questions.js';
import { placeOf, type RecordBatch } from '../csv/record-batch.js';
import type { DateOrder } from '../reading-options.js';
import type { Place } from '../roles.js';

export interface DateOrderSurvey {
  /** Whether the dates of the record told anything that had not been told often enough. */
  add(batch: RecordBatch, row: number): boolean;
  /**
   * The order that was asked for, else the one that the list's dates prove; null where no date depends on
   * it. A question, with lines, where dates may be read both ways and nothing tells, or both are proved.
   */
  decide(): { readonly order: DateOrder | null; readonly question: OpenQuestion | null };
}

const MOST_LINES = 3;

/** The columns of a contact list whose dates are read: births, and the end of membership. */
export function dateColumnsOf(columns: ColumnRoles): readonly number[] {
  return [...columns.columnsOf('date_of_birth'), ...columns.columnsOf('membership_ended_on')];
}

/** A survey of the dates in these columns. `asked`: what the user says of the file. */
export function createDateOrderSurvey(
  dateColumns: readonly number[],
  asked: DateOrder | null,
): DateOrderSurvey {
  const lines: Record<DateOrder | 'either', Place[]> = { dmy: [], mdy: [], either: [] };
  return {
    add(batch, row) {
      if (asked !== null) return false;
      let isNews = false;
      for (const column of dateColumns) {
        const cell = batch.cell(row, column);
        const order = cell === '' ? 'nothing' : dateOrderOf(cell);
        if (order === 'nothing' || lines[order].length >= MOST_LINES) continue;
        lines[order].push(placeOf(batch, row));
        isNews = true;
      }
      return isNews;
    },
    decide() {
      if (asked !== null) return { order: asked, question: null };
      const { dmy, mdy, either } = lines;
      const isContradicted = dmy.length > 0 && mdy.length > 0;
      if (!isContradicted && dmy.length > 0) return { order: 'dmy', question: null };
      if (!isContradicted && mdy.length > 0) return { order: 'mdy', question: null };
      if (!isContradicted && either.length === 0) return { order: null, question: null };
      return {
        order: null,
        question: { kind: 'date-order', dayFirst: dmy, monthFirst: mdy, either },
      };
    },
  };
}
