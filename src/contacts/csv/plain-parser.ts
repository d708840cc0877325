/**
 * Reads the records of a CSV file by the tokenizer, which notes where each cell begins and ends. Nearly every list is written so
 * that this is all there is to reading it; at the first record that is not (a quote out of place, or closed
 * nowhere) it stops, and what begins there is read by csv-parse.
 */
import { ByteTokenizer, isBreak, meaningOfBytes, NOT_PLAINLY_WRITTEN } from './byte-tokenizer.js';
import { LONGEST_RECORD } from './record-collector.js';
import { type FileRecords, recordsFromSpans } from './token-spans.js';

export interface PlainParser {
  /**
   * The records that `bytes` (UTF-8, any cut) complete. `rest`: everything from the first record on that is
   * not plainly written, and from then on nothing may be added; null where there is none. The records are in memory
   * that the next ones take again.
   */
  add(bytes: Buffer, isLast: boolean): { readonly records: FileRecords; readonly rest: Buffer | null };
  /** The physical line on which the next record or empty line begins. */
  nextLine(): number;
  /** How many cells the first record had; null while there was none. */
  width(): number | null;
  /** Wholly empty lines so far. */
  blankLines(): number;
}

/** A parser for text that begins on the physical line `firstLine`; null where the delimiter is more than one byte. */
export function createPlainParser(delimiter: string, firstLine: number): PlainParser | null {
  const [separator, ...more] = Buffer.from(delimiter);
  if (separator === undefined || more.length > 0) return null;
  const meaning = meaningOfBytes(separator);
  const tokenizer = new ByteTokenizer(meaning, separator);
  let room: Buffer = Buffer.alloc(0);
  /** The bytes in `room` of a record that is not complete yet. */
  let waiting: Buffer = room;
  let line = firstLine;
  let blankLines = 0;
  let width: number | null = null;

  return {
    nextLine: () => line,
    width: () => width,
    blankLines: () => blankLines,
    add(added, isLast) {
      const length = waiting.length + added.length;
      if (length > room.length) room = Buffer.allocUnsafeSlow(length * 2);
      // The same room, perhaps: this copies as if there were two.
      waiting.copy(room, 0);
      added.copy(room, waiting.length);
      const bytes = room.subarray(0, length);
      tokenizer.begin(bytes, isLast);
      let at = 0;
      let end = 0;
      while (at < bytes.length) {
        if (isBreak(bytes[at])) {
          end = tokenizer.afterBreak(at);
          if (end < 0) break;
          blankLines += 1;
        } else {
          end = tokenizer.readRecord(at, line);
          if (end < 0) break;
          width ??= tokenizer.cellsOfLast();
          if (tokenizer.isOverSeveralLines()) line += tokenizer.checkLines(delimiter, width);
          tokenizer.keep();
        }
        line += 1;
        at = end;
      }
      waiting = bytes.subarray(at);
      const mustBeReadOtherwise =
        end === NOT_PLAINLY_WRITTEN || waiting.length > LONGEST_RECORD || (isLast && waiting.length > 0);
      // Whoever goes on with them keeps them longer than they stand in the room.
      const rest = mustBeReadOtherwise ? Buffer.from(waiting) : null;
      return { records: recordsFromSpans(tokenizer.tokens()), rest };
    },
  };
}
