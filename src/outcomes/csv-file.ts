/** One CSV file being written: digest and record count, flushed to disk before it counts as written. */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { ByteRows } from './byte-rows.js';
import { lineMaker } from './csv-line.js';

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
  /**
   * Where a record is added whose bytes are known: one line, written exactly as `add` would write it. What was
   * added before stands before it.
   */
  addBytes(): ByteRows;
  /** Turns the records added since into bytes. Call it between batches, so that memory does not grow. */
  flush(): void;
  /** Closes the file and removes it. */
  takeBack(): void;
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
  const rows = new ByteRows(write);
  if (dialect.hasByteOrderMark) rows.text('\ufeff');
  const inForm = (cells: readonly string[]): readonly string[] =>
    dialect.form === undefined ? cells : cells.map(dialect.form);
  let waiting = lineOf(inForm(header));
  let records = 0;
  const flush = (): void => {
    if (waiting === '') return;
    rows.text(waiting);
    waiting = '';
  };
  return {
    add(cells) {
      records += 1;
      waiting += lineOf(inForm(cells));
    },
    addBytes() {
      records += 1;
      flush();
      return rows;
    },
    flush,
    takeBack() {
      closeSync(file);
      rmSync(path);
    },
    finish() {
      flush();
      rows.end();
      fsyncSync(file);
      closeSync(file);
      return { sha256: hash.digest('hex'), records };
    },
  };
}
