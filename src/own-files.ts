/** Files of ringfence itself that are read while it runs: pages, systems found by their folder, the program of a worker. */

/** The folder of the compiled program, or of its source; the program that is put together lies in the former directly. */
const ROOT = new URL('./', import.meta.url);

/** The program of a worker thread, which stands beside that folder. */
export const WORKER_PROGRAM = new URL('../bin/worker.js', ROOT);

/** One of its folders, such as `systems`. */
export function ownFolder(name: string): URL {
  return new URL(`${name}/`, ROOT);
}
