/** The numbers, addresses and id that a row of an export names. */
import { readEmails } from '../../contacts/cells/email-address.js';
import { numbersMeant } from '../../contacts/cells/phone/numbers-meant.js';
import { readPhoneCell } from '../../contacts/cells/phone/phone-cell.js';
import type { RecordBatch } from '../../contacts/csv/record-batch.js';
import { readPersonId } from '../../contacts/record/record-reader.js';
import type { PhoneNumber } from '../../screening/contact.js';
import type { LedgerKeys } from '../../store/ledger/ledger-record.js';
import type { ExportColumns } from './export-columns.js';

/** What some cells name. */
export interface NamedContacts {
  /** Numbers that were read whole. */
  readonly numbers: readonly PhoneNumber[];
  /** Those, and numbers that may be meant by what could not be read whole: an opt-out binds them all. */
  readonly numbersMeant: readonly PhoneNumber[];
  readonly emails: readonly string[];
  /** A cell holds something and names nobody. */
  readonly hasUnread: boolean;
  /** One of the numbers is none that the numbering plan knows: perhaps a slip for another. */
  readonly hasInvalid: boolean;
}

/** A row's way to the people it is about. */
export interface RowContacts {
  /** Of all the contact columns. */
  readonly all: NamedContacts;
  /** Of some columns. */
  readonly of: (columns: readonly number[]) => NamedContacts;
  readonly personId: string | null;
  readonly idSystem: string;
}

/** The contacts of a row. `idSystem`, as `idSystemKey` writes it: where its id comes from. */
export function readRowContacts(
  { roles }: ExportColumns,
  batch: RecordBatch,
  row: number,
  idSystem: string,
): RowContacts {
  const of = (columns: readonly number[]): NamedContacts =>
    contactsIn(columns.map((column) => batch.cell(row, column)));
  const contactColumns = [
    ...roles.columnsOf('phone'),
    ...roles.columnsOf('fax'),
    ...roles.columnsOf('email'),
  ];
  return { all: of(contactColumns), of, personId: readPersonId(roles, batch, row), idSystem };
}

/** What these cells name. */
export function contactsIn(cells: readonly string[]): NamedContacts {
  const numbers = new Set<PhoneNumber>();
  const meant = new Set<PhoneNumber>();
  const emails = new Set<string>();
  let hasUnread = false;
  let hasInvalid = false;
  for (const cell of cells) {
    const found = readEmails(cell);
    for (const email of found) emails.add(email);
    if (found.length > 0) continue;
    const { points } = readPhoneCell(cell);
    const before = meant.size;
    for (const point of points) {
      if (point.kind !== 'number') continue;
      numbers.add(point.number);
      hasInvalid ||= point.numberStatus.kind === 'invalid';
      meant.add(point.number);
    }
    if (!points.some(({ kind }) => kind === 'unreadable')) continue;
    for (const number of numbersMeant(cell)) meant.add(number);
    hasUnread ||= meant.size === before;
  }
  return { numbers: [...numbers], numbersMeant: [...meant], emails: [...emails], hasUnread, hasInvalid };
}

/** Keys that bind every number and address given, and the person; none where nobody is named. */
export function bindingKeys(
  numbers: readonly PhoneNumber[],
  emails: readonly string[],
  { personId, idSystem }: RowContacts,
): readonly LedgerKeys[] {
  const count = Math.max(numbers.length, emails.length, personId === null ? 0 : 1);
  return Array.from({ length: count }, (_, place) => ({
    phone: numbers[place] ?? null,
    email: emails[place] ?? null,
    personId,
    idSystem: personId === null ? null : idSystem,
  }));
}

/** Keys for what holds of each number and each address alone; of the person where neither is named. */
export function singleKeys(
  numbers: readonly PhoneNumber[],
  emails: readonly string[],
  row: RowContacts,
): readonly LedgerKeys[] {
  const each = [
    ...numbers.flatMap((number) => bindingKeys([number], [], row)),
    ...emails.flatMap((email) => bindingKeys([], [email], row)),
  ];
  return each.length > 0 ? each : bindingKeys([], [], row);
}
