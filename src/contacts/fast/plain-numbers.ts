/**
 * Phone cells that are read from their bytes, because they are written as most are. Each answer is the one that
 * reading the cell closely gives, or that the cell has to be read closely; a test holds them to that.
 */
import type { NumberRepair } from '../../screening/contact.js';
import { isFigure } from '../text/ascii.js';

/** The cell is written in another way: read it closely. */
export const READ_CLOSELY = -1;

const SPACE = 0x20;
const OPENING = 0x28;
const CLOSING = 0x29;
const PLUS = 0x2b;
const HYPHEN = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const FOUR = 0x34;
const SIX = 0x36;

const FEWEST_DIGITS = 9;
const MOST_DIGITS = 10;

/** What was mended to read a number, as a place in `MENDED`; 0: nothing. */
export const MENDED: readonly (NumberRepair | null)[] = [null, 'missing-plus', 'lost-leading-zero'];
const MISSING_PLUS = 1;
const LOST_ZERO = 2;

/** Larger than any number: what was mended is told by how many of these were added. */
const ABOVE_NUMBERS = 2 ** 34;

/** The number in an answer of `plainNumber`: the digits behind its zero or +44 as a whole number. */
export function numberIn(answer: number): number {
  return answer % ABOVE_NUMBERS;
}

/** What was mended for an answer of `plainNumber`, as a place in `MENDED`. */
export function mendedIn(answer: number): number {
  return Math.floor(answer / ABOVE_NUMBERS);
}

/**
 * The number of a phone cell that holds one UK number of nine or ten digits and nothing else, as most people
 * write it: from its zero, +44, 0044 or 44 on, or with its zero lost; between the digits single blanks, stops
 * or hyphens, the area code or the trunk zero in brackets. Else `READ_CLOSELY`. `numberIn` and `mendedIn` tell
 * what the answer says.
 */
export function plainNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  let last = end;
  while (at < last && bytes[at] === SPACE) at += 1;
  while (last > at && bytes[last - 1] === SPACE) last -= 1;
  const first = bytes[at];
  if (first === ZERO) {
    if (bytes[at + 1] !== ZERO) return nationalNumber(bytes, at + 1, last, false);
    return bytes[at + 2] === FOUR && bytes[at + 3] === FOUR
      ? behindCountryCode(bytes, at + 4, last)
      : READ_CLOSELY;
  }
  if (first === PLUS) {
    return bytes[at + 1] === FOUR && bytes[at + 2] === FOUR
      ? behindCountryCode(bytes, at + 3, last)
      : READ_CLOSELY;
  }
  if (first === OPENING)
    return bytes[at + 1] === ZERO ? nationalNumber(bytes, at + 2, last, true) : READ_CLOSELY;
  return unprefixedNumber(bytes, at, last);
}

/** Behind +44 a blank may stand, and the trunk zero in brackets. */
function behindCountryCode(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  if (bytes[at] === SPACE) at += 1;
  if (bytes[at] === OPENING) {
    if (bytes[at + 1] !== ZERO || bytes[at + 2] !== CLOSING) return READ_CLOSELY;
    at += 3;
    if (bytes[at] === SPACE) at += 1;
  }
  return nationalNumber(bytes, at, end, false);
}

/** The digits behind the zero, none of them left over. `isBracketed`: a bracket was opened before the zero. */
function nationalNumber(bytes: Uint8Array, start: number, end: number, isBracketed: boolean): number {
  if (bytes[start] === ZERO) return READ_CLOSELY;
  let national = 0;
  let digits = 0;
  let isOpen = isBracketed;
  let wasDigit = false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isFigure(byte)) {
      national = national * 10 + byte - ZERO;
      digits += 1;
      wasDigit = true;
    } else if (byte === CLOSING && isOpen && wasDigit && digits <= LONGEST_AREA) {
      isOpen = false;
      if (bytes[at + 1] === SPACE) at += 1;
      wasDigit = false;
    } else if (wasDigit && !isOpen && (byte === SPACE || byte === HYPHEN || byte === DOT)) wasDigit = false;
    else return READ_CLOSELY;
  }
  return wasDigit && !isOpen && digits >= FEWEST_DIGITS && digits <= MOST_DIGITS ? national : READ_CLOSELY;
}

/** Twelve figures from 44 on, or ten that can only be a number without its zero. */
function unprefixedNumber(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length !== MOST_DIGITS && length !== MOST_DIGITS + 2) return READ_CLOSELY;
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (!isFigure(byte)) return READ_CLOSELY;
    number = number * 10 + byte - ZERO;
  }
  if (length === MOST_DIGITS) {
    const first = bytes[start] ?? 0;
    return first === ZERO || (first >= FOUR && first <= SIX)
      ? READ_CLOSELY
      : number + LOST_ZERO * ABOVE_NUMBERS;
  }
  const national = number - COUNTRY_CODE * 10 ** MOST_DIGITS;
  const isWhole = national >= 10 ** (MOST_DIGITS - 1) && national < 10 ** MOST_DIGITS;
  return isWhole ? national + MISSING_PLUS * ABOVE_NUMBERS : READ_CLOSELY;
}

const COUNTRY_CODE = 44;
/** Digits of an area code behind its zero. */
const LONGEST_AREA = 5;
