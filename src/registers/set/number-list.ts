/**
 * National numbers in rising order, packed for keeping: what one load added or removed is a few thousand
 * numbers strewn over the whole plan, so blocks would cost more than the numbers.
 *
 * The list is cut into stretches of 2^24 neighbouring numbers, so that one is read without the others:
 * first how many stretches there are (4 bytes), then for each its number (2 bytes), how many numbers it has
 * and how many bytes they take (4 bytes each), then the bytes: the gap before each number, seven bits a
 * byte, the lowest first. All low byte first.
 */
import type { PackedNumbers } from '../../store/registers/register-deltas.js';
import { BLOCK_SIZE } from './number-block.js';

/** How many numbers share a stretch. */
export const STRETCH_SIZE = 2 ** 24;
const BLOCKS_A_STRETCH = STRETCH_SIZE / BLOCK_SIZE;
const COUNT_BYTES = 4;
const HEAD_BYTES = 10;
/** Bytes of the widest gap, 24 bits. */
const WIDEST_GAP = 4;

/** The values of one block. */
export interface BlockValues {
  readonly block: number;
  /** In rising order. */
  readonly values: Uint16Array;
}

interface Stretch {
  readonly stretch: number;
  readonly numbers: number;
  readonly bytes: number;
}

/** Packs the numbers of these blocks, which stand in rising order. */
export function packNumbers(blocks: readonly BlockValues[]): PackedNumbers {
  const numbers = blocks.reduce((sum, { values }) => sum + values.length, 0);
  const gaps = Buffer.allocUnsafe(numbers * WIDEST_GAP);
  const stretches: Stretch[] = [];
  let used = 0;
  for (let from = 0; from < blocks.length; ) {
    const stretch = stretchOfBlock(blocks[from]);
    let to = from;
    while (to < blocks.length && stretchOfBlock(blocks[to]) === stretch) to++;
    const own = blocks.slice(from, to);
    const end = writeGaps(gaps, used, own, stretch * BLOCKS_A_STRETCH);
    const count = own.reduce((sum, { values }) => sum + values.length, 0);
    stretches.push({ stretch, numbers: count, bytes: end - used });
    used = end;
    from = to;
  }
  return { numbers, packed: Buffer.concat([headOf(stretches), gaps.subarray(0, used)]) };
}

/** The places (number minus the first of the stretch) of the numbers that a packed list has in `stretch`, rising. */
export function placesInStretch(packed: Uint8Array, stretch: number): Uint32Array {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const stretches = view.getUint32(0, true);
  let start = COUNT_BYTES + stretches * HEAD_BYTES;
  for (let index = 0; index < stretches; index++) {
    const head = COUNT_BYTES + index * HEAD_BYTES;
    if (view.getUint16(head, true) === stretch) {
      return readGaps(packed, start, view.getUint32(head + 2, true));
    }
    start += view.getUint32(head + 6, true);
  }
  return new Uint32Array(0);
}

function stretchOfBlock(block: BlockValues | undefined): number {
  return Math.floor((block?.block ?? 0) / BLOCKS_A_STRETCH);
}

function headOf(stretches: readonly Stretch[]): Buffer {
  const head = Buffer.alloc(COUNT_BYTES + stretches.length * HEAD_BYTES);
  head.writeUInt32LE(stretches.length, 0);
  for (const [index, { stretch, numbers, bytes }] of stretches.entries()) {
    const at = COUNT_BYTES + index * HEAD_BYTES;
    head.writeUInt16LE(stretch, at);
    head.writeUInt32LE(numbers, at + 2);
    head.writeUInt32LE(bytes, at + 6);
  }
  return head;
}

function writeGaps(gaps: Buffer, from: number, blocks: readonly BlockValues[], firstBlock: number): number {
  let at = from;
  let last = 0;
  for (const { block, values } of blocks) {
    const first = (block - firstBlock) * BLOCK_SIZE;
    for (const value of values) {
      let gap = first + value - last;
      last = first + value;
      for (; gap >= 0x80; gap >>>= 7) gaps[at++] = (gap & 0x7f) | 0x80;
      gaps[at++] = gap;
    }
  }
  return at;
}

function readGaps(packed: Uint8Array, start: number, numbers: number): Uint32Array {
  const places = new Uint32Array(numbers);
  let at = start;
  let place = 0;
  for (let index = 0; index < numbers; index++) {
    let byte = packed[at++] ?? 0;
    let gap = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = packed[at++] ?? 0;
      gap |= (byte & 0x7f) << shift;
    }
    place += gap;
    places[index] = place;
  }
  return places;
}
