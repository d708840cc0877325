/** Several worker threads do the work on batches. The thread that reads the list does some of it while it waits. */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { KeyFilter } from '../../contacts/key-filter.js';
import type { WorkCounts, WorkerPass, WorkerRun } from '../../judging/batch-worker.js';
import type { Ledger } from '../../ledger/look-up/ledger-look-up.js';
import { WORKER_PROGRAM } from '../../own-files.js';
import { shareRegisters } from '../../registers/look-up/register-reader.js';
import { LEDGER_INDEXES } from '../../store/ledger/ledger-entries.js';
import { currentRevision } from '../../store/revisions.js';
import { type BatchWork, rowsAlwaysRemaining, type WorkPlan } from '../batches/batch-work.js';
import { createBatchWork } from '../batches/begin-work.js';
import type { Executor } from '../batches/executor.js';
import type { WorkerSetup } from './messages.js';
import { packed } from './packed-opt-outs.js';
import { drain, InlineSlots, type PendingBatch, WorkerSlots } from './pending-batches.js';
import { WorkerThread } from './worker-thread.js';

/** Threads that a screening may use beside its own. */
export interface Threads {
  readonly count: number;
  /** The program of a worker thread, as it was built. */
  readonly program: URL;
  /** For lists of at least so many bytes; a smaller list finishes before a worker has started. */
  readonly fromBytes: number;
}

/** More gain little, since one thread reads and writes for all. */
const MOST_THREADS = 3;
const FROM_BYTES = 12 * 1024 * 1024;

function usualThreads(): Threads | null {
  const cores = availableParallelism();
  return cores < 2
    ? null
    : { count: Math.min(cores - 1, MOST_THREADS), program: WORKER_PROGRAM, fromBytes: FROM_BYTES };
}

/** Threads that were started, and load their program while the list is opened. */
interface StartedThreads {
  /**
   * null where a worker sees another revision of the store, because somebody wrote to it in between: then the workers
   * must not be used.
   */
  setUp(run: WorkerRun): Promise<Executor | null>;
  /** Ends them, and with them their connections to the store. */
  close(): Promise<void>;
}

/** Starts worker threads for the list at `path`; null where it is too small for any. */
export function startThreadsFor(
  path: string,
  threads: Threads | null = usualThreads(),
): StartedThreads | null {
  if (threads === null) return null;
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size < threads.fromBytes) return null;
  const workers = Array.from({ length: threads.count }, () => new WorkerThread(threads.program));
  return {
    async setUp(run) {
      const setup = setupOf(run);
      const revision = currentRevision(run.store);
      const answers = await Promise.all(workers.map((worker) => worker.ask({ kind: 'set-up', setup })));
      if (!answers.every((answer) => answer.kind === 'ready' && answer.revision === revision)) return null;
      return {
        keysOf: (ledger) => gatherKeys(workers, ledger),
        begin: (plan) => beginPass(workers, createBatchWork(setup, plan), plan),
      };
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

function setupOf({ store, list, reading, registers, judging }: WorkerRun): WorkerSetup {
  const { campaign, callDate, lastPlannedOn } = judging.judgement.facts;
  return {
    storePath: store.path,
    displayName: list.displayName,
    header: list.header,
    delimiter: list.delimiter,
    reading,
    campaign,
    callDate,
    lastPlannedOn,
    registers: shareRegisters(registers),
  };
}

async function gatherKeys(workers: readonly WorkerThread[], { mostEntries }: Ledger): Promise<KeyFilter> {
  const keys = KeyFilter.for(mostEntries);
  const filter = keys.share();
  const gathered = LEDGER_INDEXES.map((index, place) =>
    workers[place % workers.length]?.ask({ kind: 'gather', index, filter }),
  );
  for (const answer of await Promise.all(gathered)) {
    if (answer?.kind !== 'gathered') throw new Error('a worker gathered no keys of the ledger');
    keys.addedElsewhere(answer.keys);
  }
  return keys;
}

function beginPass(workers: readonly WorkerThread[], inline: BatchWork, plan: WorkPlan): WorkerPass {
  const { filters, judging, ...rest } = plan;
  const { reading, findings } = judging;
  const { isQuiet } = findings;
  const shared = filters && { list: filters.list.share(), ledger: filters.ledger?.share() ?? null };
  const held = filters === null || isQuiet ? null : findings.all();
  const optOuts = held && packed(held);
  for (const worker of workers)
    void worker.ask({ kind: 'begin', ...rest, reading, isQuiet, optOuts, filters: shared });
  const allSlots = [...workers.map((worker) => new WorkerSlots(worker)), new InlineSlots(inline)];

  return {
    async *work(batches, mayJudge) {
      const pending: PendingBatch[] = [];
      let records = 0;
      for await (const batch of batches) {
        const surveyFrom = plan.isSurvey ? rowsAlwaysRemaining(batch, records) : null;
        const task = { surveyFrom, judges: filters !== null && mayJudge() };
        records += batch.count;
        const { spans } = batch;
        const hasWork = task.judges || (surveyFrom !== null && surveyFrom < batch.count);
        if (spans === null || !hasWork) {
          // Nothing to hand out, and its memory is overwritten when the next batch is read.
          yield* drain(pending, pending.length);
          yield inline.do(batch, task);
          continue;
        }
        let slots = allSlots.find((found) => found.hasRoom());
        while (slots === undefined) {
          yield* drain(pending, 1);
          slots = allSlots.find((found) => found.hasRoom());
        }
        pending.push(slots.take(batch, spans, task));
      }
      yield* drain(pending, pending.length);
    },
    counts: async () => [inline.counts(), ...(await Promise.all(workers.map(countsOf)))],
  };
}

async function countsOf(worker: WorkerThread): Promise<WorkCounts> {
  const answer = await worker.ask({ kind: 'count' });
  if (answer.kind !== 'counted') throw new Error(`a worker answered \`${answer.kind}\` for its counts`);
  return answer.counts;
}
