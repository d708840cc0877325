/** Loading a register copy: all of it comes into force at once, or the copy before it stays untouched. */
import { basename } from 'node:path';
import type { Clock } from '../../clock.js';
import { UserError } from '../../errors.js';
import type { IsoDate } from '../../screening/dates.js';
import type { Store } from '../../store/open-store.js';
import { openBlocks } from '../../store/registers/register-blocks.js';
import { type Register, type RegisterCopy, readCopies } from '../../store/registers/register-copies.js';
import { withStoreErrors } from '../../store/registers/register-damage.js';
import type { OverriddenGuard } from '../../store/revisions.js';
import { type RegisterFile, readRegisterFile } from '../file/register-file.js';
import type { RegisterLayout } from '../file/register-layout.js';
import { compareCopies, firstCopy, NOTHING_HELD } from '../set/compare-copies.js';
import { countByCode, isSameCoverage, parseDiallingCodes } from '../set/coverage.js';
import { bringIntoForce } from './bring-into-force.js';
import { acceptedBefore, type GuardFacts, type TrippedGuard, trippedGuards } from './guards.js';
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
  // Everything that depends on the copy in force happens under the write lock: another process may have
  // loaded one while the file was read.
  const load = store.connection.transaction(() =>
    loadCopy(store, clock, { ...request, diallingCodes }, file),
  );
  return withStoreErrors(store, () => load.immediate());
}

function loadCopy(store: Store, clock: Clock, request: LoadRequest, file: RegisterFile): LoadResult {
  const { register, asOf, diallingCodes } = request;
  const { numbers, sha256, blocks } = file;
  const copies = readCopies(store, register);
  const inForce = copies.at(-1) ?? null;
  const isCompared = inForce !== null && isSameCoverage(inForce.diallingCodes, diallingCodes);
  if (isCompared && inForce.since === null && inForce.sha256 === sha256 && inForce.asOf === asOf) {
    return { outcome: 'already-loaded', copy: inForce };
  }

  const held = inForce === null ? NOTHING_HELD : openBlocks(store, inForce);
  const change = inForce === null ? firstCopy(blocks) : compareCopies(held, blocks);
  const facts: GuardFacts = {
    register,
    asOf,
    today: clock.today,
    modifiedOn: file.modifiedOn,
    numbers,
    diallingCodes,
    counts: countByCode(blocks, diallingCodes.length > 0 ? diallingCodes : codesOfRegions(register)),
    inForce: inForce === null ? null : { ...inForce, removalsKnownTo: removalsKnownTo(copies) },
    movement: { added: change.added.numbers, removed: change.removed.numbers },
    sameBytesSince: firstLoadOf(copies, sha256),
  };
  const tripped = trippedGuards(facts);
  refuseUnlessAccepted(request, numbers, tripped);
  const overridden = [...acceptedBefore(facts), ...tripped].map(({ guard, saw }) => ({ guard, saw }));
  const copy = bringIntoForce(
    store,
    clock,
    {
      register,
      inForce,
      asOf,
      since: null,
      fileName: basename(request.path),
      sha256,
      removalsSha256: null,
      diallingCodes,
      overridden,
      counts: { lines: file.lines, numbers, duplicates: file.duplicates },
    },
    held,
    change,
  );
  return {
    outcome: 'loaded',
    revision: copy.revision,
    register,
    asOf,
    sha256,
    layout: file.layout,
    lines: file.lines,
    numbers,
    duplicates: file.duplicates,
    diallingCodes,
    movement: isCompared ? facts.movement : null,
    previousAsOf: inForce?.asOf ?? null,
    overridden,
  };
}

/** The earliest as-of day under which these very bytes were loaded; null: never. */
export function firstLoadOf(copies: readonly RegisterCopy[], sha256: string): IsoDate | null {
  return copies.find((copy) => copy.sha256 === sha256)?.asOf ?? null;
}

/**
 * Throws a `UserError` where a guard was tripped, unless all of them can be lifted and the count that was
 * asked for lifts them: it was compared with that of the file before.
 */
export function refuseUnlessAccepted(
  { path, expectCount }: { readonly path: string; readonly expectCount: number | null },
  numbers: number,
  tripped: readonly TrippedGuard[],
): void {
  if (tripped.length === 0) return;
  const isOverridable = tripped.every(({ overridable }) => overridable);
  if (isOverridable && expectCount !== null) return;
  const next = isOverridable
    ? `If you know this file to be right, \`--expect-count ${numbers}\` accepts exactly it`
    : (tripped.find((guard) => guard.next !== undefined)?.next ?? DAY_IS_WRONG);
  const saw = tripped.map((guard) => guard.saw).join('; ');
  throw new UserError(
    `the register file \`${path}\` was refused and nothing was changed. It has ${numbers} distinct numbers. Found: ${saw}. ${next}`,
  );
}

const DAY_IS_WRONG =
  'No option lifts this: give as `--as-of` the day to the end of which the file is complete, or load a newer file';
