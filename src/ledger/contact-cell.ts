/** Reading a number or an address that somebody wrote into the ledger: exactly one, or a problem. */
import { readEmail } from '../contacts/cells/email-address.js';
import { readPhoneCell } from '../contacts/cells/phone/phone-cell.js';
import type { PhoneNumber } from '../screening/contact.js';

export type LedgerContact<Value> =
  | {
      readonly status: 'read';
      readonly value: Value;
      /** A number that the numbering plan does not know. It binds, but it may be a slip for another. */
      readonly isInvalid: boolean;
    }
  /** `why` goes behind the name of the column, and quotes nothing of the cell. */
  | { readonly status: 'unreadable'; readonly why: string };

/** A contact on its own: a number or an address. */
export type NumberOrEmail =
  | { readonly phone: PhoneNumber; readonly email: null }
  | { readonly phone: null; readonly email: string };

/**
 * The one number in `cell`, of whatever status: an objection on a number that the numbering plan does
 * not know still binds. A repaired number (lost zero, scientific notation) counts where only one reading
 * is possible.
 */
export function readLedgerNumber(cell: string): LedgerContact<PhoneNumber> {
  const { points, residue } = readPhoneCell(cell);
  const [point, second] = points;
  if (second !== undefined) return unreadable('holds more than one number; give each a line of its own');
  if (point === undefined) return unreadable('holds no number that can be read');
  if (point.kind === 'unreadable') {
    return unreadable(
      point.problem === 'number-ambiguous'
        ? 'holds a number that can be read in two ways; write it in full, as +44 and the rest'
        : 'holds no number that can be read',
    );
  }
  // Words beside a number may say that it is somebody else's, or belong to another column.
  if (/[\p{L}\p{N}]/u.test(residue)) return unreadable('holds words beside the number; keep the number only');
  return { status: 'read', value: point.number, isInvalid: point.numberStatus.kind === 'invalid' };
}

/** The one email address in `cell`, in the form in which addresses are compared. */
export function readLedgerEmail(cell: string): LedgerContact<string> {
  const address = readEmail(cell);
  if (address === null) return unreadable('holds no email address that can be read');
  return { status: 'read', value: address, isInvalid: false };
}

/** An address where `cell` looks like one, else a number. */
export function readLedgerContact(cell: string): LedgerContact<NumberOrEmail> {
  if (/[@\uFF20]/u.test(cell)) {
    const read = readLedgerEmail(cell);
    return read.status === 'read' ? { ...read, value: { phone: null, email: read.value } } : read;
  }
  const read = readLedgerNumber(cell);
  return read.status === 'read' ? { ...read, value: { phone: read.value, email: null } } : read;
}

function unreadable(why: string): { readonly status: 'unreadable'; readonly why: string } {
  return { status: 'unreadable', why };
}
