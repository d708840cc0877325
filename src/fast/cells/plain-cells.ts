/**
 * Cells of addresses and ids that are read from their bytes, because they are written as most are. Each answer
 * is the one that reading the cell closely gives, or that the cell has to be read closely; tests hold them to that.
 */
import { isFigure, isLetter, isLetterOrFigure } from '../../contacts/text/ascii.js';

const HYPHEN = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const AT = 0x40;
const UNDERSCORE = 0x5f;

/** Whether an email cell holds one address in letters, figures, dots, hyphens and underscores, and nothing else. */
export function isPlainEmail(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > LONGEST_EMAIL) return false;
  let at = start;
  let before = DOT;
  for (; at < end && bytes[at] !== AT; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === DOT ? before === DOT : !isWordByte(byte) && (byte !== HYPHEN || before === DOT))
      return false;
    before = byte;
  }
  if (at === start || at >= end || at - start > LONGEST_LOCAL_PART || before === DOT) return false;
  before = DOT;
  let label = at + 1;
  let labels = 1;
  for (at += 1; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === DOT) {
      if (before === DOT || before === HYPHEN) return false;
      label = at + 1;
      labels += 1;
    } else if (byte === HYPHEN) {
      // Two hyphens may be the sign of an international name.
      if (before === DOT || before === HYPHEN) return false;
    } else if (!isLetterOrFigure(byte)) return false;
    before = byte;
  }
  if (labels < 2 || end - label < 2 || end - label > LONGEST_LABEL) return false;
  for (at = label; at < end; at += 1) if (!isLetter(bytes[at] ?? 0)) return false;
  return true;
}

const LONGEST_EMAIL = 100;
const LONGEST_LOCAL_PART = 64;
const LONGEST_LABEL = 20;

/** Whether a person_id is compared exactly as it stands: letters, figures, hyphens and underscores, a figure from 1 on among them. */
export function isPlainId(bytes: Uint8Array, start: number, end: number): boolean {
  let hasFigure = false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte > ZERO && byte <= NINE) hasFigure = true;
    else if (!isWordByte(byte) && byte !== HYPHEN) return false;
  }
  return hasFigure;
}

/**
 * Whether no number, no half of one and no address can stand in a cell: no figures, or a few among letters, no at
 * sign, all of it ASCII.
 */
export function holdsNoContact(bytes: Uint8Array, start: number, end: number): boolean {
  let figures = 0;
  let hasLetter = false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isFigure(byte)) figures += 1;
    else if (byte === AT || byte > LAST_ASCII) return false;
    else if (isLetter(byte)) hasLetter = true;
  }
  return figures === 0 || (hasLetter && figures < FEWEST_OF_A_NUMBER);
}

const LAST_ASCII = 0x7e;
/** Two numbers of the plan have seven digits behind their zero. */
const FEWEST_OF_A_NUMBER = 7;

function isWordByte(byte: number): boolean {
  return isLetterOrFigure(byte) || byte === UNDERSCORE;
}
