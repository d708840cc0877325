/** Cells of columns that nobody screens, in which no number and no address can stand. */
import { isFigure, isLetter } from '../../contacts/text/ascii.js';

const AT = 0x40;
const LAST_ASCII = 0x7e;
/** Two numbers of the plan have seven digits after their zero. */
const FEWEST_OF_A_NUMBER = 7;

/**
 * Whether no number, no half of one and no address can stand in a cell: it has no digits, or a few among letters, no
 * at sign, and is all ASCII.
 */
export function holdsNoContact(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  let hasLetter = false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isFigure(byte)) digits += 1;
    else if (byte === AT || byte > LAST_ASCII) return false;
    else if (isLetter(byte)) hasLetter = true;
  }
  return digits === 0 || (hasLetter && digits < FEWEST_OF_A_NUMBER);
}
