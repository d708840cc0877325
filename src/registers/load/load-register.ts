/** Loading a register copy: all of it comes into force at once, or the copy before it stays untouched. */
import type { Clock } from '../../clock.js';
import { UserError } from '../../errors.js';
import type { IsoDate } from '../../screening/dates.js';
import type { Store } from '../../store/open-store.js';
import { openBlocks } from '../../store/registers/register-blocks.js';
import { type Register, type RegisterCopy, readCopies } from '../../store/registers/register-copies.js';
import type { OverriddenGuard } from '../../store/revisions.js';
import { type RegisterFile, readRegisterFile } from '../file/register-file.js';
import type { RegisterLayout } from '../file/register-layout.js';
import { compareCopies, firstCopy, NOTHING_HELD } from '../set/compare-copies.js';
import { countByCode, isSameCoverage, parseDiallingCodes } from '../set/coverage.js';
import { admitCopy, underWriteLock } from './admit-copy.js';
import { firstLoadOf, type LoadPlan } from './copy-plan.js';
import { codesOfRegions } from './numbering-regions.js';
import { removalsKnownTo } from './removals-known.js';

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
  return underWriteLock(store, () => loadCopy(store, clock, { ...request, diallingCodes }, file));
}

function loadCopy(store: Store, clock: Clock, request: LoadRequest, file: RegisterFile): LoadResult {
  const { register, asOf, diallingCodes, path } = request;
  const { sha256, layout, lines, numbers, duplicates } = file;
  const copies = readCopies(store, register);
  const inForce = copies.at(-1) ?? null;
  const isCompared = inForce !== null && isSameCoverage(inForce.diallingCodes, diallingCodes);
  if (isCompared && inForce.since === null && inForce.sha256 === sha256 && inForce.asOf === asOf) {
    return { outcome: 'already-loaded', copy: inForce };
  }

  const held = inForce === null ? NOTHING_HELD : openBlocks(store, inForce);
  const change = inForce === null ? firstCopy(file.blocks) : compareCopies(held, file.blocks);
  const isPart = diallingCodes.length > 0;
  const plan: LoadPlan = {
    kind: isPart ? 'part' : 'full',
    register,
    asOf,
    today: clock.today,
    modifiedOn: file.modifiedOn,
    numbers,
    diallingCodes,
    counts: countByCode(file.blocks, isPart ? diallingCodes : codesOfRegions(register)),
    inForce: inForce === null ? null : { ...inForce, removalsKnownTo: removalsKnownTo(copies) },
    movement: { added: change.added.numbers, removed: change.removed.numbers },
    sameBytesSince: firstLoadOf(copies, sha256),
  };
  const fresh = { plan, path, file, removals: null, inForce, held, change };
  const { revision, overridden } = admitCopy(store, clock, fresh, request.expectCount);
  return {
    outcome: 'loaded',
    revision,
    register,
    asOf,
    sha256,
    layout,
    lines,
    numbers,
    duplicates,
    diallingCodes,
    movement: isCompared ? plan.movement : null,
    previousAsOf: inForce?.asOf ?? null,
    overridden,
  };
}
