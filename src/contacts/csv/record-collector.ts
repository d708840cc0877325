/**
 * csv-parse, made to hand over each record with its line and its damage, and to stop where a quote has gone
 * astray so far that the records behind it must be read afresh.
 */
import { Parser } from 'csv-parse';
import { hasCode } from '../../errors.js';
import { breaksIn, hasBrokenQuotes, mayBeMisquoted, swallowsRecords } from './quoting.js';
import type { ReadRecord } from './token-spans.js';

/** A record that runs on for longer than this, in bytes, has in practice a quote that nobody closed. */
export const LONGEST_RECORD = 1 << 20;
/** The parser looks so many bytes ahead at most before it ends a record, with room to spare. */
const LOOKAHEAD = 16;

/** A record that cannot be read as it stands: reading goes on behind its first line. */
export interface TornRecord {
  /** The physical line on which it begins. */
  readonly line: number;
  /** Everything from its first byte to the last one fed. */
  readonly bytes: Buffer;
  /** Records that begin before this many of those bytes are not to be trusted either; 0 where all may be. */
  readonly suspectLength: number;
  /** Its quote is closed nowhere in those bytes, so that no quote in them that opens a cell is. */
  readonly isNeverClosed: boolean;
}

/**
 * Takes the records where the parser would push them. The option `on_record` and reading the stream cost
 * half the speed, because both copy the parser's state for every record.
 */
export class RecordCollector extends Parser {
  readonly #delimiter: Buffer;
  readonly #suspectLength: number;
  #records: ReadRecord[] = [];
  #nextLine: number;
  #linesSeen = 0;
  #blankSeen = 0;
  /** The bytes from the end of the last record on, in the pieces in which they came. */
  #pieces: { readonly start: number; readonly bytes: Buffer }[] = [];
  #fed = 0;
  #recordEnd = 0;
  #sawNul = false;
  #torn: {
    readonly line: number;
    readonly suspectUntil: number;
    readonly blankLines: number;
    readonly isNeverClosed: boolean;
  } | null = null;
  #endsWithBreak = false;
  #width: number | null;

  /**
   * `firstLine` is the line on which the bytes begin; records in the first `suspectLength` bytes are damaged.
   * `width` is the number of cells of the list's first record, null where that is still to come.
   */
  constructor(delimiter: string, firstLine: number, suspectLength: number, width: number | null) {
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
    this.#suspectLength = suspectLength;
    this.#width = width;
    // Errors reach the callbacks below; without a listener the stream would throw them as well.
    this.on('error', () => {});
  }

  /** Parses the next bytes, and ends where they are the last. Returns the record that stopped it, or null. */
  async feed(bytes: Buffer, isLast: boolean): Promise<TornRecord | null> {
    this.#keep(bytes);
    try {
      if (bytes.length > 0) await this.#step((done) => this.write(bytes, done));
      if (isLast && this.#torn === null) await this.#step((done) => this.end(done));
    } catch (thrown) {
      if (!hasCode(thrown, 'CSV_QUOTE_NOT_CLOSED')) throw thrown;
      this.#tear(0, true);
    }
    const start = this.#recordStart();
    if (this.#torn === null && this.#fed - start > LONGEST_RECORD + LOOKAHEAD) this.#tear(0, true);
    if (this.#torn === null) {
      // Empty lines are not kept until a record ends behind them: there may be very many.
      this.#recordEnd = start;
      return null;
    }
    const { line, suspectUntil, isNeverClosed } = this.#torn;
    return {
      line,
      bytes: this.#raw(start, this.#fed),
      suspectLength: Math.max(0, Math.max(suspectUntil, this.#suspectLength) - start),
      isNeverClosed,
    };
  }

  /** The records completed since this was last asked. */
  takeRecords(): readonly ReadRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  /** Wholly empty lines so far, up to the torn record if there is one; exact after the end. */
  blankLines(): number {
    // The parser counts an empty line behind the last line end.
    return this.#torn?.blankLines ?? this.info.empty_lines - (this.#endsWithBreak ? 1 : 0);
  }

  get width(): number | null {
    return this.#width;
  }

  override push(record: unknown): boolean {
    if (!Array.isArray(record)) return super.push(record);
    if (this.#torn !== null) return true;
    const cells: readonly string[] = record;
    const line = this.#line();
    const blank = this.info.empty_lines - this.#blankSeen;
    // The parser counts a CRLF inside quotes twice, so its count only tells whether there is one at all.
    const isOneLine = this.info.lines - this.#linesSeen - blank === 1;
    const end = this.info.bytes;
    const isMisquoted =
      cells.some(mayBeMisquoted) && hasBrokenQuotes(this.#raw(this.#recordEnd, end), this.#delimiter);
    const swallows =
      !isOneLine && swallowsRecords(cells, this.#delimiter.toString(), this.#width ?? cells.length);
    if (isMisquoted && swallows) {
      this.#tear(end, false);
      return true;
    }
    if (end - this.#recordEnd > LONGEST_RECORD && end - this.#recordStart() > LONGEST_RECORD) {
      this.#tear(0, false);
      return true;
    }
    const isSuspect = this.#suspectLength > 0 && this.#recordStart() < this.#suspectLength;
    this.#records.push({
      cells,
      line,
      damage: isMisquoted || swallows || isSuspect ? 'broken-quotes' : this.#nulIn(cells),
    });
    this.#width ??= cells.length;
    this.#nextLine = line + 1 + (isOneLine ? 0 : cells.reduce((sum, cell) => sum + breaksIn(cell), 0));
    this.#linesSeen = this.info.lines;
    this.#blankSeen = this.info.empty_lines;
    this.#recordEnd = end;
    return true;
  }

  /** The physical line on which the record that is not finished yet begins. */
  #line(): number {
    return this.#nextLine + this.info.empty_lines - this.#blankSeen;
  }

  /** The first byte of the record that is not finished yet, behind the empty lines before it. */
  #recordStart(): number {
    let start = this.#recordEnd;
    for (const { start: pieceStart, bytes } of this.#pieces) {
      for (let index = Math.max(0, start - pieceStart); index < bytes.length; index += 1) {
        if (bytes[index] !== 0x0a && bytes[index] !== 0x0d) return pieceStart + index;
      }
      start = Math.max(start, pieceStart + bytes.length);
    }
    return start;
  }

  #tear(suspectUntil: number, isNeverClosed: boolean): void {
    this.#torn = { line: this.#line(), suspectUntil, blankLines: this.info.empty_lines, isNeverClosed };
  }

  #nulIn(cells: readonly string[]): ReadRecord['damage'] {
    return this.#sawNul && cells.some((cell) => cell.includes('\0')) ? 'nul-byte' : null;
  }

  #keep(bytes: Buffer): void {
    this.#pieces = this.#pieces.filter((piece) => piece.start + piece.bytes.length > this.#recordEnd);
    this.#pieces.push({ start: this.#fed, bytes });
    this.#fed += bytes.length;
    this.#sawNul ||= bytes.includes(0);
    const last = bytes.at(-1);
    if (last !== undefined) this.#endsWithBreak = last === 0x0a || last === 0x0d;
  }

  #raw(start: number, end: number): Buffer {
    return Buffer.concat(
      this.#pieces.map((piece) =>
        piece.bytes.subarray(Math.max(0, start - piece.start), Math.max(0, end - piece.start)),
      ),
    );
  }

  #step(run: (done: (error?: Error | null) => void) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      run((error) => (error ? reject(error) : resolve()));
    });
  }
}
