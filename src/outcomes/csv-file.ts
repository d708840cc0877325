/** One CSV file being written: digest and record count, flushed to disk before it counts as written. */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { lineMaker } from './csv-line.js';

/** Bytes that are written at once. */
const ROOM = 1 << 18;

export interface CsvDialect {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly hasByteOrderMark: boolean;
  /** The form in which every cell is written, the header's too; left out, it is written as it is. */
  readonly form?: (cell: string) => string;
}

export interface FileDigest {
  readonly sha256: string;
  /** Records without the header. */
  readonly records: number;
}

export interface CsvFile {
  /** Adds a record. */
  add(cells: readonly string[]): void;
  /** Adds rows that stand in `bytes` exactly as `add` would write them. The bytes are taken at once. */
  addBytes(bytes: Uint8Array, records: number): void;
  /** Turns the records added since into bytes. Call it between batches, so that memory does not grow. */
  flush(): void;
  /** Closes the file and removes it. */
  rollBack(): void;
  /** Writes the rest, flushes it to disk and closes the file. */
  finish(): FileDigest;
}

/**
 * Opens a new file at `path`, readable by its owner only, and writes `header`. Throws where it is there
 * already, or the disk is full.
 */
export function createCsvFile(path: string, header: readonly string[], dialect: CsvDialect): CsvFile {
  const hash = createHash('sha256');
  const file = openSync(path, 'wx', 0o600);
  const lineOf = lineMaker(dialect.delimiter, dialect.lineEnd);
  const write = (bytes: Uint8Array): void => {
    hash.update(bytes);
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  };
  const unwritten = Buffer.allocUnsafe(ROOM);
  let used = 0;
  const inForm = (cells: readonly string[]): readonly string[] =>
    dialect.form === undefined ? cells : cells.map(dialect.form);
  let waiting = (dialect.hasByteOrderMark ? '\ufeff' : '') + lineOf(inForm(header));
  let records = 0;
  const writeRest = (): void => {
    write(unwritten.subarray(0, used));
    used = 0;
  };
  const put = (bytes: Uint8Array): void => {
    if (bytes.length > ROOM - used) writeRest();
    if (bytes.length > ROOM) {
      write(bytes);
      return;
    }
    unwritten.set(bytes, used);
    used += bytes.length;
  };
  const flush = (): void => {
    if (waiting === '') return;
    put(Buffer.from(waiting));
    waiting = '';
  };
  return {
    add(cells) {
      records += 1;
      waiting += lineOf(inForm(cells));
    },
    addBytes(bytes, further) {
      records += further;
      flush();
      put(bytes);
    },
    flush,
    rollBack() {
      closeSync(file);
      rmSync(path);
    },
    finish() {
      flush();
      writeRest();
      fsyncSync(file);
      closeSync(file);
      return { sha256: hash.digest('hex'), records };
    },
  };
}
