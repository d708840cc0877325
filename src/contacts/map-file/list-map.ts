/**
 * A map file as it was read: the answers of a person, which the accounting takes (`applyAnswers`), and how the file
 * itself is to be read.
 */
import type { ListAnswers } from '../accounting/column-answer.js';
import type { DateOrder, Encoding } from '../reading-options.js';

/** What the map says of the file. null: nothing, so that what is typed (a 0 too) or found holds. */
export interface MapReading {
  readonly skipLines: number | null;
  readonly hasHeader: boolean | null;
  readonly delimiter: string | null;
  readonly encoding: Encoding | null;
  readonly sheet: string | null;
  readonly dateOrder: DateOrder | null;
  readonly preset: string | null;
}

export const NO_READING: MapReading = {
  skipLines: null,
  hasHeader: null,
  delimiter: null,
  encoding: null,
  sheet: null,
  dateOrder: null,
  preset: null,
};

export interface ListMap {
  /** The list it was made for. */
  readonly header: readonly string[];
  readonly answers: ListAnswers;
  /** Words that a person found harmless in lists of this header. */
  readonly harmlessWords: readonly string[];
  readonly reading: MapReading;
}
