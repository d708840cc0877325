/** Texts in which the survey has nothing to find: no words, no number, no address, no answer. */
import { isFigure, TO_SMALL } from './ascii.js';
import { isBareAnswer } from './flag-values.js';
import { findWords, findWordsInName } from './opt-out-words.js';
import { phoneEvidence } from './phone-evidence.js';
import { isPlaceholder } from './placeholder.js';

/** What was found in a text that had to be read closely. */
export interface TextReading {
  readonly isDull: boolean;
  readonly isPlaceholder: boolean;
}

const AT = 0x40;
const LAST_ASCII = 0x7e;
const DOT = 0x2e;
const COMMA = 0x2c;
const SMALL_E = 0x65;
const FEWEST_DIGITS_OF_A_NUMBER = 9;
/** Texts that are remembered, of a column. */
const MOST_TEXTS = 20_000;

/** Reads a text closely, and remembers what was found. `latin1`: its bytes, each as a character. */
export function readText(
  texts: Map<string, TextReading>,
  kind: string,
  latin1: string,
  watchesAddresses: boolean,
): TextReading {
  const known = texts.get(latin1);
  if (known !== undefined) return known;
  const text = Buffer.from(latin1, 'latin1').toString();
  const words = kind === 'name' ? findWordsInName(text) : kind === 'text' ? findWords(text) : null;
  const isDull =
    words?.optOut !== true &&
    words?.deceased !== true &&
    phoneEvidence(text) === null &&
    !isBareAnswer(text) &&
    !(watchesAddresses && /[@\uff20\ufe6b]/u.test(text));
  const reading = { isDull, isPlaceholder: isPlaceholder(text) };
  if (texts.size < MOST_TEXTS) texts.set(latin1, reading);
  return reading;
}

/** Whether a number may stand in a text (nine digits, scientific notation, figures that are not ASCII), or an address. */
export function mayHoldContact(
  bytes: Uint8Array,
  start: number,
  end: number,
  watchesAddresses: boolean,
): boolean {
  let digits = 0;
  let hasPoint = false;
  let hasE = false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isFigure(byte)) digits += 1;
    else if (byte > LAST_ASCII || (byte === AT && watchesAddresses)) return true;
    else if (byte === DOT || byte === COMMA) hasPoint = true;
    else if ((byte | TO_SMALL) === SMALL_E) hasE = true;
  }
  return digits >= FEWEST_DIGITS_OF_A_NUMBER || (digits >= FEWEST_DIGITS_OF_A_POWER && hasPoint && hasE);
}

/** Scientific notation has two figures at least in front, and two behind its `E`. */
const FEWEST_DIGITS_OF_A_POWER = 3;

/** Figures of ASCII in a cell. */
export function countDigits(bytes: Uint8Array, start: number, end: number): number {
  let digits = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isFigure(byte)) digits += 1;
  }
  return digits;
}
