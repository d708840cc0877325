/** Where a letter to a record would go: all its address cells together. */

import { readFlag } from '../cells/flag-values.js';
import type { ColumnRoles } from '../columns/column-roles.js';
import type { RecordBatch } from '../csv/record-batch.js';
import { headerWords } from '../text/header-words.js';
import { foldText } from '../text/normalise-text.js';

export interface PostalAddress {
  /** In one line, in the order of the columns. */
  readonly text: string;
  /** In the form in which addresses are compared, with town and postcode where columns of theirs stand beside. */
  readonly key: string;
  /** The address columns that are filled in. */
  readonly columns: readonly number[];
}

/** Columns without a role that tell two houses of the same street name apart. */
const PLACES = /\b(?:towns?|city|village|locality|county|post ?codes?|postal codes?|zip(?: ?codes?)?)\b/;

/** A reader of the postal address of a record; it gives null where every address cell is empty, or says so. */
export function createPostalAddressReader(
  columns: ColumnRoles,
): (batch: RecordBatch, row: number) => PostalAddress | null {
  const addressColumns = columns.columnsOf('address');
  const placeColumns = columns.header.flatMap((name, column) =>
    columns.rolesOf(column).length === 0 && PLACES.test(headerWords(name)) ? [column] : [],
  );
  return (batch, row) => {
    const filled = addressColumns.filter((column) => isFilled(batch.cell(row, column)));
    if (filled.length === 0) return null;
    const lines = filled.map((column) => batch.cell(row, column));
    const places = placeColumns.map((column) => batch.cell(row, column));
    return { text: inOneLine(lines), key: keyOf([...lines, ...places]), columns: filled };
  };
}

function isFilled(cell: string): boolean {
  return /[\p{L}\p{N}]/u.test(cell) && readFlag(cell) !== 'not-recorded';
}

/** Semicolons part one contact point from the next, so that none stands in an address. */
function inOneLine(lines: readonly string[]): string {
  return lines
    .join(', ')
    .replace(/[\r\n;]+/gu, ', ')
    .replace(/\s+/gu, ' ')
    .replace(/(?:\s*,\s*)+/gu, ', ')
    .replace(/^, |, $/gu, '')
    .trim();
}

function keyOf(parts: readonly string[]): string {
  return foldText(parts.join(' ')).replace(/[^\p{L}\p{N}]+/gu, '');
}
