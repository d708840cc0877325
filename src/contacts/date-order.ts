/** Which of day and month does a list write first? Decided once for the whole file, from its own dates. */
import { UserError } from '../errors.js';
import type { ColumnRoles } from './column-roles.js';
import type { DateOrder } from './reading-options.js';
import type { RecordBatch } from './record-batch.js';
import { dateOrderOf } from './written-date.js';

export interface DateOrderSurvey {
  add(batch: RecordBatch, row: number): void;
  /**
   * The order that was asked for, else the one that the list's dates prove; null where no date depends on
   * it. Throws a `UserError` with lines where dates may be read both ways and nothing tells, or where both
   * orders are proved.
   */
  decide(displayName: string): DateOrder | null;
}

const MOST_LINES = 3;

/** A survey of the dates of birth and of membership's end. `asked`: what the user says of the list. */
export function createDateOrderSurvey(columns: ColumnRoles, asked: DateOrder | null): DateOrderSurvey {
  const dateColumns = [...columns.columnsOf('date_of_birth'), ...columns.columnsOf('membership_ended_on')];
  const lines: Record<DateOrder | 'either', number[]> = { dmy: [], mdy: [], either: [] };
  return {
    add(batch, row) {
      if (asked !== null) return;
      for (const column of dateColumns) {
        const cell = batch.cell(row, column);
        const order = cell === '' ? 'nothing' : dateOrderOf(cell);
        if (order !== 'nothing' && lines[order].length < MOST_LINES) lines[order].push(batch.line(row));
      }
    },
    decide(displayName) {
      if (asked !== null) return asked;
      const { dmy, mdy, either } = lines;
      const ask = 'say which with `--date-order dmy` or `--date-order mdy`';
      if (dmy.length > 0 && mdy.length > 0) {
        throw new UserError(
          `\`${displayName}\` writes some dates with the day first (${inLines(dmy)}) and some with the month first (${inLines(mdy)}); ${ask}, and mend the others`,
        );
      }
      if (dmy.length > 0) return 'dmy';
      if (mdy.length > 0) return 'mdy';
      if (either.length === 0) return null;
      throw new UserError(
        `\`${displayName}\`: nothing tells whether its dates write the day or the month first (${inLines(either)}); ${ask}`,
      );
    },
  };
}

function inLines(lines: readonly number[]): string {
  return lines.length === 1 ? `line ${lines[0]}` : `lines ${lines.join(', ')}`;
}
