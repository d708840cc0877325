/** Who does the short work on the batches of a list. Whoever it is, the batches come back in the order of the list. */

import type { RecordBatch } from '../contacts/csv/record-batch.js';
import { KeyFilter } from '../contacts/key-filter.js';
import type { ListFile } from '../contacts/list/list-file.js';
import type { Ledger } from '../ledger/look-up/ledger-look-up.js';
import { LEDGER_INDEXES } from '../store/ledger/ledger-entries.js';
import type { Wanted, WorkCounts, WorkedBatch } from './batch-work.js';
import { beginWork, type WorkPlan } from './begin-work.js';
import type { CloseJudging } from './close-judge.js';

/** What is wanted of a batch, `recordsBefore` records behind the beginning of the list. */
type WantedOf = (batch: RecordBatch, recordsBefore: number) => Wanted;

/** One pass over a list. */
export interface PassLanes {
  /** The rows of each batch are overwritten once the next one was asked for. */
  work(batches: AsyncIterable<RecordBatch>, wantedOf: WantedOf): AsyncIterable<WorkedBatch>;
  /** What was counted. Ask for it behind the last batch. */
  counts(): Promise<readonly WorkCounts[]>;
}

export interface Lanes {
  /** Knows every key of an entry in force. */
  keysOf(ledger: Ledger): Promise<KeyFilter>;
  begin(judging: CloseJudging, plan: WorkPlan): PassLanes;
}

/** Does the work where it stands. */
export function ownLane(list: ListFile): Lanes {
  return {
    async keysOf(ledger) {
      const filter = KeyFilter.for(ledger.mostEntries);
      for (const index of LEDGER_INDEXES) ledger.addKeys(index, filter);
      return filter;
    },
    begin(judging, plan) {
      const work = beginWork(list, judging, plan);
      return {
        async *work(batches, wantedOf) {
          let records = 0;
          for await (const batch of batches) {
            yield work.do(batch, wantedOf(batch, records));
            records += batch.count;
          }
        },
        counts: async () => [work.counts()],
      };
    },
  };
}
