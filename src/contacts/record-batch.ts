/** A batch of records of a list, as the parser read them. */
import type { OptOutRole } from './column-roles.js';

/**
 * What is wrong with a record, so that a cell may stand under the wrong header: it has more or fewer
 * cells than the header, a quote is out of place, or a NUL character stands in a cell.
 */
export type RecordDamage = 'ragged' | 'broken-quotes' | 'nul-byte';

/** What the records of a list come from: the file itself, or one of several files read together. */
export interface RecordOrigin {
  /** The name of the file among several, as it stands in the zip; null where the list is one file. */
  readonly name: string | null;
  /** Opt-outs that hold for each of its records, because the name of the file says so. */
  readonly optOuts: readonly OptOutRole[];
}

/**
 * Records behind one reader interface, so that a batch can later be filled by spans over a byte buffer
 * instead of strings. Rows count from 0 within the batch, columns from 0 as they stand in the header of the
 * list. All records of a batch have one origin.
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
}

/** Where a record begins: a line of the list, or file and line (`members.csv:12`) in a list of several. */
export type Place = number | string;

/** The place of a record of the batch. */
export function placeOf({ origin, line }: RecordBatch, row: number): Place {
  return origin.name === null ? line(row) : `${origin.name}:${line(row)}`;
}

/** One record as it left the parser. `damage` knows nothing of the header yet, so it is never `ragged`. */
export interface ReadRecord {
  readonly cells: readonly string[];
  readonly line: number;
  readonly damage: Exclude<RecordDamage, 'ragged'> | null;
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
  records: readonly ReadRecord[],
  { width, places }: ColumnPlan,
  origin: RecordOrigin,
): RecordBatch {
  const at = (row: number): ReadRecord => {
    const record = records[row];
    if (record === undefined)
      throw new RangeError(`row ${row} of a batch of ${records.length} was asked for`);
    return record;
  };
  const placeIn = (column: number): number | null => {
    if (places === null) return column;
    return column < places.length ? (places[column] ?? null) : column - places.length + width;
  };
  return {
    count: records.length,
    origin,
    line: (row) => at(row).line,
    cell(row, column) {
      const place = placeIn(column);
      return place === null ? '' : (at(row).cells[place] ?? '');
    },
    cellCount(row) {
      const { length } = at(row).cells;
      return places === null ? length : places.length + Math.max(0, length - width);
    },
    damage: (row) => at(row).damage ?? (at(row).cells.length === width ? null : 'ragged'),
  };
}
