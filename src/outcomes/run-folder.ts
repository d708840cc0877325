/**
 * The folder of a run: filled under a hidden name beside its place, and published with one rename or not
 * at all.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { hasCode, messageOf, UserError } from '../errors.js';
import type { IsoDate } from '../screening/dates.js';

/** Where runs go unless `--out` names a folder. */
export const DEFAULT_PARENT = 'screened';

export interface RunFolder {
  /** Where the files are written until the folder is published. */
  readonly unfinished: string;
  /**
   * Renames the folder to its place and returns that. `around` is handed the place and the rename, so that
   * the run can be logged in one transaction with it; where the place was taken meanwhile the rename
   * throws, and `around` is called again with the next one.
   */
  publish(around: (place: string, rename: () => void) => void): string;
  /** Removes what was written. Does nothing once published. */
  discard(): void;
}

/** A marker in the hidden name; what follows it is the process that fills the folder. */
const UNFINISHED = '.unfinished-';

/**
 * Makes the hidden folder of a run, readable by its owner only. With `out` null the place is
 * `screened/<input name>-<call date>`, with `-2`, `-3` … where that is taken. Throws a `UserError` where
 * `out` is there and not empty, or the folder cannot be made.
 */
export function prepareRunFolder(out: string | null, inputName: string, callDate: IsoDate): RunFolder {
  const wanted = out ?? join(DEFAULT_PARENT, `${nameWithoutEnding(inputName)}-${callDate}`);
  const parent = dirname(wanted);
  if (out !== null) refuseUsedFolder(out);
  const unfinished = join(parent, `.${basename(wanted)}${UNFINISHED}${process.pid}`);
  try {
    mkdirSync(parent, { recursive: true, mode: 0o700 });
    removeAbandoned(parent);
    mkdirSync(unfinished, { mode: 0o700 });
  } catch (thrown) {
    throw new UserError(
      `cannot write to the folder \`${parent}\`: ${messageOf(thrown)}. Name another with \`--out\``,
    );
  }
  let isOpen = true;
  const discard = (): void => {
    if (!isOpen) return;
    isOpen = false;
    rmSync(unfinished, { recursive: true, force: true });
  };
  process.once('exit', discard);
  return {
    unfinished,
    discard,
    publish(around) {
      flushFolder(unfinished);
      for (let attempt = 1; ; attempt += 1) {
        const place = attempt === 1 ? wanted : `${wanted}-${attempt}`;
        if (out === null && existsSync(place)) continue;
        try {
          around(place, () => renameSync(unfinished, place));
        } catch (thrown) {
          if (out === null && isTaken(thrown)) continue;
          if (isTaken(thrown)) refuseUsedFolder(place);
          throw thrown;
        }
        isOpen = false;
        flushFolder(parent);
        return place;
      }
    },
  };
}

/** The name of a list without its folder and ending, as it stands in the name of a run's folder. */
export function nameWithoutEnding(inputName: string): string {
  const unpacked = inputName.replace(/\.gz$/iu, '');
  const name = basename(unpacked, extname(unpacked)).replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return name.replace(/^[.-]+/u, '') || 'list';
}

function refuseUsedFolder(out: string): void {
  if (!existsSync(out)) return;
  let entries: readonly string[];
  try {
    entries = readdirSync(out);
  } catch (thrown) {
    throw new UserError(
      `cannot write to \`${out}\`: ${hasCode(thrown, 'ENOTDIR') ? 'it is not a folder' : messageOf(thrown)}`,
    );
  }
  if (entries.length > 0) {
    throw new UserError(`the folder \`${out}\` is not empty; name a new or an empty one with \`--out\``);
  }
}

function isTaken(thrown: unknown): boolean {
  return hasCode(thrown, 'ENOTEMPTY') || hasCode(thrown, 'EEXIST');
}

/** Removes the hidden folders of runs that were killed: they hold personal data and nobody will publish them. */
function removeAbandoned(parent: string): void {
  for (const name of readdirSync(parent)) {
    const marker = name.lastIndexOf(UNFINISHED);
    if (!name.startsWith('.') || marker < 0) continue;
    const pid = Number(name.slice(marker + UNFINISHED.length));
    if (Number.isInteger(pid) && pid > 0 && (pid === process.pid || !isAlive(pid))) {
      rmSync(join(parent, name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return !hasCode(thrown, 'ESRCH');
  }
}

/** A rename survives a power cut only once the folder that names it is on disk. */
function flushFolder(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
