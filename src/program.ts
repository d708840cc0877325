/**
 * What the files of `bin/` start: a command, or a thread of a long screening. The build puts everything together
 * into one file from here.
 */
export { run } from './cli.js';

/** Begins the work of a thread, which answers the one that started it for as long as that asks. */
export async function startLane(): Promise<void> {
  await import('./judging/lane-thread.js');
}
