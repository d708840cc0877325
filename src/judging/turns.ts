/**
 * Batches that were laid down for somebody to do, and come back in their turn. Some are for this thread itself,
 * which does them while it would wait for the others.
 */
import { setImmediate } from 'node:timers/promises';
import { batchOf, type RecordBatch } from '../contacts/csv/record-batch.js';
import { type CellSpans, walkedRecords } from '../contacts/csv/walked-records.js';
import { BATCHES_HELD } from '../outcomes/plain-rows.js';
import { BatchPlace } from './batch-place.js';
import type { BatchWork, Wanted, WorkedBatch } from './batch-work.js';
import type { Lane } from './lane.js';
import type { BatchMessage } from './lane-messages.js';

/** Batches that a thread has at once: the one at hand, and what to go on with while this thread does one. */
const BATCHES_A_THREAD = 3;
/** Batches that this thread has at once. */
const OWN_BATCHES = 2;
if (Math.max(BATCHES_A_THREAD, OWN_BATCHES) > BATCHES_HELD)
  throw new RangeError('rows would be overwritten before they were written');

/** A batch that somebody has, or will have, done. */
export interface Turn {
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
export async function* finish(turns: Turn[], count: number): AsyncGenerator<WorkedBatch> {
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
export abstract class Seats {
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
export class LaneSeats extends Seats {
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
export class OwnSeats extends Seats {
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
