/**
 * Batches that were handed out, and are released in list order. Some are for the thread that reads the list, which
 * does them while it would wait for the workers.
 */
import { setImmediate } from 'node:timers/promises';
import { batchOf, type RecordBatch } from '../../contacts/csv/record-batch.js';
import { type CellSpans, recordsFromSpans } from '../../contacts/csv/token-spans.js';
import type { WorkedBatch } from '../../judging/batch-worker.js';
import type { BatchTask, BatchWork } from '../batches/batch-work.js';
import { BATCHES_HELD } from '../rows/plain-rows.js';
import type { BatchMessage } from './messages.js';
import { SharedBuffer } from './shared-buffer.js';
import type { WorkerThread } from './worker-thread.js';

/** The batch that a worker is at, and the next ones while the reading thread does one itself. */
const SLOTS_A_WORKER = 3;
const INLINE_SLOTS = 2;
if (Math.max(SLOTS_A_WORKER, INLINE_SLOTS) > BATCHES_HELD)
  throw new RangeError('rows would be overwritten before they were written');

export interface PendingBatch {
  /** null until it is done. */
  done: WorkedBatch | null;
  /** Does an inline batch; null for a batch of a worker. */
  readonly run: (() => void) | null;
  /** Resolves once a worker has done it. */
  readonly isDone: Promise<void>;
  /** Frees its slot. */
  readonly release: () => void;
}

/** Yields the first `count` batches in order. Inline batches are done while a worker is waited for. */
export async function* drain(pending: PendingBatch[], count: number): AsyncGenerator<WorkedBatch> {
  for (let drained = 0; drained < count; drained += 1) {
    const [first] = pending;
    if (first === undefined) return;
    while (first.done === null) {
      const inline = pending.find(({ done, run }) => done === null && run !== null);
      if (inline?.run) {
        inline.run();
        // Lets the answers of the workers in.
        await setImmediate();
      } else await first.isDone;
    }
    pending.shift();
    yield first.done;
    first.release();
  }
}

/** The slots of one worker: a buffer each, used in turn. */
export abstract class Slots {
  private readonly buffers: readonly SharedBuffer[];
  private taken = 0;
  private released = 0;

  constructor(count: number) {
    this.buffers = Array.from({ length: count }, (_, number) => new SharedBuffer(number));
  }

  hasRoom(): boolean {
    return this.taken - this.released < this.buffers.length;
  }

  take(batch: RecordBatch, { tokens, width }: CellSpans, task: BatchTask): PendingBatch {
    const buffer = this.buffers[this.taken % this.buffers.length];
    if (buffer === undefined) throw new Error('a batch was handed to a worker without a free slot');
    this.taken += 1;
    const { origin } = batch;
    const published = buffer.publish(tokens);
    // The memory of the batch itself is used again for the next one.
    const kept = batchOf(recordsFromSpans(buffer.read(published)), { width, places: null }, origin);
    return this.begin({ kind: 'batch', published, width, origin, task }, kept, () => {
      this.released += 1;
    });
  }

  protected abstract begin(message: BatchMessage, batch: RecordBatch, release: () => void): PendingBatch;
}

export class WorkerSlots extends Slots {
  constructor(private readonly worker: WorkerThread) {
    super(SLOTS_A_WORKER);
  }

  protected begin(message: BatchMessage, batch: RecordBatch, release: () => void): PendingBatch {
    const isDone = this.worker.ask(message).then((answer) => {
      if (answer.kind !== 'worked') throw new Error(`a worker answered \`${answer.kind}\` to a batch`);
      pending.done = { batch, surveyed: answer.surveyed, judged: answer.judged };
    });
    // A failure is reported in its turn.
    isDone.catch(() => undefined);
    const pending: PendingBatch = { done: null, run: null, isDone, release };
    return pending;
  }
}

export class InlineSlots extends Slots {
  constructor(private readonly work: BatchWork) {
    super(INLINE_SLOTS);
  }

  protected begin({ task }: BatchMessage, batch: RecordBatch, release: () => void): PendingBatch {
    const pending: PendingBatch = {
      done: null,
      run: () => {
        pending.done = this.work.do(batch, task);
      },
      isDone: Promise.resolve(),
      release,
    };
    return pending;
  }
}
