/** What is held of each register: data for `register status`, receipts and summaries. No words here. */
import { daysBetween, type IsoDate } from '../../screening/dates.js';
import { isStale, REGISTER_MAXIMUM_AGE } from '../../screening/law.js';
import type { Store } from '../../store/open-store.js';
import { checkBlocks } from '../../store/registers/register-blocks.js';
import {
  REGISTERS,
  type Register,
  type RegisterCopy,
  readCopies,
  readLoad,
} from '../../store/registers/register-copies.js';
import { readDelta } from '../../store/registers/register-deltas.js';
import { countAnswers, type ResultsFile, readResultsFiles } from '../../store/registers/register-results.js';
import type { OverriddenGuard } from '../../store/revisions.js';
import { removalsKnownTo } from '../load/removals-known.js';
import { isSameCoverage } from '../set/coverage.js';

/** One copy that is or was in force. */
export interface CopyStatus {
  readonly revision: number;
  readonly asOf: IsoDate;
  /** Of an update with a "changes since" file: the day after whose end it begins; null: a full or part copy was loaded. */
  readonly since: IsoDate | null;
  /** Whether it was told which numbers left the register: by a full copy, or by removals that came with the update. */
  readonly hasRemovals: boolean;
  /** The day of the load, in Europe/London. */
  readonly loadedOn: IsoDate;
  /** Base name of the file. */
  readonly fileName: string | null;
  readonly sha256: string;
  /** Distinct numbers. */
  readonly count: number;
  /** The dialling codes it covers; none: the whole register. */
  readonly diallingCodes: readonly string[];
  /** Against the copy before; null where there is none of the same coverage to compare with. */
  readonly movement: { readonly since: IsoDate; readonly added: number; readonly removed: number } | null;
  /** What the guards saw and a person accepted. */
  readonly overridden: readonly OverriddenGuard[];
}

/** The copy in force, as it stands on the day asked about. */
export interface CurrentCopy extends CopyStatus {
  readonly ageInDays: number;
  /** Days until its last usable day, on which it is 27 days old; 0 on that day, negative once it is stale. */
  readonly daysLeft: number;
  /** Whether it is too old to clear a number. */
  readonly isStale: boolean;
  /** What left the register after the end of this day is still held as listed; the as-of day where nothing is. */
  readonly removalsKnownTo: IsoDate;
}

export interface RegisterStatus {
  readonly register: Register;
  /** null: no copy was ever loaded, which is worse than a stale one. */
  readonly current: CurrentCopy | null;
  /** Every copy that was ever loaded or updated, the newest first. */
  readonly history: readonly CopyStatus[];
  /** What screening services answered for it, the newest check first. */
  readonly results: readonly ResultsStatus[];
}

/** A result file of a screening service, as it stands on the day asked about. */
export interface ResultsStatus {
  readonly revision: number;
  readonly provider: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly checkedOn: IsoDate;
  readonly ageInDays: number;
  /** Days until the last on which it can clear a number, as for a copy. */
  readonly daysLeft: number;
  /** Distinct numbers that it answers for, on whichever register. */
  readonly numbers: number;
  /** What a person accepted of it. */
  readonly overridden: readonly OverriddenGuard[];
  /** The revision that took it back; null: it stands. */
  readonly retractedBy: number | null;
}

/**
 * The standing of every register on the day `on`. Reads all that is held of each, and throws a `UserError`
 * where any of it is damaged: a status that counted a copy whose blocks are lost would be a comfort nobody
 * can rely on.
 */
export function registerStatus(store: Store, on: IsoDate): readonly RegisterStatus[] {
  const files = readResultsFiles(store);
  return REGISTERS.map((register) => ({
    ...copyStandings(store, register, on),
    results: files
      .filter(({ registers }) => registers.includes(register))
      .map((file) => resultsStatus(store, file, on))
      .sort((one, other) => (one.checkedOn < other.checkedOn ? 1 : -1)),
  }));
}

function resultsStatus(store: Store, file: ResultsFile, on: IsoDate): ResultsStatus {
  const { revision, provider, fileName, sha256, checkedOn, overridden, retractedBy } = file;
  const ageInDays = daysBetween(checkedOn, on);
  return {
    revision,
    provider,
    fileName,
    sha256,
    checkedOn,
    ageInDays,
    daysLeft: REGISTER_MAXIMUM_AGE.value - ageInDays,
    numbers: countAnswers(store, revision).numbers,
    overridden,
    retractedBy,
  };
}

function copyStandings(store: Store, register: Register, on: IsoDate): Omit<RegisterStatus, 'results'> {
  const copies = readCopies(store, register);
  const history = copies.map((copy, index) => copyStatus(store, copy, copies[index - 1])).toReversed();
  const inForce = copies.at(-1);
  const newest = history[0];
  if (inForce === undefined || newest === undefined) return { register, current: null, history };
  checkCopies(store, copies, inForce);
  const ageInDays = daysBetween(inForce.asOf, on);
  const daysLeft = REGISTER_MAXIMUM_AGE.value - ageInDays;
  return {
    register,
    current: {
      ...newest,
      ageInDays,
      daysLeft,
      isStale: isStale(inForce.asOf, on),
      removalsKnownTo: removalsKnownTo(copies) ?? inForce.asOf,
    },
    history,
  };
}

/** Throws a `UserError` unless every row and every movement is what was written. */
function checkCopies(store: Store, copies: readonly RegisterCopy[], inForce: RegisterCopy): void {
  checkBlocks(store, inForce);
  for (const copy of copies) {
    readDelta(store, copy, 'added');
    readDelta(store, copy, 'removed');
  }
}

function copyStatus(store: Store, copy: RegisterCopy, before: RegisterCopy | undefined): CopyStatus {
  const isCompared = before !== undefined && isSameCoverage(before.diallingCodes, copy.diallingCodes);
  return {
    revision: copy.revision,
    asOf: copy.asOf,
    since: copy.since,
    hasRemovals: copy.since === null || copy.removalsSha256 !== null,
    ...readLoad(store, copy),
    sha256: copy.sha256,
    count: copy.numbers,
    diallingCodes: copy.diallingCodes,
    movement: isCompared ? { since: before.asOf, added: copy.added, removed: copy.removed } : null,
    overridden: copy.overridden,
  };
}
