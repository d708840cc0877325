/** May a cell be one of the short words that stand in place of a value, or answer a question? Told from its bytes. */
import { BARE_ANSWERS } from './flag-values.js';
import { PLACEHOLDERS } from './placeholder.js';

const LONGEST = 24;
const BLANK = 0x20;
const BITS = 1 << 16;
const TO_SMALL = 0x20;

const words = new Uint32Array(BITS / 32);
for (const word of [...PLACEHOLDERS, ...BARE_ANSWERS]) {
  const bytes = Buffer.from(word);
  const bit = hashOf(bytes, 0, bytes.length);
  words[bit >>> 5] = (words[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

/**
 * Whether the cell between `start` and `end` may be such a word, in any case and whatever stands around it;
 * where not, it is none. For cells of ASCII; any other has to be read.
 */
export function mayBeShortWord(bytes: Uint8Array, start: number, end: number): boolean {
  if (!isWordLike(bytes, start, end)) return true;
  if (end - start > LONGEST) return false;
  const bit = hashOf(bytes, start, end);
  return (((words[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
}

/** Whether a cell begins and ends with a letter or figure, so that nothing stands around a word. */
function isWordLike(bytes: Uint8Array, start: number, end: number): boolean {
  return isAlphanumeric(bytes[start] ?? 0) && isAlphanumeric(bytes[end - 1] ?? 0);
}

function isAlphanumeric(byte: number): boolean {
  const small = byte | TO_SMALL;
  return (byte >= 0x30 && byte <= 0x39) || (small >= 0x61 && small <= 0x7a);
}

/**
 * Of the bytes with capitals as small letters and one blank for several; signs that are neither are changed,
 * too, but always alike.
 */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c_9dc5 | 0;
  let wasBlank = false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    const isBlank = byte <= BLANK;
    if (!isBlank || !wasBlank) hash = Math.imul(hash ^ (isBlank ? BLANK : byte | TO_SMALL), 0x0100_0193);
    wasBlank = isBlank;
  }
  return (hash ^ (hash >>> 15)) & (BITS - 1);
}
