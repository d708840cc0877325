/**
 * What the short ways do with a batch of records: look it over for the survey, judge by class what is plain, and
 * write the rows of that. What is left is for whoever goes on with the batch. Nothing here depends on other
 * batches, so that several threads may each do some of them.
 */

import type { RecordBatch } from '../contacts/csv/record-batch.js';
import type { DullRecords } from '../contacts/fast/dull-records.js';
import {
  allLeft,
  type DullCounts,
  rowsUpTo,
  type Skimmed,
  type SkimmedBatch,
} from '../contacts/survey/skimmer.js';
import { createTally, type Tallied } from '../screening/verdict/tally.js';
import type { JudgedByClass, PlainScreening } from './plain-screening.js';

/** What to do with a batch. */
export interface Wanted {
  /** To look it over, from this row on; null: not at all. */
  readonly skimFrom: number | null;
  readonly judge: boolean;
}

export interface WorkedBatch extends SkimmedBatch {
  /** null where it was not wanted. */
  readonly judged: JudgedByClass | null;
}

/** What was counted over all batches. */
export interface WorkCounts {
  readonly dull: DullCounts | null;
  /** Of the records judged by class; the records themselves are not counted. */
  readonly tallied: Tallied;
}

/** What is judged by class of a batch of which every record has to be judged closely. */
export function noneByClass({ count }: RecordBatch): JudgedByClass {
  return { left: rowsUpTo(count), rows: [], allowed: [] };
}

/** A batch that was not to be looked over. */
const NOT_SKIMMED: Skimmed = { left: [], flagged: [], dated: [] };

export class BatchWork {
  /** null: every record is left. */
  constructor(
    private readonly dull: DullRecords | null,
    private readonly plain: PlainScreening | null,
  ) {}

  /** How long the rows of the result stand, `BATCHES_HELD` says. */
  do(batch: RecordBatch, { skimFrom, judge }: Wanted): WorkedBatch {
    const skimmed = skimFrom === null ? NOT_SKIMMED : (this.dull?.skim(batch, skimFrom) ?? allLeft(batch));
    return { batch, ...skimmed, judged: judge ? this.judge(batch) : null };
  }

  counts(): WorkCounts {
    const tally = createTally();
    this.plain?.count(tally);
    return { dull: this.dull?.counts() ?? null, tallied: tally.result() };
  }

  private judge(batch: RecordBatch): JudgedByClass {
    const { spans, origin } = batch;
    // Every record of a file may be opted out by its name, and a file among others is named in its rows.
    const isOrdinary = origin.optOuts.length === 0 && origin.name === null;
    return this.plain !== null && spans !== null && isOrdinary
      ? this.plain.screen(batch, spans)
      : noneByClass(batch);
  }
}
