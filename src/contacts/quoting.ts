/** Is the quoting of a record sound? The parser is lenient, so that a broken record is kept and judged by hand. */

const QUOTE = 0x22;
const SPACE = 0x20;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Whether a cell may have broken quoting, told from its text alone: only a cell that began with a quote
 * (after blanks) can. A cell such as `5" pipe` cannot.
 */
export function mayBeMisquoted(cell: string): boolean {
  const first = cell.charCodeAt(0);
  return first === QUOTE || (first === SPACE && cell.trimStart().startsWith('"'));
}

/**
 * Whether a quote is out of place in `raw`, the bytes of one record as they stand in the file (UTF-8): text
 * after a closing quote, or a quote that opens after blanks and does not close in the same cell, so that a
 * delimiter or a line end inside it was taken for a real one.
 */
export function hasBrokenQuotes(raw: Buffer, delimiter: Buffer): boolean {
  let index = 0;
  while (index < raw.length) {
    if (raw[index] === QUOTE) {
      index = afterQuoted(raw, index);
      if (index < raw.length && !isBreak(raw[index]) && !standsAt(delimiter, raw, index)) return true;
    } else {
      const start = index;
      while (index < raw.length && !isBreak(raw[index]) && !standsAt(delimiter, raw, index)) index += 1;
      if (opensAndStaysOpen(raw.subarray(start, index))) return true;
    }
    index += index < raw.length && isBreak(raw[index]) ? 1 : delimiter.length;
  }
  return false;
}

/** The position behind the closing quote of the cell that begins at `start`. */
function afterQuoted(raw: Buffer, start: number): number {
  let index = start + 1;
  while (index < raw.length) {
    if (raw[index] !== QUOTE) index += 1;
    else if (raw[index + 1] === QUOTE) index += 2;
    else return index + 1;
  }
  return raw.length;
}

function opensAndStaysOpen(cell: Buffer): boolean {
  const text = cell.toString('latin1').trim();
  return text.startsWith('"') && (text.length === 1 || !text.endsWith('"'));
}

function isBreak(byte: number | undefined): boolean {
  return byte === LINE_FEED || byte === CARRIAGE_RETURN;
}

function standsAt(delimiter: Buffer, raw: Buffer, index: number): boolean {
  for (let offset = 0; offset < delimiter.length; offset += 1) {
    if (raw[index + offset] !== delimiter[offset]) return false;
  }
  return true;
}
