/** Whether a file is what a receipt says was allowed: screened, unaltered, in date, and nothing else in it. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { messageOf, UserError } from '../errors.js';
import type { IsoDate } from '../screening/dates.js';
import { isDialList } from './dial-list.js';
import type { Receipt } from './receipt.js';
import { TO_CHECK } from './to-check.js';

export type FileProblem =
  /** The file is neither an output of the run nor marked as one. */
  | { readonly kind: 'not-screened' }
  /** It carries the `screening_` columns, but is not what the run wrote. */
  | { readonly kind: 'altered' }
  /** It is the list that was screened, before the screening. */
  | { readonly kind: 'unscreened-input' }
  | { readonly kind: 'holds-others'; readonly outcome: string; readonly records: number }
  | { readonly kind: 'expired'; readonly validUntil: IsoDate }
  | { readonly kind: 'replay' };

export interface FileCheck {
  /** Base name of the file. */
  readonly file: string;
  readonly problems: readonly FileProblem[];
}

/** Holds the file at `path` against the receipt, on the day `today`. Throws a `UserError` where it cannot be read. */
export async function checkFile(path: string, receipt: Receipt, today: IsoDate): Promise<FileCheck> {
  const { sha256, isMarked } = await fingerprint(path);
  const file = basename(path);
  const output = Object.entries(receipt.outputs).find(([, digest]) => digest.sha256 === sha256);
  if (output === undefined) return { file, problems: [unknownFile(sha256, isMarked, receipt)] };
  const [name, { records }] = output;
  const problems: FileProblem[] = [];
  if (name !== 'allowed.csv' && !isDialList(name) && records > 0) {
    problems.push({ kind: 'holds-others', outcome: whatIsIn(name), records });
  }
  const { valid_until, replay } = receipt.result;
  if (replay) problems.push({ kind: 'replay' });
  if (valid_until !== null && valid_until < today)
    problems.push({ kind: 'expired', validUntil: valid_until });
  return { file, problems };
}

function whatIsIn(name: string): string {
  if (name === TO_CHECK) return 'undecided';
  return name.startsWith('write-back-') ? 'opted out' : name.replace(/\.csv$/u, '');
}

function unknownFile(sha256: string, isMarked: boolean, receipt: Receipt): FileProblem {
  if (sha256 === receipt.input.sha256) return { kind: 'unscreened-input' };
  return isMarked ? { kind: 'altered' } : { kind: 'not-screened' };
}

async function fingerprint(path: string): Promise<{ sha256: string; isMarked: boolean }> {
  const hash = createHash('sha256');
  let head = '';
  try {
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk);
      if (head === '') head = String(chunk).slice(0, 65_536);
    }
  } catch (thrown) {
    throw new UserError(`cannot read \`${path}\`: ${messageOf(thrown)}`);
  }
  return { sha256: hash.digest('hex'), isMarked: head.includes('screening_verdict') };
}
