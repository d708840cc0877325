/**
 * Who works through the batches of a list, ahead of the loop in `screen-file.ts`. Two implementations give the same
 * bytes: the reference path does nothing ahead and leaves every row to the loop; the fast path (`src/fast`) finds out
 * what it can from the bytes of a batch, and leaves the remaining rows.
 */
import type { RecordBatch } from '../contacts/csv/record-batch.js';
import type { ListFile } from '../contacts/list/list-file.js';
import type { ReadingOptions } from '../contacts/reading-options.js';
import { allRemaining, type PrefilterCounts, type Prefiltered } from '../contacts/survey/prefilter.js';
import type { CsvDialect } from '../outcomes/csv-file.js';
import type { AllowedNumber } from '../outcomes/record-rows.js';
import type { RegisterReaders } from '../registers/look-up/register-reader.js';
import type { Tallied } from '../screening/verdict/tally.js';
import type { Store } from '../store/open-store.js';
import type { RecordJudging } from './record-judge.js';

/** Rows for one file, as bytes. Valid until the batch after the next one is asked for. */
export interface WrittenRows {
  readonly bytes: Uint8Array;
  readonly records: number;
  /** How many bytes stand before the rows of each remaining record. */
  readonly gaps: readonly number[];
}

/** The records of a batch that were judged ahead. */
export interface JudgedRows {
  /** Rows that are still to be judged, in rising order. */
  readonly remaining: readonly number[];
  /** The rows of the others, one entry for each of `OUTCOMES`; empty where no rows are written. */
  readonly rows: readonly WrittenRows[];
  /** The allowed numbers of the others, in list order; empty where nobody asked for them. */
  readonly allowed: readonly AllowedNumber[];
}

/** A batch with what was found out about it ahead. */
export interface WorkedBatch {
  readonly batch: RecordBatch;
  readonly surveyed: Prefiltered;
  readonly judged: JudgedRows;
}

/** What was counted over all batches of a pass. */
export interface WorkCounts {
  /** Of the records that were surveyed ahead; null in a pass without a survey. */
  readonly surveyed: PrefilterCounts | null;
  /** Of the records that were judged ahead. The number of records is not counted here. */
  readonly tallied: Tallied;
}

/** One pass over a list. */
export interface WorkerPass {
  /**
   * Yields the batches in list order. `mayJudge` is asked before each batch: where it says no, every row of the batch
   * remains to be judged. A batch is valid until the next one is asked for.
   */
  work(batches: AsyncIterable<RecordBatch>, mayJudge: () => boolean): AsyncIterable<WorkedBatch>;
  /** Ask after the last batch. One entry for each worker. */
  counts(): Promise<readonly WorkCounts[]>;
}

export interface BatchWorker {
  /** Whether it judges any record ahead. If not, one pass cannot do the work of two. */
  readonly judgesAhead: boolean;
  begin(pass: { readonly isSurvey: boolean; readonly judging: RecordJudging }): Promise<WorkerPass>;
}

/** An opened list, and everything that decides what comes out. */
export interface WorkerRun {
  readonly store: Store;
  readonly list: ListFile;
  readonly reading: ReadingOptions;
  readonly registers: RegisterReaders;
  /** With no findings of the survey yet. */
  readonly judging: RecordJudging;
  /** null: no rows are written. */
  readonly output: RowOutput | null;
  readonly isReplay: boolean;
}

export interface RowOutput {
  /** How rows are written; null where every record has to pass through the loop. */
  readonly dialect: CsvDialect | null;
  /** Whether every allowed number has to be reported. */
  readonly listsAllowed: boolean;
}

/** Where workers come from. It may start them before the list is opened, and ends them. */
export interface WorkerSource {
  open(run: WorkerRun): Promise<BatchWorker>;
  close(): Promise<void>;
}

/** Judges nothing of a batch. */
export function noneJudged({ count }: RecordBatch): JudgedRows {
  return { remaining: Array.from({ length: count }, (_, row) => row), rows: [], allowed: [] };
}

/** The reference path: every row of every batch remains. */
export const REFERENCE_PATH: WorkerSource = {
  open: async () => ({
    judgesAhead: false,
    begin: async () => ({
      async *work(batches) {
        for await (const batch of batches)
          yield { batch, surveyed: allRemaining(batch), judged: noneJudged(batch) };
      },
      counts: async () => [],
    }),
  }),
  close: async () => {},
};
