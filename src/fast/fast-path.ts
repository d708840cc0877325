/**
 * The fast path: reads records from their bytes, and judges them by a memo of those that were judged before.
 *
 * It refuses, and so leaves to the reference path: a record that is damaged; a cell that is not written plainly (see
 * `contacts/cells/plain-cells.ts`); a record about which list or ledger hold something that cannot be asked here; every
 * record of a letter or direct message, beside results of a service, or where rows are not written as the list was.
 * `RINGFENCE_REFERENCE=1` turns all of it off.
 */
import type { ListFile } from '../contacts/list/list-file.js';
import { reachesByNumber } from '../contacts/record/contact-points.js';
import type { BatchWorker, WorkerRun, WorkerSource } from '../judging/batch-worker.js';
import type { RecordJudging } from '../judging/record-judge.js';
import { type Executor, inlineExecutor } from './batches/executor.js';
import { canWriteRows } from './rows/plain-rows.js';
import { startThreadsFor, type Threads } from './threads/thread-executor.js';

export type { Threads };

/** `threads`: omit for the default; null: none. */
export function startFastPath(path: string, threads?: Threads | null): WorkerSource {
  const started = startThreadsFor(path, threads);
  return {
    async open(run) {
      const executor = (await started?.setUp(run)) ?? inlineExecutor(run.list);
      return workerOf(run, executor);
    },
    close: async () => started?.close(),
  };
}

function workerOf(
  { list, judging: { ledger }, judging, output, isReplay }: WorkerRun,
  executor: Executor,
): BatchWorker {
  const dialect = output?.dialect ?? null;
  const isWritable = output === null || (dialect !== null && canWriteRows(dialect));
  const judgesAhead = isWritable && hasMemo(list, judging);
  const gathering = judgesAhead && !ledger.isEmpty ? executor.keysOf(ledger) : null;
  // A failure is reported where the keys are needed.
  gathering?.catch(() => undefined);
  return {
    judgesAhead,
    async begin({ isSurvey, judging: ofPass }) {
      const ledgerKeys = await gathering;
      return executor.begin({
        isSurvey,
        judging: ofPass,
        filters: judgesAhead ? { list: ofPass.findings.keys, canAskList: true, ledger: ledgerKeys } : null,
        dialect: isWritable ? dialect : null,
        listsAllowed: output?.listsAllowed ?? false,
        isReplay,
      });
    },
  };
}

/** A ledger much larger than the list is asked record by record. */
const ENTRIES_A_RECORD = 20;
/** No record with a key is shorter, in bytes. */
const SHORTEST_RECORD = 20;

/** Whether verdicts of the list may be remembered: of letters and direct messages none are. */
function hasMemo({ sizeInBytes }: ListFile, { judgement, listings, ledger }: RecordJudging): boolean {
  const { channel } = judgement.facts.campaign;
  return (
    (reachesByNumber(channel) || channel === 'email') &&
    !listings.hasResults &&
    ledger.mostEntries * SHORTEST_RECORD <= sizeInBytes * ENTRIES_A_RECORD
  );
}
