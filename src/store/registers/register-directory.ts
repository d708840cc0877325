/**
 * The directory of a register copy: which blocks it has, and in which rows they stand. It is one string of
 * bytes, so that a register of 20,000 blocks is opened without going through its rows.
 */

/** So many neighbouring blocks stand in one row: rows of some 100 kB are read far faster than the blocks one by one. */
export const BLOCKS_A_ROW = 64;

/** What the directory says of one row. */
export interface RowEntry {
  /** Block div `BLOCKS_A_ROW`. */
  readonly row: number;
  /** Of the bytes of all its blocks, one after the other. */
  readonly checksum: number;
  /** How many numbers each of its `BLOCKS_A_ROW` blocks holds, and how many bytes it takes: 0 and 0 where it has none. */
  readonly numbers: Uint32Array;
  readonly lengths: Uint16Array;
}

/** Row and checksum, four bytes each, then for every block of the row its numbers (four bytes) and bytes (two): low byte first. */
const HEAD_BYTES = 8;
const BLOCK_BYTES = 6;
const ENTRY_BYTES = HEAD_BYTES + BLOCKS_A_ROW * BLOCK_BYTES;

/** The row in which a block stands. */
export function rowOf(block: number): number {
  return Math.floor(block / BLOCKS_A_ROW);
}

/** Packs the entries of rows that stand in rising order. */
export function packDirectory(rows: readonly RowEntry[]): Buffer {
  const packed = Buffer.alloc(rows.length * ENTRY_BYTES);
  for (const [index, { row, checksum, numbers, lengths }] of rows.entries()) {
    let at = index * ENTRY_BYTES;
    packed.writeUInt32LE(row, at);
    packed.writeUInt32LE(checksum, at + 4);
    at += HEAD_BYTES;
    for (let block = 0; block < BLOCKS_A_ROW; block++, at += BLOCK_BYTES) {
      packed.writeUInt32LE(numbers[block] ?? 0, at);
      packed.writeUInt16LE(lengths[block] ?? 0, at + 4);
    }
  }
  return packed;
}

/** All rows, in rising order. */
export function* directoryRows(packed: Buffer): Generator<RowEntry, void, undefined> {
  for (let at = 0; at < packed.length; at += ENTRY_BYTES) yield entryAt(packed, at);
}

/** The entry of a row; undefined where the copy has no number in any block of it. */
export function findRow(packed: Buffer, row: number): RowEntry | undefined {
  let low = 0;
  let high = packed.length / ENTRY_BYTES - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = packed.readUInt32LE(middle * ENTRY_BYTES);
    if (found === row) return entryAt(packed, middle * ENTRY_BYTES);
    if (found < row) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function entryAt(packed: Buffer, start: number): RowEntry {
  const numbers = new Uint32Array(BLOCKS_A_ROW);
  const lengths = new Uint16Array(BLOCKS_A_ROW);
  let at = start + HEAD_BYTES;
  for (let block = 0; block < BLOCKS_A_ROW; block++, at += BLOCK_BYTES) {
    numbers[block] = packed.readUInt32LE(at);
    lengths[block] = packed.readUInt16LE(at + 4);
  }
  return { row: packed.readUInt32LE(start), checksum: packed.readUInt32LE(start + 4), numbers, lengths };
}
