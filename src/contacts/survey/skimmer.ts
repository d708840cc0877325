/**
 * The quick look at the records of a list that comes before the close one of its survey: it counts those in which
 * there is nothing to find, and leaves the others.
 */

import type { RecordBatch } from '../csv/record-batch.js';
import type { RecordKeys } from '../record/record-reader.js';

/** What the survey's watches want to know of the records that were only counted. */
export interface DullCounts {
  readonly records: number;
  /** By column, the filled cells that are no placeholders. */
  readonly filled: Float64Array;
  /** By column, the filled cells. */
  readonly written: Float64Array;
  /** By pair of columns that may hold two halves of numbers, the records in which both are filled. */
  readonly halves: Float64Array;
  /** By flag column, how often each value stands there. */
  readonly values: ReadonlyMap<number, ReadonlyMap<string, number>>;
}

/** A record with flags that bind, and whom. */
export interface FlaggedRecord {
  readonly row: number;
  readonly keys: RecordKeys;
}

/** What became of the records of a batch. */
export interface Skimmed {
  /** Rows to be looked at closely, rising. In the others there is nothing to find but flags, and they were counted. */
  readonly left: readonly number[];
  /** Those among the others with flags that bind, rising. */
  readonly flagged: readonly FlaggedRecord[];
  /** Rows among the others whose dates tell in which order the list writes dates, rising. */
  readonly dated: readonly number[];
}

export interface SkimmedBatch extends Skimmed {
  readonly batch: RecordBatch;
}

export interface Skimmer<Batch extends SkimmedBatch> {
  /** The batches, in their order, as each was looked over. */
  skim(batches: AsyncIterable<RecordBatch>): AsyncIterable<Batch>;
  /** What was counted. Ask for it behind the last batch. */
  counts(): Promise<readonly DullCounts[]>;
}

/** So many records at the beginning of a list are looked at closely whatever they hold: one may be a second header. */
const LOOKED_AT = 2;

/** How many of the first rows of a batch are left whatever they hold, behind so many records. */
export function rowsLeftAnyway(batch: RecordBatch, recordsBefore: number): number {
  // Every record of a file may be opted out by its name.
  if (batch.origin.optOuts.length > 0) return batch.count;
  return Math.min(batch.count, Math.max(0, LOOKED_AT - recordsBefore));
}

/** Every record of a batch left. */
export function allLeft({ count }: RecordBatch): Skimmed {
  return { left: rowsUpTo(count), flagged: [], dated: [] };
}

/** The rows before `count`. */
export function rowsUpTo(count: number): number[] {
  return Array.from({ length: count }, (_, row) => row);
}

/** Leaves every record to the close look. */
export const CLOSE_LOOK: Skimmer<SkimmedBatch> = {
  async *skim(batches) {
    for await (const batch of batches) yield { batch, ...allLeft(batch) };
  },
  counts: async () => [],
};
