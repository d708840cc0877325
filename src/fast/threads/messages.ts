/** What passes between the thread that reads a list and its workers: plain data, and memory that both see. */
import type { RecordOrigin } from '../../contacts/csv/record-batch.js';
import type { SharedKeys } from '../../contacts/key-filter.js';
import type { ReadingOptions } from '../../contacts/reading-options.js';
import type { RecordSettings } from '../../contacts/record/record-reader.js';
import type { Prefiltered } from '../../contacts/survey/prefilter.js';
import type { JudgedRows, WorkCounts } from '../../judging/batch-worker.js';
import type { SharedRegisters } from '../../registers/look-up/register-reader.js';
import type { Campaign } from '../../screening/campaign.js';
import type { IsoDate } from '../../screening/dates.js';
import type { LedgerIndex } from '../../store/ledger/ledger-entries.js';
import type { BatchTask, WorkPlan } from '../batches/batch-work.js';
import type { PackedOptOuts } from './packed-opt-outs.js';
import type { PublishedBatch } from './shared-buffer.js';

/** What a worker has to know of a run. */
export interface WorkerSetup {
  readonly storePath: string;
  readonly displayName: string;
  readonly header: readonly string[];
  readonly delimiter: string;
  readonly reading: ReadingOptions;
  readonly campaign: Campaign;
  readonly callDate: IsoDate;
  readonly lastPlannedOn: IsoDate | null;
  /** The memory of the registers; null for one of which no copy is held. */
  readonly registers: SharedRegisters;
}

export interface BatchMessage {
  readonly kind: 'batch';
  readonly published: PublishedBatch;
  /** The cells of a sound record. */
  readonly width: number;
  readonly origin: RecordOrigin;
  readonly task: BatchTask;
}

export interface BeginMessage extends Omit<WorkPlan, 'judging' | 'filters'> {
  readonly kind: 'begin';
  readonly reading: RecordSettings;
  /** No record of the list says anything that binds another. */
  readonly isQuiet: boolean;
  /** What the list says of its records; null where that is too much for every worker to hold. */
  readonly optOuts: PackedOptOuts | null;
  /** null: nothing is judged. */
  readonly filters: { readonly list: SharedKeys; readonly ledger: SharedKeys | null } | null;
}

export type ToWorker =
  /** Comes first. */
  | { readonly kind: 'set-up'; readonly setup: WorkerSetup }
  /** Adds the keys of the ledger in this index. */
  | { readonly kind: 'gather'; readonly index: LedgerIndex; readonly filter: SharedKeys }
  | BeginMessage
  | BatchMessage
  | { readonly kind: 'count' };

/** The answers, in the order of the questions. */
export type FromWorker =
  | { readonly kind: 'ready'; readonly revision: number }
  | { readonly kind: 'gathered'; readonly keys: number }
  | { readonly kind: 'begun' }
  | { readonly kind: 'worked'; readonly surveyed: Prefiltered; readonly judged: JudgedRows }
  | { readonly kind: 'counted'; readonly counts: WorkCounts }
  | {
      readonly kind: 'failed';
      readonly message: string;
      readonly stack: string;
      readonly isUserError: boolean;
    };
