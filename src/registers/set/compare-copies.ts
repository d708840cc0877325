/** What changes between the copy in force and a new one, block by block. */
import { blockCounts, type HeldBlocks, type PackedBlock } from '../../store/registers/register-blocks.js';
import type { PackedNumbers } from '../../store/registers/register-deltas.js';
import { blockDifference, difference, union } from './block-values.js';
import { blockValues, encodeBlock } from './number-block.js';
import { type BlockValues, packNumbers } from './number-list.js';

export interface CopyChange {
  /** Numbers the new copy has and the old one had not, and the reverse. */
  readonly added: PackedNumbers;
  readonly removed: PackedNumbers;
  /** Blocks to be written: all of the new copy that differ from the old, in rising order. */
  readonly changed: readonly PackedBlock[];
  /** Blocks of the old copy that have no number in the new one. */
  readonly emptied: readonly number[];
}

/** A copy to compare with where there is none. */
export const NOTHING_HELD: HeldBlocks = {
  rows: () => [],
  readRow: () => ({ bytes: new Uint8Array(0), lengths: new Uint16Array(0) }),
  readBlock: () => undefined,
};

/** A first copy: it adds nothing, since no earlier copy shows that its numbers were absent. */
export function firstCopy(blocks: readonly PackedBlock[]): CopyChange {
  return { added: packNumbers([]), removed: packNumbers([]), changed: blocks, emptied: [] };
}

/** Compares the copy in force with the blocks of a new one. Reads every block of the old copy once. */
export function compareCopies(held: HeldBlocks, blocks: readonly PackedBlock[]): CopyChange {
  const added: BlockValues[] = [];
  const removed: BlockValues[] = [];
  const changed: PackedBlock[] = [];
  for (const next of blocks) {
    const before = held.readBlock(next.block);
    if (before === undefined) {
      changed.push(next);
      added.push({ block: next.block, values: blockValues(next.packed) });
    } else if (Buffer.compare(before, next.packed) !== 0) {
      changed.push(next);
      pushUnlessEmpty(added, next.block, blockDifference(next.packed, before));
      pushUnlessEmpty(removed, next.block, blockDifference(before, next.packed));
    }
  }
  const kept = new Set(blocks.map(({ block }) => block));
  const emptied = [...blockCounts(held)].map(({ block }) => block).filter((block) => !kept.has(block));
  for (const block of emptied) pushUnlessEmpty(removed, block, valuesIn(held, block));
  return { added: packNumbers(added), removed: packNumbers(removed.sort(byBlock)), changed, emptied };
}

/**
 * What additions and removals change in the copy in force. A number that both name is listed: it left and
 * came back, and which came last is not told. Reads only the blocks that either names, which stand in rising order.
 */
export function applyChanges(
  held: HeldBlocks,
  additions: readonly PackedBlock[],
  removals: readonly PackedBlock[],
): CopyChange {
  const toAdd = new Map(additions.map(({ block, packed }) => [block, packed]));
  const toRemove = new Map(removals.map(({ block, packed }) => [block, packed]));
  const added: BlockValues[] = [];
  const removed: BlockValues[] = [];
  const changed: PackedBlock[] = [];
  const emptied: number[] = [];
  for (const block of [...new Set([...toAdd.keys(), ...toRemove.keys()])].sort((one, other) => one - other)) {
    const before = valuesIn(held, block);
    const kept = difference(before, valuesOf(toRemove.get(block)));
    const after = union(kept, valuesOf(toAdd.get(block)));
    const came = difference(after, before);
    const went = difference(before, after);
    if (came.length === 0 && went.length === 0) continue;
    pushUnlessEmpty(added, block, came);
    pushUnlessEmpty(removed, block, went);
    if (after.length === 0) emptied.push(block);
    else changed.push({ block, numbers: after.length, packed: encodeBlock(after) });
  }
  return { added: packNumbers(added), removed: packNumbers(removed), changed, emptied };
}

/** How many numbers of `blocks` are in `others`. */
export function countShared(blocks: readonly PackedBlock[], others: HeldBlocks): number {
  return blocks.reduce((sum, { block, numbers, packed }) => {
    const other = others.readBlock(block);
    return other === undefined ? sum : sum + numbers - blockDifference(packed, other).length;
  }, 0);
}

function valuesIn(held: HeldBlocks, block: number): Uint16Array {
  return valuesOf(held.readBlock(block));
}

function valuesOf(packed: Uint8Array | undefined): Uint16Array {
  return packed === undefined ? new Uint16Array(0) : blockValues(packed);
}

function byBlock(one: BlockValues, other: BlockValues): number {
  return one.block - other.block;
}

function pushUnlessEmpty(list: BlockValues[], block: number, values: Uint16Array): void {
  if (values.length > 0) list.push({ block, values });
}
