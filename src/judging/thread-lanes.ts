/**
 * The short work on the batches of a list, done by several threads at once. The one that reads the list does some of
 * it, too, while the others have enough to do.
 */
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { KeyFilter } from '../contacts/key-filter.js';
import { batchOf, type RecordBatch } from '../contacts/record-batch.js';
import { allLeft, rowsUpTo } from '../contacts/skimmer.js';
import { type CellSpans, walkedRecords } from '../contacts/walked-records.js';
import { UserError } from '../errors.js';
import type { Ledger } from '../ledger/ledger-look-up.js';
import { BATCHES_HELD } from '../outcomes/plain-rows.js';
import { LEDGER_INDEXES } from '../store/ledger-entries.js';
import { type BatchWork, NOT_SKIMMED, type Wanted, type WorkCounts, type WorkedBatch } from './batch-work.js';
import { beginWork, type WorkPlan } from './begin-work.js';
import type { CloseJudging } from './close-judge.js';
import {
  type BatchMessage,
  BatchPlace,
  type FromLane,
  type LaneSetup,
  type ToLane,
} from './lane-messages.js';
import type { Lanes, PassLanes } from './lanes.js';

/** Threads that a screening may use beside its own. */
export interface Threads {
  readonly count: number;
  /** The program of a thread, as it was built. */
  readonly program: URL;
  /** For lists of at least so many bytes; a shorter one is done before a thread is. */
  readonly fromBytes: number;
}

/** Batches that a thread has at once: the one at hand, and what to go on with while this thread does one. */
const BATCHES_A_THREAD = 3;
/** Batches that this thread has at once. */
const OWN_BATCHES = 2;
if (Math.max(BATCHES_A_THREAD, OWN_BATCHES) > BATCHES_HELD)
  throw new RangeError('rows would be overwritten before they were written');

interface Waiting {
  readonly resolve: (answer: FromLane) => void;
  readonly reject: (error: Error) => void;
}

/** One thread. Answers come in the order of what was asked. */
class Lane {
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
        begin: (judging, plan) => beginPass(lanes, beginWork(setup, judging, plan), judging, plan),
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

function beginPass(lanes: readonly Lane[], own: BatchWork, judging: CloseJudging, plan: WorkPlan): PassLanes {
  const { reading, findings } = judging;
  const { filters, ...rest } = plan;
  const shared = filters && { list: filters.list.share(), ledger: filters.ledger?.share() ?? null };
  const optOuts = filters === null || findings.isQuiet ? null : findings.share();
  for (const lane of lanes)
    void lane.ask({ kind: 'begin', ...rest, reading, isQuiet: findings.isQuiet, optOuts, filters: shared });
  const seats = [...lanes.map((lane) => new LaneSeats(lane)), new OwnSeats(own)];

  return {
    async *work(batches, wantedOf) {
      const turns: Turn[] = [];
      let records = 0;
      for await (const batch of batches) {
        const wanted = wantedOf(batch, records);
        records += batch.count;
        const { spans } = batch;
        const isWanted = wanted.judge || (wanted.skimFrom !== null && wanted.skimFrom < batch.count);
        if (spans === null || !isWanted) {
          // It cannot wait for its turn while the next is read.
          yield* finish(turns, turns.length);
          yield leftWhole(batch, wanted);
          continue;
        }
        let seat = seats.find((found) => found.hasRoom());
        while (seat === undefined) {
          yield* finish(turns, 1);
          seat = seats.find((found) => found.hasRoom());
        }
        turns.push(seat.take(batch, spans, wanted));
      }
      yield* finish(turns, turns.length);
    },
    counts: async () => [own.counts(), ...(await Promise.all(lanes.map(countsOf)))],
  };
}

/** A batch that somebody has, or will have, done. */
interface Turn {
  /** null while it is not done. */
  done: WorkedBatch | null;
  /** Does it, where it is for this thread to do; null where another does it. */
  readonly run: (() => void) | null;
  /** Resolves once another has done it. */
  readonly isDone: Promise<void>;
  /** Its place may be used again. */
  readonly leave: () => void;
}

/** The first `count` batches in their turn. What this thread has to do it does while it would wait. */
async function* finish(turns: Turn[], count: number): AsyncGenerator<WorkedBatch> {
  for (let finished = 0; finished < count; finished += 1) {
    const [first] = turns;
    if (first === undefined) return;
    while (first.done === null) {
      const own = turns.find(({ done, run }) => done === null && run !== null);
      if (own?.run) {
        own.run();
        // Answers of the others are taken in.
        await setImmediate();
      } else await first.isDone;
    }
    turns.shift();
    yield first.done;
    first.leave();
  }
}

/** Where batches are laid down for somebody, one behind the other. */
abstract class Seats {
  private readonly places: readonly BatchPlace[];
  private taken = 0;
  private left = 0;

  constructor(count: number) {
    this.places = Array.from({ length: count }, (_, number) => new BatchPlace(number));
  }

  hasRoom(): boolean {
    return this.taken - this.left < this.places.length;
  }

  take(batch: RecordBatch, { walked, width }: CellSpans, wanted: Wanted): Turn {
    const place = this.places[this.taken % this.places.length];
    if (place === undefined) throw new Error('a batch was given to somebody who has no place for it');
    this.taken += 1;
    const { origin } = batch;
    const laid = place.lay(walked);
    // Its own memory will be that of another batch.
    const kept = batchOf(walkedRecords(place.batch(laid)), { width, places: null }, origin);
    return this.begin({ kind: 'batch', laid, width, origin, wanted }, kept, () => {
      this.left += 1;
    });
  }

  protected abstract begin(message: BatchMessage, batch: RecordBatch, leave: () => void): Turn;
}

/** The batches of another thread. */
class LaneSeats extends Seats {
  constructor(private readonly lane: Lane) {
    super(BATCHES_A_THREAD);
  }

  protected begin(message: BatchMessage, batch: RecordBatch, leave: () => void): Turn {
    const isDone = this.lane.ask(message).then((answer) => {
      if (answer.kind !== 'worked') throw new Error(`a thread answered \`${answer.kind}\` to a batch`);
      turn.done = { batch, ...answer.skimmed, judged: answer.judged };
    });
    // A failure is met in its turn.
    isDone.catch(() => undefined);
    const turn: Turn = { done: null, run: null, isDone, leave };
    return turn;
  }
}

/** The batches of this thread. */
class OwnSeats extends Seats {
  constructor(private readonly work: BatchWork) {
    super(OWN_BATCHES);
  }

  protected begin({ wanted }: BatchMessage, batch: RecordBatch, leave: () => void): Turn {
    const turn: Turn = {
      done: null,
      run: () => {
        turn.done = this.work.do(batch, wanted);
      },
      isDone: Promise.resolve(),
      leave,
    };
    return turn;
  }
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
