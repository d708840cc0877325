/** Words in the cells of a record that nobody reads as data: notes, tags, labels, and the text beside numbers. */
import type { ColumnRoles } from './column-roles.js';
import { type FoundWords, findWords } from './opt-out-words.js';
import { readPhoneCell } from './phone-cell.js';
import type { RecordBatch } from './record-batch.js';

const NONE: FoundWords = { optOut: false, deceased: false };

/** The words of several texts together. */
export function wordsIn(texts: readonly string[]): FoundWords {
  let words = NONE;
  for (const text of texts) {
    if (text === '') continue;
    const found = findWords(text);
    if (found.optOut || found.deceased) {
      words = { optOut: words.optOut || found.optOut, deceased: words.deceased || found.deceased };
    }
  }
  return words;
}

/**
 * The texts of a record's notes columns, and of columns without a role: `Do not call` may stand in a column
 * called `Status`. Columns of names and of an earlier screening are left out.
 */
export function notesOf(columns: ColumnRoles, batch: RecordBatch, row: number): readonly string[] {
  return columns.textColumns.map((column) => batch.cell(row, column));
}

/**
 * The words of a record whose phone cells were not read yet. A phone cell without letters has none, so that
 * the survey of a list of plain numbers reads none of them.
 */
export function wordsOf(columns: ColumnRoles, batch: RecordBatch, row: number): FoundWords {
  const texts = [...notesOf(columns, batch, row)];
  for (const role of ['phone', 'fax'] as const) {
    for (const column of columns.columnsOf(role)) {
      const cell = batch.cell(row, column);
      if (/\p{L}/u.test(cell)) texts.push(readPhoneCell(cell).residue);
    }
  }
  return wordsIn(texts);
}
