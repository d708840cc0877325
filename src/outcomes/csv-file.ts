/** One CSV file being written: back-pressure, digest and record count, flushed to disk before it counts as written. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify';

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
  /** Adds a record. Call `flush` between batches: it waits for the disk where the file falls behind. */
  add(cells: readonly string[]): void;
  flush(): Promise<void>;
  /** Writes the rest, flushes it to disk and closes the file. */
  finish(): Promise<FileDigest>;
}

/** Opens a new file at `path`, readable by its owner only, and writes `header`. Throws where it is there already. */
export function createCsvFile(path: string, header: readonly string[], dialect: CsvDialect): CsvFile {
  const hash = createHash('sha256');
  const digesting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  const stringifier = stringify({
    delimiter: dialect.delimiter,
    record_delimiter: dialect.lineEnd,
    bom: dialect.hasByteOrderMark,
    // Of itself csv-stringify quotes only the record delimiter, so a bare LF would break a CRLF file.
    quoted_match: /[\r\n]/,
  });
  stringifier.pipe(digesting).pipe(file);
  const failure = new Promise<never>((_resolve, reject) => {
    for (const stream of [stringifier, digesting, file]) stream.once('error', reject);
  });
  // The failure is awaited with every flush; without this line it would also count as unhandled before that.
  failure.catch(() => undefined);

  let records = 0;
  let isFull = false;
  const { form = (cell: string) => cell } = dialect;
  stringifier.write(header.map(form));
  return {
    add(cells) {
      records += 1;
      isFull = !stringifier.write(cells.map(form)) || isFull;
    },
    async flush() {
      if (!isFull) return;
      isFull = false;
      if (stringifier.writableNeedDrain) await Promise.race([once(stringifier, 'drain'), failure]);
    },
    async finish() {
      stringifier.end();
      await Promise.race([finished(file), failure]);
      return { sha256: hash.digest('hex'), records };
    },
  };
}
