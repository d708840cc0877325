/**
 * Whom an opt-out in a record binds: every number and address that stands anywhere in the record, whatever
 * the column is for. Reading too much here only ever blocks or reviews.
 */
import { isPhoneNumber, type PhoneNumber } from '../screening/contact.js';
import type { ColumnRoles } from './column-roles.js';
import { readEmails } from './email-address.js';
import { type CellPoint, readPhoneCell } from './phone-cell.js';
import type { RecordBatch } from './record-batch.js';
import { type RecordKeys, readPersonId } from './record-reader.js';

const FEWEST_DIGITS = 9;

/** The keys under which the opt-out of this record is kept. */
export function readBindingKeys(columns: ColumnRoles, batch: RecordBatch, row: number): RecordKeys {
  const numbers = new Set<PhoneNumber>();
  const emails = new Set<string>();
  for (let column = 0; column < batch.cellCount(row); column += 1) {
    const cell = batch.cell(row, column);
    if (digitsOf(cell).length >= FEWEST_DIGITS) {
      for (const point of readPhoneCell(cell).points) {
        for (const number of possibleNumbers(point)) numbers.add(number);
      }
    }
    if (cell.includes('@')) for (const email of readEmails(cell)) emails.add(email);
  }
  return { numbers: [...numbers], emails: [...emails], personId: readPersonId(columns, batch, row) };
}

/** The number read, or the numbers that may be meant by what could not be read as one. */
function possibleNumbers(point: CellPoint): readonly PhoneNumber[] {
  switch (point.kind) {
    case 'number':
      return [point.number];
    case 'unreadable': {
      const digits = digitsOf(point.text);
      const tail = digits.slice(-11);
      return [digits, digits.replace(/^(?:00)?44/u, '0'), tail]
        .filter((candidate) => candidate.startsWith('0'))
        .map((candidate) => `+44${candidate.slice(1, 11)}`)
        .filter(isPhoneNumber);
    }
  }
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D/gu, '');
}
