/** A ledger file as rows of cells with their lines: streamed, so that its size does not matter. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import { hasCode, messageOf, UserError } from '../../errors.js';

/** A row, or the point from which on the file cannot be told into rows; that is the last thing read. */
export type CsvRow =
  | { readonly kind: 'row'; readonly line: number; readonly cells: readonly string[] }
  | { readonly kind: 'broken'; readonly line: number; readonly says: string };

export interface LedgerCsv {
  readonly rows: AsyncIterable<CsvRow>;
  /** SHA-256 of the bytes, in hexadecimal digits. Only whole once every row was read. */
  readonly sha256: () => string;
}

/** A quote that is never closed would otherwise swallow the rest of the file into memory. */
const LONGEST_ROW = 1_000_000;

/**
 * Reads the CSV file at `path`: UTF-8, commas, any line ends, with or without a byte order mark. Lines
 * count from 1 and are those on which a row begins. Empty rows are left out. The rows throw a
 * `UserError` where the file is not there, cannot be read, or is not UTF-8.
 */
export function readLedgerCsv(path: string): LedgerCsv {
  const hash = createHash('sha256');
  return { rows: readRows(path, hash), sha256: () => hash.copy().digest('hex') };
}

async function* readRows(path: string, hash: { update(bytes: Buffer): unknown }): AsyncGenerator<CsvRow> {
  const rows: CsvRow[] = [];
  let line = 1;
  const parser = parse({
    // The order matters: a lone CR must not be found in front of its LF.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
    // Rows are taken here rather than from the stream, which drops those it still holds when a later one breaks.
    on_record: (cells: string[]) => {
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ kind: 'row', line, cells });
      line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
      return null;
    },
  });
  // Errors reach the callbacks below; without a listener the stream would throw them as well.
  parser.on('error', () => {});
  for await (const text of readText(path, hash)) {
    const error = await new Promise((resolve) => parser.write(text, resolve));
    yield* rows.splice(0);
    if (error) {
      yield brokenAt(line, error);
      return;
    }
  }
  const error = await new Promise((resolve) => parser.end(resolve));
  yield* rows;
  if (error) yield brokenAt(line, error);
}

async function* readText(path: string, hash: { update(bytes: Buffer): unknown }): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError('a stream of bytes gave something else');
      hash.update(chunk);
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (thrown) {
    if (hasCode(thrown, 'ERR_ENCODING_INVALID_ENCODED_DATA')) {
      throw new UserError(
        `cannot import \`${path}\`: it is not UTF-8 text; save it as a CSV file in UTF-8, and import it again`,
      );
    }
    if (hasCode(thrown, 'ENOENT')) throw new UserError(`cannot import \`${path}\`: there is no such file`);
    throw new UserError(`cannot import \`${path}\`: ${messageOf(thrown)}`);
  }
}

/** The parser's own messages quote the cell, which is contact data. */
function brokenAt(line: number, error: unknown): CsvRow {
  if (!(error instanceof CsvError)) throw error;
  const isEndless = error.code === 'CSV_MAX_RECORD_SIZE' || error.code === 'CSV_QUOTE_NOT_CLOSED';
  const says = isEndless
    ? 'a quoted cell begins here or below and never ends, so nothing after it could be read'
    : 'a quote stands inside a cell that is not quoted as a whole, so nothing after it could be read';
  return { kind: 'broken', line, says };
}
