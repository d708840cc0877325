/**
 * Scans a text byte by byte, once: may it hold one of the phrases that mean an opt-out or a death, a
 * number, an address? Each phrase has a word of its own, and a text without any of those words holds none of the
 * phrases; so most cells need not be read as text at all.
 */
import { isFigure, isLetter, TO_SMALL } from './ascii.js';
import { HASH_SEED, HashedWords, hashStep } from './text-hash.js';

/** What a text may hold, as bits; a text without a bit holds nothing of the kind. */
export const MAY_HOLD_WORDS = 1;
/** Nine figures, scientific notation, or figures that are not ASCII. */
export const MAY_HOLD_NUMBER = 2;
export const MAY_HOLD_ADDRESS = 4;
const ANYTHING = MAY_HOLD_WORDS | MAY_HOLD_NUMBER | MAY_HOLD_ADDRESS;

/** So many single letters in a row may be a word that was spaced out. */
const SPACED_OUT = 3;
const FEWEST_DIGITS_OF_A_NUMBER = 9;
/** Scientific notation has two figures at least in front, and two behind its `E`. */
const FEWEST_DIGITS_OF_A_POWER = 3;

/** What each byte is to the scan. */
const OTHER = 0;
const LETTER = 1;
const LETTER_E = 2;
const FIGURE = 3;
const APOSTROPHE = 4;
const POINT = 5;
const AT = 6;
/** Signs that control a printer. */
const CONTROL = 7;
/** Anything but ASCII. */
const FOREIGN = 8;
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => kindOf(byte));

export class KeywordPrefilter {
  private readonly words = new HashedWords();

  /** Of phrases in lower case, of which at least one word each is in `words`. */
  constructor(words: Iterable<string>) {
    for (const word of words) {
      let hash = HASH_SEED;
      for (let at = 0; at < word.length; at += 1) hash = hashStep(hash, word.charCodeAt(at));
      this.words.add(hash);
    }
  }

  /** What the text (UTF-8) between `start` and `end` may hold. */
  scanFlags(bytes: Uint8Array, start: number, end: number): number {
    let found = 0;
    let hash = HASH_SEED;
    let length = 0;
    let singles = 0;
    let figures = 0;
    let hasPoint = false;
    let hasE = false;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      const kind = KINDS[byte] ?? FOREIGN;
      if (kind === LETTER || kind === FIGURE || kind === LETTER_E) {
        hash = hashStep(hash, byte | TO_SMALL);
        length += 1;
        if (kind === FIGURE) figures += 1;
        else if (kind === LETTER_E) hasE = true;
        continue;
      }
      if (kind === APOSTROPHE) continue;
      if (kind === FOREIGN) return ANYTHING;
      if (kind === CONTROL) found |= MAY_HOLD_WORDS;
      else if (kind === AT) found |= MAY_HOLD_ADDRESS;
      else if (kind === POINT) hasPoint = true;
      if (length > 0) {
        singles = length === 1 ? singles + 1 : 0;
        if (singles >= SPACED_OUT || this.words.mayHold(hash)) found |= MAY_HOLD_WORDS;
        hash = HASH_SEED;
        length = 0;
      }
    }
    if (length > 0 && ((length === 1 && singles + 1 >= SPACED_OUT) || this.words.mayHold(hash)))
      found |= MAY_HOLD_WORDS;
    const isNumber =
      figures >= FEWEST_DIGITS_OF_A_NUMBER || (figures >= FEWEST_DIGITS_OF_A_POWER && hasPoint && hasE);
    return isNumber ? found | MAY_HOLD_NUMBER : found;
  }
}

function kindOf(byte: number): number {
  const sign = String.fromCharCode(byte);
  if (isFigure(byte)) return FIGURE;
  if (sign === 'e' || sign === 'E') return LETTER_E;
  if (isLetter(byte)) return LETTER;
  if (sign === "'") return APOSTROPHE;
  if (sign === '.' || sign === ',') return POINT;
  if (sign === '@') return AT;
  if (byte >= 0x7f) return FOREIGN;
  return byte < 0x20 && !['\t', '\n', '\r'].includes(sign) ? CONTROL : OTHER;
}

/** The longest word of a phrase that is none of its slots. */
export function anchorWord(phrase: string): string {
  const words = phrase.split(' ').filter((word) => !word.startsWith('{'));
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}
