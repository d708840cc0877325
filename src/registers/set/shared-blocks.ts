/**
 * The blocks of a copy where several threads look numbers up: all have their place in one stretch of memory that
 * the threads share, into which a row is laid when a number first asks for it. To lay it down takes as long as to
 * read it, so that a short list does without.
 */
import type { HeldBlocks } from '../../store/registers/register-blocks.js';
import { BLOCKS_A_ROW } from '../../store/registers/register-directory.js';
import { blockContains } from './number-block.js';
import { blockOf, LARGEST_NUMBER, placeInBlock } from './number-set.js';

const ROWS = Math.ceil((blockOf(LARGEST_NUMBER) + 1) / BLOCKS_A_ROW);

/** The memory of a look-up, which other threads may share. */
export interface SharedBlocks {
  readonly bytes: Uint8Array;
  /** Where each block begins in `bytes`, and after the last one where it ends. */
  readonly bounds: Uint32Array;
  /** Whether each row was laid down: 0 or 1. */
  readonly isRead: Uint8Array;
}

/** The same as `createLookUp`, in memory that other threads may share. */
export function createSharedLookUp(
  held: HeldBlocks,
  { bytes: all, bounds, isRead }: SharedBlocks,
): (national: number) => boolean {
  /** Lays a row down. Two threads may do so at once: they write the same. */
  function read(row: number): void {
    const { bytes } = held.readRow(row);
    const start = bounds[row * BLOCKS_A_ROW] ?? 0;
    const end = bounds[(row + 1) * BLOCKS_A_ROW] ?? 0;
    if (bytes.length !== end - start) throw new Error(`row ${row} of a register does not fit its place`);
    all.set(bytes, start);
    Atomics.store(isRead, row, 1);
  }

  return (national) => {
    const block = blockOf(national);
    const row = Math.floor(block / BLOCKS_A_ROW);
    // Atomic, so that whoever sees the mark sees the bytes as well: what is not there yet would read as not listed.
    if (Atomics.load(isRead, row) === 0) read(row);
    const start = bounds[block] ?? 0;
    const end = bounds[block + 1] ?? 0;
    return start !== end && blockContains(all, placeInBlock(national), start, end);
  };
}

/** Memory in which every block of the directory has its place, and nothing stands yet. */
export function roomFor(held: HeldBlocks): SharedBlocks {
  const bounds = new Uint32Array(new SharedArrayBuffer((ROWS * BLOCKS_A_ROW + 1) * 4));
  let at = 0;
  let next = 0;
  for (const { row, lengths } of held.rows()) {
    bounds.fill(at, next, row * BLOCKS_A_ROW);
    next = row * BLOCKS_A_ROW;
    for (const length of lengths) {
      bounds[next] = at;
      next += 1;
      at += length;
    }
  }
  bounds.fill(at, next);
  return {
    bytes: new Uint8Array(new SharedArrayBuffer(at)),
    bounds,
    isRead: new Uint8Array(new SharedArrayBuffer(ROWS)),
  };
}
