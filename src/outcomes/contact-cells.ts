/**
 * The contact cells of a row, as they stand in the file of one verdict: there they keep only the contact
 * points of that verdict, so that nobody can use from `allowed.csv` what was not allowed.
 */
import { readEmailCell } from '../contacts/cells/email-address.js';
import { readPhoneCell } from '../contacts/cells/phone/phone-cell.js';
import type { Outcome } from '../screening/verdict/decide.js';
import type { JudgedPoint } from '../screening-result.js';

/**
 * What stands in the contact cell `column` in the file of `outcome`.
 *
 * In `allowed.csv` that is the cell itself where it held one plainly written number or address, else the
 * allowed ones written out. In the other files the cell stands whole unless some of its points went
 * elsewhere; what was written beside them is then kept in brackets, since it may be why they wait for a
 * person. The cells of a postal address make one point together, so that each stands as it was.
 */
export function contactCellFor(
  outcome: Outcome,
  cell: string,
  column: number,
  isPlain: boolean,
  points: readonly JudgedPoint[],
): string {
  const inCell = points.filter(({ placed }) => placed.columns.includes(column));
  if (inCell.some(({ placed }) => placed.point.kind === 'postal-address')) return cell;
  const kept = inCell.filter(({ verdict }) => verdict.outcome === outcome);
  if (outcome === 'allowed') {
    return isPlain && kept.length > 0 ? cell : kept.map(writtenOut).join(';');
  }
  if (kept.length === inCell.length) return cell;
  const left = kept.map(writtenOut).join(';');
  const text = kept.length === 0 ? '' : textBeside(cell, inCell).trim();
  // What could not be read is written out whole, and is no text beside itself.
  const beside = left.includes(text) ? '' : text;
  return beside === '' ? left : `${left} (${beside})`;
}

/** The point as it is used: a number in E.164, an address, an account; empty for what could not be read. */
export function contactOf({ placed: { point, text } }: JudgedPoint): string {
  switch (point.kind) {
    case 'number':
      return point.number;
    case 'email':
      return point.address;
    case 'postal-address':
      return text;
    case 'social-handle':
      return point.handle;
    case 'unreadable':
    case 'missing':
      return '';
  }
}

function writtenOut(judged: JudgedPoint): string {
  const { point, text } = judged.placed;
  return point.kind === 'unreadable' ? text : contactOf(judged);
}

function textBeside(cell: string, points: readonly JudgedPoint[]): string {
  const isNumbers = points.some(({ placed }) => placed.point.kind === 'number');
  return isNumbers ? readPhoneCell(cell).residue : readEmailCell(cell).residue;
}
