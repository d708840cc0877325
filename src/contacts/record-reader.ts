/** From a record of the list to what is judged: whom it is about, and the points by which it reaches them. */
import type { Channel } from '../screening/campaign.js';
import type { ContactPoint, Person, PhoneNumber } from '../screening/contact.js';
import { type ColumnRoles, contactRoles } from './column-roles.js';
import { readEmails } from './email-address.js';
import { readFlag } from './flag-values.js';
import type { FoundWords } from './opt-out-words.js';
import {
  type DateSettings,
  readDateOfBirth,
  readMailboxKind,
  readMembership,
  readSubscriberKind,
  singleCells,
} from './person-cells.js';
import { type PhoneReading, readPhoneCell } from './phone-cell.js';
import type { RecordBatch } from './record-batch.js';
import { createFlagReader, type RecordFlags } from './record-flags.js';
import { namesOf, notesOf, wordsIn } from './record-words.js';

/** A contact point with where it stands. A number that stands in several cells comes once, with all of them. */
export interface PlacedPoint {
  readonly point: ContactPoint;
  /** Empty for a record that has nothing in its contact cells. */
  readonly columns: readonly number[];
  /** The piece of the first of those cells that it was read from, as written. */
  readonly text: string;
}

/** What a record is found by elsewhere: in the ledger, and in other records of the list. */
export interface RecordKeys {
  /** Every readable number in any phone or fax column, whatever its standing, each once. */
  readonly numbers: readonly PhoneNumber[];
  /** Every email address, in the form in which addresses are compared, each once. */
  readonly emails: readonly string[];
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
  /** Of the notes columns, and of the text that stands beside numbers in phone cells. */
  readonly words: FoundWords;
  /** Whether the phone cell in this column held one plainly written number and nothing else. */
  isPlain(column: number): boolean;
}

export interface RecordSettings extends DateSettings {
  readonly channel: Channel;
}

export type RecordReader = (batch: RecordBatch, row: number) => ListedContact;

/**
 * A reader of the records of a list with these columns. Contact points are those of the channel; for
 * email, post and direct messages, which have no contact points yet, every record has one that is missing.
 */
export function createRecordReader(columns: ColumnRoles, settings: RecordSettings): RecordReader {
  const readFlags = createFlagReader(columns);
  const numberColumns = numberColumnsOf(columns);
  const pointColumns = pointColumnsOf(columns, settings.channel);
  return (batch, row) => {
    const readings = readPhoneCells(numberColumns, batch, row);
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
        isMalformed: batch.damage(row) !== null,
      },
      points: placePoints(pointColumns, readings),
      ...keysFrom(columns, batch, row, readings),
      flags,
      words: wordsIn(
        [...notesOf(columns, batch, row), ...[...readings.values()].map(({ residue }) => residue)],
        namesOf(columns, batch, row),
      ),
      isPlain: (column) => readings.get(column)?.isPlain ?? false,
    };
  };
}

type Readings = ReadonlyMap<number, PhoneReading>;

function readPhoneCells(numberColumns: readonly number[], batch: RecordBatch, row: number): Readings {
  return new Map(numberColumns.map((column) => [column, readPhoneCell(batch.cell(row, column))]));
}

function numberColumnsOf(columns: ColumnRoles): readonly number[] {
  return [...new Set([...columns.columnsOf('phone'), ...columns.columnsOf('fax')])];
}

/** Fax has columns of its own, and uses the phone columns of a list that has none. */
function pointColumnsOf(columns: ColumnRoles, channel: Channel): readonly number[] {
  const roles = contactRoles(channel).filter((role) => role === 'phone' || role === 'fax');
  return roles.map((role) => columns.columnsOf(role)).find((found) => found.length > 0) ?? [];
}

function keysFrom(columns: ColumnRoles, batch: RecordBatch, row: number, readings: Readings): RecordKeys {
  const numbers = [...readings.values()].flatMap(({ points }) =>
    points.flatMap((point) => (point.kind === 'number' ? [point.number] : [])),
  );
  const emails = columns.columnsOf('email').flatMap((column) => readEmails(batch.cell(row, column)));
  return {
    numbers: [...new Set(numbers)],
    emails: [...new Set(emails)],
    personId: readPersonId(columns, batch, row),
  };
}

/** The person_id of a record, without the apostrophe that spreadsheets put before it; null where it has none. */
export function readPersonId(columns: ColumnRoles, batch: RecordBatch, row: number): string | null {
  const [idColumn] = columns.columnsOf('person_id');
  const personId = idColumn === undefined ? '' : batch.cell(row, idColumn).trim().replace(/^'/u, '');
  // Everybody whose id is `n/a` would else be one person.
  return readFlag(personId) === 'not-recorded' ? null : personId;
}

function placePoints(pointColumns: readonly number[], readings: Readings): readonly PlacedPoint[] {
  const placed: PlacedPoint[] = [];
  const byNumber = new Map<PhoneNumber, number>();
  for (const column of pointColumns) {
    for (const { text, ...point } of readings.get(column)?.points ?? []) {
      const known = point.kind === 'number' ? byNumber.get(point.number) : undefined;
      const before = known === undefined ? undefined : placed[known];
      if (known !== undefined && before !== undefined) {
        placed[known] = { ...before, columns: [...before.columns, column] };
        continue;
      }
      if (point.kind === 'number') byNumber.set(point.number, placed.length);
      placed.push({ point, columns: [column], text });
    }
  }
  return placed.length > 0 ? placed : [{ point: { kind: 'missing' }, columns: [], text: '' }];
}
