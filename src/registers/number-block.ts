/**
 * One block of a number set: the last 16 bits of up to 65,536 neighbouring numbers, in the smaller of
 * two forms. The first byte names the form; the rest is the same on every machine (low byte first).
 *
 * Nothing here checks the bytes against damage: the store does, with a checksum, before it hands them out.
 */

/** How many numbers share a block. */
export const BLOCK_SIZE = 65_536;

/** Tag, then the values in rising order, two bytes each. */
const SORTED = 1;
/** Tag, then one bit a value, lowest bit first. */
const BITMAP = 2;

/** Bytes of a bitmap without its tag. */
export const BITMAP_BYTES = BLOCK_SIZE / 8;
/** Up to here the sorted form is the smaller one. */
export const LARGEST_SORTED = BITMAP_BYTES / 2;

/** Packs values that stand in rising order, none of them twice. */
export function encodeBlock(values: Uint16Array): Uint8Array {
  if (values.length <= LARGEST_SORTED) {
    const packed = new Uint8Array(1 + values.length * 2);
    packed[0] = SORTED;
    let at = 1;
    for (const value of values) {
      packed[at] = value & 0xff;
      packed[at + 1] = value >> 8;
      at += 2;
    }
    return packed;
  }
  const packed = new Uint8Array(1 + BITMAP_BYTES);
  packed[0] = BITMAP;
  for (const value of values) setBit(packed, 1, value);
  return packed;
}

/** Whether `value` (0 to 65535) is in the block. Reads the packed bytes where they stand. */
export function blockContains(packed: Uint8Array, value: number): boolean {
  if (formOf(packed) === BITMAP) return (((packed[1 + (value >> 3)] ?? 0) >> (value & 7)) & 1) === 1;
  let low = 0;
  let high = (packed.length - 1) / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = 1 + middle * 2;
    const found = (packed[at] ?? 0) | ((packed[at + 1] ?? 0) << 8);
    if (found === value) return true;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** All values of the block, in rising order. */
export function blockValues(packed: Uint8Array): Uint16Array {
  if (formOf(packed) === BITMAP) return bitmapValues(packed.subarray(1));
  const values = new Uint16Array((packed.length - 1) / 2);
  for (let index = 0; index < values.length; index++) {
    const at = 1 + index * 2;
    values[index] = (packed[at] ?? 0) | ((packed[at + 1] ?? 0) << 8);
  }
  return values;
}

/** The values of `packed` that `other` does not hold, in rising order. */
export function blockDifference(packed: Uint8Array, other: Uint8Array): Uint16Array {
  const values = blockValues(packed);
  const others = blockValues(other);
  let kept = 0;
  let at = 0;
  for (const value of values) {
    while (at < others.length && (others[at] ?? 0) < value) at++;
    if (at < others.length && others[at] === value) continue;
    values[kept++] = value;
  }
  return values.slice(0, kept);
}

/** The values of a bare bitmap of `BITMAP_BYTES`, in rising order. */
export function bitmapValues(bitmap: Uint8Array): Uint16Array {
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

/** Sets the bit of `value` in a bitmap that begins at byte `offset`. */
export function setBit(bytes: Uint8Array, offset: number, value: number): void {
  const at = offset + (value >> 3);
  bytes[at] = (bytes[at] ?? 0) | (1 << (value & 7));
}

function formOf(packed: Uint8Array): typeof SORTED | typeof BITMAP {
  const form = packed[0];
  if (form === SORTED || form === BITMAP) return form;
  // The store's checksum was right, so this was written: reading it as "empty" would unlist numbers.
  throw new RangeError(`a block of the register has the unknown form ${form}`);
}

function bitsIn(byte: number): number {
  let bits = byte - ((byte >> 1) & 0x55);
  bits = (bits & 0x33) + ((bits >> 2) & 0x33);
  return (bits + (bits >> 4)) & 0x0f;
}
