/** Reading the cells of one row of a ledger file, and gathering what is wrong with them. */
import { closest, distance } from 'fastest-levenshtein';
import { type IsoDate, isIsoDate } from '../../screening/dates.js';
import type { LedgerColumn } from './ledger-columns.js';

/**
 * The cells of one row. A cell that cannot be read gives null and leaves a problem. Problems name the
 * column and what to write, but hold nothing of the cell: in a shifted row it may be anybody's number.
 */
export class RowCells {
  readonly problems: string[] = [];
  readonly #cellOf: (column: LedgerColumn) => string;

  /** `cellOf` gives the text of a column, without blanks round it; empty where the file has no such column. */
  constructor(cellOf: (column: LedgerColumn) => string) {
    this.#cellOf = cellOf;
  }

  /** Notes that the cell under `column` cannot be read, and why. */
  refuse(column: LedgerColumn, why: string): null {
    this.problems.push(`\`${column}\` ${why}`);
    return null;
  }

  text(column: LedgerColumn): string | null {
    const text = this.#cellOf(column);
    return text === '' ? null : text;
  }

  /** One of `words`, whatever its case. */
  word<Word extends string>(column: LedgerColumn, words: readonly Word[]): Word | null {
    const text = this.text(column);
    if (text === null) return null;
    return knownWord(text, words) ?? this.refuse(column, unknownWordSentence(text, words));
  }

  yesNo(column: LedgerColumn): boolean | null {
    const text = this.text(column);
    if (text === null) return null;
    switch (text.toLowerCase()) {
      case 'yes':
      case 'y':
      case 'true':
      case '1':
        return true;
      case 'no':
      case 'n':
      case 'false':
      case '0':
        return false;
    }
    return this.refuse(column, 'is neither yes nor no; write one of them, or leave it empty');
  }

  day(column: LedgerColumn): IsoDate | null {
    const text = this.text(column);
    if (text === null || isIsoDate(text)) return text;
    return this.refuse(column, 'holds no day that exists; write it as 2026-11-22');
  }

  /** A day that cannot lie ahead. */
  pastDay(column: LedgerColumn, today: IsoDate): IsoDate | null {
    const day = this.day(column);
    return day !== null && day > today
      ? this.refuse(column, `is after today (${today}); correct the day`)
      : day;
  }

  /** The words between semicolons, each once. */
  list(column: LedgerColumn): string[] {
    const words = (this.text(column) ?? '').split(';').map((word) => word.trim());
    return [...new Set(words.filter((word) => word !== ''))];
  }
}

/** The one of `words` that `text` is, case aside. */
export function knownWord<Word extends string>(text: string, words: readonly Word[]): Word | undefined {
  const lowerCase = text.toLowerCase();
  return words.find((word) => word === lowerCase);
}

/** What is wrong with a cell that holds none of `words`. It is quoted only where it is plainly a misspelling. */
export function unknownWordSentence(text: string, words: readonly string[]): string {
  const lowerCase = text.toLowerCase().replace(/\s+/g, ' ');
  const nearest = closest(lowerCase, words);
  return distance(lowerCase, nearest) <= 2
    ? `holds \`${lowerCase}\`; did you mean \`${nearest}\`?`
    : `holds a word that is not known; write one of: ${words.join(', ')}`;
}
