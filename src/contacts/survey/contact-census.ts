/** What the contact columns of a list hold, counted: numbers and addresses by what became of them. */
import type { NumberStatus } from '../../screening/contact.js';
import { readEmails } from '../cells/email-address.js';
import { readPhoneCell } from '../cells/phone/phone-cell.js';
import { columnLabel } from '../columns/column-names.js';
import type { ColumnRoles } from '../columns/column-roles.js';
import { placeOf, type RecordBatch } from '../csv/record-batch.js';
import { wordsOf } from '../record/record-words.js';
import type { Place } from '../roles.js';

/** How many, and the lines of the first of them. */
export interface Found {
  readonly count: number;
  readonly firstLines: readonly Place[];
}

export interface ContactColumn {
  readonly column: number;
  /** As messages and `--map` call it. */
  readonly header: string;
  readonly holds: 'numbers' | 'addresses';
  /** Records with something in the cell. */
  readonly filled: number;
  /** Numbers or addresses that were read, each time one stands in a cell. */
  readonly read: number;
  /** Of the numbers read, those that had to be repaired. */
  readonly repaired: number;
  /** Of the numbers read, by what the numbering plan makes of them. */
  readonly numberStatuses: Readonly<Record<NumberStatus['kind'], number>>;
  /** Cells with more than one number or address. */
  readonly severalInOne: Found;
  /** Cells in which something stands that is no single number, or no address. */
  readonly unreadable: Found;
  /** Addresses in a column of numbers, or numbers in a column of addresses. */
  readonly misplaced: Found;
}

export interface ContactCensus {
  readonly columns: readonly ContactColumn[];
  /** Records that hold no number and no address in any contact column. */
  readonly withoutContact: Found;
  /** Records in whose notes, names or phone cells stand words that ask for no contact. */
  readonly optOutWords: Found;
  /** Records in which words stand that may mean a death. */
  readonly deceasedWords: Found;
}

export interface ContactCensusTaker {
  add(batch: RecordBatch, row: number): void;
  result(): ContactCensus;
}

const MOST_LINES = 5;
const FEWEST_DIGITS = 9;

/** A census of the phone, fax and email columns. A cell is read as the judgement would read it. */
export function createContactCensus(columns: ColumnRoles): ContactCensusTaker {
  const numberColumns = [...new Set([...columns.columnsOf('phone'), ...columns.columnsOf('fax')])];
  const tallies = [
    ...numberColumns.map((column) => newTally(columns, column, 'numbers')),
    ...columns.columnsOf('email').map((column) => newTally(columns, column, 'addresses')),
  ];
  const withoutContact = newFound();
  const optOutWords = newFound();
  const deceasedWords = newFound();
  return {
    add(batch, row) {
      const line = placeOf(batch, row);
      let contacts = 0;
      for (const tally of tallies) contacts += addCell(tally, batch.cell(row, tally.column), line);
      if (contacts === 0) note(withoutContact, line);
      const words = wordsOf(columns, batch, row);
      if (words.refused !== 0) note(optOutWords, line);
      if (words.deceased) note(deceasedWords, line);
    },
    result: () => ({ columns: tallies, withoutContact, optOutWords, deceasedWords }),
  };
}

interface Running {
  count: number;
  readonly firstLines: Place[];
}

interface Tally extends ContactColumn {
  filled: number;
  read: number;
  repaired: number;
  readonly numberStatuses: Record<NumberStatus['kind'], number>;
  readonly severalInOne: Running;
  readonly unreadable: Running;
  readonly misplaced: Running;
}

function newTally(columns: ColumnRoles, column: number, holds: ContactColumn['holds']): Tally {
  return {
    column,
    header: columnLabel(columns.header, column),
    holds,
    filled: 0,
    read: 0,
    repaired: 0,
    numberStatuses: { callable: 0, invalid: 0, 'not-callable': 0, 'crown-dependency': 0, 'non-uk': 0 },
    severalInOne: newFound(),
    unreadable: newFound(),
    misplaced: newFound(),
  };
}

function newFound(): Running {
  return { count: 0, firstLines: [] };
}

function note(found: Running, line: Place): void {
  found.count += 1;
  if (found.firstLines.length < MOST_LINES) found.firstLines.push(line);
}

/** Counts a cell and returns how many numbers or addresses were read from it. */
function addCell(tally: Tally, cell: string, line: Place): number {
  if (cell.trim() === '') return 0;
  tally.filled += 1;
  const read = tally.holds === 'numbers' ? addNumbers(tally, cell, line) : addAddresses(tally, cell, line);
  tally.read += read;
  if (read > 1) note(tally.severalInOne, line);
  return read;
}

function addNumbers(tally: Tally, cell: string, line: Place): number {
  const { points } = readPhoneCell(cell);
  let read = 0;
  for (const point of points) {
    if (point.kind !== 'number') continue;
    read += 1;
    tally.numberStatuses[point.numberStatus.kind] += 1;
    if (point.repairs.length > 0) tally.repaired += 1;
  }
  if (readEmails(cell).length > 0) note(tally.misplaced, line);
  else if (read < points.length) note(tally.unreadable, line);
  return read;
}

function addAddresses(tally: Tally, cell: string, line: Place): number {
  const read = readEmails(cell).length;
  if (read > 0) return read;
  const isNumber = cell.replace(/\D/gu, '').length >= FEWEST_DIGITS && holdsNumber(cell);
  note(isNumber ? tally.misplaced : tally.unreadable, line);
  return 0;
}

function holdsNumber(cell: string): boolean {
  return readPhoneCell(cell).points.some(({ kind }) => kind === 'number');
}
