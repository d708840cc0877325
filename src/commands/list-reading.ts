/** What every command that reads a list shares: where the list is, how it is to be read, and the map kept beside it. */
import { basename } from 'node:path';
import { readSavedMap, type SavedMap, withSavedMap, writeSavedMap } from '../contacts/columns/saved-map.js';
import { spool } from '../contacts/files/spool.js';
import type { ReadingOptions } from '../contacts/reading-options.js';
import { UserError } from '../errors.js';
import type { Given } from './command-table.js';
import { type Context, warn } from './context.js';
import { type READING, readingOptions } from './options.js';

export interface ListToRead {
  readonly path: string;
  /** How messages and the receipt name the list: its base name, or `standard input`. */
  readonly displayName: string;
  /** What was typed, over what was saved. */
  readonly reading: ReadingOptions;
  readonly savedMap: SavedMap | null;
}

/**
 * Hands the list that `contacts` names to `work`. A list from standard input is spooled first, and the spool
 * removed whatever happens. With `--save-map` the options are kept beside the list once `work` is done.
 */
export async function withList<T>(
  contacts: string,
  given: Given<typeof READING>,
  context: Context,
  work: (list: ListToRead) => Promise<T>,
): Promise<T> {
  const asked = readingOptions(given);
  if (contacts === '-') {
    if (given.saveMap) {
      throw new UserError(
        '`--save-map` keeps the map beside the list, and standard input has no place; name the file',
      );
    }
    const spooled = await spool(context.stdin);
    try {
      return await work({
        path: spooled.path,
        displayName: 'standard input',
        reading: asked,
        savedMap: null,
      });
    } finally {
      spooled.remove();
    }
  }
  const savedMap = await readSavedMap(contacts);
  const displayName = basename(contacts);
  if (savedMap !== null) warn(context, `${displayName} is read as ${savedMap.name} beside it says.`);
  const reading = savedMap === null ? asked : withSavedMap(asked, savedMap.options);
  const result = await work({ path: contacts, displayName, reading, savedMap });
  if (given.saveMap) {
    const name = await writeSavedMap(contacts, reading);
    warn(context, `The map is kept in ${name} beside the list, and found again there.`);
  }
  return result;
}
