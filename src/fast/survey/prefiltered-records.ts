/**
 * The prefilter of the survey: finds the records with nothing to report but flags, that is plain numbers and addresses
 * and no words of an opt-out. It reads bytes, and only counts such records. Of flags that bind it reports whom.
 */

import type { ColumnRoles } from '../../contacts/columns/column-roles.js';
import type { RecordBatch } from '../../contacts/csv/record-batch.js';
import type { CellSpans } from '../../contacts/csv/token-spans.js';
import { createBindingKeysReader } from '../../contacts/record/binding-keys.js';
import { readFlagCell } from '../../contacts/record/record-flags.js';
import type { RecordKeys, RecordSettings } from '../../contacts/record/record-reader.js';
import { OPT_OUT_ROLES, type Role } from '../../contacts/roles.js';
import { isScreeningColumn } from '../../contacts/screening-columns.js';
import {
  createDateOrderSurvey,
  type DateOrderSurvey,
  dateColumnsOf,
} from '../../contacts/survey/date-order.js';
import {
  allRemaining,
  type FlaggedRecord,
  type PrefilterCounts,
  type Prefiltered,
  rowsUpTo,
} from '../../contacts/survey/prefilter.js';
import { createSplitNumbers, type SplitNumbers } from '../../contacts/survey/split-numbers.js';
import {
  MAY_HOLD_ADDRESS,
  MAY_HOLD_NUMBER,
  MAY_HOLD_WORDS,
  scanFlagsOf,
} from '../../contacts/vocabulary/prefilter.js';
import type { Channel } from '../../screening/campaign.js';
import { type CellTable, countDigits, NOT_PLAIN } from '../cells/cell-table.js';
import { mayBeShortWord } from '../cells/short-words.js';
import { readText, type TextReading } from './text-memo.js';

/** What a column is to the survey. */
type ColumnKind = 'number' | 'email' | 'flag' | 'name' | 'text' | 'value' | 'unread';

/** A value of a flag column: its bytes, whether it binds, and how often it was counted. */
interface FlagValue {
  readonly bytes: Buffer;
  readonly isSignal: boolean;
  count: number;
}

interface PrefilteredColumn {
  readonly column: number;
  readonly kind: ColumnKind;
  /** Of a flag column the values that were met. */
  readonly values: FlagValue[];
  /** Of a flag column the value in the record at hand. */
  value: FlagValue | null;
  /** Texts of the column that had to be read as text. */
  readonly texts: Map<string, TextReading>;
  readonly isDate: boolean;
  /** What a text must not hold at a scanFlags, as bits. */
  readonly watched: number;
}

/** A code has five digits at most, and both together nine at least. */
const FEWEST_DIGITS_OF_A_REST = 4;
const QUOTE = 0x22;
/** Distinct flag values of a column that are remembered. */
const MOST_VALUES = 40;

export class PrefilteredRecords {
  private readonly written: Float64Array;
  private readonly filled: Float64Array;
  private readonly halves: Float64Array;
  /** By column, whether the cell of the record at hand is a placeholder. */
  private readonly isNothing: Uint8Array;
  private records = 0;
  /** Records of which every cell is filled, and no placeholder. */
  private full = 0;
  /** Whether a cell of the record at hand is empty, or a placeholder. */
  private hasNothing = false;
  private readonly flags: readonly PrefilteredColumn[];
  /** Whether the record counted last holds a date. */
  private hasDate = false;
  /** Whether one of its flags, or of those of the record at hand, binds. */
  private hasSignal = false;
  private readonly readBindingKeys: (batch: RecordBatch, row: number) => RecordKeys;

  private constructor(
    private readonly watches: readonly PrefilteredColumn[],
    private readonly columns: ColumnRoles,
    channel: Channel,
    private readonly split: SplitNumbers,
    private readonly dates: DateOrderSurvey,
    private readonly cells: CellTable,
  ) {
    this.flags = watches.filter(({ kind }) => kind === 'flag');
    this.readBindingKeys = createBindingKeysReader(columns, channel);
    this.halves = new Float64Array(split.pairs.length);
    this.isNothing = new Uint8Array(watches.length);
    this.written = new Float64Array(watches.length);
    this.filled = new Float64Array(watches.length);
  }

  /** For a list with these columns; null where one of them is to be read as two things. */
  static of(
    columns: ColumnRoles,
    { channel, dateOrder }: RecordSettings,
    cells: CellTable,
  ): PrefilteredRecords | null {
    const dateColumns = dateColumnsOf(columns);
    const watches: PrefilteredColumn[] = [];
    for (const column of columns.header.keys()) {
      const kind = kindOf(columns, column);
      if (kind === null) return null;
      const isDate = dateColumns.includes(column);
      const watched =
        MAY_HOLD_NUMBER |
        (kind === 'value' ? 0 : MAY_HOLD_WORDS) |
        (channel === 'email' ? MAY_HOLD_ADDRESS : 0);
      watches.push({ column, kind, values: [], value: null, texts: new Map(), isDate, watched });
    }
    return new PrefilteredRecords(
      watches,
      columns,
      channel,
      createSplitNumbers(columns),
      createDateOrderSurvey(dateColumns, dateOrder),
      cells,
    );
  }

  /** Counts the records of a batch, from row `from` on, that have nothing to report. The others remain. */
  prefilter(batch: RecordBatch, from: number): Prefiltered {
    const remaining = rowsUpTo(from);
    const dated: number[] = [];
    const flagged: FlaggedRecord[] = [];
    const { spans } = batch;
    if (spans === null) return allRemaining(batch);
    for (let row = from; row < batch.count; row += 1) {
      if (!this.add(batch, spans, row)) {
        remaining.push(row);
        continue;
      }
      if (this.hasDate && this.dates.add(batch, row)) dated.push(row);
      if (this.hasSignal) flagged.push({ row, keys: this.readBindingKeys(batch, row) });
    }
    return { remaining, flagged, dated };
  }

  /** Counts the record if it has nothing to report; false if it remains, and was not counted. */
  private add(batch: RecordBatch, spans: CellSpans, row: number): boolean {
    if (!spans.isPlain(row)) return false;
    const { bytes, bounds } = spans;
    const first = spans.first(row);
    let hasDate = false;
    this.hasSignal = false;
    this.hasNothing = false;
    for (const watch of this.watches) {
      const start = bounds[first + watch.column * 2] ?? 0;
      const end = bounds[first + watch.column * 2 + 1] ?? 0;
      if (!this.hasNothingToReport(watch, row, bytes, start, end)) return false;
      this.hasNothing ||= start === end;
      hasDate ||= watch.isDate && start !== end;
    }
    if (this.hasHalves(batch, row, bytes, bounds, first)) return false;
    for (const { value } of this.flags) if (value !== null) value.count += 1;
    if (this.hasNothing) this.countCells(bounds, first);
    else this.full += 1;
    this.hasDate = hasDate;
    this.records += 1;
    return true;
  }

  /** Counts the filled cells of a record in which some are empty, or placeholders. */
  private countCells(bounds: Uint32Array, first: number): void {
    for (const { column } of this.watches) {
      if (bounds[first + column * 2] === bounds[first + column * 2 + 1]) continue;
      this.written[column] = (this.written[column] ?? 0) + 1;
      if (this.isNothing[column] !== 1) this.filled[column] = (this.filled[column] ?? 0) + 1;
    }
  }

  counts(): PrefilterCounts {
    const { records, full, halves } = this;
    const filled = this.filled.map((count) => count + full);
    const written = this.written.map((count) => count + full);
    const values = this.watches.flatMap(({ column, kind, values: counted }) => {
      const found = counted.map(({ bytes, count }) => [bytes.toString(), count] as const);
      return kind === 'flag' ? [[column, new Map(found)] as const] : [];
    });
    return { records, filled, written, halves, values: new Map(values) };
  }

  private hasNothingToReport(
    watch: PrefilteredColumn,
    row: number,
    bytes: Buffer,
    start: number,
    end: number,
  ): boolean {
    switch (watch.kind) {
      case 'flag':
        return this.isKnownFlag(watch, bytes, start, end);
      case 'number':
        return this.cells.numbers.at(row, watch.column) !== NOT_PLAIN;
      case 'email':
        return this.cells.emails.at(row, watch.column) !== NOT_PLAIN;
      case 'name':
      case 'text':
      case 'value':
        return this.textHasNothingToReport(watch, bytes, start, end);
      case 'unread':
        return true;
    }
  }

  /** Whether two neighbouring cells make one number; counts the pairs that are filled where none does. */
  private hasHalves(
    batch: RecordBatch,
    row: number,
    bytes: Uint8Array,
    bounds: Uint32Array,
    first: number,
  ): boolean {
    const { pairs } = this.split;
    for (let pair = 0; pair < pairs.length; pair += 1) {
      const code = first + (pairs[pair]?.code ?? 0) * 2;
      const rest = first + (pairs[pair]?.rest ?? 0) * 2;
      const mayBe =
        countDigits(bytes, bounds[code] ?? 0, bounds[code + 1] ?? 0) > 0 &&
        countDigits(bytes, bounds[rest] ?? 0, bounds[rest + 1] ?? 0) >= FEWEST_DIGITS_OF_A_REST;
      if (mayBe && this.split.isSplitAt(pair, batch, row)) return true;
    }
    for (let pair = 0; pair < pairs.length; pair += 1) {
      const code = first + (pairs[pair]?.code ?? 0) * 2;
      const rest = first + (pairs[pair]?.rest ?? 0) * 2;
      if (bounds[code] !== bounds[code + 1] && bounds[rest] !== bounds[rest + 1])
        this.halves[pair] = (this.halves[pair] ?? 0) + 1;
    }
    return false;
  }

  private textHasNothingToReport(
    watch: PrefilteredColumn,
    bytes: Buffer,
    start: number,
    end: number,
  ): boolean {
    this.isNothing[watch.column] = 0;
    const isPlain =
      (scanFlagsOf(bytes, start, end) & watch.watched) === 0 && !mayBeShortWord(bytes, start, end);
    if (isPlain || start === end) return true;
    const { hasNothingToReport, isPlaceholder } = readText(
      watch.texts,
      watch.kind,
      bytes.toString('latin1', start, end),
      (watch.watched & MAY_HOLD_ADDRESS) !== 0,
    );
    if (isPlaceholder) {
      this.isNothing[watch.column] = 1;
      this.hasNothing = true;
    }
    return hasNothingToReport;
  }

  /** Whether the value is one of those remembered; notes it, and whether it binds. */
  private isKnownFlag(watch: PrefilteredColumn, bytes: Buffer, start: number, end: number): boolean {
    const { column, values } = watch;
    let known = values.find((value) => isSame(value.bytes, bytes, start, end));
    if (known === undefined) {
      if (values.length >= MOST_VALUES) return false;
      const value = Buffer.from(bytes.subarray(start, end));
      // A quote is doubled in the bytes, and not in the cell.
      if (value.includes(QUOTE)) return false;
      const reading = readFlagCell(this.columns, column, value.toString());
      const isBinding = !this.columns.rolesOf(column).every((role) => role === 'mps_listed');
      const isSignal = isBinding && (reading === 'yes' || reading === 'unread');
      known = { bytes: value, isSignal, count: 0 };
      values.push(known);
    }
    watch.value = known;
    this.hasSignal ||= known.isSignal;
    return true;
  }
}

function isSame(value: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (value.length !== end - start) return false;
  for (let at = 0; at < value.length; at += 1) if (value[at] !== bytes[start + at]) return false;
  return true;
}

function kindOf(columns: ColumnRoles, column: number): ColumnKind | null {
  const roles = columns.rolesOf(column);
  const isFlag = (role: Role): boolean =>
    role === 'deceased' || role === 'mps_listed' || OPT_OUT_ROLES.some((flag) => flag === role);
  if (roles.some(isFlag)) return roles.every(isFlag) ? 'flag' : null;
  const isNumber = (role: Role): boolean => role === 'phone' || role === 'fax';
  if (roles.some(isNumber)) return roles.every(isNumber) ? 'number' : null;
  if (roles.includes('email')) return roles.length === 1 ? 'email' : null;
  if (columns.textColumns.includes(column)) return 'text';
  if (columns.nameColumns.includes(column)) return 'name';
  return roles.includes('ignore') || isScreeningColumn(columns.header[column] ?? '') ? 'unread' : 'value';
}
