/** A worker thread, as the thread that asks it sees it. */
import { Worker } from 'node:worker_threads';
import { UserError } from '../../errors.js';
import type { FromWorker, ToWorker } from './messages.js';

interface Waiting {
  readonly resolve: (answer: FromWorker) => void;
  readonly reject: (error: Error) => void;
}

/** Answers come in the order of the questions. */
export class WorkerThread {
  private readonly worker: Worker;
  private readonly waiting: Waiting[] = [];
  private failure: Error | null = null;

  constructor(program: URL) {
    this.worker = new Worker(program);
    this.worker.on('message', (message: FromWorker) => {
      if (message.kind === 'failed') this.fail(errorOf(message));
      else this.waiting.shift()?.resolve(message);
    });
    this.worker.on('error', (error) => this.fail(error));
    this.worker.on('exit', () => this.fail(new Error('a thread of the screening ended before its time')));
  }

  ask(message: ToWorker): Promise<FromWorker> {
    const { failure } = this;
    const answer =
      failure === null
        ? new Promise<FromWorker>((resolve, reject) => this.waiting.push({ resolve, reject }))
        : Promise.reject(failure);
    // A failure is reported where the answer is needed: later, or never.
    answer.catch(() => undefined);
    this.worker.postMessage(message);
    return answer;
  }

  /** Ends the thread, and with it its connection to the store. */
  async close(): Promise<void> {
    this.worker.removeAllListeners('exit');
    await this.worker.terminate();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    for (const { reject } of this.waiting.splice(0)) reject(error);
  }
}

function errorOf({ message, stack, isUserError }: Extract<FromWorker, { kind: 'failed' }>): Error {
  if (isUserError) return new UserError(message);
  const error = new Error(message);
  if (stack !== '') error.stack = stack;
  return error;
}
