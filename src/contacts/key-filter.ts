/**
 * May anything be held under a number, an address or an id? A Bloom filter over the keys of all that is held:
 * no means no, and only maybe is worth a look. So a record about whom nothing is held costs no look-up.
 */

import { HASH_SEED, hashStep } from './text-hash.js';

const SMALLEST_BITS = 1 << 16;
const LARGEST_BITS = 2 ** 31;
/** So many bits a key let one key in some 400 pass that nothing is held under. */
const BITS_A_KEY = 32;

const UK_NUMBER = /^\+44[1-9]\d{8,9}$/;

/** A filter as it goes from one thread to another; its memory is shared. */
export interface SharedKeys {
  readonly words: Uint32Array;
  readonly isFilled: boolean;
}

export class KeyFilter {
  private readonly words: Uint32Array;
  private readonly mask: number;

  private constructor(
    words: Uint32Array,
    private isFilled: boolean,
  ) {
    this.words = words;
    this.mask = words.length * 32 - 1;
  }

  /** A new one for about `keys` keys; more of them only make it less sure. */
  static for(keys: number): KeyFilter {
    let bits = SMALLEST_BITS;
    while (bits < keys * BITS_A_KEY && bits < LARGEST_BITS) bits *= 2;
    return new KeyFilter(new Uint32Array(new SharedArrayBuffer(bits / 8)), false);
  }

  /** One that another thread shares. Nothing may be added to it any more, there or here. */
  static of({ words, isFilled }: SharedKeys): KeyFilter {
    return new KeyFilter(words, isFilled);
  }

  /** What another thread needs to ask it. */
  share(): SharedKeys {
    return { words: this.words, isFilled: this.isFilled };
  }

  /** Whether nothing was added. */
  isEmpty(): boolean {
    return !this.isFilled;
  }

  /** Adds a number in E.164 form, an address in the form in which addresses are compared, or an id. */
  add(key: string): void {
    this.isFilled = true;
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
    let one = HASH_SEED;
    let other = SECOND_SEED;
    for (let at = start; at < end; at += 1) {
      let code = bytes[at] ?? 0;
      if (inLowerCase && code >= CAPITAL_A && code <= CAPITAL_Z) code += TO_SMALL;
      one = hashStep(one, code);
      other = hashStep(other, code);
    }
    return this.has(settle(one)) && this.has(settle(other));
  }

  private set(hash: number): void {
    const bit = hash & this.mask;
    this.words[bit >>> 5] = (this.words[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }

  private has(hash: number): boolean {
    const bit = hash & this.mask;
    return (((this.words[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  }
}

const SECOND_SEED = 0x3c6e_f372;
const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;
const TO_SMALL = 0x20;

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
