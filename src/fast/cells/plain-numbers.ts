/**
 * Phone cells that are read from their bytes, because they are written as most are. Each answer is the one that
 * reading the cell closely gives, or that the cell has to be read closely; a test holds them to that.
 */

import { isFigure } from '../../contacts/text/ascii.js';
import type { NumberRepair } from '../../screening/contact.js';

/** The cell is written in another way: read it closely. */
export const NOT_PLAIN = -1;

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

/** What was repaired to read a number, as a place in `REPAIRS`; 0: nothing. */
export const REPAIRS: readonly (NumberRepair | null)[] = [null, 'missing-plus', 'lost-leading-zero'];
const MISSING_PLUS = 1;
const LOST_ZERO = 2;

/** Larger than any number: what was repaired is told by how many of these were added. */
const ABOVE_NUMBERS = 2 ** 34;

/** The number in an answer of `plainNumber`: the digits behind its zero or +44 as a whole number. */
export function numberIn(answer: number): number {
  return answer % ABOVE_NUMBERS;
}

/** What was repaired for an answer of `plainNumber`, as a place in `REPAIRS`. */
export function repairIn(answer: number): number {
  return Math.floor(answer / ABOVE_NUMBERS);
}

/**
 * The number of a phone cell that holds one UK number of nine or ten digits and nothing else, as most people
 * write it: from its zero, +44, 0044 or 44 on, or with its zero lost; between the digits single blanks, stops
 * or hyphens, the area code or the trunk zero in brackets. Else `NOT_PLAIN`. `numberIn` and `repairIn` tell
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
      : NOT_PLAIN;
  }
  if (first === PLUS) {
    return bytes[at + 1] === FOUR && bytes[at + 2] === FOUR
      ? behindCountryCode(bytes, at + 3, last)
      : NOT_PLAIN;
  }
  if (first === OPENING)
    return bytes[at + 1] === ZERO ? nationalNumber(bytes, at + 2, last, true) : NOT_PLAIN;
  return unprefixedNumber(bytes, at, last);
}

/** Behind +44 a blank may stand, and the trunk zero in brackets. */
function behindCountryCode(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  if (bytes[at] === SPACE) at += 1;
  if (bytes[at] === OPENING) {
    if (bytes[at + 1] !== ZERO || bytes[at + 2] !== CLOSING) return NOT_PLAIN;
    at += 3;
    if (bytes[at] === SPACE) at += 1;
  }
  return nationalNumber(bytes, at, end, false);
}

/** The digits behind the zero, none of them left over. `isBracketed`: a bracket was opened before the zero. */
function nationalNumber(bytes: Uint8Array, start: number, end: number, isBracketed: boolean): number {
  if (bytes[start] === ZERO) return NOT_PLAIN;
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
    else return NOT_PLAIN;
  }
  return wasDigit && !isOpen && digits >= FEWEST_DIGITS && digits <= MOST_DIGITS ? national : NOT_PLAIN;
}

/** Twelve figures from 44 on, or ten that can only be a number without its zero. */
function unprefixedNumber(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length !== MOST_DIGITS && length !== MOST_DIGITS + 2) return NOT_PLAIN;
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (!isFigure(byte)) return NOT_PLAIN;
    number = number * 10 + byte - ZERO;
  }
  if (length === MOST_DIGITS) {
    const first = bytes[start] ?? 0;
    return first === ZERO || (first >= FOUR && first <= SIX) ? NOT_PLAIN : number + LOST_ZERO * ABOVE_NUMBERS;
  }
  const national = number - COUNTRY_CODE * 10 ** MOST_DIGITS;
  const isWhole = national >= 10 ** (MOST_DIGITS - 1) && national < 10 ** MOST_DIGITS;
  return isWhole ? national + MISSING_PLUS * ABOVE_NUMBERS : NOT_PLAIN;
}

const COUNTRY_CODE = 44;
/** Digits of an area code behind its zero. */
const LONGEST_AREA = 5;
