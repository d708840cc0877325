/** Words in the cells of a record that nobody reads as data: notes, tags, labels, and the text beside numbers. */

import { readEmailCell } from '../cells/email-address.js';
import { type FoundWords, findWords, findWordsInName } from '../cells/opt-out-words.js';
import { readPhoneCell } from '../cells/phone/phone-cell.js';
import type { ColumnRoles } from '../columns/column-roles.js';
import type { RecordBatch } from '../csv/record-batch.js';

/** Nothing is said. */
export const NO_WORDS: FoundWords = { optOut: false, deceased: false };

/** The words of several texts together, and of names, in which fewer of them count. */
export function wordsIn(texts: readonly string[], names: readonly string[] = []): FoundWords {
  let words = NO_WORDS;
  for (const text of texts) if (text !== '') words = together(words, findWords(text));
  for (const name of names) if (name !== '') words = together(words, findWordsInName(name));
  return words;
}

function together(one: FoundWords, other: FoundWords): FoundWords {
  if (!other.optOut && !other.deceased) return one;
  return { optOut: one.optOut || other.optOut, deceased: one.deceased || other.deceased };
}

/**
 * The texts of a record's notes columns, and of columns without a role: `Do not call` may stand in a column
 * called `Status`. Columns of names and of an earlier screening are left out.
 */
export function notesOf(columns: ColumnRoles, batch: RecordBatch, row: number): readonly string[] {
  return columns.textColumns.map((column) => batch.cell(row, column));
}

/** The cells of a record's name columns. */
export function namesOf(columns: ColumnRoles, batch: RecordBatch, row: number): readonly string[] {
  return columns.nameColumns.map((column) => batch.cell(row, column));
}

/**
 * The words of a record whose phone and email cells were not read yet. A phone cell without letters and an
 * email cell without blanks have none, so that the survey of a list of plain ones reads none of them.
 */
export function wordsOf(columns: ColumnRoles, batch: RecordBatch, row: number): FoundWords {
  const texts = [...notesOf(columns, batch, row)];
  for (const role of ['phone', 'fax'] as const) {
    for (const column of columns.columnsOf(role)) {
      const cell = batch.cell(row, column);
      if (/\p{L}/u.test(cell)) texts.push(readPhoneCell(cell).residue);
    }
  }
  for (const column of columns.columnsOf('email')) {
    const cell = batch.cell(row, column).trim();
    if (!cell.includes('@') || /[^\x21-\x7e]|[;,|<>]/u.test(cell)) {
      texts.push(readEmailCell(cell).residue);
    }
  }
  return wordsIn(texts, namesOf(columns, batch, row));
}
