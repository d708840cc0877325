/** From a record of the list to what is judged: whom it is about, and the points by which it reaches them. */
import type { Channel } from '../../screening/campaign.js';
import type { EmailAddress, Person, PhoneNumber } from '../../screening/contact.js';
import { type EmailReading, readEmailCell, readEmails } from '../cells/email-address.js';
import { readFlag } from '../cells/flag-values.js';
import { type CellPoint, type PhoneReading, readPhoneCell } from '../cells/phone/phone-cell.js';
import { PLAIN_ID } from '../cells/plain-cells.js';
import { handleKey, handlesIn } from '../cells/social-handle.js';
import type { ColumnRoles } from '../columns/column-roles.js';
import type { RecordBatch } from '../csv/record-batch.js';
import { patternOf } from '../text/grammar.js';
import { contactColumns, type PlacedPoint, placePoints } from './contact-points.js';
import {
  type DateSettings,
  readDateOfBirth,
  readMailboxKind,
  readMembership,
  readSubscriberKind,
  singleCells,
} from './person-cells.js';
import { createPostalAddressReader, type PostalAddress } from './postal-address.js';
import { createFlagReader, type RecordFlags } from './record-flags.js';
import { type FoundWords, textsOf, wordsIn } from './record-words.js';

/** What a record is found by elsewhere: in the ledger, and in other records of the list. */
export interface RecordKeys {
  /** Every readable number in any phone or fax column, whatever its status, each once. */
  readonly numbers: readonly PhoneNumber[];
  /** Every email address, in the form in which addresses are compared, each once. */
  readonly emails: readonly EmailAddress[];
  /** Every social account, in the form in which accounts are compared, each once. */
  readonly handles: readonly string[];
  /** The postal address in the form in which they are compared; null where there is none, or nobody writes letters. */
  readonly postalKey: string | null;
  /** Without blanks around it, its case kept; null where the record has none, or `n/a`. */
  readonly personId: string | null;
}

/** A record as it is judged. */
export interface ListedContact extends RecordKeys {
  /** Within its batch, from 0. */
  readonly row: number;
  readonly line: number;
  readonly person: Person;
  /** At least one: a record with nothing in its contact cells has one that is `missing`. */
  readonly points: readonly PlacedPoint[];
  readonly flags: RecordFlags;
  /** Of the notes columns, and of the text that stands beside numbers and addresses in their cells. */
  readonly words: FoundWords;
  /** Whether the cell in this column held one plainly written number or email address and nothing else. */
  isPlain(column: number): boolean;
}

export interface RecordSettings extends DateSettings {
  readonly channel: Channel;
}

const PLAIN = patternOf(PLAIN_ID);

/** Fewer digits are no number. */
const FEWEST_DIGITS = 9;

export type RecordReader = (batch: RecordBatch, row: number) => ListedContact;

/** A reader of the records of a list with these columns. Contact points are those of the channel. */
export function createRecordReader(columns: ColumnRoles, settings: RecordSettings): RecordReader {
  const readFlags = createFlagReader(columns);
  const numberColumns = numberColumnsOf(columns);
  const emailColumns = columns.columnsOf('email');
  const readPostalAddress = settings.channel === 'post' ? createPostalAddressReader(columns) : () => null;
  const pointColumns = contactColumns(columns, settings.channel);
  return (batch, row) => {
    const phones = readPhoneCells(numberColumns, batch, row);
    const emails = readEmailCells(emailColumns, batch, row);
    const postalAddress = readPostalAddress(batch, row);
    const keys = keysFrom(columns, batch, row, phones, emails, postalAddress);
    const flags = readFlags(batch, row);
    const cell = singleCells(columns, batch, row);
    return {
      row,
      line: batch.line(row),
      person: {
        subscriberKind: readSubscriberKind(cell),
        mailboxKind: readMailboxKind(cell),
        dateOfBirth: readDateOfBirth(cell, settings),
        membership: readMembership(cell, settings),
        deceased: flags.deceased,
        mpsListed: flags.mpsListed,
        foundBy: {
          numberOrEmail: keys.numbers.length + keys.emails.length > 0,
          personId: keys.personId !== null,
        },
        isMalformed: batch.damage(row) !== null,
      },
      points: placePoints(settings.channel, pointColumns, {
        phones,
        emails,
        postalAddress,
        cell: (column) => batch.cell(row, column),
      }),
      ...keys,
      flags,
      words: wordsIn([
        ...textsOf(columns, batch, row),
        ...[...phones, ...emails].map(([column, { residue }]) => ({ column, text: residue, isName: false })),
      ]),
      isPlain: (column) => (phones.get(column) ?? emails.get(column))?.isPlain ?? false,
    };
  };
}

function readPhoneCells(
  numberColumns: readonly number[],
  batch: RecordBatch,
  row: number,
): ReadonlyMap<number, PhoneReading> {
  return new Map(numberColumns.map((column) => [column, readPhoneCell(batch.cell(row, column))]));
}

function readEmailCells(
  emailColumns: readonly number[],
  batch: RecordBatch,
  row: number,
): ReadonlyMap<number, EmailReading> {
  return new Map(emailColumns.map((column) => [column, readEmailCell(batch.cell(row, column))]));
}

function numberColumnsOf(columns: ColumnRoles): readonly number[] {
  return [...new Set([...columns.columnsOf('phone'), ...columns.columnsOf('fax')])];
}

function keysFrom(
  columns: ColumnRoles,
  batch: RecordBatch,
  row: number,
  phones: ReadonlyMap<number, PhoneReading>,
  emails: ReadonlyMap<number, EmailReading>,
  postalAddress: PostalAddress | null,
): RecordKeys {
  return {
    numbers: [...new Set([...numbersIn(phones), ...numbersAmong(emails)])],
    emails: [...new Set([...addressesIn(emails), ...addressesAmong(phones)])],
    handles: handleKeysOf(columns, batch, row),
    postalKey: postalAddress?.key ?? null,
    personId: readPersonId(columns, batch, row),
  };
}

function numbersIn(phones: ReadonlyMap<number, PhoneReading>): readonly PhoneNumber[] {
  return [...phones.values()].flatMap(({ points }) => points.flatMap(numberOf));
}

function addressesIn(emails: ReadonlyMap<number, EmailReading>): readonly EmailAddress[] {
  return [...emails.values()].flatMap(({ points }) =>
    points.flatMap((point) => (point.kind === 'email' ? [point.address] : [])),
  );
}

/** A number that stands in an email cell is one of the record all the same: an objection may name it. */
function numbersAmong(emails: ReadonlyMap<number, EmailReading>): readonly PhoneNumber[] {
  return [...emails.values()].flatMap(({ residue, points }) =>
    [residue, ...points.flatMap((point) => (point.kind === 'unreadable' ? [point.text] : []))]
      .filter((text) => text.replace(/\D/gu, '').length >= FEWEST_DIGITS)
      .flatMap((text) => readPhoneCell(text).points.flatMap(numberOf)),
  );
}

/** And so is an address in a phone cell. */
function addressesAmong(phones: ReadonlyMap<number, PhoneReading>): readonly EmailAddress[] {
  return [...phones.values()].flatMap(({ residue, points }) =>
    [residue, ...points.map(({ text }) => text)].flatMap((text) => readEmails(text)),
  );
}

function numberOf(point: CellPoint): readonly PhoneNumber[] {
  return point.kind === 'number' ? [point.number] : [];
}

/** The social accounts of a record, in the form in which they are compared. */
export function handleKeysOf(columns: ColumnRoles, batch: RecordBatch, row: number): readonly string[] {
  const handles = columns.columnsOf('social_handle').flatMap((column) => handlesIn(batch.cell(row, column)));
  return [...new Set(handles.map(handleKey))];
}

/**
 * The person_id of a record, as one system writes it: without what spreadsheets put around it (`'17`, `="17"`,
 * `17.0`), in plain figures; null where it has none.
 */
export function readPersonId(columns: ColumnRoles, batch: RecordBatch, row: number): string | null {
  const [idColumn] = columns.columnsOf('person_id');
  const written = idColumn === undefined ? '' : batch.cell(row, idColumn);
  if (PLAIN.test(written)) return written;
  const personId = written
    .normalize('NFKC')
    .trim()
    .replace(/^(?:'|=")|"$/gu, '')
    .replace(/^#(?=\d)/u, '')
    .replace(/^(\d+)\.0$/u, '$1');
  // Everybody whose id is `n/a` would else be one person.
  return readFlag(personId) === 'not-recorded' ? null : personId;
}
