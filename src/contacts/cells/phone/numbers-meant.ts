/**
 * The numbers that may be meant by a phone cell which could not be read whole. Nobody may ring by them; an
 * opt-out in the cell's record binds them all, since reading too much here only ever blocks.
 */

import { isPhoneNumber, type PhoneNumber } from '../../../screening/contact.js';
import { isFigure } from '../../text/ascii.js';
import { normaliseText } from '../../text/normalise-text.js';
import { type DigitGroup, groupsIn } from './digit-groups.js';
import { isKnown, type ReadNumber, readNumber } from './phone-number.js';

/** A number with its country code and trunk zero has no more digits that matter here. */
const MOST_DIGITS = 15;
/** The end of a second number, as in 0161 496 0123/4, is shorter than a number. */
const LONGEST_ENDING = 8;
/** So many groups behind a number may be endings of further ones. */
const MOST_ENDINGS = 6;

/** The UK numbers that the digits of `cell` may mean, letters that look like digits included. */
export function numbersMeant(cell: string): readonly PhoneNumber[] {
  const { text } = normaliseText(cell);
  const found = [text, withDigitsForLetters(text)].flatMap((reading) => {
    const groups = groupsIn(reading, 0, reading.length).filter(({ digits }) => /^\d+$/.test(digits));
    return [...inGroups(groups), ...inDigits(groups.map(({ digits }) => digits).join(''))];
  });
  return [...new Set(found)];
}

/** Whether a cell may hold so many digits by `countPossibleDigits`: quick, and it decides most cells. */
export function mayHoldDigits(cell: string, fewest: number): boolean {
  let possible = 0;
  for (let at = 0; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at);
    if (code > LAST_ASCII) return true;
    if (isFigure(code) || LETTERS_FOR_DIGITS.includes(code)) possible += 1;
  }
  return possible >= fewest;
}

const LAST_ASCII = 0x7e;
/** Letters that are taken for digits: O, o, I, l. */
const LETTERS_FOR_DIGITS: readonly number[] = [0x4f, 0x6f, 0x49, 0x6c];

/** How many digits stand in `cell` if letters that look like them are counted. */
export function countPossibleDigits(cell: string): number {
  return withDigitsForLetters(normaliseText(cell).text).replace(/\D/gu, '').length;
}

/** Numbers that begin and end with a group, and those that have another ending that stands behind them. */
function inGroups(groups: readonly DigitGroup[]): readonly PhoneNumber[] {
  const found: PhoneNumber[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    let digits = '';
    for (let last = first; last < groups.length && digits.length < MOST_DIGITS; last += 1) {
      digits += groups[last]?.digits ?? '';
      const read = readNumber(digits, false);
      if (read === null || !isUk(read)) continue;
      found.push(read.number);
      for (const { digits: ending } of groups.slice(last + 1, last + 1 + MOST_ENDINGS)) {
        if (ending.length > LONGEST_ENDING) continue;
        const other = `${read.number.slice(0, -ending.length)}${ending}`;
        if (isPhoneNumber(other)) found.push(other);
      }
    }
  }
  return found;
}

/** Numbers anywhere in a row of digits, as where two were glued together or one has a digit too many. */
function inDigits(digits: string): readonly PhoneNumber[] {
  return [...digits].flatMap((_digit, from) => {
    const rest = digits.slice(from, from + MOST_DIGITS);
    const lengths = /^0[1-9]/.test(rest) ? [11, 10] : rest.startsWith('44') ? [12] : [];
    return lengths.flatMap((length) => {
      const read = rest.length < length ? null : readNumber(rest.slice(0, length), false);
      return read !== null && isUk(read) && (isKnown(read) || from === 0) ? [read.number] : [];
    });
  });
}

function isUk({ number }: ReadNumber): boolean {
  return number.startsWith('+44');
}

function withDigitsForLetters(text: string): string {
  return text.replace(/(?<!\p{L})[OoIl]+(?!\p{L})/gu, (letters) =>
    letters.replace(/[Oo]/g, '0').replace(/[Il]/g, '1'),
  );
}
