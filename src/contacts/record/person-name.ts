/** The name of the person a record is about, for a list that people read. Never used to tell two persons apart. */

import type { RecordBatch } from '../csv/record-batch.js';
import { headerWords } from '../text/header-words.js';

/** Columns that hold a whole name; the first that is filled is taken. */
const WHOLE =
  /^(?:full name|name|contact name|display name|member name|supporter name|donor name|person name|constituent name|elector name|fullname)$/;

/** The parts of a name, in the order in which they are joined. */
const PARTS: readonly RegExp[] = [
  /^(?:first names?|given names?|forenames?|elector forename|firstname|christian name)$/,
  /^(?:last name|surname|family name|elector surname|lastname)$/,
];

export type NameReader = (batch: RecordBatch, row: number) => string;

/** A reader of names for a list with this header; the name is empty where the list has none. */
export function createNameReader(header: readonly string[]): NameReader {
  const words = header.map(headerWords);
  const columnsLike = (pattern: RegExp): number[] =>
    words.flatMap((text, column) => (pattern.test(text) ? [column] : []));
  const whole = columnsLike(WHOLE);
  const parts = PARTS.map(columnsLike);
  return (batch, row) => {
    const firstOf = (columns: readonly number[]): string =>
      columns.map((column) => batch.cell(row, column).trim()).find((cell) => cell !== '') ?? '';
    const joined = parts
      .map(firstOf)
      .filter((part) => part !== '')
      .join(' ');
    return joined === '' ? firstOf(whole) : joined;
  };
}
