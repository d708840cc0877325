/** What changes between the copy in force and a new one, block by block. */
import type { HeldBlocks, PackedBlock } from '../store/register-blocks.js';
import { blockDifference, blockValues, encodeBlock } from './number-block.js';

export interface CopyChange {
  /** Numbers the new copy has and the old one had not, and the reverse. */
  readonly added: readonly PackedBlock[];
  readonly removed: readonly PackedBlock[];
  /** Blocks to be written: all of the new copy that differ from the old. */
  readonly changed: readonly PackedBlock[];
  /** Blocks of the old copy that have no number in the new one. */
  readonly emptied: readonly number[];
}

/** How many numbers the blocks hold together. */
export function numbersIn(blocks: Iterable<PackedBlock>): number {
  let sum = 0;
  for (const { numbers } of blocks) sum += numbers;
  return sum;
}

/** Compares the copy in force with the blocks of a new one. Reads every block of the old copy once. */
export function compareCopies(held: HeldBlocks, blocks: readonly PackedBlock[]): CopyChange {
  const added: PackedBlock[] = [];
  const removed: PackedBlock[] = [];
  const changed: PackedBlock[] = [];
  for (const next of blocks) {
    const before = held.read(next.block);
    if (before === undefined) {
      changed.push(next);
      added.push(next);
    } else if (Buffer.compare(before, next.packed) !== 0) {
      changed.push(next);
      pushUnlessEmpty(added, next.block, blockDifference(next.packed, before));
      pushUnlessEmpty(removed, next.block, blockDifference(before, next.packed));
    }
  }
  const kept = new Set(blocks.map(({ block }) => block));
  const emptied = held.blocks.filter((block) => !kept.has(block));
  for (const block of emptied) {
    const before = held.read(block);
    if (before !== undefined) pushUnlessEmpty(removed, block, blockValues(before));
  }
  return { added, removed, changed, emptied };
}

function pushUnlessEmpty(list: PackedBlock[], block: number, values: Uint16Array): void {
  if (values.length > 0) list.push({ block, numbers: values.length, packed: encodeBlock(values) });
}
