/** A batch of records of a list, as the parser read them. */

/**
 * What is wrong with a record, so that a cell may stand under the wrong header: it has more or fewer
 * cells than the header, a quote is out of place, or a NUL character stands in a cell.
 */
export type RecordDamage = 'ragged' | 'broken-quotes' | 'nul-byte';

/**
 * Records behind one reader interface, so that a batch can later be filled by spans over a byte buffer
 * instead of strings. Rows count from 0 within the batch, columns from 0.
 */
export interface RecordBatch {
  readonly count: number;
  /** The physical line of the file, from 1, on which the record begins. */
  line(row: number): number;
  /** The cell exactly as written, without its quoting; empty beyond the end of a short record. */
  cell(row: number, column: number): string;
  /** How many cells the record really had. */
  cellCount(row: number): number;
  damage(row: number): RecordDamage | null;
}

/** One record as it left the parser. `damage` knows nothing of the header yet, so it is never `ragged`. */
export interface ReadRecord {
  readonly cells: readonly string[];
  readonly line: number;
  readonly damage: Exclude<RecordDamage, 'ragged'> | null;
}

/** A batch over `records`; `width` is the number of cells of the header, in which a sound record agrees. */
export function batchOf(records: readonly ReadRecord[], width: number): RecordBatch {
  const at = (row: number): ReadRecord => {
    const record = records[row];
    if (record === undefined)
      throw new RangeError(`row ${row} of a batch of ${records.length} was asked for`);
    return record;
  };
  return {
    count: records.length,
    line: (row) => at(row).line,
    cell: (row, column) => at(row).cells[column] ?? '',
    cellCount: (row) => at(row).cells.length,
    damage: (row) => at(row).damage ?? (at(row).cells.length === width ? null : 'ragged'),
  };
}
