/** Hashing text character by character (FNV-1a), and a table of hashes that tells which words a text cannot hold. */

export const HASH_SEED = 0x811c_9dc5 | 0;

/** One step: takes the next character, as its code or byte, into the hash of those before. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x0100_0193);
}

/** A few hundred words leave nearly all of so many bits empty. */
const BITS = 1 << 16;

/** The hashes of some words: no means that a word is none of them, yes that it may be. */
export class HashedWords {
  private readonly words = new Uint32Array(BITS / 32);

  add(hash: number): void {
    const bit = placeOf(hash);
    this.words[bit >>> 5] = (this.words[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }

  mayHold(hash: number): boolean {
    const bit = placeOf(hash);
    return (((this.words[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  }
}

function placeOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (BITS - 1);
}
