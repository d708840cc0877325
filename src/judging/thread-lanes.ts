/** The short work on the batches of a list, done by several threads at once. */
import { Worker } from 'node:worker_threads';
import { KeyFilter } from '../contacts/key-filter.js';
import { batchOf, type RecordBatch } from '../contacts/record-batch.js';
import { allLeft, rowsUpTo } from '../contacts/skimmer.js';
import { type CellSpans, walkedRecords } from '../contacts/walked-records.js';
import { UserError } from '../errors.js';
import type { Ledger } from '../ledger/ledger-look-up.js';
import { LEDGER_INDEXES } from '../store/ledger-entries.js';
import { NOT_SKIMMED, type Wanted, type WorkCounts, type WorkedBatch } from './batch-work.js';
import type { WorkPlan } from './begin-work.js';
import type { CloseJudging } from './close-judge.js';
import { BatchPlace, type FromLane, type LaneSetup, type ToLane } from './lane-messages.js';
import type { Lanes, PassLanes } from './lanes.js';

/** Threads that a screening may use. */
export interface Threads {
  readonly count: number;
  /** The program of a thread, as it was built. */
  readonly program: URL;
  /** For lists of at least so many bytes; a shorter one is done before a thread is. */
  readonly fromBytes: number;
}

/** Batches that a thread has at once: the one at hand and the next. */
const BATCHES_A_THREAD = 2;

interface Waiting {
  readonly resolve: (answer: FromLane) => void;
  readonly reject: (error: Error) => void;
}

/** One thread. Answers come in the order of what was asked. */
class Lane {
  readonly places = Array.from({ length: BATCHES_A_THREAD }, (_, number) => new BatchPlace(number));
  private readonly worker: Worker;
  private readonly waiting: Waiting[] = [];
  private failure: Error | null = null;

  constructor(program: URL) {
    this.worker = new Worker(program);
    this.worker.on('message', (message: FromLane) => {
      if (message.kind === 'failed') this.fail(errorOf(message));
      else this.waiting.shift()?.resolve(message);
    });
    this.worker.on('error', (error) => this.fail(error));
    this.worker.on('exit', () => this.fail(new Error('a thread of the screening ended before its time')));
  }

  /** The next answer. */
  answer(): Promise<FromLane> {
    if (this.failure !== null) return Promise.reject(this.failure);
    const answer = new Promise<FromLane>((resolve, reject) => this.waiting.push({ resolve, reject }));
    // A failure is met where the answer is needed, and that may be later.
    answer.catch(() => undefined);
    return answer;
  }

  ask(message: ToLane): Promise<FromLane> {
    const answer = this.answer();
    this.worker.postMessage(message);
    return answer;
  }

  async close(): Promise<void> {
    this.worker.removeAllListeners('exit');
    await this.worker.terminate();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    for (const { reject } of this.waiting.splice(0)) reject(error);
  }
}

/** Threads that were started, and load their program while the list is opened. */
export interface StartedThreads {
  /**
   * Sets them up for a list that is judged against this revision of the store. null where one of them sees another,
   * since somebody wrote to it meanwhile: then nothing may be asked of them.
   */
  setUp(setup: LaneSetup, revision: number): Promise<Lanes | null>;
  /** Ends them. Their connections to the store are closed then. */
  close(): Promise<void>;
}

export function startThreads({ count, program }: Threads): StartedThreads {
  const lanes = Array.from({ length: count }, () => new Lane(program));
  return {
    async setUp(setup, revision) {
      const answers = await Promise.all(lanes.map((lane) => lane.ask({ kind: 'set-up', setup })));
      if (!answers.every((answer) => answer.kind === 'ready' && answer.revision === revision)) return null;
      return {
        keysOf: (ledger) => gatherKeys(lanes, ledger),
        begin: (judging, plan) => beginPass(lanes, judging, plan),
      };
    },
    async close() {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

async function gatherKeys(lanes: readonly Lane[], { mostEntries }: Ledger): Promise<KeyFilter> {
  const keys = KeyFilter.for(mostEntries);
  const filter = keys.share();
  const gathered = LEDGER_INDEXES.map((index, place) =>
    lanes[place % lanes.length]?.ask({ kind: 'gather', index, filter }),
  );
  for (const answer of await Promise.all(gathered)) {
    if (answer?.kind !== 'gathered') throw new Error('a thread gathered no keys of the ledger');
    keys.addedElsewhere(answer.keys);
  }
  return keys;
}

function beginPass(lanes: readonly Lane[], judging: CloseJudging, plan: WorkPlan): PassLanes {
  const { reading, findings } = judging;
  const { filters, ...rest } = plan;
  const shared = filters && { list: filters.list.share(), ledger: filters.ledger?.share() ?? null };
  const optOuts = filters === null || findings.isQuiet ? null : findings.share();
  for (const lane of lanes)
    void lane.ask({ kind: 'begin', ...rest, reading, isQuiet: findings.isQuiet, optOuts, filters: shared });
  let handedOut = 0;

  const start = async (
    batch: RecordBatch,
    { walked, width }: CellSpans,
    wanted: Wanted,
  ): Promise<WorkedBatch> => {
    const lane = lanes[handedOut % lanes.length];
    const place = lane?.places[Math.floor(handedOut / lanes.length) % BATCHES_A_THREAD];
    if (lane === undefined || place === undefined) throw new Error('there is no thread');
    handedOut += 1;
    const { origin } = batch;
    const laid = place.lay(walked);
    const answer = await lane.ask({ kind: 'batch', laid, width, origin, wanted });
    if (answer.kind !== 'worked') throw new Error(`a thread answered \`${answer.kind}\` to a batch`);
    // Its own memory is that of another batch by now.
    const kept = batchOf(walkedRecords(place.batch(laid)), { width, places: null }, origin);
    return { batch: kept, ...answer.skimmed, judged: answer.judged };
  };

  return {
    async *work(batches, wantedOf) {
      const underWay: Promise<WorkedBatch>[] = [];
      let records = 0;
      for await (const batch of batches) {
        const wanted = wantedOf(batch, records);
        records += batch.count;
        const { spans } = batch;
        const isWanted = wanted.judge || (wanted.skimFrom !== null && wanted.skimFrom < batch.count);
        if (spans === null || !isWanted) {
          // It cannot wait for its turn while the next is read.
          for (const before of underWay.splice(0)) yield await before;
          yield leftWhole(batch, wanted);
          continue;
        }
        const first = underWay.length < lanes.length * BATCHES_A_THREAD ? undefined : underWay.shift();
        if (first !== undefined) yield await first;
        const started = start(batch, spans, wanted);
        // A failure is met in its turn.
        started.catch(() => undefined);
        underWay.push(started);
      }
      for (const left of underWay) yield await left;
    },
    counts: () => Promise.all(lanes.map(countsOf)),
  };
}

async function countsOf(lane: Lane): Promise<WorkCounts> {
  const answer = await lane.ask({ kind: 'count' });
  if (answer.kind !== 'counted') throw new Error(`a thread answered \`${answer.kind}\` for its counts`);
  return answer.counts;
}

/** What no thread can tell is left, all of it. */
function leftWhole(batch: RecordBatch, { skimFrom, judge }: Wanted): WorkedBatch {
  const skimmed = skimFrom === null ? NOT_SKIMMED : allLeft(batch);
  return { batch, ...skimmed, judged: judge ? { left: rowsUpTo(batch.count), rows: [] } : null };
}

function errorOf({ message, stack, isUserError }: Extract<FromLane, { kind: 'failed' }>): Error {
  if (isUserError) return new UserError(message);
  const error = new Error(message);
  if (stack !== '') error.stack = stack;
  return error;
}
