/** Standard input is read twice like any list, so it is kept for the length of the run, for its owner's eyes only. */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface Spooled {
  readonly path: string;
  remove(): void;
}

/** Copies `input` to a temporary file that only its owner can read, in a folder of its own. */
export async function spool(input: Readable): Promise<Spooled> {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const path = join(folder, 'standard-input.csv');
  try {
    await pipeline(input, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (thrown) {
    remove();
    throw thrown;
  }
  return { path, remove };
}
