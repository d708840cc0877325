/** The folder of public test material that `RINGFENCE_CORPORA` names. Nothing of it may be printed or copied here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.RINGFENCE_CORPORA ?? '';

/** Why tests of the corpora are skipped, to stand in their names; null where the folder is named. */
export const skippedWithoutCorpora: string | null =
  folder === '' ? 'skipped: RINGFENCE_CORPORA names no folder' : null;

/** The parsed JSON of a file in the folder; null where no folder is named. */
export function readCorpus(fileName: string): unknown {
  return folder === '' ? null : JSON.parse(readFileSync(join(folder, fileName), 'utf8'));
}
