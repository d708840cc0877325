/**
 * May a text hold one of the phrases that mean an opt-out or a death? Each of them has a word of its own, and a
 * text without any of those words holds none of the phrases; so most cells need not be read as text at all.
 */

import { isLetterOrFigure, TO_SMALL } from './ascii.js';
import { HASH_SEED, HashedWords, hashStep } from './text-hash.js';

const APOSTROPHE = 0x27;
const DELETE = 0x7f;
const SPACE = 0x20;
/** Tab, line feed, carriage return. */
const BLANKS = [0x09, 0x0a, 0x0d];

/** So many single letters in a row may be a word that was spaced out. */
const SPACED_OUT = 3;

export class WordSieve {
  private readonly words = new HashedWords();

  /** Of phrases in lower case, of which at least one word each is in `words`. */
  constructor(words: Iterable<string>) {
    for (const word of words) {
      let hash = HASH_SEED;
      for (let at = 0; at < word.length; at += 1) hash = hashStep(hash, word.charCodeAt(at));
      this.words.add(hash);
    }
  }

  /** Whether the text (UTF-8) between `start` and `end` has to be read closely; false: it holds no phrase. */
  mayHold(bytes: Uint8Array, start: number, end: number): boolean {
    let hash = HASH_SEED;
    let length = 0;
    let singles = 0;
    for (let at = start; at <= end; at += 1) {
      const byte = at < end ? (bytes[at] ?? 0) : SPACE;
      if (isLetterOrFigure(byte)) {
        hash = hashStep(hash, byte | TO_SMALL);
        length += 1;
      } else if (byte !== APOSTROPHE) {
        if (isOdd(byte)) return true;
        if (length > 0) {
          singles = length === 1 ? singles + 1 : 0;
          if (singles >= SPACED_OUT || this.words.mayHold(hash)) return true;
          hash = HASH_SEED;
          length = 0;
        }
      }
    }
    return false;
  }
}

/** What is read closely: anything but ASCII, and signs that control a printer. */
function isOdd(code: number): boolean {
  return code >= DELETE || (code < SPACE && !BLANKS.includes(code));
}

/** The longest word of a phrase that is none of its slots. */
export function ownWord(phrase: string): string {
  const words = phrase.split(' ').filter((word) => !word.startsWith('{'));
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}
