/** Does a column without a role hold email addresses? Then nobody would screen them, and somebody may write to them. */

import { readEmails } from '../cells/email-address.js';
import type { ColumnRoles } from '../columns/column-roles.js';
import type { OpenQuestion } from '../columns/open-questions.js';
import type { RecordBatch } from '../csv/record-batch.js';
import { isScreeningColumn } from '../screening-columns.js';

export interface UnmappedEmails {
  add(batch: RecordBatch, row: number): void;
  /** Counts cells in which no address stands: by column, how many of them hold anything. */
  addFilled(written: Float64Array): void;
  /** Which columns hold addresses that nobody would screen. */
  questions(): readonly OpenQuestion[];
}

/** In notes, this share of the filled cells: an address in a note or two is no column of addresses. */
const NOTES_SHARE = 0.05;

/** A watch over the columns that are not screened for addresses; for the channel email only. */
export function createUnmappedEmails(columns: ColumnRoles): UnmappedEmails {
  const watched = columns.header.flatMap((name, column) => {
    const roles = columns.rolesOf(column);
    const isWatched = roles.length === 0 || roles.includes('notes');
    return isWatched && !isScreeningColumn(name)
      ? [{ column, isNotes: roles.includes('notes'), filled: 0, found: 0 }]
      : [];
  });
  return {
    add(batch, row) {
      for (const tally of watched) {
        const cell = batch.cell(row, tally.column);
        if (cell === '') continue;
        tally.filled += 1;
        if (readEmails(cell).length > 0) tally.found += 1;
      }
    },
    addFilled(written) {
      for (const tally of watched) tally.filled += written[tally.column] ?? 0;
    },
    questions: () =>
      watched
        .filter((tally) => tally.found > 0 && (!tally.isNotes || tally.found >= tally.filled * NOTES_SHARE))
        .map(({ column }) => ({ kind: 'unscreened-addresses', column })),
  };
}
