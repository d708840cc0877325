/**
 * May anything be held under a number, an address or an id? A Bloom filter over the keys of all that is held:
 * no means no, and only maybe is worth a look. So a record about whom nothing is held costs no look-up.
 */

import { isLetter, TO_SMALL } from './text/ascii.js';
import { HASH_SEED, hashStep } from './text/text-hash.js';

const SMALLEST_BITS = 1 << 16;
const LARGEST_BITS = 2 ** 31;
/** So many bits a key let one key in some 400 pass that nothing is held under. */
const BITS_A_KEY = 32;

const UK_NUMBER = /^\+44[1-9]\d{8,9}$/;

/** A filter as it goes from one thread to another; its memory is shared. */
export interface SharedKeys {
  readonly words: Uint32Array;
  /** Keys that were added, those that were added again among them. */
  readonly added: number;
}

export class KeyFilter {
  private readonly words: Uint32Array;
  private readonly mask: number;

  private constructor(
    words: Uint32Array,
    private added: number,
  ) {
    this.words = words;
    this.mask = words.length * 32 - 1;
  }

  /** A new one for about `keys` keys; more of them only make it less sure. */
  static for(keys: number): KeyFilter {
    let bits = SMALLEST_BITS;
    while (bits < keys * BITS_A_KEY && bits < LARGEST_BITS) bits *= 2;
    return new KeyFilter(new Uint32Array(new SharedArrayBuffer(bits / 8)), 0);
  }

  /**
   * One that another thread shares. What is added on one side binds on both, but for their counts: so it has to be
   * shared once all is added, or as one to which others add.
   */
  static of({ words, added }: SharedKeys): KeyFilter {
    return new KeyFilter(words, added);
  }

  /** Takes account of keys that other threads added to the memory it shares. */
  addedElsewhere(keys: number): void {
    this.added += keys;
  }

  /** What another thread needs to ask it. */
  share(): SharedKeys {
    return { words: this.words, added: this.added };
  }

  /**
   * The same in as little memory as serves for what was added so far, where it was made for more: a small one
   * stays in the cache of the processor.
   */
  shrunk(): KeyFilter {
    let { words } = this;
    while (words.length > SMALLEST_BITS / 32 && words.length * 32 >= this.added * BITS_A_KEY * 2) {
      const half = new Uint32Array(new SharedArrayBuffer(words.byteLength / 2));
      for (let at = 0; at < half.length; at += 1)
        half[at] = (words[at] ?? 0) | (words[at + half.length] ?? 0);
      words = half;
    }
    return new KeyFilter(words, this.added);
  }

  /** Whether nothing was added. */
  isEmpty(): boolean {
    return this.added === 0;
  }

  /** Adds a number in E.164 form, an address in the form in which addresses are compared, or an id. */
  add(key: string): void {
    this.added += 1;
    if (UK_NUMBER.test(key)) {
      this.set(hashOfNumber(Number(key.slice(3)), HASH_SEED));
      this.set(hashOfNumber(Number(key.slice(3)), SECOND_SEED));
      return;
    }
    let one = HASH_SEED;
    let other = SECOND_SEED;
    for (let at = 0; at < key.length; at += 1) {
      const code = key.charCodeAt(at);
      one = hashStep(one, code);
      other = hashStep(other, code);
    }
    this.set(settle(one));
    this.set(settle(other));
  }

  /** Whether anything may be held under a UK number: the 9 or 10 digits behind +44, as a whole number. */
  mayHoldNumber(national: number): boolean {
    return this.has(hashOfNumber(national, HASH_SEED)) && this.has(hashOfNumber(national, SECOND_SEED));
  }

  /**
   * Whether anything may be held under the text in `bytes` from `start` up to `end`. All of it has to be ASCII;
   * with `inLowerCase` capitals are read as small letters.
   */
  mayHoldText(bytes: Uint8Array, start: number, end: number, inLowerCase: boolean): boolean {
    return (
      this.has(hashOfText(bytes, start, end, inLowerCase, HASH_SEED)) &&
      this.has(hashOfText(bytes, start, end, inLowerCase, SECOND_SEED))
    );
  }

  /** Several threads may add at once, and neither may undo what the other set. */
  private set(hash: number): void {
    const bit = hash & this.mask;
    Atomics.or(this.words, bit >>> 5, 1 << (bit & 31));
  }

  private has(hash: number): boolean {
    const bit = hash & this.mask;
    return (((this.words[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  }
}

const SECOND_SEED = 0x3c6e_f372;

function hashOfText(
  bytes: Uint8Array,
  start: number,
  end: number,
  inLowerCase: boolean,
  seed: number,
): number {
  let hash = seed;
  for (let at = start; at < end; at += 1) {
    let code = bytes[at] ?? 0;
    if (inLowerCase && isLetter(code)) code |= TO_SMALL;
    hash = hashStep(hash, code);
  }
  return settle(hash);
}

/** Spreads what the last characters changed over all bits. */
function settle(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return mixed ^ (mixed >>> 16);
}

function hashOfNumber(national: number, seed: number): number {
  const high = Math.floor(national / 65_536);
  return settle(Math.imul(high ^ seed, 0x9e37_79b1) ^ (national - high * 65_536));
}
