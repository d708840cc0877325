/**
 * Does another header stand within the list? Two exports that were put one behind the other have columns of
 * their own: an opt-out of the second would stand under a header of the first, where nobody reads it.
 */
import type { ColumnRoles } from '../columns/column-roles.js';
import { looksLikeOptOut, namesContact } from '../columns/header-opt-outs.js';
import { rolesOfHeader } from '../columns/header-roles.js';
import type { OpenQuestion } from '../columns/open-questions.js';
import { placeOf, type RecordBatch } from '../csv/record-batch.js';
import { flagColumnsOf, readFlagCell } from '../record/record-flags.js';
import type { Place } from '../roles.js';
import { headerWords } from '../text/header-words.js';

export interface SecondHeaders {
  add(batch: RecordBatch, row: number): void;
  questions(): readonly OpenQuestion[];
}

const MOST_PLACES = 3;
/** So many cells of a record have to be names of columns. */
const FEWEST = 2;
/** A second line of a header stands right behind the first. */
const NEAR_THE_TOP = 2;

/** A watch over the records that read like a header. */
export function createSecondHeaders(columns: ColumnRoles): SecondHeaders {
  const contactColumns = (['phone', 'fax', 'email'] as const).flatMap((role) => columns.columnsOf(role));
  const flagColumns = new Set(flagColumnsOf(columns));
  /** `Unsubscribed` is the name of a column, and an answer in a column of answers. */
  const isAnswer = (column: number, cell: string): boolean =>
    flagColumns.has(column) && cell !== '' && readFlagCell(columns, column, cell) !== 'unread';
  const places: Place[] = [];
  let records = 0;
  return {
    add(batch, row) {
      records += 1;
      const isNearTheTop = records <= NEAR_THE_TOP;
      const mayBe = isNearTheTop || contactColumns.some((column) => namesColumn(batch.cell(row, column)));
      if (!mayBe || places.length >= MOST_PLACES) return;
      let found = 0;
      for (let column = 0; column < batch.cellCount(row); column += 1) {
        const cell = batch.cell(row, column);
        if (isAnswer(column, cell)) continue;
        if (namesColumn(cell) || (isNearTheTop && namesChannel(cell))) found += 1;
      }
      if (found >= FEWEST && !isSomebodys(batch, row)) places.push(placeOf(batch, row));
    },
    questions: () => (places.length === 0 ? [] : [{ kind: 'second-header', places }]),
  };
}

/** Whether a cell reads like the name of a column that matters here. Figures and addresses never do. */
function namesColumn(cell: string): boolean {
  if (cell === '' || cell.length > LONGEST_NAME || /[\d@]/u.test(cell)) return false;
  const words = headerWords(cell);
  return rolesOfHeader(words).length > 0 || looksLikeOptOut(words);
}

/** `Email`, `Text`, `Call` below a cell that stands over all three. */
function namesChannel(cell: string): boolean {
  return (
    cell !== '' && cell.length <= LONGEST_NAME && !/[\d@]/u.test(cell) && namesContact(headerWords(cell))
  );
}

const LONGEST_NAME = 40;

/** A record of somebody has a number, an id, a date or an address in some cell. */
function isSomebodys(batch: RecordBatch, row: number): boolean {
  for (let column = 0; column < batch.cellCount(row); column += 1) {
    const cell = batch.cell(row, column);
    if (/\d{3}/u.test(cell) || ADDRESS.test(cell)) return true;
  }
  return false;
}

const ADDRESS = /[^\s@]@[^\s@]+\.[^\s@]/u;
