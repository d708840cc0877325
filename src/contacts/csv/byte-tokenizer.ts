/** Tokenizes the bytes of a CSV file: notes where each cell begins and ends. */
import { breaksIn, mayBeMisquoted, swallowsRecords } from './quoting.js';
import { LONGEST_RECORD } from './record-collector.js';
import { LOOSE_QUOTE, NUL, QUOTED, SEVERAL_LINES, SWALLOWS, type TokenSpans, textOf } from './token-spans.js';

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

const NOTHING = Buffer.alloc(0);
/** Room to begin with. */
const FIRST_CELLS = 1024;
const FIRST_RECORDS = 128;

/** Returned instead of an offset: needs more input, or needs the full parser. */
const UNFINISHED = -1;
export const NOT_PLAINLY_WRITTEN = -2;

/** What a byte outside quotes means: it ends the cell, or has to be noted. */
const ENDS_CELL = 1;
const IS_NOTED = 2;

/** Tokenizes one stretch of bytes after the other, in the same memory. */
export class ByteTokenizer {
  private bytes: Buffer = NOTHING;
  private isLast = false;
  /** For each cell where it begins and ends. */
  private bounds: Uint32Array = new Uint32Array(FIRST_CELLS * 2);
  private cells = 0;
  private firstCells: Uint32Array = new Uint32Array(FIRST_RECORDS + 1);
  private lines: Uint32Array = new Uint32Array(FIRST_RECORDS);
  private traits: Uint8Array = new Uint8Array(FIRST_RECORDS);
  private records = 0;
  private line = 0;
  private found = 0;
  private firstCell = 0;

  /** No byte above this one means anything: most of a list need not be looked up. */
  private readonly lastWithMeaning: number;

  constructor(
    private readonly meaning: Uint8Array,
    private readonly separator: number,
  ) {
    this.lastWithMeaning = meaning.findLastIndex((what) => what !== 0);
  }

  /** Begins anew with these bytes; what was found in others is overwritten. */
  begin(bytes: Buffer, isLast: boolean): void {
    this.bytes = bytes;
    this.isLast = isLast;
    this.cells = 0;
    this.records = 0;
  }

  /** Reads the record that begins at `start`. Answers where the next line begins, or why there is no saying. */
  readRecord(start: number, line: number): number {
    const { bytes } = this;
    this.line = line;
    this.found = 0;
    this.firstCell = this.cells;
    let at = start;
    for (;;) {
      const end = bytes[at] === QUOTE ? this.quotedCell(at) : this.cell(at);
      if (end < 0) return this.giveUp(end);
      at = end;
      if (bytes[at] !== this.separator) break;
      at += 1;
      if (at >= bytes.length && !this.isLast) return this.giveUp(UNFINISHED);
    }
    if (at >= bytes.length && !this.isLast) return this.giveUp(UNFINISHED);
    const next = this.afterBreak(at);
    if (next < 0) return this.giveUp(next);
    return next - start > LONGEST_RECORD ? this.giveUp(NOT_PLAINLY_WRITTEN) : next;
  }

  /** Where the line after the break at `at` begins. Only the next byte shows whether a carriage return is alone. */
  afterBreak(at: number): number {
    const { bytes } = this;
    if (at >= bytes.length) return at;
    if (bytes[at] !== CARRIAGE_RETURN) return at + 1;
    if (at + 1 >= bytes.length) return this.isLast ? at + 1 : UNFINISHED;
    return bytes[at + 1] === LINE_FEED ? at + 2 : at + 1;
  }

  /** Notes the cell outside quotes that begins at `start`, and answers where it ends. */
  private cell(start: number): number {
    const { bytes, meaning, lastWithMeaning } = this;
    const { length } = bytes;
    let at = start;
    while (at < length) {
      const byte = bytes[at] ?? 0;
      if (byte <= lastWithMeaning) {
        const what = meaning[byte] ?? 0;
        if (what === ENDS_CELL) break;
        if (what === IS_NOTED) this.found |= byte === QUOTE ? LOOSE_QUOTE : NUL;
      }
      at += 1;
    }
    if ((this.found & LOOSE_QUOTE) !== 0 && mayBeMisquoted(bytes.toString('utf8', start, at))) {
      return NOT_PLAINLY_WRITTEN;
    }
    this.addCell(start, at);
    return at;
  }

  /** Notes the cell whose opening quote stands at `start`, and answers where its closing quote ends. */
  private quotedCell(start: number): number {
    const { bytes } = this;
    const { length } = bytes;
    let at = start + 1;
    for (;;) {
      while (at < length) {
        const byte = bytes[at] ?? 0;
        if (byte <= QUOTE) {
          if (byte === QUOTE) break;
          if (byte === LINE_FEED || byte === CARRIAGE_RETURN) this.found |= SEVERAL_LINES;
          else if (byte === 0) this.found |= NUL;
        }
        at += 1;
      }
      if (at >= length || (at + 1 >= length && !this.isLast)) return UNFINISHED;
      if (bytes[at + 1] !== QUOTE) break;
      at += 2;
    }
    const next = at + 1;
    if (next < length && this.meaning[bytes[next] ?? 0] !== ENDS_CELL) return NOT_PLAINLY_WRITTEN;
    this.found |= QUOTED;
    this.addCell(start + 1, at);
    return next;
  }

  private addCell(start: number, end: number): void {
    const at = this.cells * 2;
    if (at >= this.bounds.length) this.bounds = twiceAsLong(this.bounds);
    this.bounds[at] = start;
    this.bounds[at + 1] = end;
    this.cells += 1;
  }

  private giveUp(why: number): number {
    this.cells = this.firstCell;
    return why;
  }

  cellsOfLast(): number {
    return this.cells - this.firstCell;
  }

  isOverSeveralLines(): boolean {
    return (this.found & SEVERAL_LINES) !== 0;
  }

  /** Whether other records stand in the cells of the record just read; answers how many line breaks do. */
  checkLines(delimiter: string, width: number): number {
    const cells = Array.from({ length: this.cellsOfLast() }, (_, index) =>
      textOf(this.bytes, this.bounds, this.firstCell + index),
    );
    if (swallowsRecords(cells, delimiter, width)) this.found |= SWALLOWS;
    return cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
  }

  /** Takes the record just read among those found. */
  keep(): void {
    const at = this.records;
    if (at === this.lines.length) {
      this.lines = twiceAsLong(this.lines);
      const firstCells = new Uint32Array(this.lines.length + 1);
      firstCells.set(this.firstCells);
      this.firstCells = firstCells;
      const traits = new Uint8Array(this.lines.length);
      traits.set(this.traits);
      this.traits = traits;
    }
    this.firstCells[at] = this.firstCell;
    this.lines[at] = this.line;
    this.traits[at] = this.found;
    this.records = at + 1;
  }

  /** All that was kept, until it is overwritten. */
  tokens(): TokenSpans {
    const { bytes, bounds, firstCells, lines, traits, records } = this;
    firstCells[records] = this.cells;
    return {
      bytes,
      bounds,
      firstCells: firstCells.subarray(0, records + 1),
      lines: lines.subarray(0, records),
      traits: traits.subarray(0, records),
    };
  }
}

function twiceAsLong(numbers: Uint32Array): Uint32Array {
  const longer = new Uint32Array(numbers.length * 2);
  longer.set(numbers);
  return longer;
}

/** What each byte outside quotes means, where cells end with `separator`. */
export function meaningOfBytes(separator: number): Uint8Array {
  const meaning = new Uint8Array(256);
  for (const byte of [separator, LINE_FEED, CARRIAGE_RETURN]) meaning[byte] = ENDS_CELL;
  for (const byte of [QUOTE, 0]) meaning[byte] = IS_NOTED;
  return meaning;
}

export function isBreak(byte: number | undefined): boolean {
  return byte === LINE_FEED || byte === CARRIAGE_RETURN;
}
