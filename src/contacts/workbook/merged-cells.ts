/**
 * Cells that are merged over several rows or columns: a spreadsheet stores the text in the first of them alone, and
 * shows it over all. A `yes` merged over three people is meant for all three.
 */
import { UserError } from '../../errors.js';
import { columnOf, type SheetRow } from './sheet-rows.js';

interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Ranges that are kept in memory; a sheet with more is refused. */
const MOST_RANGES = 100_000;

/** Gathers the merged ranges of a sheet. */
export class MergedCells {
  readonly #ranges: MergedRange[] = [];

  constructor(private readonly displayName: string) {}

  /** Adds the range of a reference such as `D2:D4`. Throws a `UserError` where there are too many. */
  add(reference: string): void {
    const range = rangeOf(reference);
    if (range === null) return;
    if (this.#ranges.length === MOST_RANGES) {
      throw new UserError(
        `\`${this.displayName}\` has a sheet with more than ${MOST_RANGES} merged ranges, too many to read; unmerge the cells, or save the sheet as CSV UTF-8`,
      );
    }
    this.#ranges.push(range);
  }

  /**
   * Fills the rows of one pass, given in their order and not wider than `width`: each cell of a range gets the text
   * of its first cell. An empty row stays empty, since it is nobody's.
   */
  filler(width: number): (row: SheetRow) => readonly string[] {
    const ranges = this.#ranges.toSorted((one, other) => one.firstRow - other.firstRow);
    const shown = new Map<number, { readonly text: string; readonly lastRow: number }>();
    let next = 0;
    return ({ line, cells }) => {
      for (let range = ranges[next]; range !== undefined && range.firstRow <= line; range = ranges[next]) {
        // The row that holds the text may not be there at all.
        const text = range.firstRow === line ? (cells[range.firstColumn] ?? '') : '';
        const end = Math.min(range.lastColumn + 1, width);
        for (let column = range.firstColumn; text !== '' && column < end; column += 1)
          shown.set(column, { text, lastRow: range.lastRow });
        next += 1;
      }
      if (shown.size === 0 || cells.length === 0) return cells;
      const filled = [...cells];
      for (const [column, { text, lastRow }] of shown) {
        if (lastRow < line) shown.delete(column);
        else {
          while (filled.length < column) filled.push('');
          if ((filled[column] ?? '') === '') filled[column] = text;
        }
      }
      return filled;
    };
  }
}

function rangeOf(reference: string): MergedRange | null {
  const [first = '', last = first] = reference.split(':');
  const firstColumn = columnOf(first);
  const lastColumn = columnOf(last);
  const firstRow = Number(/\d+$/u.exec(first)?.[0]);
  const lastRow = Number(/\d+$/u.exec(last)?.[0]);
  return firstColumn === null || lastColumn === null || !(firstRow >= 1) || !(lastRow >= firstRow)
    ? null
    : { firstRow, lastRow, firstColumn, lastColumn };
}
