/**
 * The records of one CSV file: by walking its bytes for as long as it is plainly written, and by csv-parse
 * from the first record on that is not. A test holds both ways to the same records.
 */
import { createPlainParser, type PlainParser } from './plain-parser.js';
import { createRecordParser, type RecordParser } from './record-parser.js';
import type { FileRecords } from './token-spans.js';

export interface FileParser {
  /** The records that the next bytes (UTF-8, any cut) complete. */
  add(bytes: Buffer): AsyncIterable<FileRecords>;
  /** What is left when the last bytes were added. */
  end(): AsyncIterable<FileRecords>;
  /** Wholly empty lines so far; exact after `end`. */
  blankLines(): number;
}

const NOTHING = Buffer.alloc(0);

/** A parser for one pass; `firstLine` is the physical line on which the text begins. Throws as `createRecordParser` does. */
export function createFileParser(delimiter: string, firstLine: number, displayName: string): FileParser {
  let plain: PlainParser | null = createPlainParser(delimiter, firstLine);
  let blankBefore = 0;
  let parser: RecordParser | null =
    plain === null ? createRecordParser(delimiter, firstLine, displayName) : null;

  async function* read(bytes: Buffer, isLast: boolean): AsyncGenerator<FileRecords> {
    let unread = bytes;
    if (plain !== null) {
      const { records, rest } = plain.add(bytes, isLast);
      yield records;
      if (rest === null) return;
      parser = createRecordParser(delimiter, plain.nextLine(), displayName, plain.width());
      blankBefore = plain.blankLines();
      plain = null;
      unread = rest;
    }
    if (parser === null) throw new Error('a list was read by no parser');
    if (unread.length > 0) yield await parser.add(unread);
    if (isLast) yield await parser.end();
  }

  return {
    add: (bytes) => read(bytes, false),
    end: () => read(NOTHING, true),
    blankLines: () => plain?.blankLines() ?? blankBefore + (parser?.blankLines() ?? 0),
  };
}
