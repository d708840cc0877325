/** Words in the cells of a record that nobody reads as data: notes, tags, labels, and the text beside numbers. */

import { readEmailCell } from '../cells/email-address.js';
import { readPhoneCell } from '../cells/phone/phone-cell.js';
import type { ColumnRoles } from '../columns/column-roles.js';
import type { RecordBatch } from '../csv/record-batch.js';
import { findWords } from '../vocabulary/find-words.js';
import { findWordsInName } from '../vocabulary/find-words-in-name.js';
import { bitsOf, type WayBits } from '../vocabulary/meanings.js';

/** Words that somebody wrote, and the column they are in. */
export interface QuotedWords {
  readonly column: number;
  readonly isDeath: boolean;
  /** The ways of contact that they refuse. */
  readonly refused: WayBits;
  /** As they are written in the cell. */
  readonly words: string;
}

/** What the texts of a record say. */
export interface FoundWords {
  /** The ways of contact that somebody refuses. */
  readonly refused: WayBits;
  readonly deceased: boolean;
  readonly quotes: readonly QuotedWords[];
}

/** Nothing is said. */
export const NO_WORDS: FoundWords = { refused: 0, deceased: false, quotes: [] };

/** A cell to be searched; in that of a name fewer words count. */
export interface SearchedText {
  readonly column: number;
  readonly text: string;
  readonly isName: boolean;
}

/** The words of several texts together. */
export function wordsIn(texts: readonly SearchedText[]): FoundWords {
  const quotes = texts.flatMap(({ column, text, isName }): readonly QuotedWords[] => {
    if (text === '') return [];
    const found = isName ? findWordsInName(text) : findWords(text);
    return found.map(({ kind, channels, words }) => ({
      column,
      isDeath: kind === 'death',
      refused: kind === 'death' ? 0 : bitsOf(channels),
      words,
    }));
  });
  if (quotes.length === 0) return NO_WORDS;
  return {
    refused: quotes.reduce((bits, { refused }) => bits | refused, 0),
    deceased: quotes.some(({ isDeath }) => isDeath),
    quotes,
  };
}

/**
 * The texts of a record that nobody reads as data: those of notes columns, of columns without a role (`Do not call`
 * may stand in a column called `Status`), and names. Columns of an earlier screening are left out.
 */
export function textsOf(columns: ColumnRoles, batch: RecordBatch, row: number): SearchedText[] {
  return [
    ...columns.textColumns.map((column) => ({ column, text: batch.cell(row, column), isName: false })),
    ...columns.nameColumns.map((column) => ({ column, text: batch.cell(row, column), isName: true })),
  ];
}

/**
 * The words of a record whose phone and email cells were not read yet. A phone cell without letters and an
 * email cell without blanks have none, so that the survey of a list of plain ones reads none of them.
 */
export function wordsOf(columns: ColumnRoles, batch: RecordBatch, row: number): FoundWords {
  const texts = textsOf(columns, batch, row);
  for (const role of ['phone', 'fax'] as const) {
    for (const column of columns.columnsOf(role)) {
      const cell = batch.cell(row, column);
      if (/[^\x20-\x40]/u.test(cell))
        texts.push({ column, text: readPhoneCell(cell).residue, isName: false });
    }
  }
  for (const column of columns.columnsOf('email')) {
    const cell = batch.cell(row, column).trim();
    if (!cell.includes('@') || /[^\x21-\x7e]|[;,|<>]/u.test(cell)) {
      texts.push({ column, text: readEmailCell(cell).residue, isName: false });
    }
  }
  return wordsIn(texts);
}
