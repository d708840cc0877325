/** Files of the program itself that are read while it runs: pages, presets that are found by their folder, the program of a thread. */

/** The folder of the compiled program, or of its source; everything that is put together lies in it directly. */
const ROOT = new URL('./', import.meta.url);

/** One of its files. */
export function ownFile(name: string): URL {
  return new URL(name, ROOT);
}

/** One of its folders, such as `contacts/presets`. */
export function ownFolder(name: string): URL {
  return new URL(`${name}/`, ROOT);
}
