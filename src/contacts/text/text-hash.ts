/** Hashing text character by character (FNV-1a), and a table of hashes that tells which words a text cannot hold. */

export const HASH_SEED = 0x811c_9dc5 | 0;

/** One step: takes the next character, as its code or byte, into the hash of those before. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x0100_0193);
}

/** The hashes of some words: no means that a word is none of them, yes that it may be. */
export class HashedWords {
  private readonly words: Uint32Array;
  private readonly mask: number;

  /** With 2 to the power of `bits` bits: a few thousand words leave most of 2^18 empty. */
  constructor(bits = 16) {
    this.words = new Uint32Array(2 ** bits / 32);
    this.mask = 2 ** bits - 1;
  }

  add(hash: number): void {
    const bit = this.placeOf(hash);
    this.words[bit >>> 5] = (this.words[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }

  mayHold(hash: number): boolean {
    const bit = this.placeOf(hash);
    return (((this.words[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  }

  private placeOf(hash: number): number {
    return (hash ^ (hash >>> 13)) & this.mask;
  }
}
