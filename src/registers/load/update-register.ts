/** Updating a register copy from a "changes since" file: what it adds, and what leaves only where that is given. */
import type { Clock } from '../../clock.js';
import { UserError } from '../../errors.js';
import { earliest, type IsoDate } from '../../screening/dates.js';
import type { Store } from '../../store/open-store.js';
import {
  blockCounts,
  type HeldBlocks,
  openBlocks,
  type PackedBlock,
} from '../../store/registers/register-blocks.js';
import { type Register, type RegisterCopy, readCopies } from '../../store/registers/register-copies.js';
import type { OverriddenGuard } from '../../store/revisions.js';
import { type RegisterFile, readRegisterFile } from '../file/register-file.js';
import { applyChanges, countShared } from '../set/compare-copies.js';
import { countByCode } from '../set/coverage.js';
import { admitCopy, underWriteLock } from './admit-copy.js';
import { firstLoadOf, type UpdatePlan } from './copy-plan.js';
import { codesOfRegions } from './numbering-regions.js';
import { removalsKnownTo } from './removals-known.js';

export interface UpdateRequest {
  readonly register: Register;
  /** The numbers that came to the register. */
  readonly path: string;
  /** The file holds what changed after the end of this day. */
  readonly since: IsoDate;
  /** The file is complete to the end of this day. */
  readonly asOf: IsoDate;
  /** The numbers that left the register; null: not known. */
  readonly removalsPath: string | null;
  /** The count of distinct numbers, of removals too, for which the user accepts what the guards saw; null: nothing is accepted. */
  readonly expectCount: number | null;
}

/** What was updated. */
export interface UpdatedCopy {
  readonly outcome: 'updated';
  readonly revision: number;
  readonly register: Register;
  readonly since: IsoDate;
  readonly asOf: IsoDate;
  readonly sha256: string;
  readonly removalsSha256: string | null;
  /** Distinct numbers of the copy now. */
  readonly numbers: number;
  /** Distinct numbers of the additions, and those of them that were held already. */
  readonly additions: { readonly numbers: number; readonly held: number };
  /** Distinct numbers of the removals, those of them that were not held, and those that stay because the additions name them too. */
  readonly removals: {
    readonly numbers: number;
    readonly notHeld: number;
    readonly alsoAdded: number;
  } | null;
  readonly movement: { readonly added: number; readonly removed: number };
  readonly previousAsOf: IsoDate;
  /** The day to whose end it is known what left the register: what left later is still held as listed. */
  readonly removalsKnownTo: IsoDate | null;
  readonly overridden: readonly OverriddenGuard[];
}

export type UpdateResult =
  | UpdatedCopy
  /** The same files for the same days are in force already: nothing was changed. */
  | { readonly outcome: 'already-updated'; readonly copy: RegisterCopy };

/**
 * Applies a "changes since" file to the copy in force, as one revision. A number that left is taken off
 * only where removals are given: the file itself may hold nothing but additions.
 *
 * Throws a `UserError`, and leaves the copy in force as it is, where a file cannot be read as a register,
 * where no copy is held, where days between the copy and the changes are missing, where removals reach
 * back before the copy, where a guard refuses, or where the store is damaged or cannot be written.
 */
export async function updateRegister(
  store: Store,
  clock: Clock,
  request: UpdateRequest,
): Promise<UpdateResult> {
  const additions = await readRegisterFile(request.path);
  const removals = request.removalsPath === null ? null : await readRegisterFile(request.removalsPath);
  const numbers = additions.numbers + (removals?.numbers ?? 0);
  if (request.expectCount !== null && request.expectCount !== numbers) {
    throw new UserError(
      `the update was refused and nothing was changed: \`${request.path}\` has ${additions.numbers} distinct numbers${removals === null ? '' : ` and \`${request.removalsPath}\` ${removals.numbers}`}, not the ${request.expectCount} of \`--expect-count\``,
    );
  }
  return underWriteLock(store, () => updateCopy(store, clock, request, additions, removals));
}

function updateCopy(
  store: Store,
  clock: Clock,
  request: UpdateRequest,
  additions: RegisterFile,
  removals: RegisterFile | null,
): UpdateResult {
  const { register, since, asOf, path } = request;
  const copies = readCopies(store, register);
  const inForce = copies.at(-1);
  if (inForce === undefined) {
    throw new UserError(
      `no ${register.toUpperCase()} copy is held that \`${path}\` could update; nothing was changed. Load a full one first with \`ringfence register load\``,
    );
  }
  const isSameDays = inForce.since === since && inForce.asOf === asOf;
  const isSameRemovals = inForce.removalsSha256 === (removals?.sha256 ?? null);
  if (isSameDays && inForce.sha256 === additions.sha256 && isSameRemovals) {
    return { outcome: 'already-updated', copy: inForce };
  }
  refuseGap(request, inForce);

  const held = openBlocks(store, inForce);
  const change = applyChanges(held, additions.blocks, removals?.blocks ?? []);
  const { diallingCodes } = inForce;
  const codes = diallingCodes.length > 0 ? diallingCodes : codesOfRegions(register);
  const plan: UpdatePlan = {
    kind: 'update',
    register,
    since,
    asOf,
    today: clock.today,
    modifiedOn: earliest([additions.modifiedOn, removals?.modifiedOn ?? null]) ?? additions.modifiedOn,
    numbers: additions.numbers,
    diallingCodes,
    counts: countByCode(additions.blocks, codes),
    inForce: { ...inForce, counts: countByCode(blocksOf(held), codes) },
    additionsHeld: countShared(additions.blocks, held),
    removals:
      removals === null
        ? null
        : {
            numbers: removals.numbers,
            held: countShared(removals.blocks, held),
            removed: change.removed.numbers,
          },
    sameBytesSince: firstLoadOf(copies, additions.sha256),
  };
  const fresh = { plan, path, file: additions, removals, inForce, held, change };
  const copy = admitCopy(store, clock, fresh, request.expectCount);
  return resultOf(plan, copy, removalsKnownTo([...copies, copy]));
}

/**
 * Additions may reach back before the copy held: what came meanwhile is in it, or is listed once more than
 * need be. Removals may not: a number that left before the copy was made and is in it came back since.
 */
function refuseGap({ path, since, removalsPath }: UpdateRequest, { register, asOf }: RegisterCopy): void {
  const name = register.toUpperCase();
  if (since > asOf) {
    throw new UserError(
      `the ${name} copy held is complete to the end of ${asOf}, and \`${path}\` begins only after ${since}: what was added between is missing; nothing was changed. Download the changes since ${asOf} and name that day with \`--since\`, or load a full copy`,
    );
  }
  if (removalsPath !== null && since !== asOf) {
    throw new UserError(
      `the removals in \`${removalsPath}\` begin after ${since}, before the ${name} copy of ${asOf} was made: a number that left and came back between would be taken off; nothing was changed. Give the changes since ${asOf}, or leave \`--removals\` out`,
    );
  }
}

function resultOf(plan: UpdatePlan, copy: RegisterCopy, knownTo: IsoDate | null): UpdatedCopy {
  const { register, since, numbers, additionsHeld, removals, inForce } = plan;
  return {
    outcome: 'updated',
    revision: copy.revision,
    register,
    since,
    asOf: copy.asOf,
    sha256: copy.sha256,
    removalsSha256: copy.removalsSha256,
    numbers: copy.numbers,
    additions: { numbers, held: additionsHeld },
    removals:
      removals === null
        ? null
        : {
            numbers: removals.numbers,
            notHeld: removals.numbers - removals.held,
            alsoAdded: removals.held - copy.removed,
          },
    movement: { added: copy.added, removed: copy.removed },
    previousAsOf: inForce.asOf,
    removalsKnownTo: knownTo,
    overridden: copy.overridden,
  };
}

/** The blocks held, each read only where its bytes are asked for. */
function* blocksOf(held: HeldBlocks): Generator<PackedBlock, void, undefined> {
  for (const { block, numbers } of blockCounts(held)) {
    yield {
      block,
      numbers,
      get packed() {
        return held.readBlock(block) ?? new Uint8Array(0);
      },
    };
  }
}
