/** How surely does a cell that nobody reads as a phone cell hold telephone numbers? */
import { normaliseText } from '../../text/normalise-text.js';
import { type CellPoint, readPhoneCell } from './phone-cell.js';

/**
 * From the surest on. Other figures look like numbers too: a reference, an account, a point in time; so the
 * weaker the evidence, the more cells of a column must give it.
 */
export const PHONE_EVIDENCE = [
  /** From its zero or plus on, or cut as people cut numbers from 44 on; alone, or with a short label. */
  'in-full',
  /** Twelve digits from 44 on. */
  'from-44',
  /** A mobile number that lost its zero. */
  'mobile-without-zero',
  /** A number written in full within a longer text. */
  'in-text',
  /** A landline that lost its zero, ten digits from 0 on, a foreign number from 00 on, what scientific notation left. */
  'weak',
] as const;
export type PhoneEvidence = (typeof PHONE_EVIDENCE)[number];

/** A number has at least so many digits, and a label beside it no more letters than this. */
const FEWEST_DIGITS = 9;
const LONGEST_LABEL = 12;

/** A longer text is no list of numbers, and reading it would be dear. */
const LONGEST_TEXT = 4096;

/** The scientific notation of a UK number that was cut: 4.47701E+11, 7.70090E+09, 1.61496E+9. */
const CUT_POWER = /^\s*(?:4[.,]4\d*e\+?11|[127][.,]\d+e\+?0?9)\s*$/iu;

/** The surest evidence in `cell`; null where it holds no number of the plan, and none abroad. */
export function phoneEvidence(cell: string): PhoneEvidence | null {
  return (mayHoldNumber(cell) ? evidenceIn(cell) : null) ?? (CUT_POWER.test(cell) ? 'weak' : null);
}

function evidenceIn(cell: string): PhoneEvidence | null {
  const { points, residue } = readPhoneCell(cell);
  const found = points.flatMap((point) => evidenceOf(point) ?? []);
  const surest = PHONE_EVIDENCE.find((evidence) => found.includes(evidence));
  if (surest === undefined) return null;
  const letters = residue.replace(/\P{L}/gu, '').length;
  if (letters <= LONGEST_LABEL) return surest;
  return surest === 'in-full' ? 'in-text' : null;
}

/** Counting digits first keeps a million rows cheap. */
function mayHoldNumber(cell: string): boolean {
  if (cell.length > LONGEST_TEXT) return false;
  return normaliseText(cell).text.replace(/\D+/g, '').length >= FEWEST_DIGITS;
}

function evidenceOf(point: CellPoint): PhoneEvidence | null {
  if (point.kind === 'unreadable') return null;
  const { number, numberStatus, repairs } = point;
  // An account number with a leading zero is hardly ever in the plan.
  if (numberStatus.kind === 'invalid') return null;
  const text = normaliseText(point.text).text.replace(/^[^\d+]+/, '');
  const isWrittenIn = (pattern: RegExp): boolean => pattern.test(text);
  if (repairs.includes('lost-leading-zero')) {
    // Repaired, it must at least be a line that people hold.
    if (numberStatus.kind !== 'callable') return null;
    return number.startsWith('+447') ? 'mobile-without-zero' : 'weak';
  }
  if (repairs.includes('scientific-notation')) return 'from-44';
  if (isWrittenIn(/^44\d+$/)) return 'from-44';
  if (isWrittenIn(/^00\d+$/) && numberStatus.kind === 'non-uk') return 'weak';
  // References of ten digits with a leading zero are common, UK numbers of ten digits hardly are.
  if (isWrittenIn(/^0\d{9}$/)) return 'weak';
  return 'in-full';
}
