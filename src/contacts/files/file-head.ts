/** The beginning of a list, by which its kind, encoding and dialect are known. */
import { stat } from 'node:fs/promises';
import { hasCode, messageOf, UserError } from '../../errors.js';
import type { ByteSource } from './byte-source.js';

/**
 * The size in bytes of the file at `path`. Throws a `UserError` where there is no such file, it is a folder,
 * is empty, or cannot be read.
 */
export async function sizeOfFile(path: string, displayName: string): Promise<number> {
  return readable(displayName, async () => {
    const stats = await stat(path);
    if (stats.isDirectory()) throw new UserError(`\`${displayName}\` is a folder; name the list inside it`);
    if (stats.size === 0) throw new UserError(`\`${displayName}\` is empty; is it the right file?`);
    return stats.size;
  });
}

/** The first bytes of a list, `most` of them if it has so many, and whether that is all of it. */
export async function readHead(
  source: ByteSource,
  most: number,
): Promise<{ readonly head: Buffer; readonly isWhole: boolean }> {
  return readable(source.displayName, async () => {
    const parts: Buffer[] = [];
    let length = 0;
    for await (const chunk of source.chunks()) {
      parts.push(chunk);
      length += chunk.length;
      if (length > most) break;
    }
    const head = Buffer.concat(parts);
    return { head: head.subarray(0, most), isWhole: length <= most };
  });
}

async function readable<T>(displayName: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    if (hasCode(thrown, 'ENOENT')) throw new UserError(`there is no file \`${displayName}\`; check its name`);
    throw new UserError(`cannot read \`${displayName}\`: ${messageOf(thrown)}`);
  }
}
