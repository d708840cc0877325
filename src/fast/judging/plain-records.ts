/**
 * Plain records, read from their bytes: plain numbers, addresses and ids. Everything else that a rule may ask of such
 * a record is its memo kind. Two records of one kind, with numbers of the same listings, and on which list and ledger
 * hold the same, have one verdict. In an email run a record has one address or none: no rule asks which.
 */

import { readEmail } from '../../contacts/cells/email-address.js';
import type { ColumnRoles } from '../../contacts/columns/column-roles.js';
import type { CellSpans } from '../../contacts/csv/token-spans.js';
import type { KeyFilter } from '../../contacts/key-filter.js';
import { contactColumns } from '../../contacts/record/contact-points.js';
import { type Role, SINGLE_ROLES } from '../../contacts/roles.js';
import type { Channel } from '../../screening/campaign.js';
import type { EmailAddress, PhoneNumber } from '../../screening/contact.js';
import { isPhoneNumber } from '../../screening/contact.js';
import { type CellTable, EMPTY, NOT_PLAIN, numberIn, repairIn } from '../cells/cell-table.js';
import { holdsNoContact } from '../cells/no-contact.js';
import { NO_KEY, PairInterner } from './interner.js';

/** Roles of which only the first column is read, and those of which every column is. The id is a key, and no value. */
const FIRST_COLUMN_OF: readonly Role[] = SINGLE_ROLES.filter((role) => role !== 'person_id');
const EVERY_COLUMN_OF: readonly Role[] = ['deceased', 'mps_listed'];

/** Distinct values of a column that are remembered; a record with a further one goes to the reference path. */
const MOST_VALUES = 20_000;

const NO_EMAIL = -1;

/** The keys of a record, as bits. */
export const BY_NUMBER = 1;
export const BY_EMAIL = 2;
export const BY_ID = 4;

/** Filters of every key that may bind a record. */
export interface RecordFilters {
  /** Every key under which the list itself says something. */
  readonly list: KeyFilter;
  /** Whether what it says can be asked here; if not, such a record goes to the reference path. */
  readonly canAskList: boolean;
  /** Every key under which the ledger holds anything; null where it is empty. */
  readonly ledger: KeyFilter | null;
}

/** The keys of a plain record in list and ledger, in the form of `ListedContact`. */
export interface PlainKeys {
  /** In the contact columns, numbers by their place (null where the cell is empty), or the one address there may be. */
  readonly contacts: readonly (PhoneNumber | EmailAddress | null)[];
  /** All of them, the others too, each once. */
  readonly numbers: readonly PhoneNumber[];
  readonly emails: readonly EmailAddress[];
  readonly personId: string | null;
}

export class PlainRecords {
  /** The national number in each contact column of the record read last, or, of an email run, in every column of numbers; 0 where the cell is empty. */
  readonly numbers: Float64Array;
  /** What was repaired to read each of them, as a place in `REPAIRS`. */
  readonly repaired: Uint8Array;
  /** What else a rule may ask of that record. */
  kind = 0;
  /** Under which of its keys the ledger may hold anything, as bits. */
  mayBeInLedger = 0;
  /** Whether the list may say anything of it. */
  mayBeInList = false;

  /** The contact cells hold addresses; else numbers. */
  readonly isByEmail: boolean;
  /** The columns of `numbers`, and those whose numbers are nothing but keys of the record. */
  private readonly numberColumns: readonly number[];
  private readonly otherNumberColumns: readonly number[];
  private readonly emailColumns: readonly number[];
  private readonly idColumn: number | null;
  private readonly handleColumns: readonly number[];
  private readonly ignoredColumns: readonly number[];
  private readonly valueColumns: readonly { readonly column: number; readonly ids: Map<string, number> }[];
  private readonly listKeys: KeyFilter | null;
  private readonly ledgerKeys: KeyFilter | null;
  private readonly kinds = new PairInterner();

  /**
   * `isQuiet`: no record of the list binds another. If not, a record without any key goes to the reference path.
   */
  constructor(
    columns: ColumnRoles,
    channel: Channel,
    private readonly filters: RecordFilters,
    private readonly isQuiet: boolean,
    private readonly cells: CellTable,
  ) {
    const { list, ledger } = filters;
    this.listKeys = list.isEmpty() ? null : list;
    this.ledgerKeys = ledger?.isEmpty() === false ? ledger : null;
    this.isByEmail = channel === 'email';
    const everyNumber = (['phone', 'fax'] as const).flatMap((role) => columns.columnsOf(role));
    // By email, the registers are asked for every number that the record has.
    this.numberColumns = this.isByEmail ? [...new Set(everyNumber)] : contactColumns(columns, channel);
    this.numbers = new Float64Array(this.numberColumns.length);
    this.repaired = new Uint8Array(this.numberColumns.length);
    this.otherNumberColumns = everyNumber.filter((column) => !this.numberColumns.includes(column));
    this.emailColumns = columns.columnsOf('email');
    this.idColumn = columns.columnsOf('person_id')[0] ?? null;
    this.handleColumns = columns.columnsOf('social_handle');
    this.ignoredColumns = columns.columnsOf('ignore');
    this.valueColumns = [
      ...FIRST_COLUMN_OF.flatMap((role) => columns.columnsOf(role).slice(0, 1)),
      ...EVERY_COLUMN_OF.flatMap((role) => columns.columnsOf(role)),
    ].map((column) => ({ column, ids: new Map() }));
  }

  /** Reads a record; false if it is not plain. */
  read(spans: CellSpans, row: number): boolean {
    if (!spans.isPlain(row)) return false;
    this.mayBeInLedger = 0;
    this.mayBeInList = false;
    const { bytes, bounds } = spans;
    const first = spans.first(row);
    const start = (column: number): number => bounds[first + column * 2] ?? 0;
    const end = (column: number): number => bounds[first + column * 2 + 1] ?? 0;

    let hasNumber = false;
    for (let index = 0; index < this.numberColumns.length; index += 1) {
      const column = this.numberColumns[index] ?? 0;
      const number = this.readNumber(row, column);
      if (number === NOT_PLAIN) return false;
      this.numbers[index] = numberIn(number);
      this.repaired[index] = repairIn(number);
      hasNumber ||= number !== EMPTY;
    }
    let hasKey = hasNumber;
    let hasAddress = hasNumber;
    for (const column of this.otherNumberColumns) {
      const number = this.readNumber(row, column);
      if (number === NOT_PLAIN) return false;
      hasKey ||= number !== EMPTY;
      hasAddress ||= number !== EMPTY;
    }
    const hasFilters = this.listKeys !== null || this.ledgerKeys !== null;
    let contactEmail = NO_EMAIL;
    // Where nothing is held under any address, one beside a number changes nothing.
    if (hasFilters || !hasNumber || this.isByEmail) {
      for (let place = 0; place < this.emailColumns.length; place += 1) {
        const column = this.emailColumns[place] ?? 0;
        const entry = this.cells.emails.at(row, column);
        if (entry === EMPTY) continue;
        if (entry === NOT_PLAIN || this.mustBeRead(bytes, start(column), end(column), BY_EMAIL)) return false;
        // Two addresses are two contact points, or one in two cells.
        if (this.isByEmail && contactEmail !== NO_EMAIL) return false;
        contactEmail = place;
        hasKey = true;
        hasAddress = true;
      }
      if (hasFilters && this.handleColumns.some((column) => start(column) !== end(column))) return false;
    }
    let hasId = false;
    if (this.idColumn !== null) {
      const entry = this.cells.ids.at(row, this.idColumn);
      if (entry === NOT_PLAIN) return false;
      hasId = entry !== EMPTY;
      if (hasId && this.mustBeRead(bytes, start(this.idColumn), end(this.idColumn), BY_ID)) return false;
    }
    if (!hasKey && !hasId && !this.isQuiet) return false;
    for (const column of this.ignoredColumns) {
      if (!holdsNoContact(bytes, start(column), end(column))) return false;
    }
    let kind = (hasAddress ? 1 : 0) + (hasId ? 2 : 0);
    if (this.isByEmail) kind = this.kinds.of(kind, contactEmail + 1);
    for (const { column, ids } of this.valueColumns) {
      const id = valueId(ids, bytes, start(column), end(column));
      if (id === NOT_PLAIN) return false;
      kind = this.kinds.of(kind, id);
    }
    this.kind = kind;
    return kind !== NO_KEY;
  }

  /** The keys of the record that was read last. */
  keys(spans: CellSpans, row: number): PlainKeys {
    const { bytes, bounds } = spans;
    const first = spans.first(row);
    const text = (column: number): string =>
      bytes.toString('latin1', bounds[first + column * 2], bounds[first + column * 2 + 1]);
    const numbers = new Set<PhoneNumber>();
    const add = (national: number): PhoneNumber | null => {
      const number = `+44${national}`;
      if (national === 0 || !isPhoneNumber(number)) return null;
      numbers.add(number);
      return number;
    };
    const ownNumbers = Array.from(this.numbers, add);
    for (const column of this.otherNumberColumns) add(numberIn(this.cells.numbers.at(row, column)));
    const emails = new Set(this.emailColumns.flatMap((column) => readEmail(text(column)) ?? []));
    const personId = this.idColumn === null ? '' : text(this.idColumn);
    return {
      contacts: this.isByEmail ? [...emails] : ownNumbers,
      numbers: [...numbers],
      emails: [...emails],
      personId: personId === '' ? null : personId,
    };
  }

  /** The entry of the cell; `NOT_PLAIN` also for a number under which the list says what cannot be asked here. */
  private readNumber(row: number, column: number): number {
    const number = this.cells.numbers.at(row, column);
    if (number === NOT_PLAIN || number === EMPTY) return number;
    const national = numberIn(number);
    if (this.listKeys?.mayHoldNumber(national) === true) {
      if (!this.filters.canAskList) return NOT_PLAIN;
      this.mayBeInList = true;
    }
    if (this.ledgerKeys?.mayHoldNumber(national) === true) this.mayBeInLedger |= BY_NUMBER;
    return number;
  }

  /** Whether the list says under the address or id what cannot be asked. */
  private mustBeRead(bytes: Uint8Array, start: number, end: number, key: number): boolean {
    const inLowerCase = key === BY_EMAIL;
    if (this.listKeys?.mayHoldText(bytes, start, end, inLowerCase) === true) {
      if (!this.filters.canAskList) return true;
      this.mayBeInList = true;
    }
    if (this.ledgerKeys?.mayHoldText(bytes, start, end, inLowerCase) === true) this.mayBeInLedger |= key;
    return false;
  }
}

function valueId(ids: Map<string, number>, bytes: Buffer, start: number, end: number): number {
  // Not the text, but it tells two texts apart as well, and is much faster.
  const value = start === end ? '' : bytes.toString('latin1', start, end);
  const known = ids.get(value);
  if (known !== undefined) return known;
  if (ids.size >= MOST_VALUES) return NOT_PLAIN;
  ids.set(value, ids.size);
  return ids.size - 1;
}
