/** From text to records, each with its line and with what is wrong with its quoting. */
import { UserError } from '../errors.js';
import type { ReadRecord } from './record-batch.js';
import { LONGEST_RECORD, RecordCollector, type TornRecord } from './record-collector.js';

export interface RecordParser {
  /** Parses the next bytes (UTF-8, any cut) and returns the records they completed. */
  add(bytes: Buffer): Promise<readonly ReadRecord[]>;
  /** What is left when the last bytes were added. */
  end(): Promise<readonly ReadRecord[]>;
  /** Wholly empty lines so far; exact after `end`. */
  blankLines(): number;
}

const NOTHING = Buffer.alloc(0);
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * A parser for one pass; `firstLine` is the physical line on which the text begins.
 *
 * A record whose quote is never closed (or not within 1 MiB), or whose broken quotes drew other records into
 * it, is taken line by line: its first line becomes a record of its own, split without quoting and marked as
 * damaged, and reading resumes on the next line. Throws a `UserError` for a line longer than 1 MiB.
 */
export function createRecordParser(delimiter: string, firstLine: number, displayName: string): RecordParser {
  let collector = new RecordCollector(delimiter, firstLine, 0, null);
  let blankBefore = 0;

  const read = async (bytes: Buffer, isLast: boolean): Promise<readonly ReadRecord[]> => {
    const records: ReadRecord[] = [];
    let rest = bytes;
    for (;;) {
      const torn = await collector.feed(rest, isLast);
      for (const record of collector.takeRecords()) records.push(record);
      if (torn === null) return records;
      const { text, length } = firstLineOf(torn, displayName);
      const cells = text.split(delimiter);
      records.push({ cells, line: torn.line, damage: 'broken-quotes' });
      blankBefore += collector.blankLines();
      rest = torn.bytes.subarray(length);
      const suspectLength = Math.max(0, torn.suspectLength - length);
      collector = new RecordCollector(
        delimiter,
        torn.line + 1,
        suspectLength,
        collector.width ?? cells.length,
      );
    }
  };

  return {
    add: (bytes) => read(bytes, false),
    end: () => read(NOTHING, true),
    blankLines: () => blankBefore + collector.blankLines(),
  };
}

/** The text of the first line of a torn record, and the bytes it takes with its line end. */
function firstLineOf(
  { bytes, line }: TornRecord,
  displayName: string,
): { readonly text: string; readonly length: number } {
  let end = 0;
  while (end < bytes.length && bytes[end] !== LINE_FEED && bytes[end] !== CARRIAGE_RETURN) end += 1;
  if (end > LONGEST_RECORD) {
    throw new UserError(
      `\`${displayName}\`, line ${line}: the line is longer than ${LONGEST_RECORD >> 20} MiB; is it the right file? Line ends may be missing, or the wrong \`--encoding\` named`,
    );
  }
  const isPair = bytes[end] === CARRIAGE_RETURN && bytes[end + 1] === LINE_FEED;
  return { text: bytes.toString('utf8', 0, end), length: Math.min(bytes.length, end + (isPair ? 2 : 1)) };
}
