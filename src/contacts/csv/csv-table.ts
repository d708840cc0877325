/** One CSV file with its encoding, dialect and header, and its records in one pass. */
import { UserError } from '../../errors.js';
import type { ByteSource } from '../files/byte-source.js';
import { readHead } from '../files/file-head.js';
import { refuseOtherKinds } from '../files/file-kind.js';
import { createToUtf8 } from '../files/text-decoder.js';
import { findEncoding } from '../files/text-encoding.js';
import type { Encoding, ReadingOptions } from '../reading-options.js';
import { CANDIDATES, type Dialect, findDialect, type LineEnd } from './csv-dialect.js';
import { createFileParser } from './file-parser.js';
import { checkHeader } from './header-check.js';
import { afterFirst, recordAt } from './record-batch.js';
import { refuseTitle, roughRows } from './title-rows.js';
import type { FileRecords, ReadRecord } from './token-spans.js';

/** How a file of records is written. */
export interface TableForm {
  readonly encoding: Encoding;
  /** Bytes that are no UTF-8 were taken for Windows-1252, on nobody's word. */
  readonly isEncodingGuessed: boolean;
  readonly hadByteOrderMark: boolean;
  readonly delimiter: string;
  readonly lineEnd: LineEnd;
  /** The lines before the header that hold no record: those skipped on request, and `sep=;`. */
  readonly preamble: readonly string[];
  /** The header exactly as written; `column 1`, `column 2`… where the file has none. */
  readonly header: readonly string[];
  /** The physical line on which the header begins; 0 where the file has none. */
  readonly headerLine: number;
}

/** A file of records with a header. */
export interface Table extends TableForm {
  /** Its records from the beginning, without the header. `onRaw` is told the bytes of the file on disk. */
  read(onRaw: (bytes: Buffer) => void): TableReading;
}

export interface TableReading {
  readonly records: AsyncIterable<FileRecords>;
  /** Wholly empty lines; exact once the records were read to their end. */
  readonly blankLines: () => number;
}

/** So much of a list tells its dialect, in bytes. */
const HEAD_SIZE = 1 << 18;

/**
 * Opens the CSV file that `source` holds. Throws a `UserError` where it cannot be read, is empty, is no CSV,
 * or has a first row that looks like a record.
 */
export async function openCsvTable(source: ByteSource, options: ReadingOptions): Promise<Table> {
  const { displayName } = source;
  const { head, isWhole } = await readHead(source, HEAD_SIZE);
  refuseOtherKinds(head, displayName);
  const { encoding, markLength, isGuess } = await findEncoding(source, head, options.encoding);

  const toUtf8 = createToUtf8(encoding, displayName);
  const parts = [toUtf8.add(head.subarray(markLength))];
  if (isWhole) parts.push(toUtf8.end());
  const text = Buffer.concat(parts).toString('utf8');
  const dialect = findDialect(text, isWhole, options, displayName);
  const file: CsvFile = {
    source,
    encoding,
    markLength,
    dialect,
    preambleBytes: Buffer.byteLength(text.slice(0, dialect.preambleLength)),
  };

  const first = await firstRecord(file);
  const { hasHeader } = options;
  if (hasHeader) {
    if (first.cells.filter((cell) => cell.trim() !== '').length === 1)
      refuseTitles(text, dialect, options, displayName);
    checkHeader(first, displayName);
  }
  return {
    encoding,
    isEncodingGuessed: isGuess,
    hadByteOrderMark: markLength > 0,
    delimiter: dialect.delimiter,
    lineEnd: dialect.lineEnd,
    preamble: dialect.preamble,
    header: hasHeader ? first.cells : first.cells.map((_, index) => `column ${index + 1}`),
    headerLine: hasHeader ? first.line : 0,
    read(onRaw) {
      const parser = parserOf(file);
      return {
        records: hasHeader ? behindHeader(file, first, parser, onRaw) : parse(file, parser, onRaw),
        blankLines: () => parser.blankLines(),
      };
    },
  };
}

/** A title has no delimiter, so that the one found may be wrong: each is tried. */
function refuseTitles(text: string, dialect: Dialect, options: ReadingOptions, displayName: string): void {
  const body = text.slice(dialect.preambleLength);
  for (const delimiter of options.delimiter === null ? CANDIDATES : [options.delimiter]) {
    const rows = roughRows(body, delimiter);
    const lines = rows.map((_, index) => dialect.preamble.length + 1 + index);
    refuseTitle(rows, lines, displayName);
  }
}

interface CsvFile {
  readonly source: ByteSource;
  readonly encoding: Encoding;
  readonly markLength: number;
  readonly dialect: Dialect;
  /** How many bytes the preamble takes once it is UTF-8. */
  readonly preambleBytes: number;
}

type Parser = ReturnType<typeof createFileParser>;

function parserOf({ source, dialect }: CsvFile): Parser {
  return createFileParser(dialect.delimiter, dialect.preamble.length + 1, source.displayName);
}

/** Every record of the file, the header among them. A chunk is read only once the one before was taken. */
async function* parse(
  file: CsvFile,
  parser: Parser,
  onRaw?: (bytes: Buffer) => void,
): AsyncGenerator<FileRecords> {
  const toUtf8 = createToUtf8(file.encoding, file.source.displayName);
  let markLeft = file.markLength;
  let preambleLeft = file.preambleBytes;
  const text = (bytes: Buffer): Buffer => {
    const rest = bytes.subarray(preambleLeft);
    preambleLeft -= bytes.length - rest.length;
    return rest;
  };
  for await (const chunk of file.source.chunks(onRaw)) {
    const marked = chunk.subarray(markLeft);
    markLeft -= chunk.length - marked.length;
    const bytes = text(toUtf8.add(marked));
    if (bytes.length > 0) yield* parser.add(bytes);
  }
  const last = text(toUtf8.end());
  if (last.length > 0) yield* parser.add(last);
  yield* parser.end();
}

async function* behindHeader(
  file: CsvFile,
  header: ReadRecord,
  parser: Parser,
  onRaw: (bytes: Buffer) => void,
): AsyncGenerator<FileRecords> {
  let isHeaderNext = true;
  for await (const records of parse(file, parser, onRaw)) {
    if (records.count === 0) continue;
    if (isHeaderNext && !isSame(recordAt(records, 0), header)) {
      throw new UserError(`\`${file.source.displayName}\` changed while it was being read; run again`);
    }
    yield isHeaderNext ? afterFirst(records) : records;
    isHeaderNext = false;
  }
}

function isSame(one: ReadRecord, other: ReadRecord): boolean {
  return (
    one.cells.length === other.cells.length && one.cells.every((cell, index) => cell === other.cells[index])
  );
}

async function firstRecord(file: CsvFile): Promise<ReadRecord> {
  for await (const records of parse(file, parserOf(file))) {
    if (records.count > 0) return recordAt(records, 0);
  }
  throw new UserError(`\`${file.source.displayName}\` holds no header and no record; is it the right file?`);
}
