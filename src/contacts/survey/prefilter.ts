/** What may be found out about a batch before the survey looks at it, so that it has fewer rows to look at. */
import type { RecordBatch } from '../csv/record-batch.js';
import type { RecordKeys } from '../record/record-reader.js';

/** Counts over the records that the survey did not look at. */
export interface PrefilterCounts {
  readonly records: number;
  /** By column, the filled cells that are no placeholders. */
  readonly filled: Float64Array;
  /** By column, the filled cells. */
  readonly written: Float64Array;
  /** By pair of columns that may hold two halves of numbers, the records in which both are filled. */
  readonly halves: Float64Array;
  /** By flag column, how often each value occurs. */
  readonly values: ReadonlyMap<number, ReadonlyMap<string, number>>;
}

/** A record with flags that bind, and whom. */
export interface FlaggedRecord {
  readonly row: number;
  readonly keys: RecordKeys;
}

export interface Prefiltered {
  /** Rows that the survey must look at, in rising order. The others report nothing but flags, and were counted. */
  readonly remaining: readonly number[];
  /** Those of the others with flags that bind, in rising order. */
  readonly flagged: readonly FlaggedRecord[];
  /** Those of the others whose dates help to decide the date order of the list, in rising order. */
  readonly dated: readonly number[];
}

/** Every record of a batch remains. */
export function allRemaining({ count }: RecordBatch): Prefiltered {
  return { remaining: rowsUpTo(count), flagged: [], dated: [] };
}

/** The rows before `count`. */
export function rowsUpTo(count: number): number[] {
  return Array.from({ length: count }, (_, row) => row);
}
