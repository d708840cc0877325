/**
 * One block of a number set: the last 16 bits of up to 65,536 neighbouring numbers, in the smallest of
 * three forms. How long the block is tells its form; the rest is the same on every machine (low byte first).
 *
 * - sorted: the values in rising order, two bytes each;
 * - split: for each high byte how many values come before it (256 times two bytes), then the low bytes of
 *   all values in rising order, so that the high byte is not stored again for every number;
 * - bitmap: one bit a value, lowest bit first.
 *
 * Nothing here checks the bytes against damage: the store does, with a checksum, before it hands them out.
 */

/** How many numbers share a block. */
export const BLOCK_SIZE = 65_536;

const BITMAP_BYTES = BLOCK_SIZE / 8;
const HIGH_BYTES = 256;
/** Bytes of the table of high bytes in the split form. */
const TABLE_BYTES = HIGH_BYTES * 2;
/** Up to so many values the sorted form is the smallest, and from there up to `LARGEST_SPLIT` the split one. */
export const LARGEST_SORTED = TABLE_BYTES;
export const LARGEST_SPLIT = BITMAP_BYTES - TABLE_BYTES - 1;

type Form = 'sorted' | 'split' | 'bitmap';

/** Packs values that stand in rising order, none of them twice. */
export function encodeBlock(values: Uint16Array): Uint8Array {
  if (values.length <= LARGEST_SORTED) return encodeSorted(values);
  return values.length <= LARGEST_SPLIT ? encodeSplit(values) : encodeBitmap(values);
}

function encodeSorted(values: Uint16Array): Uint8Array {
  const packed = new Uint8Array(values.length * 2);
  let at = 0;
  for (const value of values) {
    packed[at] = value & 0xff;
    packed[at + 1] = value >> 8;
    at += 2;
  }
  return packed;
}

function encodeSplit(values: Uint16Array): Uint8Array {
  const packed = new Uint8Array(TABLE_BYTES + values.length);
  let high = 0;
  for (let index = 0; index <= values.length; index++) {
    const value = values[index] ?? BLOCK_SIZE;
    for (; high <= value >> 8 && high < HIGH_BYTES; high++) {
      packed[high * 2] = index & 0xff;
      packed[high * 2 + 1] = index >> 8;
    }
    if (index < values.length) packed[TABLE_BYTES + index] = value & 0xff;
  }
  return packed;
}

function encodeBitmap(values: Uint16Array): Uint8Array {
  const packed = new Uint8Array(BITMAP_BYTES);
  for (const value of values) packed[value >> 3] = (packed[value >> 3] ?? 0) | (1 << (value & 7));
  return packed;
}

/**
 * Whether `value` (0 to 65535) is in the block that stands in `bytes` from `start` up to `end`. Reads the
 * packed bytes where they are.
 */
export function blockContains(bytes: Uint8Array, value: number, start = 0, end = bytes.length): boolean {
  switch (formOf(end - start)) {
    case 'bitmap':
      return (((bytes[start + (value >> 3)] ?? 0) >> (value & 7)) & 1) === 1;
    case 'sorted':
      return sortedContains(bytes, value, start, end);
    case 'split':
      return splitContains(bytes, value, start, end);
  }
}

function sortedContains(bytes: Uint8Array, value: number, start: number, end: number): boolean {
  const count = (end - start) / 2;
  if (count === 0) return false;
  // The first look goes where the value would stand if all were evenly spread, and the next ones go out from
  // there in growing steps: what lies near is in the same line of memory, and every other line is a wait.
  const guess = (value * count) >>> 16;
  const found = twoBytes(bytes, start + guess * 2);
  if (found === value) return true;
  let low = 0;
  let high = count - 1;
  let step = 1;
  if (found < value) {
    low = guess + 1;
    while (low + step < count && twoBytes(bytes, start + (low + step) * 2) < value) {
      low += step + 1;
      step *= 2;
    }
    high = Math.min(low + step, count - 1);
  } else {
    high = guess - 1;
    while (high - step >= 0 && twoBytes(bytes, start + (high - step) * 2) > value) {
      high -= step + 1;
      step *= 2;
    }
    low = Math.max(high - step, 0);
  }
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = twoBytes(bytes, start + middle * 2);
    if (there === value) return true;
    if (there < value) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

function splitContains(bytes: Uint8Array, value: number, table: number, end: number): boolean {
  const high = value >> 8;
  const low = value & 0xff;
  const lowBytes = table + TABLE_BYTES;
  const own = table + high * 2;
  const ownEnd = high === HIGH_BYTES - 1 ? end : lowBytes + twoBytes(bytes, own + 2);
  for (let at = lowBytes + twoBytes(bytes, own); at < ownEnd; at++) {
    const found = bytes[at] ?? 0;
    if (found >= low) return found === low;
  }
  return false;
}

/** How many values of a split block come before those with this high byte. */
function splitStart(packed: Uint8Array, high: number): number {
  return high === HIGH_BYTES ? packed.length - TABLE_BYTES : twoBytes(packed, high * 2);
}

/** All values of the block, in rising order. */
export function blockValues(packed: Uint8Array): Uint16Array {
  switch (formOf(packed.length)) {
    case 'bitmap':
      return bitmapValues(packed);
    case 'sorted':
      return sortedValues(packed);
    case 'split':
      return splitValues(packed);
  }
}

function sortedValues(packed: Uint8Array): Uint16Array {
  const values = new Uint16Array(packed.length / 2);
  for (let index = 0; index < values.length; index++) values[index] = twoBytes(packed, index * 2);
  return values;
}

function splitValues(packed: Uint8Array): Uint16Array {
  const values = new Uint16Array(packed.length - TABLE_BYTES);
  for (let high = 0; high < HIGH_BYTES; high++) {
    const end = splitStart(packed, high + 1);
    for (let index = splitStart(packed, high); index < end; index++) {
      values[index] = (high << 8) | (packed[TABLE_BYTES + index] ?? 0);
    }
  }
  return values;
}

function bitmapValues(bitmap: Uint8Array): Uint16Array {
  let count = 0;
  for (const byte of bitmap) count += bitsIn(byte);
  const values = new Uint16Array(count);
  let next = 0;
  for (let index = 0; index < bitmap.length; index++) {
    let byte = bitmap[index] ?? 0;
    while (byte !== 0) {
      const lowest = byte & -byte;
      values[next++] = index * 8 + (31 - Math.clz32(lowest));
      byte ^= lowest;
    }
  }
  return values;
}

/** Exactly one form has a given length: split begins where sorted ends, and is shorter than a bitmap. */
function formOf(length: number): Form {
  if (length === BITMAP_BYTES) return 'bitmap';
  if (length > LARGEST_SORTED * 2 && length < BITMAP_BYTES) return 'split';
  if (length <= LARGEST_SORTED * 2 && length % 2 === 0) return 'sorted';
  // The store's checksum was right, so this was written: reading it as "empty" would unlist numbers.
  throw new RangeError(`no form of a block of the register has ${length} bytes`);
}

function twoBytes(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

function bitsIn(byte: number): number {
  let bits = byte - ((byte >> 1) & 0x55);
  bits = (bits & 0x33) + ((bits >> 2) & 0x33);
  return (bits + (bits >> 4)) & 0x0f;
}
