/**
 * Whom an opt-out in a record binds: every number and address that stands anywhere in the record, whatever
 * the column is for. Reading too much here only ever blocks or reviews.
 */
import type { Channel } from '../../screening/campaign.js';
import type { EmailAddress, PhoneNumber } from '../../screening/contact.js';
import { addressesMeant } from '../cells/email-address.js';
import { countPossibleDigits, mayHoldDigits, numbersMeant } from '../cells/phone/numbers-meant.js';
import { readPhoneCell } from '../cells/phone/phone-cell.js';
import type { ColumnRoles } from '../columns/column-roles.js';
import type { RecordBatch } from '../csv/record-batch.js';
import { createPostalAddressReader } from './postal-address.js';
import { handleKeysOf, type RecordKeys, readPersonId } from './record-reader.js';

const FEWEST_DIGITS = 9;

/** A reader of the keys under which the opt-out of a record is kept. */
export function createBindingKeysReader(
  columns: ColumnRoles,
  channel: Channel,
): (batch: RecordBatch, row: number) => RecordKeys {
  const readPostalAddress = channel === 'post' ? createPostalAddressReader(columns) : () => null;
  return (batch, row) => ({
    ...contactsIn(batch, row),
    handles: handleKeysOf(columns, batch, row),
    postalKey: readPostalAddress(batch, row)?.key ?? null,
    personId: readPersonId(columns, batch, row),
  });
}

function contactsIn(batch: RecordBatch, row: number): Pick<RecordKeys, 'numbers' | 'emails'> {
  const numbers = new Set<PhoneNumber>();
  const emails = new Set<EmailAddress>();
  for (let column = 0; column < batch.cellCount(row); column += 1) {
    const cell = batch.cell(row, column);
    if (mayHoldDigits(cell, FEWEST_DIGITS) && countPossibleDigits(cell) >= FEWEST_DIGITS) {
      for (const number of numbersIn(cell)) numbers.add(number);
    }
    for (const email of addressesMeant(cell)) emails.add(email);
  }
  return { numbers: [...numbers], emails: [...emails] };
}

/** The numbers read, and those that may be meant by what could not be read. */
function numbersIn(cell: string): readonly PhoneNumber[] {
  const { points } = readPhoneCell(cell);
  const read = points.flatMap((point) => (point.kind === 'number' ? [point.number] : []));
  return points.some(({ kind }) => kind === 'unreadable') ? [...read, ...numbersMeant(cell)] : read;
}
