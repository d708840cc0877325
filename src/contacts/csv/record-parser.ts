/** From text to records by csv-parse, each with its line and with what is wrong with its quoting: any list at all. */
import { UserError } from '../../errors.js';
import { hasBrokenQuotes, mayBeMisquoted } from './quoting.js';
import { recordsOf } from './record-batch.js';
import { LONGEST_RECORD, RecordCollector, type TornRecord } from './record-collector.js';
import type { FileRecords, ReadRecord } from './token-spans.js';

export interface RecordParser {
  /** Parses the next bytes (UTF-8, any cut) and returns the records they completed. */
  add(bytes: Buffer): Promise<FileRecords>;
  /** What is left when the last bytes were added. */
  end(): Promise<FileRecords>;
  /** Wholly empty lines so far; exact after `end`. */
  blankLines(): number;
}

const NOTHING = Buffer.alloc(0);
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** How much is fed at once behind a torn record, in bytes, since the next may be torn as well. */
const SMALL_STEP = 1 << 12;

/** A quoted cell without anything out of place. */
const SOUNDLY_QUOTED = /^"(?:[^"]|"")*"$/;

/**
 * A parser for one pass; `firstLine` is the physical line on which the text begins, `width` the number of cells
 * of the list's first record where that was read before.
 *
 * A record whose quote is never closed (or not within 1 MiB), or whose broken quotes drew other records into
 * it, is taken line by line: its first line becomes a record of its own, split without quoting and marked as
 * damaged, and reading resumes on the next line. Throws a `UserError` for a line longer than 1 MiB.
 */
export function createRecordParser(
  delimiter: string,
  firstLine: number,
  displayName: string,
  width: number | null = null,
): RecordParser {
  let collector = new RecordCollector(delimiter, firstLine, 0, width);
  let blankBefore = 0;

  const read = async (bytes: Buffer, isLast: boolean): Promise<readonly ReadRecord[]> => {
    const records: ReadRecord[] = [];
    const waiting = [bytes];
    let step = Number.POSITIVE_INFINITY;
    for (;;) {
      const next = waiting.shift() ?? NOTHING;
      const fed = next.subarray(0, Math.min(step, next.length));
      if (fed.length < next.length) waiting.unshift(next.subarray(fed.length));
      const isEnd = isLast && waiting.length === 0;
      const torn = await collector.feed(fed, isEnd);
      for (const record of collector.takeRecords()) records.push(record);
      if (torn === null) {
        if (waiting.length === 0) return records;
        // What was torn is behind: larger steps again, or the end would never be reached.
        step *= 2;
        continue;
      }
      blankBefore += collector.blankLines();
      const taken = takeLines(torn, delimiter, isEnd, displayName);
      for (const record of taken.records) records.push(record);
      blankBefore += taken.blankLines;
      waiting.unshift(torn.bytes.subarray(taken.length));
      step = SMALL_STEP;
      collector = new RecordCollector(
        delimiter,
        taken.nextLine,
        Math.max(0, torn.suspectLength - taken.length),
        collector.width ?? taken.records[0]?.cells.length ?? null,
      );
    }
  };

  return {
    add: async (bytes) => recordsOf(await read(bytes, false)),
    end: async () => recordsOf(await read(NOTHING, true)),
    blankLines: () => blankBefore + collector.blankLines(),
  };
}

interface TakenLines {
  readonly records: readonly ReadRecord[];
  /** The bytes that they take, with their line ends. */
  readonly length: number;
  readonly nextLine: number;
  readonly blankLines: number;
}

/**
 * The first line of a torn record; where its quote is closed nowhere, every whole line behind it too: none of
 * their quotes is closed either, and to look for that line by line would take forever in a list full of them.
 */
function takeLines(torn: TornRecord, delimiter: string, isEnd: boolean, displayName: string): TakenLines {
  const { bytes, isNeverClosed, suspectLength } = torn;
  const records: ReadRecord[] = [];
  let { line } = torn;
  let start = 0;
  let blankLines = 0;
  do {
    const end = endOfLine(bytes, start);
    if (end - start > LONGEST_RECORD) throw tooLong(displayName, line);
    const behind = afterBreak(bytes, end);
    // The line goes on, or the other half of its line end comes, with the bytes to come.
    if (records.length > 0 && behind === bytes.length && !isEnd) break;
    if (end === start) blankLines += 1;
    else {
      const isTorn = records.length === 0 || start < suspectLength;
      records.push(lineRecord(bytes.toString('utf8', start, end), line, delimiter, isTorn));
    }
    line += 1;
    start = behind;
  } while (isNeverClosed && start < bytes.length);
  return { records, length: start, nextLine: line, blankLines };
}

/** A line split without quoting. A quote that opens one of its cells is closed in the same cell, or nowhere. */
function lineRecord(text: string, line: number, delimiter: string, isTorn: boolean): ReadRecord {
  const pieces = text.split(delimiter);
  const isBroken =
    isTorn ||
    pieces.some((piece) => piece.startsWith('"') && !SOUNDLY_QUOTED.test(piece)) ||
    (pieces.some(mayBeMisquoted) && hasBrokenQuotes(Buffer.from(text), Buffer.from(delimiter)));
  if (isBroken) return { cells: pieces, line, damage: 'broken-quotes' };
  const cells = pieces.map((piece) =>
    piece.startsWith('"') ? piece.slice(1, -1).replaceAll('""', '"') : piece,
  );
  return { cells, line, damage: text.includes('\0') ? 'nul-byte' : null };
}

function endOfLine(bytes: Buffer, start: number): number {
  let end = start;
  while (end < bytes.length && bytes[end] !== LINE_FEED && bytes[end] !== CARRIAGE_RETURN) end += 1;
  return end;
}

function afterBreak(bytes: Buffer, end: number): number {
  const isPair = bytes[end] === CARRIAGE_RETURN && bytes[end + 1] === LINE_FEED;
  return Math.min(bytes.length, end + (isPair ? 2 : 1));
}

function tooLong(displayName: string, line: number): UserError {
  return new UserError(
    `\`${displayName}\`, line ${line}: the line is longer than ${LONGEST_RECORD >> 20} MiB; is it the right file? Line ends may be missing, or the wrong \`--encoding\` named`,
  );
}
