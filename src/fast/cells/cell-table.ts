/**
 * What each cell of a batch is: an entry for each row and column of numbers, addresses and ids. A cell is classified
 * once, when it is first asked for; the survey and the judge look at the same table.
 */
import {
  LONGEST_PLAIN_EMAIL,
  PLAIN_EMAIL,
  PLAIN_ID,
  PLAIN_NUMBERS,
} from '../../contacts/cells/plain-cells.js';
import type { ColumnRoles } from '../../contacts/columns/column-roles.js';
import type { CellSpans } from '../../contacts/csv/token-spans.js';
import { isFigure } from '../../contacts/text/ascii.js';
import type { NumberRepair } from '../../screening/contact.js';
import { Automaton } from './automaton.js';

/** The cell is empty. */
export const EMPTY = 0;
/** The cell is filled, and not plain: the reference path has to read it. */
export const NOT_PLAIN = -1;
const UNKNOWN = -2;

/** The entry of a plain address or id. */
const PLAIN = 1;

const NUMBERS = Automaton.of(PLAIN_NUMBERS.map(({ grammar }) => grammar));
const EMAIL = Automaton.of([PLAIN_EMAIL]);
const PLAIN_IDS = Automaton.of([PLAIN_ID]);

/** What is repaired to read plain numbers. */
export const REPAIRS: readonly (NumberRepair | null)[] = [
  ...new Set(PLAIN_NUMBERS.map(({ repair }) => repair)),
];
/** By form of a number, from 1 on: its digits, and the place of its repair in `REPAIRS`. */
const DIGITS_OF_FORM = Uint8Array.from([0, ...PLAIN_NUMBERS.map(({ digits }) => digits)]);
const REPAIR_OF_FORM = Uint8Array.from([0, ...PLAIN_NUMBERS.map(({ repair }) => REPAIRS.indexOf(repair))]);

/** Above all numbers: an entry is the number, and this times the place of its repair. */
const ABOVE_NUMBERS = 2 ** 34;

/** The number of an entry: the digits after +44 as a whole number. */
export function numberIn(entry: number): number {
  return entry < ABOVE_NUMBERS ? entry : entry % ABOVE_NUMBERS;
}

/** The repair of an entry, as a place in `REPAIRS`. */
export function repairIn(entry: number): number {
  return entry < ABOVE_NUMBERS ? 0 : Math.floor(entry / ABOVE_NUMBERS);
}

/** The entry of a filled cell in a column of numbers. */
export function numberEntry(bytes: Uint8Array, start: number, end: number): number {
  const form = NUMBERS.accept(bytes, start, end);
  if (form === 0) return NOT_PLAIN;
  const repair = REPAIR_OF_FORM[form] ?? 0;
  return lastDigits(bytes, end, DIGITS_OF_FORM[form] ?? 0) + repair * ABOVE_NUMBERS;
}

/** The last `count` digits before `end` as a whole number. */
function lastDigits(bytes: Uint8Array, end: number, count: number): number {
  let number = 0;
  let power = 1;
  for (let at = end - 1, left = count; left > 0; at -= 1) {
    const byte = bytes[at] ?? 0;
    if (!isFigure(byte)) continue;
    number += (byte - ZERO) * power;
    power *= 10;
    left -= 1;
  }
  return number;
}

const ZERO = 0x30;

/** A plain address is never evidence of a number, whatever its digits; a test holds it to that. */
export function emailEntry(bytes: Uint8Array, start: number, end: number): number {
  return end - start > LONGEST_PLAIN_EMAIL || EMAIL.accept(bytes, start, end) === 0 ? NOT_PLAIN : PLAIN;
}

export function idEntry(bytes: Uint8Array, start: number, end: number): number {
  return PLAIN_IDS.accept(bytes, start, end) === 0 ? NOT_PLAIN : PLAIN;
}

/** ASCII digits in a cell. */
export function countDigits(bytes: Uint8Array, start: number, end: number): number {
  let digits = 0;
  for (let at = start; at < end; at += 1) if (isFigure(bytes[at] ?? 0)) digits += 1;
  return digits;
}

type Classify = (bytes: Uint8Array, start: number, end: number) => number;

/** The entries of the columns that hold one kind of cell. */
class CellKinds {
  private entries = new Float64Array(0);
  private spans: CellSpans | null = null;
  private readonly slotOf: readonly number[];

  constructor(
    private readonly columns: readonly number[],
    private readonly classify: Classify,
  ) {
    const slots: number[] = [];
    for (const [slot, column] of columns.entries()) slots[column] = slot;
    this.slotOf = Array.from(slots, (slot = 0) => slot);
  }

  begin(spans: CellSpans, rows: number): void {
    const size = rows * this.columns.length;
    if (size > this.entries.length) this.entries = new Float64Array(size);
    this.entries.fill(UNKNOWN, 0, size);
    this.spans = spans;
  }

  /** The entry of a cell of a plain record: `EMPTY`, `NOT_PLAIN`, or what `classify` says. */
  at(row: number, column: number): number {
    const place = row * this.columns.length + (this.slotOf[column] ?? 0);
    const known = this.entries[place] ?? UNKNOWN;
    if (known !== UNKNOWN || this.spans === null) return known;
    const { bytes, bounds } = this.spans;
    const first = this.spans.first(row) + column * 2;
    const start = bounds[first] ?? 0;
    const end = bounds[first + 1] ?? 0;
    const entry = start === end ? EMPTY : this.classify(bytes, start, end);
    this.entries[place] = entry;
    return entry;
  }
}

export class CellTable {
  readonly numbers: CellKinds;
  readonly emails: CellKinds;
  readonly ids: CellKinds;

  constructor(columns: ColumnRoles) {
    const numbers = (['phone', 'fax'] as const).flatMap((role) => columns.columnsOf(role));
    this.numbers = new CellKinds([...new Set(numbers)], numberEntry);
    this.emails = new CellKinds(columns.columnsOf('email'), emailEntry);
    this.ids = new CellKinds(columns.columnsOf('person_id').slice(0, 1), idEntry);
  }

  /** Begins a batch. */
  begin(spans: CellSpans, rows: number): void {
    for (const kinds of [this.numbers, this.emails, this.ids]) kinds.begin(spans, rows);
  }
}
