/** The work of one worker on one batch. It depends on no other batch, so that several workers can share a list. */
import type { RecordBatch } from '../../contacts/csv/record-batch.js';
import { allRemaining, type Prefiltered } from '../../contacts/survey/prefilter.js';
import {
  type JudgedRows,
  noneJudged,
  type WorkCounts,
  type WorkedBatch,
} from '../../judging/batch-worker.js';
import type { RecordJudging } from '../../judging/record-judge.js';
import type { CsvDialect } from '../../outcomes/csv-file.js';
import { createTally } from '../../screening/verdict/tally.js';
import type { CellTable } from '../cells/cell-table.js';
import type { MemoisedJudge } from '../judging/memoised-judge.js';
import type { RecordFilters } from '../judging/plain-records.js';
import type { PrefilteredRecords } from '../survey/prefiltered-records.js';

/** What is to be done in a pass. */
export interface WorkPlan {
  readonly isSurvey: boolean;
  readonly judging: RecordJudging;
  /** null: nothing is judged. */
  readonly filters: RecordFilters | null;
  /** How rows are written; null where none are. */
  readonly dialect: CsvDialect | null;
  /** Whether every allowed number has to be reported. */
  readonly listsAllowed: boolean;
  readonly isReplay: boolean;
}

/** What to do with a batch. */
export interface BatchTask {
  /** Prefilter from this row on; null: not at all. */
  readonly surveyFrom: number | null;
  readonly judges: boolean;
}

const NOT_SURVEYED: Prefiltered = { remaining: [], flagged: [], dated: [] };

/** The survey looks at so many records at the start of a list whatever they hold: one may be a second header. */
const ALWAYS_SURVEYED = 2;

/** How many of the first rows of a batch the survey looks at whatever they hold; `recordsBefore` precede the batch. */
export function rowsAlwaysRemaining(batch: RecordBatch, recordsBefore: number): number {
  // The name of a file may opt out every record in it.
  if (batch.origin.optOuts.length > 0) return batch.count;
  return Math.min(batch.count, Math.max(0, ALWAYS_SURVEYED - recordsBefore));
}

export class BatchWork {
  /** null: every record remains. `cells` is what both look at. */
  constructor(
    private readonly cells: CellTable,
    private readonly prefilter: PrefilteredRecords | null,
    private readonly memo: MemoisedJudge | null,
  ) {}

  /** The rows of the result are overwritten after `BATCHES_HELD` further batches. */
  do(batch: RecordBatch, { surveyFrom, judges }: BatchTask): WorkedBatch {
    if (batch.spans !== null) this.cells.begin(batch.spans, batch.count);
    const surveyed =
      surveyFrom === null
        ? NOT_SURVEYED
        : (this.prefilter?.prefilter(batch, surveyFrom) ?? allRemaining(batch));
    return { batch, surveyed, judged: judges ? this.judge(batch) : noneJudged(batch) };
  }

  counts(): WorkCounts {
    const tally = createTally();
    this.memo?.count(tally);
    return { surveyed: this.prefilter?.counts() ?? null, tallied: tally.result() };
  }

  private judge(batch: RecordBatch): JudgedRows {
    const { spans, origin } = batch;
    // The name of a file may opt out every record in it, and one file among several is named in its rows.
    const isOrdinary = origin.optOuts.length === 0 && origin.name === null;
    return this.memo !== null && spans !== null && isOrdinary
      ? this.memo.judgeBatch(batch, spans)
      : noneJudged(batch);
  }
}
