/** The beginning of a file, by which its kind, encoding and dialect are known. */
import { type FileHandle, open } from 'node:fs/promises';
import { hasCode, messageOf, UserError } from '../errors.js';

/**
 * The first bytes of the file at `path`, `most` of them if it has so many, and its size in bytes. Throws a
 * `UserError` where there is no such file, it is a folder, is empty, or cannot be read.
 */
export async function readHead(
  path: string,
  displayName: string,
  most: number,
): Promise<{ readonly head: Buffer; readonly size: number }> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const stats = await file.stat();
    if (stats.isDirectory()) throw new UserError(`\`${displayName}\` is a folder; name the list inside it`);
    if (stats.size === 0) throw new UserError(`\`${displayName}\` is empty; is it the right file?`);
    const head = Buffer.alloc(Math.min(stats.size, most));
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return { head: head.subarray(0, bytesRead), size: stats.size };
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    if (hasCode(thrown, 'ENOENT')) throw new UserError(`there is no file \`${displayName}\`; check its name`);
    throw new UserError(`cannot read \`${displayName}\`: ${messageOf(thrown)}`);
  } finally {
    await file?.close();
  }
}
