/**
 * What passes between the thread that reads a list and those that do the short work on its batches: plain data,
 * with the bytes in memory that both see.
 */

import type { RecordOrigin } from '../contacts/csv/record-batch.js';
import type { SharedKeys } from '../contacts/key-filter.js';
import type { ReadingOptions } from '../contacts/reading-options.js';
import type { RecordSettings } from '../contacts/record/record-reader.js';
import type { SharedOptOuts } from '../contacts/survey/list-opt-outs.js';
import type { Skimmed } from '../contacts/survey/skimmer.js';
import type { CsvDialect } from '../outcomes/csv-file.js';
import type { SharedRegisters } from '../registers/look-up/register-reader.js';
import type { Campaign } from '../screening/campaign.js';
import type { IsoDate } from '../screening/dates.js';
import type { LedgerIndex } from '../store/ledger/ledger-entries.js';
import type { LaidBatch } from './batch-place.js';
import type { Wanted, WorkCounts } from './batch-work.js';
import type { JudgedByClass } from './plain-screening.js';

/** What a thread has to know of a run. */
export interface LaneSetup {
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
  readonly laid: LaidBatch;
  /** The cells of a sound record. */
  readonly width: number;
  readonly origin: RecordOrigin;
  readonly wanted: Wanted;
}

export type ToLane =
  /** Comes first. */
  | { readonly kind: 'set-up'; readonly setup: LaneSetup }
  /** Add the keys of the ledger that stand in this index. */
  | { readonly kind: 'gather'; readonly index: LedgerIndex; readonly filter: SharedKeys }
  | {
      readonly kind: 'begin';
      readonly isSurvey: boolean;
      readonly reading: RecordSettings;
      /** No record of the list says anything that binds. */
      readonly isQuiet: boolean;
      /** What the list says of its records; null where that is too much for every thread to hold. */
      readonly optOuts: SharedOptOuts | null;
      /** null where nothing is to be judged by class. */
      readonly filters: { readonly list: SharedKeys; readonly ledger: SharedKeys | null } | null;
      readonly dialect: CsvDialect | null;
      readonly listsAllowed: boolean;
      readonly isReplay: boolean;
    }
  | BatchMessage
  | { readonly kind: 'count' };

/** The answers, in the order of what was asked. */
export type FromLane =
  | { readonly kind: 'ready'; readonly revision: number }
  | { readonly kind: 'gathered'; readonly keys: number }
  | { readonly kind: 'begun' }
  | { readonly kind: 'worked'; readonly skimmed: Skimmed; readonly judged: JudgedByClass | null }
  | { readonly kind: 'counted'; readonly counts: WorkCounts }
  | {
      readonly kind: 'failed';
      readonly message: string;
      readonly stack: string;
      readonly isUserError: boolean;
    };
