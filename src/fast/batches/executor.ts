/** Who does the work on batches: the thread that reads the list, or several. The batches come back in list order. */
import { KeyFilter } from '../../contacts/key-filter.js';
import type { WorkerPass } from '../../judging/batch-worker.js';
import type { Ledger } from '../../ledger/look-up/ledger-look-up.js';
import { LEDGER_INDEXES } from '../../store/ledger/ledger-entries.js';
import { rowsAlwaysRemaining, type WorkPlan } from './batch-work.js';
import { createBatchWork, type ListForm } from './begin-work.js';

export interface Executor {
  /** A filter of every key of an entry in force. */
  keysOf(ledger: Ledger): Promise<KeyFilter>;
  begin(plan: WorkPlan): WorkerPass;
}

/** Does the work inline, in the thread that reads the list. */
export function inlineExecutor(list: ListForm): Executor {
  return {
    async keysOf(ledger) {
      const filter = KeyFilter.for(ledger.mostEntries);
      for (const index of LEDGER_INDEXES) ledger.addKeys(index, filter);
      return filter;
    },
    begin(plan) {
      const work = createBatchWork(list, plan);
      return {
        async *work(batches, mayJudge) {
          let records = 0;
          for await (const batch of batches) {
            const surveyFrom = plan.isSurvey ? rowsAlwaysRemaining(batch, records) : null;
            yield work.do(batch, { surveyFrom, judges: plan.filters !== null && mayJudge() });
            records += batch.count;
          }
        },
        counts: async () => [work.counts()],
      };
    },
  };
}
