/** The lines of a register file, as its bytes arrive: numbers into the set, every bad line counted. */
import { UserError } from '../../errors.js';
import type { NumberSetBuilder } from '../set/number-set.js';
import { isHeader, layoutOf, type RegisterLayout } from './register-layout.js';
import {
  BLANK_LINE,
  CUT_SHORT,
  lineProblem,
  RECORD_BYTES,
  readOfficialRecord,
  readPlainRecord,
  readWholeRecord,
} from './register-record.js';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const LINES_NAMED = 10;
/** Four times the largest register there was: what has more lines is none, and would fill the memory. */
const MOST_LINES = 100_000_000;
/** A number of ten digits: shorter ones exist, but at the very end of a file they may be a longer one cut. */
const SMALLEST_FULL_NUMBER = 1_000_000_000;

const EXPECTED: Readonly<Record<RegisterLayout, string>> = {
  official:
    'Expected 12 characters on every line, as most have: the digits of one number, and blanks (or plain text without any blanks)',
  plain: 'Expected one UK number on every line, in the 0, +44, 0044 or 44 form',
  csv: 'Expected one column with one UK number on every line, in the 0, +44, 0044 or 44 form',
};

/** Takes a file's bytes buffer by buffer. Bad lines are only counted: `refuseMalformed` is to be called at the end. */
export class RegisterLines {
  /** What the first lines showed; known once any were read. */
  layout: RegisterLayout = 'plain';
  /** Lines read so far, a header and blank lines among them. */
  lines = 0;
  private malformed = 0;
  /** The first bad lines, by the code of their problem. */
  private readonly named = new Map<number, number[]>();
  /** Whether any line ended CR LF. */
  private hasPairs = false;

  constructor(
    private readonly path: string,
    private readonly builder: NumberSetBuilder,
  ) {}

  /**
   * Reads the whole lines of `bytes`, and of the last bytes of the file the unfinished line too.
   * Answers where the unread rest begins, which the caller hands in again with what follows it.
   * Throws a `UserError` at a NUL byte, which no text file has, and past a hundred million lines.
   */
  read(bytes: Uint8Array, isEndOfFile: boolean): number {
    if (this.lines === 0) this.layout = layoutOf(bytes);
    if (this.lines > MOST_LINES) this.refuseEndless();
    const isOfficial = this.layout === 'official';
    let start = isOfficial ? this.readRun(bytes, 0) : 0;
    for (let at = start; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > CARRIAGE_RETURN) continue;
      if (byte === LINE_FEED || byte === CARRIAGE_RETURN) {
        // The line feed of this line end may be the first byte of the next buffer.
        if (byte === CARRIAGE_RETURN && at + 1 === bytes.length && !isEndOfFile) return start;
        const code = isOfficial ? readOfficialRecord(bytes, start, at) : this.readPlain(bytes, start, at);
        this.lines++;
        if (code >= 0) this.builder.add(code);
        else if (code !== BLANK_LINE) this.note(code);
        const isPair = byte === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED;
        if (isPair) at++;
        start = at + 1;
        if (isPair) this.hasPairs = true;
        // Every record ended CR LF and the last one CR: the file was cut between the two.
        else if (isOfficial && this.hasPairs && isEndOfFile && start === bytes.length) this.note(CUT_SHORT);
        if (isOfficial) {
          start = this.readRun(bytes, start);
          at = start - 1;
        }
      } else if (byte === 0) this.refuseNul();
    }
    if (isEndOfFile && start < bytes.length) this.readUnfinished(bytes, start);
    return isEndOfFile ? bytes.length : start;
  }

  /** Throws a `UserError` where any line was no record, with how many there were and the first ten of them. */
  refuseMalformed(): void {
    if (this.malformed === 0) return;
    const problems = [...this.named].map(
      ([code, lines]) => `${lines.length === 1 ? 'Line' : 'Lines'} ${lines.join(', ')}: ${lineProblem(code)}`,
    );
    const first = this.malformed > LINES_NAMED ? ` (the first ${LINES_NAMED} are named)` : '';
    throw new UserError(
      `the register file \`${this.path}\` was refused and nothing was changed: ${this.malformed} of ${this.lines} lines cannot be read${first}. ${problems.join('. ')}. ${EXPECTED[this.layout]}`,
    );
  }

  /** Reads official records from `from` on as long as each is whole and well formed; answers where they end. */
  private readRun(bytes: Uint8Array, from: number): number {
    let at = from;
    for (; at + RECORD_BYTES <= bytes.length; at += RECORD_BYTES) {
      const number = readWholeRecord(bytes, at);
      if (number < 0) break;
      this.builder.add(number);
    }
    if (at > from) this.hasPairs = true;
    this.lines += (at - from) / RECORD_BYTES;
    return at;
  }

  private readPlain(bytes: Uint8Array, start: number, end: number): number {
    if (this.lines === 0 && this.layout === 'csv' && isHeader(bytes, start, end)) return BLANK_LINE;
    return readPlainRecord(bytes, start, end);
  }

  private readUnfinished(bytes: Uint8Array, start: number): void {
    const isOfficial = this.layout === 'official';
    const code = isOfficial ? CUT_SHORT : this.readPlain(bytes, start, bytes.length);
    this.lines++;
    if (code >= SMALLEST_FULL_NUMBER) this.builder.add(code);
    else if (code !== BLANK_LINE) this.note(CUT_SHORT);
  }

  /** Notes that the line counted last is no record. */
  private note(code: number): void {
    this.malformed++;
    if (this.malformed > LINES_NAMED) return;
    const lines = this.named.get(code);
    if (lines === undefined) this.named.set(code, [this.lines]);
    else lines.push(this.lines);
  }

  private refuseEndless(): never {
    throw new UserError(
      `the register file \`${this.path}\` was refused and nothing was changed: it has more than ${MOST_LINES.toLocaleString('en-GB')} lines, where the largest register has 25 million`,
    );
  }

  private refuseNul(): never {
    throw new UserError(
      `the register file \`${this.path}\` was refused and nothing was changed: line ${this.lines + 1} holds a NUL byte, so this is UTF-16 text, a damaged download or no text at all. ${EXPECTED[this.layout]}`,
    );
  }
}
