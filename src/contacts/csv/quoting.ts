/** Is the quoting of a record sound? The parser is lenient, so that a broken record is kept and judged by hand. */

const QUOTE = 0x22;
const SPACE = 0x20;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Whether a cell may have broken quoting, told from its text alone: only a cell that begins (after blanks)
 * or ends with a quote can. A cell such as `5" pipe` cannot.
 */
export function mayBeMisquoted(cell: string): boolean {
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  if (first === QUOTE || last === QUOTE) return true;
  return (first === SPACE || last === SPACE) && /^"|"$/.test(cell.trim());
}

/**
 * Whether a quote is out of place in `raw`, the bytes of one record as they stand in the file (UTF-8): text
 * after a closing quote; a quote that opens after blanks and does not close in the same cell, so that a
 * delimiter or a line end inside it was taken for a real one; or a quote that ends a cell nobody opened, as
 * it does where the cell began on the line before.
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
      if (isHalfQuoted(raw.subarray(start, index))) return true;
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

/** Of a cell that does not begin with a quote, blanks aside: whether one opens or closes in it without its fellow. */
function isHalfQuoted(cell: Buffer): boolean {
  const text = cell.toString('latin1').trim();
  if (text.startsWith('"')) return text.length === 1 || !text.endsWith('"');
  return text.endsWith('"') && text.split('"').length % 2 === 0;
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

/** A whole cell that can only be a telephone number. */
const NUMBER_ALONE = /^\s*(?:\+|0)[\d ().-]{8,}\s*$/u;

/**
 * Whether a cell over several lines looks like records that a stray pair of quotes drew together: a line of
 * it that has as many cells as the record or the first record of the list (`width`), or a number between
 * delimiters.
 */
export function swallowsRecords(cells: readonly string[], delimiter: string, width: number): boolean {
  const enough = Math.min(cells.length, width);
  return cells.some((cell) => {
    if (!/[\r\n]/.test(cell) || !cell.includes(delimiter)) return false;
    return cell.split(/\r\n|\n|\r/u).some((line) => {
      const pieces = line.split(delimiter);
      if (pieces.length < 2) return false;
      return (enough > 2 && pieces.length >= enough) || pieces.some((piece) => NUMBER_ALONE.test(piece));
    });
  });
}

/** How many line breaks stand in a cell. */
export function breaksIn(cell: string): number {
  return cell.match(/\r\n|\n|\r/g)?.length ?? 0;
}
