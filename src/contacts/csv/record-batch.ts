/** A batch of records of a list, as the parser read them. */
import type { OptOutRole, Place } from '../roles.js';
import {
  CellSpans,
  type FileRecords,
  type ReadRecord,
  type RecordDamage,
  recordsFromSpans,
  spansAfterFirst,
} from './token-spans.js';

/** What the records of a list come from: the file itself, or one of several files read together. */
export interface RecordOrigin {
  /** The name of the file among several, as it stands in the zip; null where the list is one file. */
  readonly name: string | null;
  /** The base name of the file itself, which may say what its people are. */
  readonly fileName: string;
  /** Opt-outs that hold for each of its records, because the name of the file says so. */
  readonly optOuts: readonly OptOutRole[];
}

/**
 * Records behind one reader interface, whatever they were read by. Rows count from 0 within the batch, columns
 * from 0 as they stand in the header of the list. All records of a batch have one origin.
 */
export interface RecordBatch {
  readonly count: number;
  readonly origin: RecordOrigin;
  /** The physical line of its file, from 1, on which the record begins. */
  line(row: number): number;
  /** The cell exactly as written, without its quoting; empty where the record has none. */
  cell(row: number, column: number): string;
  /**
   * How many cells to ask for: as many as the record really had. In a list of several files with other
   * columns the surplus stands behind the last column of the list, and no record counts fewer than that.
   */
  cellCount(row: number): number;
  damage(row: number): RecordDamage | null;
  /** Where the cells stand in the bytes of the file; null where they were not read so, or stand in other columns. */
  readonly spans: CellSpans | null;
}

/** The place of a record of the batch. */
export function placeOf({ origin, line }: RecordBatch, row: number): Place {
  return origin.name === null ? line(row) : `${origin.name}:${line(row)}`;
}

/** Records that were read one by one. */
export function recordsOf(records: readonly ReadRecord[]): FileRecords {
  const at = (row: number): ReadRecord => {
    const record = records[row];
    if (record === undefined)
      throw new RangeError(`row ${row} of a batch of ${records.length} was asked for`);
    return record;
  };
  return {
    count: records.length,
    line: (row) => at(row).line,
    cell: (row, place) => at(row).cells[place] ?? '',
    cellCount: (row) => at(row).cells.length,
    damage: (row) => at(row).damage,
    tokens: null,
  };
}

/** The same records without the first. */
export function afterFirst(records: FileRecords): FileRecords {
  const { tokens } = records;
  if (tokens !== null) return recordsFromSpans(spansAfterFirst(tokens));
  return {
    count: records.count - 1,
    line: (row) => records.line(row + 1),
    cell: (row, place) => records.cell(row + 1, place),
    cellCount: (row) => records.cellCount(row + 1),
    damage: (row) => records.damage(row + 1),
    tokens: null,
  };
}

/** One of the records, on its own. */
export function recordAt(records: FileRecords, row: number): ReadRecord {
  return {
    cells: Array.from({ length: records.cellCount(row) }, (_, place) => records.cell(row, place)),
    line: records.line(row),
    damage: records.damage(row),
  };
}

/** How the cells of one file stand in the columns of the list. */
export interface ColumnPlan {
  /** Cells of a sound record of the file. */
  readonly width: number;
  /** For each column of the list its place in the file, null where the file lacks it; null: all as they are. */
  readonly places: readonly (number | null)[] | null;
}

/** A batch over `records` of one file. */
export function batchOf(
  records: FileRecords,
  { width, places }: ColumnPlan,
  origin: RecordOrigin,
): RecordBatch {
  const damage = (row: number): RecordDamage | null =>
    records.damage(row) ?? (records.cellCount(row) === width ? null : 'ragged');
  const { tokens } = records;
  const shared = { count: records.count, origin, line: records.line, damage };
  if (places === null) {
    return {
      ...shared,
      cell: records.cell,
      cellCount: records.cellCount,
      spans: tokens && new CellSpans(tokens, width),
    };
  }
  const placeIn = (column: number): number | null =>
    column < places.length ? (places[column] ?? null) : column - places.length + width;
  return {
    ...shared,
    cell(row, column) {
      const place = placeIn(column);
      return place === null ? '' : records.cell(row, place);
    },
    cellCount: (row) => places.length + Math.max(0, records.cellCount(row) - width),
    spans: null,
  };
}
