/**
 * An exact set of UK national numbers. A number is held as an integer: the 7 to 10 digits after the
 * leading 0. They never begin with 0, so the integer alone tells how many digits there were.
 *
 * The set is cut into blocks of 65,536 neighbouring numbers: block = number div 65536.
 */
import type { PackedBlock } from '../store/register-blocks.js';
import {
  BITMAP_BYTES,
  BLOCK_SIZE,
  bitmapValues,
  encodeBlock,
  LARGEST_SORTED,
  setBit,
} from './number-block.js';

/** 7 digits, the first of them not 0. */
export const SMALLEST_NUMBER = 1_000_000;
/** 10 digits. */
export const LARGEST_NUMBER = 9_999_999_999;

const LAST_BLOCK = blockOf(LARGEST_NUMBER);
const FIRST_CAPACITY = 16;

/** The block that holds `number`. */
export function blockOf(number: number): number {
  return Math.floor(number / BLOCK_SIZE);
}

/** The place of `number` in its block, 0 to 65535. */
export function placeInBlock(number: number): number {
  return number % BLOCK_SIZE;
}

/** What was added to one block so far; a list may hold a value twice, a bitmap cannot. */
interface Part {
  values: Uint16Array;
  length: number;
  bitmap: Uint8Array | null;
}

/**
 * Collects numbers in any order, in memory that the numbers themselves bound: two to four bytes each,
 * and never more than 8 kB a block, since a full list and a bitmap are of the same size.
 */
export class NumberSetBuilder {
  /** Numbers added so far, repeated ones counted each time. */
  added = 0;
  private readonly parts: (Part | undefined)[] = new Array<Part | undefined>(LAST_BLOCK + 1).fill(undefined);

  /** Adds one number. Throws a `RangeError` for anything but a whole number of 7 to 10 digits. */
  add(number: number): void {
    if (!(Number.isInteger(number) && number >= SMALLEST_NUMBER && number <= LARGEST_NUMBER)) {
      throw new RangeError('a national number has 7 to 10 digits after its leading 0');
    }
    const block = Math.floor(number / BLOCK_SIZE);
    const place = number - block * BLOCK_SIZE;
    this.added++;
    const part = this.parts[block];
    if (part === undefined) {
      const values = new Uint16Array(FIRST_CAPACITY);
      values[0] = place;
      this.parts[block] = { values, length: 1, bitmap: null };
    } else if (part.bitmap !== null) {
      setBit(part.bitmap, 0, place);
    } else {
      if (part.length === part.values.length) grow(part);
      if (part.bitmap === null) part.values[part.length++] = place;
      else setBit(part.bitmap, 0, place);
    }
  }

  /** Hands out the set, block after block in rising order. It empties the builder: call it once. */
  *finish(): Generator<PackedBlock, void, undefined> {
    for (let block = 0; block <= LAST_BLOCK; block++) {
      const part = this.parts[block];
      if (part === undefined) continue;
      this.parts[block] = undefined;
      const values = part.bitmap === null ? inOrder(part) : bitmapValues(part.bitmap);
      yield { block, numbers: values.length, packed: encodeBlock(values) };
    }
  }
}

function grow(part: Part): void {
  if (part.length < LARGEST_SORTED) {
    const larger = new Uint16Array(part.length * 2);
    larger.set(part.values);
    part.values = larger;
    return;
  }
  part.bitmap = new Uint8Array(BITMAP_BYTES);
  for (const place of part.values) setBit(part.bitmap, 0, place);
  part.values = new Uint16Array(0);
}

/** The values of a list in rising order, each once. */
function inOrder(part: Part): Uint16Array {
  const values = part.values.subarray(0, part.length);
  if (!isRising(values)) values.sort();
  let kept = 0;
  let last = -1;
  for (const value of values) {
    if (value === last) continue;
    values[kept++] = value;
    last = value;
  }
  return values.subarray(0, kept);
}

function isRising(values: Uint16Array): boolean {
  let last = -1;
  for (const value of values) {
    if (value <= last) return false;
    last = value;
  }
  return true;
}
