/**
 * The rows of plain records: the bytes of the record, then cells that are the same for all records of one plan. Every
 * row is, byte for byte, the one that `writeRecord` and `CsvFile.add` make.
 */
import type { CellSpans } from '../../contacts/csv/token-spans.js';
import type { WrittenRows } from '../../judging/batch-worker.js';
import { contactCellFor } from '../../outcomes/contact-cells.js';
import type { CsvDialect } from '../../outcomes/csv-file.js';
import { lineMaker } from '../../outcomes/csv-line.js';
import type { OutcomeLayout, ScreeningCells } from '../../outcomes/outcome-row.js';
import { OUTCOMES, type Outcome } from '../../screening/verdict/decide.js';
import type { JudgedPoint } from '../../screening-result.js';
import { ByteRows } from './byte-rows.js';

/** A contact cell of a plain record: empty, or one ordinary number or address plainly written. */
export type PlainCell =
  | {
      readonly kind: 'number';
      readonly column: number;
      /** The number is not that of a contact cell before it. */
      readonly isFirstOfItsNumber: boolean;
      /** It is written out where it may be used. */
      readonly isRepaired: boolean;
    }
  /** At most one of a record is filled. */
  | { readonly kind: 'address'; readonly column: number };

/** A cell as it is, an empty one, or the number of a contact cell, by its place among them. */
type Content = 'cell' | 'nothing' | number;

/** How the records of one plan are written. */
export type RowPlan = readonly PlannedRow[];

interface PlannedRow {
  /** The place of its outcome in `OUTCOMES`. */
  readonly outcome: number;
  /** The content of each kept column. */
  readonly contents: readonly Content[];
  readonly isWhole: boolean;
  /** The places, among the contact cells, of the numbers that are reported. */
  readonly reported: readonly number[];
  readonly quotesReported: boolean;
  /** The column of the address that is told; null where none is. */
  readonly reportedAddress: number | null;
  /** Cells before the contact, between it and the line, and after that. */
  readonly beforeContact: Buffer;
  readonly beforeLine: Buffer;
  readonly afterLine: Buffer;
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

/** Whether rows of this dialect can be written as bytes. */
export function canWriteRows({ form, delimiter }: CsvDialect): boolean {
  return form === undefined && DELIMITERS.includes(delimiter);
}

export class PlainRows {
  private readonly delimiter: number;
  private readonly keepsAll: boolean;
  /** By outcome, as they stand in `OUTCOMES`: those of the batch at hand, and of some before. */
  private readonly rounds: readonly (readonly ByteRows[])[];
  private round = 0;
  private rows: readonly ByteRows[];

  constructor(
    private readonly layout: OutcomeLayout,
    private readonly dialect: CsvDialect,
    width: number,
  ) {
    this.rounds = Array.from({ length: BATCHES_HELD }, () => OUTCOMES.map(() => new ByteRows()));
    this.rows = OUTCOMES.map(() => new ByteRows());
    this.delimiter = dialect.delimiter.charCodeAt(0);
    this.keepsAll = layout.kept.length === width;
  }

  /** How records are written whose contact cells are `cells` and whose points earned these verdicts. */
  plan(cells: readonly PlainCell[], judged: readonly JudgedPoint[], cellsOf: CellsOf): RowPlan {
    return OUTCOMES.flatMap((outcome): PlannedRow[] => {
      const earned = judged.filter(({ verdict }) => verdict.outcome === outcome);
      if (earned.length === 0) return [];
      const isIn = (column: number): boolean => earned.some(({ placed }) => placed.columns.includes(column));
      const contents = this.layout.kept.map((column): Content => {
        const place = cells.findIndex((cell) => cell.column === column);
        const cell = cells[place];
        if (cell === undefined) return 'cell';
        const isPlain = cell.kind === 'address' || !cell.isRepaired;
        const content = contactCellFor(outcome, AS_IT_IS, column, isPlain, judged);
        return content === AS_IT_IS ? 'cell' : content === '' ? 'nothing' : place;
      });
      const reported = cells.flatMap((cell, place) =>
        cell.kind === 'number' && cell.isFirstOfItsNumber && isIn(cell.column) ? [place] : [],
      );
      const address = cells.find(({ kind, column }) => kind === 'address' && isIn(column));
      const screening = cellsOf(outcome, earned);
      const before = ['screening_verdict', 'screening_channel', 'screening_purpose'] as const;
      const between = ['screening_reasons', 'screening_explanation', 'screening_valid_until'] as const;
      const added =
        this.layout.headerOf(outcome).length - this.layout.kept.length - Object.keys(screening).length;
      const { delimiter, lineEnd } = this.dialect;
      return [
        {
          outcome: OUTCOMES.indexOf(outcome),
          contents,
          isWhole: this.keepsAll && contents.every((content) => content === 'cell'),
          reported,
          quotesReported: reported.length > 1 && delimiter === SEMICOLON,
          reportedAddress: address?.column ?? null,
          beforeContact: Buffer.from(
            `${delimiter}${this.cellsAsText(before.map((name) => screening[name]))}${delimiter}`,
          ),
          beforeLine: Buffer.from(
            `${delimiter}${this.cellsAsText(between.map((name) => screening[name]))}${delimiter}`,
          ),
          afterLine: Buffer.from(`${delimiter.repeat(1 + added)}${lineEnd}`),
        },
      ];
    });
  }

  /** Begins the rows of a batch. Those of the batches before stay for as long as `BATCHES_HELD` says. */
  begin(): void {
    this.round = (this.round + 1) % BATCHES_HELD;
    this.rows = this.rounds[this.round] ?? this.rows;
    for (const rows of this.rows) rows.begin();
  }

  /** Marks where the rows of a remaining record go. */
  leaveGap(): void {
    for (const rows of this.rows) rows.leaveGap();
  }

  /** The rows of the batch, by outcome as they stand in `OUTCOMES`. */
  written(): readonly WrittenRows[] {
    return this.rows.map((rows) => rows.written());
  }

  /** Writes a record among the rows of each verdict; `numbers` stand in its contact cells where those hold numbers, 0 where there is none. */
  write(plan: RowPlan, spans: CellSpans, row: number, line: number, numbers: Float64Array): void {
    for (const planned of plan) {
      const rows = this.rows[planned.outcome];
      if (rows === undefined) continue;
      rows.addRecord();
      if (planned.isWhole && spans.isUnquoted(row)) {
        const first = spans.first(row);
        const last = first + this.layout.kept.length * 2 - 1;
        rows.copy(spans.bytes, spans.bounds[first] ?? 0, spans.bounds[last] ?? 0);
      } else this.writeCells(rows, planned, spans, row, numbers);
      rows.whole(planned.beforeContact);
      if (planned.reportedAddress === null) writeReported(rows, planned, numbers);
      else {
        const at = spans.first(row) + planned.reportedAddress * 2;
        rows.inLowerCase(spans.bytes, spans.bounds[at] ?? 0, spans.bounds[at + 1] ?? 0);
      }
      rows.whole(planned.beforeLine);
      rows.figures(line);
      rows.whole(planned.afterLine);
    }
  }

  private writeCells(
    rows: ByteRows,
    { contents }: PlannedRow,
    spans: CellSpans,
    row: number,
    numbers: Float64Array,
  ): void {
    const { bytes, bounds } = spans;
    const first = spans.first(row);
    const isUnquoted = spans.isUnquoted(row);
    for (let index = 0; index < contents.length; index += 1) {
      if (index > 0) rows.byte(this.delimiter);
      const content = contents[index];
      if (content === 'nothing') continue;
      if (typeof content === 'number') {
        rows.copy(COUNTRY_CODE, 0, COUNTRY_CODE.length);
        rows.figures(numbers[content] ?? 0);
        continue;
      }
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
    return lineMaker(this.dialect.delimiter, '')(cells);
  }
}

/** Rows of so many batches are held at once; those of a further batch overwrite the oldest. */
export const BATCHES_HELD = 4;

/** Stands for a cell of which it is only asked what becomes of it. */
const AS_IT_IS = '0';

function writeReported(
  rows: ByteRows,
  { reported, quotesReported }: PlannedRow,
  numbers: Float64Array,
): void {
  if (quotesReported) rows.byte(QUOTE);
  for (let index = 0; index < reported.length; index += 1) {
    if (index > 0) rows.byte(SEMICOLON.charCodeAt(0));
    rows.copy(COUNTRY_CODE, 0, COUNTRY_CODE.length);
    rows.figures(numbers[reported[index] ?? 0] ?? 0);
  }
  if (quotesReported) rows.byte(QUOTE);
}
