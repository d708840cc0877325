/** csv-parse, wrapped: text in, records out, each with its line and with what is wrong with its quoting. */
import { Parser } from 'csv-parse';
import { hasCode, UserError } from '../errors.js';
import { hasBrokenQuotes, mayBeMisquoted } from './quoting.js';
import type { ReadRecord } from './record-batch.js';

/** A record that runs on for longer than this, in bytes, has in practice a quote that nobody closed. */
const LONGEST_RECORD = 1 << 20;

export interface RecordParser {
  /** Parses the next bytes (UTF-8, any cut) and returns the records they completed. */
  add(bytes: Buffer): Promise<readonly ReadRecord[]>;
  /** What is left when the last bytes were added. Throws a `UserError` where a quote is still open. */
  end(): Promise<readonly ReadRecord[]>;
  /** Wholly empty lines so far; exact after `end`. */
  blankLines(): number;
}

/** A parser for one pass; `firstLine` is the physical line on which the text begins. */
export function createRecordParser(delimiter: string, firstLine: number, displayName: string): RecordParser {
  const parser = new Collector(delimiter, firstLine);
  // Errors reach the callbacks below; without a listener the stream would throw them as well.
  parser.on('error', () => {});
  let fed = 0;
  let stalledSince = 0;

  const run = async (
    step: (done: (error?: Error | null) => void) => void,
  ): Promise<readonly ReadRecord[]> => {
    try {
      await new Promise<void>((resolve, reject) => {
        step((error) => (error ? reject(error) : resolve()));
      });
    } catch (thrown) {
      if (!hasCode(thrown, 'CSV_QUOTE_NOT_CLOSED')) throw thrown;
      throw new UserError(
        `\`${displayName}\`, line ${parser.lineOfUnfinished()}: a quote opens in this record and is never closed; mend that line`,
      );
    }
    return parser.takeRecords();
  };

  return {
    async add(bytes) {
      parser.keep(bytes, fed);
      fed += bytes.length;
      const blankBefore = parser.blankLines;
      const records = await run((done) => parser.write(bytes, done));
      if (records.length > 0 || parser.blankLines > blankBefore) stalledSince = fed;
      if (fed - stalledSince > LONGEST_RECORD) {
        throw new UserError(
          `\`${displayName}\`, line ${parser.lineOfUnfinished()}: the record that begins here runs on for more than ${LONGEST_RECORD >> 20} MiB, as it does when a quote is never closed; mend that line`,
        );
      }
      return records;
    },
    end: () => run((done) => parser.end(done)),
    blankLines: () => parser.blankLines - (parser.endsWithBreak ? 1 : 0),
  };
}

/**
 * Takes the records where the parser would push them. The option `on_record` and reading the stream cost
 * half the speed, because both copy the parser's state for every record.
 */
class Collector extends Parser {
  readonly #delimiter: Buffer;
  #records: ReadRecord[] = [];
  #nextLine: number;
  #linesSeen = 0;
  #blankSeen = 0;
  /** The bytes from the end of the last record on, in the pieces in which they came. */
  #pieces: { readonly start: number; readonly bytes: Buffer }[] = [];
  #recordStart = 0;
  #sawNul = false;
  /** Whether the last byte was a line end: the parser then counts an empty line that is none. */
  endsWithBreak = false;

  constructor(delimiter: string, firstLine: number) {
    super({
      delimiter,
      // The order matters: a lone CR must not be found in front of its LF.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    this.#delimiter = Buffer.from(delimiter);
    this.#nextLine = firstLine;
  }

  get blankLines(): number {
    return this.info.empty_lines;
  }

  /** The physical line on which the record that is not finished yet begins. */
  lineOfUnfinished(): number {
    return this.#nextLine + this.info.empty_lines - this.#blankSeen;
  }

  keep(bytes: Buffer, start: number): void {
    this.#pieces = this.#pieces.filter((piece) => piece.start + piece.bytes.length > this.#recordStart);
    this.#pieces.push({ start, bytes });
    this.#sawNul ||= bytes.includes(0);
    const last = bytes.at(-1);
    if (last !== undefined) this.endsWithBreak = last === 0x0a || last === 0x0d;
  }

  takeRecords(): readonly ReadRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  override push(record: unknown): boolean {
    if (!Array.isArray(record)) return super.push(record);
    const cells: readonly string[] = record;
    const line = this.lineOfUnfinished();
    const blank = this.info.empty_lines - this.#blankSeen;
    // The parser counts a CRLF inside quotes twice, so its count only tells whether there is one at all.
    const isOneLine = this.info.lines - this.#linesSeen - blank === 1;
    this.#nextLine = line + 1 + (isOneLine ? 0 : cells.reduce((sum, cell) => sum + breaksIn(cell), 0));
    this.#linesSeen = this.info.lines;
    this.#blankSeen = this.info.empty_lines;
    const end = this.info.bytes;
    const damage = !isOneLine && swallowsRecords(cells, this.#delimiter.toString()) ? 'broken-quotes' : null;
    this.#records.push({ cells, line, damage: damage ?? this.#damageOf(cells, end) });
    this.#recordStart = end;
    return true;
  }

  #damageOf(cells: readonly string[], end: number): ReadRecord['damage'] {
    if (cells.some(mayBeMisquoted) && hasBrokenQuotes(this.#rawUntil(end), this.#delimiter)) {
      return 'broken-quotes';
    }
    return this.#sawNul && cells.some((cell) => cell.includes('\0')) ? 'nul-byte' : null;
  }

  #rawUntil(end: number): Buffer {
    return Buffer.concat(
      this.#pieces.map(({ start, bytes }) =>
        bytes.subarray(Math.max(0, this.#recordStart - start), Math.max(0, end - start)),
      ),
    );
  }
}

/** A whole cell that can only be a telephone number. */
const NUMBER_ALONE = /^\s*(?:\+|0)[\d ().-]{8,}\s*$/u;

/**
 * Whether a cell over several lines looks like records that a stray pair of quotes drew together: a line of
 * it that has as many cells as the record, or a number between delimiters.
 */
function swallowsRecords(cells: readonly string[], delimiter: string): boolean {
  return cells.some((cell) => {
    if (breaksIn(cell) === 0 || !cell.includes(delimiter)) return false;
    return cell.split(/\r\n|\n|\r/u).some((line) => {
      const pieces = line.split(delimiter);
      if (pieces.length < 2) return false;
      return (
        (cells.length > 2 && pieces.length >= cells.length) ||
        pieces.some((piece) => NUMBER_ALONE.test(piece))
      );
    });
  });
}

function breaksIn(cell: string): number {
  return cell.match(/\r\n|\n|\r/g)?.length ?? 0;
}
