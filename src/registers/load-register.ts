/** Loading a register copy: all of it comes into force at once, or the copy before it stays untouched. */
import { basename } from 'node:path';
import type { Clock } from '../clock.js';
import { UserError } from '../errors.js';
import type { IsoDate } from '../screening/dates.js';
import type { Store } from '../store/open-store.js';
import { directoryChecksum, type HeldBlocks, openBlocks, writeBlocks } from '../store/register-blocks.js';
import { addCopy, type Register, type RegisterCopy, readCopies } from '../store/register-copies.js';
import { withStoreErrors } from '../store/register-damage.js';
import { writeDelta } from '../store/register-deltas.js';
import { addRevision, type OverriddenGuard } from '../store/revisions.js';
import { type CopyChange, compareCopies, numbersIn } from './compare-copies.js';
import { countByCode, isSameCoverage, parseDiallingCodes } from './coverage.js';
import { acceptedBefore, type GuardFacts, type TrippedGuard, trippedGuards } from './guards.js';
import { codesOfRegions } from './numbering-regions.js';
import { type RegisterFile, readRegisterFile } from './register-file.js';
import type { RegisterLayout } from './register-layout.js';

export interface LoadRequest {
  readonly register: Register;
  readonly path: string;
  /** The file is complete to the end of this day. */
  readonly asOf: IsoDate;
  /** The dialling codes a part file covers, as the user typed them; none: the whole register. */
  readonly diallingCodes: readonly string[];
  /** The count of distinct numbers for which the user accepts what the guards saw; null: nothing is accepted. */
  readonly expectCount: number | null;
}

/** What was loaded. */
export interface LoadedCopy {
  readonly outcome: 'loaded';
  readonly revision: number;
  readonly register: Register;
  readonly asOf: IsoDate;
  readonly sha256: string;
  readonly layout: RegisterLayout;
  readonly lines: number;
  /** Distinct numbers, and records that repeat one. */
  readonly numbers: number;
  readonly duplicates: number;
  readonly diallingCodes: readonly string[];
  /** Against the copy before; null where there is none of the same coverage to compare with. */
  readonly movement: { readonly added: number; readonly removed: number } | null;
  /** Of the copy that was in force before; null for the first. */
  readonly previousAsOf: IsoDate | null;
  readonly overridden: readonly OverriddenGuard[];
}

export type LoadResult =
  | LoadedCopy
  /** The same bytes for the same day and the same coverage are in force already: nothing was changed. */
  | { readonly outcome: 'already-loaded'; readonly copy: RegisterCopy };

/**
 * Loads a full or part copy of a register into a store opened for writing, as one revision.
 *
 * Throws a `UserError`, and leaves the copy in force as it is, where the file cannot be read as a
 * register, where a guard refuses it, where it does not have the count that was expected, or where the
 * store is damaged or cannot be written.
 */
export async function loadRegister(store: Store, clock: Clock, request: LoadRequest): Promise<LoadResult> {
  const diallingCodes = parseDiallingCodes(request.diallingCodes);
  const file = await readRegisterFile(request.path);
  if (request.expectCount !== null && request.expectCount !== file.numbers) {
    throw new UserError(
      `the register file \`${request.path}\` was refused and nothing was changed: it has ${file.numbers} distinct numbers, not the ${request.expectCount} of \`--expect-count\``,
    );
  }
  // Everything that depends on the copy in force happens under the write lock: another process may have
  // loaded one while the file was read.
  const load = store.connection.transaction(() =>
    bringIntoForce(store, clock, { ...request, diallingCodes }, file),
  );
  return withStoreErrors(store, () => load.immediate());
}

function bringIntoForce(store: Store, clock: Clock, request: LoadRequest, file: RegisterFile): LoadResult {
  const { register, asOf, diallingCodes } = request;
  const { numbers, sha256, blocks } = file;
  const copies = readCopies(store, register);
  const inForce = copies.at(-1) ?? null;
  const isCompared = inForce !== null && isSameCoverage(inForce.diallingCodes, diallingCodes);
  if (isCompared && inForce.sha256 === sha256 && inForce.asOf === asOf) {
    return { outcome: 'already-loaded', copy: inForce };
  }

  const change = compareCopies(inForce === null ? NOTHING_HELD : openBlocks(store, inForce), blocks);
  // A first copy adds nothing: no earlier copy shows that its numbers were absent.
  const added = inForce === null ? [] : change.added;
  const movement = { added: numbersIn(added), removed: numbersIn(change.removed) };
  const facts: GuardFacts = {
    register,
    asOf,
    today: clock.today,
    modifiedOn: file.modifiedOn,
    numbers,
    diallingCodes,
    counts: countByCode(blocks, diallingCodes.length > 0 ? diallingCodes : codesOfRegions(register)),
    inForce,
    movement,
    sameBytesSince: firstLoadOf(copies, sha256),
  };
  const tripped = trippedGuards(facts);
  refuseUnlessAccepted(request, file, tripped);
  const overridden = [...acceptedBefore(facts), ...tripped].map(({ guard, saw }) => ({ guard, saw }));

  const revision = addRevision(store, clock, {
    kind: 'register-load',
    fileName: basename(request.path),
    fileSha256: sha256,
    counts: { lines: file.lines, numbers, duplicates: file.duplicates, ...movement },
    overridden,
  });
  const directory = directoryChecksum(register, blocks);
  const copy: RegisterCopy = {
    revision,
    register,
    asOf,
    sha256,
    numbers,
    ...movement,
    diallingCodes,
    overridden,
    blocks: blocks.length,
    directory,
  };
  write(store, copy, { ...change, added });
  return {
    outcome: 'loaded',
    revision,
    register,
    asOf,
    sha256,
    layout: file.layout,
    lines: file.lines,
    numbers,
    duplicates: file.duplicates,
    diallingCodes,
    movement: isCompared ? movement : null,
    previousAsOf: inForce?.asOf ?? null,
    overridden,
  };
}

const NOTHING_HELD: HeldBlocks = { blocks: [], read: () => undefined };

function write(store: Store, copy: RegisterCopy, change: CopyChange): void {
  addCopy(store, copy);
  writeBlocks(store, copy.register, change.changed, change.emptied);
  writeDelta(store, copy.revision, 'added', change.added);
  writeDelta(store, copy.revision, 'removed', change.removed);
  // What stands in the store now has to be what was read from the file, or nothing is kept.
  openBlocks(store, copy);
}

/** The earliest as-of day under which these very bytes were loaded; null: never. */
function firstLoadOf(copies: readonly RegisterCopy[], sha256: string): IsoDate | null {
  return copies.find((copy) => copy.sha256 === sha256)?.asOf ?? null;
}

function refuseUnlessAccepted(
  request: LoadRequest,
  file: RegisterFile,
  tripped: readonly TrippedGuard[],
): void {
  if (tripped.length === 0) return;
  const isOverridable = tripped.every(({ overridable }) => overridable);
  // A count that differs was refused before: here it is that of the file.
  if (isOverridable && request.expectCount !== null) return;
  const next = isOverridable
    ? `If you know this file to be right, \`--expect-count ${file.numbers}\` accepts exactly it`
    : 'No option lifts this: give as `--as-of` the day to the end of which the file is complete, or load a newer file';
  const saw = tripped.map((guard) => guard.saw).join('; ');
  throw new UserError(
    `the register file \`${request.path}\` was refused and nothing was changed. It has ${file.numbers} distinct numbers. Found: ${saw}. ${next}`,
  );
}
