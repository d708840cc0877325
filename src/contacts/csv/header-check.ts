/** Can the first row be the header? A record read as the header would be lost, and its columns misnamed. */
import { UserError } from '../../errors.js';
import { readEmail } from '../cells/email-address.js';
import { readPhoneCell } from '../cells/phone/phone-cell.js';
import type { ReadRecord } from './token-spans.js';

/**
 * Throws a `UserError` where the first record of a list cannot be its header: a cell holds a telephone
 * number or an email address, every cell is blank, or its quoting is broken. Names no cell: they may be
 * somebody's data.
 */
export function checkHeader(first: ReadRecord, displayName: string): void {
  const where = `\`${displayName}\`, line ${first.line}`;
  switch (first.damage) {
    case 'broken-quotes':
      throw new UserError(`${where}: a quote is out of place in the header; correct that line`);
    case 'nul-byte':
      throw new UserError(`${where}: a NUL character stands in the header; save the file as CSV UTF-8`);
    case null:
      break;
  }
  if (first.cells.every((cell) => cell.trim() === '')) {
    throw new UserError(
      `${where}: the header names no column; pass over the lines above the real header with \`--skip-lines\``,
    );
  }
  const number = first.cells.findIndex(isNumber);
  const email = first.cells.findIndex((cell) => readEmail(cell) !== null);
  if (number === -1 && email === -1) return;
  const what = number === -1 ? 'an email address' : 'a telephone number';
  const column = (number === -1 ? email : number) + 1;
  throw new UserError(
    `${where}: column ${column} of the header holds ${what}, so that the row seems to be a record; if the list has no header, say so with \`--no-header\``,
  );
}

/** Without a figure of any script there is no number; to look closer takes time that a short list notices. */
function isNumber(cell: string): boolean {
  if (!/\p{N}/u.test(cell)) return false;
  return readPhoneCell(cell).points.some(
    (point) => point.kind === 'number' && point.numberStatus.kind !== 'invalid',
  );
}
