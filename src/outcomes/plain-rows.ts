/**
 * The rows of plain records: the bytes of the record as they stand, and behind them cells that are the same for
 * all records of one plan. Every row is, byte for byte, the one that `writeRecord` and csv-stringify make.
 */
import { stringify } from 'csv-stringify/sync';
import type { CellSpans } from '../contacts/record-batch.js';
import type { JudgedPoint } from '../judge-record.js';
import { OUTCOMES, type Outcome } from '../screening/decide.js';
import type { ByteRows } from './byte-rows.js';
import { contactCellFor } from './contact-cells.js';
import type { CsvDialect, CsvFile } from './csv-file.js';
import type { OutcomeLayout, ScreeningCells } from './outcome-row.js';

/** A contact cell of a plain record: empty, or one ordinary number plainly written. */
export interface PlainCell {
  readonly column: number;
  /** The number is not that of a contact cell before it. */
  readonly isFirstOfItsNumber: boolean;
}

/** How the records of one plan are written. */
export type RowPlan = readonly PlannedRow[];

interface PlannedRow {
  readonly file: CsvFile;
  /** For each kept column whether its cell stays. */
  readonly stays: readonly boolean[];
  readonly isWhole: boolean;
  /** The places, among the contact cells, of the numbers that are told. */
  readonly told: readonly number[];
  readonly quotesTold: boolean;
  /** Cells before the contact, between it and the line, and behind that. */
  readonly beforeContact: Buffer;
  readonly beforeLine: Buffer;
  readonly behindLine: Buffer;
}

/** Screening cells of a record by outcome, as `writeRecord` fills them. */
export type CellsOf = (outcome: Outcome, earned: readonly JudgedPoint[]) => ScreeningCells;

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const COUNTRY_CODE = Buffer.from('+44');
const SEMICOLON = ';';

/** Delimiters that stand in no cell which is put together here. */
const DELIMITERS = [',', ';', '\t', '|'];

export class PlainRows {
  private readonly delimiter: number;
  private readonly keepsAll: boolean;

  constructor(
    private readonly files: ReadonlyMap<Outcome, CsvFile>,
    private readonly layout: OutcomeLayout,
    private readonly dialect: CsvDialect,
    width: number,
  ) {
    this.delimiter = dialect.delimiter.charCodeAt(0);
    this.keepsAll = layout.kept.length === width;
  }

  /** Whether rows for files of this dialect can be made so. */
  static fit(dialect: CsvDialect): boolean {
    return dialect.form === undefined && DELIMITERS.includes(dialect.delimiter);
  }

  /** How records are written whose contact cells are `cells` and whose points earned these verdicts. */
  plan(cells: readonly PlainCell[], judged: readonly JudgedPoint[], cellsOf: CellsOf): RowPlan {
    return OUTCOMES.flatMap((outcome): PlannedRow[] => {
      const earned = judged.filter(({ verdict }) => verdict.outcome === outcome);
      const file = this.files.get(outcome);
      if (earned.length === 0 || file === undefined) return [];
      const standsIn = (column: number): boolean =>
        earned.some(({ placed }) => placed.columns.includes(column));
      const contactColumns = cells.map(({ column }) => column);
      const stays = this.layout.kept.map(
        (column) =>
          !contactColumns.includes(column) || contactCellFor(outcome, STAYS, column, true, judged) === STAYS,
      );
      const told = cells.flatMap(({ column, isFirstOfItsNumber }, place) =>
        isFirstOfItsNumber && standsIn(column) ? [place] : [],
      );
      const screening = cellsOf(outcome, earned);
      const before = ['screening_verdict', 'screening_channel', 'screening_purpose'] as const;
      const between = ['screening_reasons', 'screening_explanation', 'screening_valid_until'] as const;
      const added =
        this.layout.headerOf(outcome).length - this.layout.kept.length - Object.keys(screening).length;
      const { delimiter, lineEnd } = this.dialect;
      return [
        {
          file,
          stays,
          isWhole: this.keepsAll && stays.every((isKept) => isKept),
          told,
          quotesTold: told.length > 1 && delimiter === SEMICOLON,
          beforeContact: Buffer.from(
            `${delimiter}${this.cellsAsText(before.map((name) => screening[name]))}${delimiter}`,
          ),
          beforeLine: Buffer.from(
            `${delimiter}${this.cellsAsText(between.map((name) => screening[name]))}${delimiter}`,
          ),
          behindLine: Buffer.from(`${delimiter.repeat(1 + added)}${lineEnd}`),
        },
      ];
    });
  }

  /** Writes a record to the file of each verdict; `numbers` stand in its contact cells, 0 where there is none. */
  write(plan: RowPlan, spans: CellSpans, row: number, line: number, numbers: Float64Array): void {
    for (const planned of plan) {
      const rows = planned.file.addBytes();
      if (planned.isWhole && spans.isUnquoted(row)) {
        const first = spans.first(row);
        const last = first + this.layout.kept.length * 2 - 1;
        rows.copy(spans.bytes, spans.bounds[first] ?? 0, spans.bounds[last] ?? 0);
      } else this.writeCells(rows, planned, spans, row);
      rows.copy(planned.beforeContact, 0, planned.beforeContact.length);
      writeTold(rows, planned, numbers);
      rows.copy(planned.beforeLine, 0, planned.beforeLine.length);
      rows.figures(line);
      rows.copy(planned.behindLine, 0, planned.behindLine.length);
    }
  }

  private writeCells(rows: ByteRows, { stays }: PlannedRow, spans: CellSpans, row: number): void {
    const { bytes, bounds } = spans;
    const first = spans.first(row);
    const isUnquoted = spans.isUnquoted(row);
    for (let index = 0; index < stays.length; index += 1) {
      if (index > 0) rows.byte(this.delimiter);
      if (stays[index] !== true) continue;
      const at = first + (this.layout.kept[index] ?? 0) * 2;
      const start = bounds[at] ?? 0;
      const end = bounds[at + 1] ?? 0;
      if (isUnquoted || !this.needsQuotes(bytes, start, end)) rows.copy(bytes, start, end);
      else {
        rows.byte(QUOTE);
        rows.copy(bytes, start, end);
        rows.byte(QUOTE);
      }
    }
  }

  /** The bytes between the bounds are those of a quoted cell, its quotes doubled: it may only lose the outer ones. */
  private needsQuotes(bytes: Uint8Array, start: number, end: number): boolean {
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at];
      if (byte === this.delimiter || byte === QUOTE || byte === LINE_FEED || byte === CARRIAGE_RETURN)
        return true;
    }
    return false;
  }

  private cellsAsText(cells: readonly string[]): string {
    const { delimiter } = this.dialect;
    return stringify([[...cells]], { delimiter, record_delimiter: '\n', quoted_match: /[\r\n]/ }).slice(
      0,
      -1,
    );
  }
}

/** Stands for a cell of which it is only asked whether it stays. */
const STAYS = '0';

function writeTold(rows: ByteRows, { told, quotesTold }: PlannedRow, numbers: Float64Array): void {
  if (quotesTold) rows.byte(QUOTE);
  for (let index = 0; index < told.length; index += 1) {
    if (index > 0) rows.byte(SEMICOLON.charCodeAt(0));
    rows.copy(COUNTRY_CODE, 0, COUNTRY_CODE.length);
    rows.figures(numbers[told[index] ?? 0] ?? 0);
  }
  if (quotesTold) rows.byte(QUOTE);
}
