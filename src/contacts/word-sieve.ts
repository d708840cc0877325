/**
 * May a text hold one of the phrases that mean an opt-out or a death? Each of them has a word of its own, and a
 * text without any of those words holds none of the phrases; so most cells need not be read as text at all.
 */

const APOSTROPHE = 0x27;
const ZERO = 0x30;
const NINE = 0x39;
const DELETE = 0x7f;
const SPACE = 0x20;
const TO_SMALL = 0x20;
/** Tab, line feed, carriage return. */
const BLANKS = [0x09, 0x0a, 0x0d];

const SEED = 0x811c_9dc5 | 0;
const BITS = 1 << 16;

/** So many single letters in a row may be a word that was spaced out. */
const SPACED_OUT = 3;

export class WordSieve {
  private readonly words = new Uint32Array(BITS / 32);

  /** Of phrases in lower case, of which at least one word each is in `words`. */
  constructor(words: Iterable<string>) {
    for (const word of words) {
      let hash = SEED;
      for (let at = 0; at < word.length; at += 1) hash = step(hash, word.charCodeAt(at));
      const bit = placeOf(hash);
      this.words[bit >>> 5] = (this.words[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }

  /** Whether the text (UTF-8) between `start` and `end` has to be read closely; false: it holds no phrase. */
  mayHold(bytes: Uint8Array, start: number, end: number): boolean {
    let hash = SEED;
    let length = 0;
    let singles = 0;
    for (let at = start; at <= end; at += 1) {
      const byte = at < end ? (bytes[at] ?? 0) : SPACE;
      if (isFigure(byte) || isLetter(byte)) {
        // A figure has this bit already.
        hash = step(hash, byte | TO_SMALL);
        length += 1;
      } else if (byte !== APOSTROPHE) {
        if (isOdd(byte)) return true;
        if (length > 0) {
          singles = length === 1 ? singles + 1 : 0;
          if (singles >= SPACED_OUT || this.has(hash)) return true;
          hash = SEED;
          length = 0;
        }
      }
    }
    return false;
  }

  /** The same of a text that is no bytes. */
  mayHoldIn(text: string): boolean {
    let hash = SEED;
    let length = 0;
    let singles = 0;
    for (let at = 0; at <= text.length; at += 1) {
      const code = at < text.length ? text.charCodeAt(at) : SPACE;
      if (isFigure(code) || isLetter(code)) {
        hash = step(hash, code | TO_SMALL);
        length += 1;
      } else if (code !== APOSTROPHE) {
        if (isOdd(code)) return true;
        if (length > 0) {
          singles = length === 1 ? singles + 1 : 0;
          if (singles >= SPACED_OUT || this.has(hash)) return true;
          hash = SEED;
          length = 0;
        }
      }
    }
    return false;
  }

  private has(hash: number): boolean {
    const bit = placeOf(hash);
    return (((this.words[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  }
}

/** What is read closely: anything but ASCII, and signs that control a printer. */
function isOdd(code: number): boolean {
  return code >= DELETE || (code < SPACE && !BLANKS.includes(code));
}

function isFigure(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** The longest word of a phrase that is none of its slots. */
export function ownWord(phrase: string): string {
  const words = phrase.split(' ').filter((word) => !word.startsWith('{'));
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

function isLetter(byte: number): boolean {
  const small = byte | TO_SMALL;
  return small >= 0x61 && small <= 0x7a;
}

function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x0100_0193);
}

function placeOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (BITS - 1);
}
