/**
 * The contact cells of a row, as they stand in the file of one verdict: there they keep only the contact
 * points of that verdict, so that nobody can ring from `allowed.csv` what was not allowed.
 */
import { readPhoneCell } from '../contacts/phone-cell.js';
import type { JudgedPoint } from '../judge-record.js';
import type { Outcome } from '../screening/decide.js';

/**
 * What stands in the contact cell `column` in the file of `outcome`.
 *
 * In `allowed.csv` that is the cell itself where it held one plainly written number, else the allowed
 * numbers in E.164. In the other files the cell stands whole unless some of its points went elsewhere; what
 * was written beside them is then kept in brackets, since it may be why they wait for a person.
 */
export function contactCellFor(
  outcome: Outcome,
  cell: string,
  column: number,
  isPlain: boolean,
  points: readonly JudgedPoint[],
): string {
  const inCell = points.filter(({ placed }) => placed.columns.includes(column));
  const kept = inCell.filter(({ verdict }) => verdict.outcome === outcome);
  if (outcome === 'allowed') {
    return isPlain && kept.length > 0 ? cell : kept.map(writtenOut).join(';');
  }
  if (kept.length === inCell.length) return cell;
  const numbers = kept.map(writtenOut).join(';');
  const beside = kept.length === 0 ? '' : readPhoneCell(cell).residue.trim();
  return beside === '' ? numbers : `${numbers} (${beside})`;
}

/** The number in E.164, or the text that could not be read as one. */
export function writtenOut({ placed: { point, text } }: JudgedPoint): string {
  switch (point.kind) {
    case 'number':
      return point.number;
    case 'unreadable':
      return text;
    case 'missing':
      return '';
  }
}
