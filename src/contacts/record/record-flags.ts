/** What the flag columns of a record say: its opt-outs, whether the person is dead, and what nobody can read. */
import { NOT_RECORDED, type Recorded, UNREADABLE } from '../../screening/contact.js';
import { readFlag } from '../cells/flag-values.js';
import { columnLabel } from '../columns/column-names.js';
import type { ColumnRoles } from '../columns/column-roles.js';
import type { RecordBatch } from '../csv/record-batch.js';
import { type FlagReading, OPT_OUT_ROLES, type OptOutRole } from '../roles.js';
import { foldText } from '../text/normalise-text.js';

export interface RecordFlags {
  /** Of several columns of a role the gravest reading: yes, then unread, then no. Yes where the file's name says so. */
  readonly optOuts: Readonly<Record<OptOutRole, FlagReading>>;
  readonly deceased: Recorded<boolean>;
  /** What a column of the Mailing Preference Service says. */
  readonly mpsListed: Recorded<boolean>;
  /** The opt-out and deceased columns, by their labels, that hold in this record a value nobody can read. */
  readonly unreadColumns: readonly string[];
}

export type FlagReader = (batch: RecordBatch, row: number) => RecordFlags;

const NO_FLAGS: RecordFlags = {
  optOuts: optOutsBy(() => 'not-recorded'),
  deceased: NOT_RECORDED,
  mpsListed: NOT_RECORDED,
  unreadColumns: [],
};

/** The columns whose cells are flags about this person: opt-outs and deceased. */
export function flagColumnsOf(columns: ColumnRoles): readonly number[] {
  const roles = [...OPT_OUT_ROLES, 'deceased'] as const;
  return [...new Set(roles.flatMap((role) => columns.columnsOf(role)))].sort((one, other) => one - other);
}

/** How a cell of the flag column `column` is read. What a system's own values mean never overrules the table of all. */
export function readFlagCell(columns: ColumnRoles, column: number, cell: string): FlagReading {
  const reading = readFlag(cell, columns.senseOf(column));
  if (reading !== 'unread') return reading;
  return columns.ownValuesOf(column).get(foldText(cell)) ?? reading;
}

/** A reader of the flags of a list with these columns. */
export function createFlagReader(columns: ColumnRoles): FlagReader {
  const flagColumns = flagColumnsOf(columns);
  const mpsColumns = columns.columnsOf('mps_listed');
  const allColumns = [...new Set([...flagColumns, ...mpsColumns])];

  const read = (cells: ReadonlyMap<number, string>, implied: readonly OptOutRole[]): RecordFlags => {
    const readingOf = (column: number): FlagReading => readFlagCell(columns, column, cells.get(column) ?? '');
    const mpsListed = mpsColumns.map(readingOf);
    const readings = new Map(flagColumns.map((column) => [column, readingOf(column)] as const));
    const readingsOf = (role: OptOutRole | 'deceased'): readonly FlagReading[] =>
      columns.columnsOf(role).map((column) => readings.get(column) ?? 'not-recorded');
    return {
      optOuts: optOutsBy((role) => (implied.includes(role) ? 'yes' : gravest(readingsOf(role)))),
      deceased: asRecorded(gravest(readingsOf('deceased'))),
      mpsListed: asRecorded(gravest(mpsListed)),
      unreadColumns: flagColumns.flatMap((column) =>
        readings.get(column) === 'unread' ? [columnLabel(columns.header, column)] : [],
      ),
    };
  };

  // Most records hold what another held before.
  const known = new Map<string, RecordFlags>();
  return (batch, row) => {
    const { optOuts: implied } = batch.origin;
    let written = implied.join(' ');
    const cells = new Map<number, string>();
    let isEmpty = implied.length === 0;
    for (const column of allColumns) {
      const cell = batch.cell(row, column);
      cells.set(column, cell);
      written += `|${cell.length} ${cell}`;
      if (cell !== '') isEmpty = false;
    }
    if (isEmpty) return NO_FLAGS;
    const before = known.get(written);
    if (before !== undefined) return before;
    const flags = read(cells, implied);
    if (known.size < MOST_KNOWN) known.set(written, flags);
    return flags;
  };
}

/** What stood in the flag columns of a record, as often as it is remembered. */
const MOST_KNOWN = 2_000;

function optOutsBy(read: (role: OptOutRole) => FlagReading): Readonly<Record<OptOutRole, FlagReading>> {
  return {
    do_not_call: read('do_not_call'),
    do_not_text: read('do_not_text'),
    do_not_email: read('do_not_email'),
    do_not_mail: read('do_not_mail'),
    do_not_contact: read('do_not_contact'),
  };
}

function gravest(readings: readonly FlagReading[]): FlagReading {
  const order: readonly FlagReading[] = ['yes', 'unread', 'no'];
  return order.find((reading) => readings.includes(reading)) ?? 'not-recorded';
}

function asRecorded(reading: FlagReading): Recorded<boolean> {
  switch (reading) {
    case 'yes':
      return { status: 'recorded', value: true };
    case 'no':
      return { status: 'recorded', value: false };
    case 'not-recorded':
      return NOT_RECORDED;
    case 'unread':
      return UNREADABLE;
  }
}
