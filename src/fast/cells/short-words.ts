/** May a cell be one of the short words that stand in place of a value, or answer a question? Told from its bytes. */

import { BARE_ANSWERS } from '../../contacts/cells/flag-values.js';
import { PLACEHOLDERS } from '../../contacts/cells/placeholder.js';
import { isLetterOrFigure, TO_SMALL } from '../../contacts/text/ascii.js';
import { HASH_SEED, HashedWords, hashStep } from '../../contacts/text/text-hash.js';

const LONGEST = 24;
const BLANK = 0x20;

const words = new HashedWords();
/** By its first and its last character, whether there is such a word: of most cells that is enough. */
const ends = new Uint8Array(1 << 16);
for (const word of [...PLACEHOLDERS, ...BARE_ANSWERS]) {
  const bytes = Buffer.from(word);
  words.add(hashOf(bytes, 0, bytes.length));
  ends[placeOfEnds(bytes, 0, bytes.length)] = 1;
}

/**
 * Whether the cell between `start` and `end` may be such a word, in any case and whatever stands around it;
 * where not, it is none. For cells of ASCII; any other has to be read.
 */
export function mayBeShortWord(bytes: Uint8Array, start: number, end: number): boolean {
  if (!isWordLike(bytes, start, end)) return true;
  if (end - start > LONGEST || ends[placeOfEnds(bytes, start, end)] !== 1) return false;
  return words.mayHold(hashOf(bytes, start, end));
}

function placeOfEnds(bytes: Uint8Array, start: number, end: number): number {
  return (((bytes[start] ?? 0) | TO_SMALL) << 8) | ((bytes[end - 1] ?? 0) | TO_SMALL);
}

/** Whether a cell begins and ends with a letter or figure, so that nothing stands around a word. */
function isWordLike(bytes: Uint8Array, start: number, end: number): boolean {
  return isLetterOrFigure(bytes[start] ?? 0) && isLetterOrFigure(bytes[end - 1] ?? 0);
}

/**
 * Of the bytes with capitals as small letters and one blank for several; signs that are neither are changed,
 * too, but always alike.
 */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = HASH_SEED;
  let wasBlank = false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    const isBlank = byte <= BLANK;
    if (!isBlank || !wasBlank) hash = hashStep(hash, isBlank ? BLANK : byte | TO_SMALL);
    wasBlank = isBlank;
  }
  return hash;
}
