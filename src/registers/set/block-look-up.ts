/**
 * Is a number in the blocks of a copy? Rows are kept as they were read, with one table of where each block
 * stands: a million look-ups wait for memory more than for anything else, and an object for each block would
 * be two places more to wait for.
 */
import type { HeldBlocks } from '../../store/registers/register-blocks.js';
import { BLOCKS_A_ROW } from '../../store/registers/register-directory.js';
import { blockContains } from './number-block.js';
import { blockOf, LARGEST_NUMBER, placeInBlock } from './number-set.js';

const ROWS = Math.ceil((blockOf(LARGEST_NUMBER) + 1) / BLOCKS_A_ROW);
/** Where each block of a row begins, and where the last one ends. */
const BOUNDS_A_ROW = BLOCKS_A_ROW + 1;

/**
 * Answers whether a national number is in the blocks of a copy. Each row is read when a number first asks
 * for it. Where that throws nothing is remembered, and the next question throws again.
 */
export function createLookUp(held: HeldBlocks): (national: number) => boolean {
  // Without holes, which would make it slow.
  const rows: (Uint8Array | undefined)[] = new Array<undefined>(ROWS).fill(undefined);
  const bounds = new Uint32Array(ROWS * BOUNDS_A_ROW);

  function read(row: number): Uint8Array {
    const { bytes, lengths } = held.readRow(row);
    let at = 0;
    for (const [index, length] of lengths.entries()) {
      at += length;
      bounds[row * BOUNDS_A_ROW + index + 1] = at;
    }
    rows[row] = bytes;
    return bytes;
  }

  return (national) => {
    const block = blockOf(national);
    const row = Math.floor(block / BLOCKS_A_ROW);
    const bytes = rows[row] ?? read(row);
    const at = row * BOUNDS_A_ROW + (block % BLOCKS_A_ROW);
    const start = bounds[at] ?? 0;
    const end = bounds[at + 1] ?? 0;
    return start !== end && blockContains(bytes, placeInBlock(national), start, end);
  };
}
