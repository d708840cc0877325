/** Updating a register copy from a "changes since" file: what it adds, and what leaves only where that is given. */
import { basename } from 'node:path';
import type { Clock } from '../../clock.js';
import { UserError } from '../../errors.js';
import type { IsoDate } from '../../screening/dates.js';
import type { Store } from '../../store/open-store.js';
import {
  blockCounts,
  type HeldBlocks,
  openBlocks,
  type PackedBlock,
} from '../../store/registers/register-blocks.js';
import { type Register, type RegisterCopy, readCopies } from '../../store/registers/register-copies.js';
import { withStoreErrors } from '../../store/registers/register-damage.js';
import type { OverriddenGuard } from '../../store/revisions.js';
import { type RegisterFile, readRegisterFile } from '../file/register-file.js';
import { applyChanges, countShared } from '../set/compare-copies.js';
import { countByCode } from '../set/coverage.js';
import { bringIntoForce } from './bring-into-force.js';
import { firstLoadOf, refuseUnlessAccepted } from './load-register.js';
import { codesOfRegions } from './numbering-regions.js';
import { removalsKnownTo } from './removals-known.js';
import { trippedUpdateGuards, type UpdateFacts } from './update-guards.js';

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
  // Under the write lock, as a load: another process may have changed the copy while the files were read.
  const update = store.connection.transaction(() => updateCopy(store, clock, request, additions, removals));
  return withStoreErrors(store, () => update.immediate());
}

function updateCopy(
  store: Store,
  clock: Clock,
  request: UpdateRequest,
  additions: RegisterFile,
  removals: RegisterFile | null,
): UpdateResult {
  const { register, since, asOf } = request;
  const copies = readCopies(store, register);
  const copyHeld = copies.at(-1);
  if (copyHeld === undefined) {
    throw new UserError(
      `no ${register.toUpperCase()} copy is held that \`${request.path}\` could update; nothing was changed. Load a full one first with \`ringfence register load\``,
    );
  }
  const removalsSha256 = removals?.sha256 ?? null;
  if (
    copyHeld.since === since &&
    copyHeld.asOf === asOf &&
    copyHeld.sha256 === additions.sha256 &&
    copyHeld.removalsSha256 === removalsSha256
  ) {
    return { outcome: 'already-updated', copy: copyHeld };
  }
  refuseGap(request, copyHeld);

  const held = openBlocks(store, copyHeld);
  const change = applyChanges(held, additions.blocks, removals?.blocks ?? []);
  const counted = {
    additionsHeld: countShared(additions.blocks, held),
    removalsHeld: removals === null ? 0 : countShared(removals.blocks, held),
  };
  const facts = updateFacts(clock, request, copies, copyHeld, held, additions, removals, {
    ...counted,
    removed: change.removed.numbers,
  });
  const tripped = trippedUpdateGuards(facts);
  refuseUnlessAccepted(request, additions.numbers + (removals?.numbers ?? 0), tripped);
  const copy = bringIntoForce(
    store,
    clock,
    {
      register,
      inForce: copyHeld,
      asOf,
      since,
      fileName: basename(request.path),
      sha256: additions.sha256,
      removalsSha256,
      diallingCodes: copyHeld.diallingCodes,
      // What was accepted of the copy it stands on is true of this one too, and stays in every receipt.
      overridden: [...copyHeld.overridden, ...tripped.map(({ guard, saw }) => ({ guard, saw }))],
      counts: { additions: additions.numbers, ...(removals === null ? {} : { removals: removals.numbers }) },
    },
    held,
    change,
  );
  return {
    outcome: 'updated',
    revision: copy.revision,
    register,
    since,
    asOf,
    sha256: copy.sha256,
    removalsSha256,
    numbers: copy.numbers,
    additions: { numbers: additions.numbers, held: counted.additionsHeld },
    removals:
      removals === null
        ? null
        : {
            numbers: removals.numbers,
            notHeld: removals.numbers - counted.removalsHeld,
            alsoAdded: counted.removalsHeld - copy.removed,
          },
    movement: { added: copy.added, removed: copy.removed },
    previousAsOf: copyHeld.asOf,
    removalsKnownTo: removalsKnownTo([...copies, copy]),
    overridden: copy.overridden,
  };
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

function updateFacts(
  { today }: Clock,
  { register, since, asOf }: UpdateRequest,
  copies: readonly RegisterCopy[],
  copyHeld: RegisterCopy,
  held: HeldBlocks,
  additions: RegisterFile,
  removals: RegisterFile | null,
  counted: { readonly additionsHeld: number; readonly removalsHeld: number; readonly removed: number },
): UpdateFacts {
  const codes = copyHeld.diallingCodes.length > 0 ? copyHeld.diallingCodes : codesOfRegions(register);
  const isRemovalsOlder = removals !== null && removals.modifiedOn < additions.modifiedOn;
  return {
    register,
    since,
    asOf,
    today,
    modifiedOn: isRemovalsOlder ? removals.modifiedOn : additions.modifiedOn,
    additions: {
      numbers: additions.numbers,
      held: counted.additionsHeld,
      counts: countByCode(additions.blocks, codes),
    },
    removals:
      removals === null
        ? null
        : { numbers: removals.numbers, held: counted.removalsHeld, removed: counted.removed },
    copyHeld: { ...copyHeld, counts: countByCode(blocksOf(held), codes) },
    sameBytesSince: firstLoadOf(copies, additions.sha256),
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
