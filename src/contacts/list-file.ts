/** A contact list on disk: what it looks like, and its records, read in one pass as often as wanted. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { UserError } from '../errors.js';
import { type Dialect, findDialect, type LineEnd } from './csv-dialect.js';
import { readHead } from './file-head.js';
import { refuseOtherKinds } from './file-kind.js';
import { checkHeader } from './header-check.js';
import type { Encoding, ReadingOptions } from './reading-options.js';
import { batchOf, type ReadRecord, type RecordBatch } from './record-batch.js';
import { createRecordParser } from './record-parser.js';
import { createToUtf8 } from './text-decoder.js';
import { findEncoding } from './text-encoding.js';

/** What one whole pass over a list found. Two passes with the same digest read the same list. */
export interface PassResult {
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  readonly records: number;
  /** Wholly empty lines, which hold no record. */
  readonly blankLines: number;
}

/** One pass over the records. */
export interface RecordReading extends AsyncIterable<RecordBatch> {
  /** What the pass found; throws where it has not come to its end. */
  readonly result: () => PassResult;
}

export interface ListFile {
  /** The name by which messages call the file; never its folder. */
  readonly displayName: string;
  readonly sizeInBytes: number;
  readonly encoding: Encoding;
  readonly hadByteOrderMark: boolean;
  readonly delimiter: string;
  readonly lineEnd: LineEnd;
  /** The lines before the header that hold no record: those skipped on request, and `sep=;`. */
  readonly preamble: readonly string[];
  /** The header exactly as written; `column 1`, `column 2`… where the list has none. */
  readonly header: readonly string[];
  /** The physical line on which the header begins; 0 where the list has none. */
  readonly headerLine: number;
  readonly hasHeader: boolean;
  /** Reads the list from its beginning. `onProgress` is told how many bytes of the file were read so far. */
  readRecords(onProgress?: (bytesRead: number) => void): RecordReading;
}

/** How much is read at once, in bytes. Only tests ask for another size. */
const CHUNK_SIZE = 1 << 18;
const BATCH_SIZE = 500;

/**
 * Opens the list at `path` and finds its encoding, delimiter, line ends and header. Throws a `UserError`
 * where the file cannot be read, is empty, is no CSV, or has a first row that looks like a record.
 */
export async function openList(
  path: string,
  displayName: string,
  options: ReadingOptions,
  chunkSize = CHUNK_SIZE,
): Promise<ListFile> {
  const { head, size } = await readHead(path, displayName, CHUNK_SIZE);
  refuseOtherKinds(head, displayName);
  const { encoding, markLength } = await findEncoding(path, displayName, head, options.encoding);

  const toUtf8 = createToUtf8(encoding, displayName);
  const isWhole = head.length === size;
  const parts = [toUtf8.add(head.subarray(markLength))];
  if (isWhole) parts.push(toUtf8.end());
  const text = Buffer.concat(parts).toString('utf8');
  const dialect = findDialect(text, isWhole, options, displayName);
  const source: Source = {
    path,
    displayName,
    encoding,
    markLength,
    dialect,
    preambleBytes: Buffer.byteLength(text.slice(0, dialect.preambleLength)),
    chunkSize,
  };

  const first = await firstRecord(source);
  const header = options.hasHeader ? first.cells : first.cells.map((_, index) => `column ${index + 1}`);
  if (options.hasHeader) checkHeader(first, displayName);
  return {
    displayName,
    sizeInBytes: size,
    encoding,
    hadByteOrderMark: markLength > 0,
    delimiter: dialect.delimiter,
    lineEnd: dialect.lineEnd,
    preamble: dialect.preamble,
    header,
    headerLine: options.hasHeader ? first.line : 0,
    hasHeader: options.hasHeader,
    readRecords: (onProgress) => startReading(source, header.length, options.hasHeader, onProgress),
  };
}

interface Source {
  readonly path: string;
  readonly displayName: string;
  readonly encoding: Encoding;
  readonly markLength: number;
  readonly dialect: Dialect;
  /** How many bytes the preamble takes once it is UTF-8. */
  readonly preambleBytes: number;
  readonly chunkSize: number;
}

function startReading(
  source: Source,
  width: number,
  hasHeader: boolean,
  onProgress: ((bytesRead: number) => void) | undefined,
): RecordReading {
  let result: PassResult | null = null;
  let isStarted = false;
  async function* read(): AsyncGenerator<RecordBatch> {
    let records = 0;
    let isHeaderNext = hasHeader;
    for await (const step of parseFile(source, onProgress)) {
      if (step.kind === 'end') {
        result = { sha256: step.sha256, blankLines: step.blankLines, records };
        return;
      }
      const fresh = isHeaderNext ? step.records.slice(1) : step.records;
      if (step.records.length > 0) isHeaderNext = false;
      records += fresh.length;
      for (let start = 0; start < fresh.length; start += BATCH_SIZE) {
        yield batchOf(fresh.slice(start, start + BATCH_SIZE), width);
      }
    }
  }
  return {
    [Symbol.asyncIterator]() {
      // A second iteration would find nothing, and nothing would look like an empty list.
      if (isStarted) throw new Error('one reading of a list was iterated twice');
      isStarted = true;
      return read();
    },
    result() {
      if (result === null) throw new Error('the result of a reading was asked for before its end');
      return result;
    },
  };
}

type ParseStep =
  | { readonly kind: 'records'; readonly records: readonly ReadRecord[] }
  | { readonly kind: 'end'; readonly sha256: string; readonly blankLines: number };

/** Every record of the file, the header among them. A chunk is read only once the one before was taken. */
async function* parseFile(
  source: Source,
  onProgress: ((bytesRead: number) => void) | undefined,
): AsyncGenerator<ParseStep> {
  const { displayName, dialect } = source;
  const hash = createHash('sha256');
  const toUtf8 = createToUtf8(source.encoding, displayName);
  const parser = createRecordParser(dialect.delimiter, dialect.preamble.length + 1, displayName);
  let markLeft = source.markLength;
  let preambleLeft = source.preambleBytes;
  let bytesRead = 0;
  const text = (bytes: Buffer): Buffer => {
    const rest = bytes.subarray(preambleLeft);
    preambleLeft -= bytes.length - rest.length;
    return rest;
  };
  const chunks: AsyncIterable<Buffer> = createReadStream(source.path, { highWaterMark: source.chunkSize });
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytesRead += chunk.length;
    onProgress?.(bytesRead);
    const marked = chunk.subarray(markLeft);
    markLeft -= chunk.length - marked.length;
    const bytes = text(toUtf8.add(marked));
    if (bytes.length > 0) yield { kind: 'records', records: await parser.add(bytes) };
  }
  const last = text(toUtf8.end());
  if (last.length > 0) yield { kind: 'records', records: await parser.add(last) };
  yield { kind: 'records', records: await parser.end() };
  yield { kind: 'end', sha256: hash.digest('hex'), blankLines: parser.blankLines() };
}

async function firstRecord(source: Source): Promise<ReadRecord> {
  for await (const step of parseFile(source, undefined)) {
    const first = step.kind === 'records' ? step.records[0] : undefined;
    if (first !== undefined) return first;
  }
  throw new UserError(`\`${source.displayName}\` holds no header and no record; is it the right file?`);
}
