/** What stands in a phone cell: numbers, what cannot be read as one, and the words beside them. */
import {
  type ContactPoint,
  isPhoneNumber,
  type Misplaced,
  type NumberRepair,
} from '../../../screening/contact.js';
import { patternOf } from '../../text/grammar.js';
import { type NormalisedText, normaliseText, withoutSignsAround } from '../../text/normalise-text.js';
import { readEmails } from '../email-address.js';
import { isPlaceholder } from '../placeholder.js';
import { PLAIN_NUMBERS } from '../plain-cells.js';
import { numberStatusOf } from './number-status.js';
import type { ReadNumber } from './phone-number.js';
import { readPieces } from './phone-pieces.js';
import type { Piece } from './piece-joining.js';

/** A contact point with the piece of the cell it was read from, as written. */
export type CellPoint = (
  | Extract<ContactPoint, { readonly kind: 'number' }>
  | {
      readonly kind: 'unreadable';
      readonly problem: 'number-invalid' | 'number-ambiguous';
      readonly holds?: Misplaced;
    }
) & { readonly text: string };

type UnreadablePoint = Extract<CellPoint, { readonly kind: 'unreadable' }>;

export interface PhoneReading {
  /** In the order of the cell; a number that stands there twice comes once. Empty for an empty cell or `n/a`. */
  readonly points: readonly CellPoint[];
  /**
   * All text that is no number that was read, its pieces between `; `: it may say "do not call", so that it
   * is always examined.
   */
  readonly residue: string;
  /** The cell held one plainly written number, blanks around it aside, and nothing else. */
  readonly isPlain: boolean;
}

/** One number in figures, with no signs but those that people put between them. */
const PLAIN = /^[ \t\r\n]*(?:\+\d|\(?\d)[\d ().-]*\d[ \t\r\n]*$/;

const EMPTY: PhoneReading = { points: [], residue: '', isPlain: false };

/** No number that people write needs more room; a longer cell is kept whole and read by a person. */
const LONGEST = 4096;

/**
 * Reads a phone cell. Digits are never dropped to make a number, and digits of a note never join one: what
 * cannot be read whole is `number-invalid`, what can be read in two ways `number-ambiguous`.
 */
export function readPhoneCell(cell: string): PhoneReading {
  if (cell === '') return EMPTY;
  const plain = readPlain(cell);
  if (plain !== null) return plain;
  if (cell.length > LONGEST) {
    return { points: [unreadable('number-invalid', cell)], residue: cell, isPlain: false };
  }
  if (isPlaceholder(cell)) return EMPTY;
  return readInFull(cell);
}

const PLAIN_FORMS = PLAIN_NUMBERS.map((form) => ({ ...form, pattern: patternOf(form.grammar) }));

/** A cell that holds one plain number; null for any other. A test holds it to what `readInFull` answers. */
export function readPlain(cell: string): PhoneReading | null {
  const form = PLAIN_FORMS.find(({ pattern }) => pattern.test(cell));
  if (form === undefined) return null;
  const national = cell.replace(/\D/g, '').slice(-form.digits);
  const number = `+44${national}`;
  if (!isPhoneNumber(number)) return null;
  const repairs = form.repair === null ? [] : [form.repair];
  // The bracket in front is no part of the piece that is read.
  const text = cell.trim().replace(/^\(/, '');
  const point: CellPoint = { kind: 'number', number, numberStatus: numberStatusOf(national), repairs, text };
  return { points: [point], residue: '', isPlain: form.repair === null };
}

/** Reads any cell that is not empty, whatever its form. */
export function readInFull(cell: string): PhoneReading {
  const normalised = normaliseText(cell);
  const pieces = readPieces(normalised.text);
  const residue = residueOf(pieces, normalised);
  const repairs: NumberRepair[] = [];
  if (normalised.hadForeignDigits) repairs.push('full-width-digits');
  if (/\p{L}/u.test(residue)) repairs.push('surrounding-text');

  const points: CellPoint[] = [];
  const seen = new Set<string>();
  let numbers = 0;
  for (const piece of pieces) {
    const text = normalised.original(piece.start, piece.end).trim();
    if (piece.kind === 'unreadable') points.push(unreadable(piece.problem, text));
    if (piece.kind !== 'number') continue;
    numbers += 1;
    if (seen.has(piece.read.number)) continue;
    seen.add(piece.read.number);
    points.push(pointOf(piece.read, text, repairs));
  }
  if (points.length === 0) points.push(misplaced(normalised.text, cell.trim()));
  const [only] = points;
  const isPlain =
    numbers === 1 &&
    points.length === 1 &&
    only?.kind === 'number' &&
    only.repairs.length === 0 &&
    residue === '' &&
    PLAIN.test(cell);
  return { points, residue, isPlain };
}

function residueOf(pieces: readonly Piece[], normalised: NormalisedText): string {
  const left: string[] = [];
  let from = 0;
  for (const piece of [...pieces, null]) {
    if (piece?.kind === 'unreadable') continue;
    const segment = normalised.text.slice(from, piece?.start ?? normalised.text.length);
    const words = withoutSignsAround(segment);
    if (words !== '' && !/^(?:or|and|also)$/i.test(words)) left.push(words);
    from = piece?.end ?? from;
  }
  return left.join('; ');
}

function pointOf(read: ReadNumber, text: string, repairs: readonly NumberRepair[]): CellPoint {
  const { number, numberStatus } = read;
  return { kind: 'number', number, numberStatus, repairs: [...read.repairs, ...repairs], text };
}

function unreadable(problem: 'number-invalid' | 'number-ambiguous', text: string): UnreadablePoint {
  return { kind: 'unreadable', problem, text };
}

/** A cell without any number: an email address, words, or neither. */
function misplaced(normalised: string, text: string): CellPoint {
  const point = unreadable('number-invalid', text);
  if (readEmails(normalised).length > 0) return { ...point, holds: 'email-address' };
  return /\p{L}/u.test(normalised) && !/\p{N}/u.test(normalised) ? { ...point, holds: 'words' } : point;
}
