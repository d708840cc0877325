/** Which layout a register file has, judged by its first lines; every later line is then held to it. */
import { looksOfficial } from './register-record.js';

/**
 * `official`: 12 characters a record, with blanks. `plain`: one number a line. `csv`: one column, with a
 * header or with quotes.
 */
export type RegisterLayout = 'official' | 'plain' | 'csv';

const LINES_LOOKED_AT = 1000;
const QUOTE = 0x22;

const HEADERS: ReadonlySet<string> = new Set([
  'phone',
  'phone number',
  'phone no',
  'phonenumber',
  'telephone',
  'telephone number',
  'telephone no',
  'telephonenumber',
  'tel',
  'tel no',
  'number',
  'numbers',
  'msisdn',
  'cli',
]);

/**
 * The layout that the first lines show. `head` begins at the first character of the first line.
 *
 * Official is what most of them are, not all: a record that lost a digit there is to be refused, and as
 * plain text it would pass for a shorter number.
 */
export function layoutOf(head: Uint8Array): RegisterLayout {
  if (head[0] === QUOTE || isHeader(head, 0, endOfLine(head, 0))) return 'csv';
  let start = 0;
  let lines = 0;
  let official = 0;
  while (lines < LINES_LOOKED_AT && start < head.length) {
    const end = endOfLine(head, start);
    lines++;
    if (looksOfficial(head, start, end)) official++;
    start = end + (head[end] === 0x0d && head[end + 1] === 0x0a ? 2 : 1);
  }
  return official * 2 > lines ? 'official' : 'plain';
}

/** Whether a line is one recognised word such as `Phone Number`, and so the header of a column. */
export function isHeader(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > 32) return false;
  const text = Buffer.from(bytes.subarray(start, end)).toString('latin1');
  const words = text
    .replaceAll('"', '')
    .trim()
    .toLowerCase()
    .replaceAll(/[ _-]+/g, ' ');
  return HEADERS.has(words);
}

function endOfLine(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at++;
  return at;
}
