/**
 * An exact set of UK national numbers. A number is held as an integer: the 7 to 10 digits after the
 * leading 0. They never begin with 0, so the integer alone tells how many digits there were.
 *
 * The set is cut into blocks of 65,536 neighbouring numbers: block = number div 65536.
 */
import type { PackedBlock } from '../../store/registers/register-blocks.js';
import { BLOCK_SIZE, encodeBlock } from './number-block.js';

/** 7 digits, the first of them not 0. */
export const SMALLEST_NUMBER = 1_000_000;
/** 10 digits. */
export const LARGEST_NUMBER = 9_999_999_999;

const LAST_BLOCK = blockOf(LARGEST_NUMBER);

/** The block that holds `number`. */
export function blockOf(number: number): number {
  return Math.floor(number / BLOCK_SIZE);
}

/** The place of `number` in its block, 0 to 65535. */
export function placeInBlock(number: number): number {
  return number % BLOCK_SIZE;
}

/** A chunk is a link to the block's chunk before it (two values) and the places of 62 numbers: two cache lines. */
const CHUNK = 64;
const LINK = 2;
const FIRST_CHUNKS = 1 << 12;

/**
 * Collects numbers in any order: two bytes each, repeated ones too, and no more than 128 bytes a block
 * besides. The places of a block lie in chunks of one pool, so that numbers in no order cost one jump
 * through memory each and not three.
 */
export class NumberSetBuilder {
  /** Numbers added so far, repeated ones counted each time. */
  added = 0;
  private pool = new Uint16Array(FIRST_CHUNKS * CHUNK);
  /** The first chunk stays unused, so that 0 means none. */
  private chunks = 1;
  /** Where the next place of each block is to be written; at the end of a chunk (a multiple of `CHUNK`) there is no room. */
  private readonly next = new Uint32Array(LAST_BLOCK + 1);

  /** Adds one number. Throws a `RangeError` for anything but a whole number of 7 to 10 digits. */
  add(number: number): void {
    if (!(number >= SMALLEST_NUMBER && number <= LARGEST_NUMBER && number % 1 === 0)) {
      throw new RangeError('a national number has 7 to 10 digits after its leading 0');
    }
    const block = Math.floor(number / BLOCK_SIZE);
    let at = this.next[block] ?? 0;
    if (at % CHUNK === 0) at = this.newChunk(at);
    this.pool[at] = number - block * BLOCK_SIZE;
    this.next[block] = at + 1;
    this.added++;
  }

  /** Hands out the set, block after block in rising order. */
  *finish(): Generator<PackedBlock, void, undefined> {
    const isHeld = new Uint32Array(BLOCK_SIZE / 32);
    for (let block = 0; block <= LAST_BLOCK; block++) {
      const end = this.next[block] ?? 0;
      if (end === 0) continue;
      const values = valuesOf(isHeld, this.gather(end, isHeld));
      yield { block, numbers: values.length, packed: encodeBlock(values) };
    }
  }

  /** Begins a chunk that links to the one that ended at `fullAt` (0: the first of its block), and answers where it begins. */
  private newChunk(fullAt: number): number {
    const start = this.chunks * CHUNK;
    if (start === this.pool.length) {
      const larger = new Uint16Array(this.pool.length * 2);
      larger.set(this.pool);
      this.pool = larger;
    }
    const link = fullAt / CHUNK;
    this.pool[start] = link & 0xffff;
    this.pool[start + 1] = link >>> 16;
    this.chunks++;
    return start + LINK;
  }

  /** Sets the bits of every place of a block whose last chunk is filled up to `end`, and answers how many are set. */
  private gather(end: number, isHeld: Uint32Array): number {
    let count = 0;
    for (let last = end; last !== 0; ) {
      const start = Math.floor((last - 1) / CHUNK) * CHUNK;
      for (let at = start + LINK; at < last; at++) {
        const place = this.pool[at] ?? 0;
        const word = isHeld[place >> 5] ?? 0;
        const bit = 1 << (place & 31);
        if ((word & bit) === 0) count++;
        isHeld[place >> 5] = word | bit;
      }
      last = ((this.pool[start] ?? 0) + (this.pool[start + 1] ?? 0) * 0x1_0000) * CHUNK;
    }
    return count;
  }
}

/** The places whose bits are set, in rising order, `count` of them; clears the bits. */
function valuesOf(isHeld: Uint32Array, count: number): Uint16Array {
  const values = new Uint16Array(count);
  let next = 0;
  for (let index = 0; next < count; index++) {
    let word = isHeld[index] ?? 0;
    if (word === 0) continue;
    isHeld[index] = 0;
    while (word !== 0) {
      const lowest = word & -word;
      values[next++] = index * 32 + (31 - Math.clz32(lowest));
      word ^= lowest;
    }
  }
  return values;
}
