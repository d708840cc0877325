/**
 * What the files of `bin/` start: a command, or a thread of a long screening. The build puts everything together
 * into one file from here.
 */
export { run } from './cli.js';

/** Starts the program of a worker thread, which answers the thread that started it. */
export async function startWorker(): Promise<void> {
  await import('./fast/threads/worker-program.js');
}
