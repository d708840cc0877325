/** A way through the bytes of a CSV file, on which it is noted where each cell begins and ends. */
import { breaksIn, mayBeMisquoted, swallowsRecords } from './quoting.js';
import type { FileRecords, ReadRecord } from './record-batch.js';
import { LONGEST_RECORD } from './record-collector.js';

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** What a record holds besides plain cells. */
const QUOTED = 1;
/** A quote in a cell that does not stand in quotes. */
const LOOSE_QUOTE = 2;
const NUL = 4;
const SEVERAL_LINES = 8;
const SWALLOWS = 16;

/** In place of where something ends: it goes on in bytes to come, or it is not plainly written. */
const UNFINISHED = -1;
export const NOT_PLAINLY_WRITTEN = -2;

/** What a byte outside quotes means: it ends the cell, or has to be noted. */
const ENDS_CELL = 1;
const IS_NOTED = 2;

/** One way through some bytes, and what was found on it. */
export class ByteWalk {
  /** For each cell where it begins and ends. */
  private bounds: Uint32Array;
  private cells = 0;
  private readonly firstCells: number[] = [];
  private readonly lines: number[] = [];
  private readonly traits: number[] = [];
  private line = 0;
  private found = 0;
  private firstCell = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly meaning: Uint8Array,
    private readonly separator: number,
    private readonly isLast: boolean,
  ) {
    this.bounds = new Uint32Array(2 * Math.max(32, bytes.length >> 4));
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
    const behind = this.behindBreak(at);
    if (behind < 0) return this.giveUp(behind);
    return behind - start > LONGEST_RECORD ? this.giveUp(NOT_PLAINLY_WRITTEN) : behind;
  }

  /** Where the line behind the break at `at` begins. Whether a carriage return stands alone only the next byte tells. */
  behindBreak(at: number): number {
    const { bytes } = this;
    if (at >= bytes.length) return at;
    if (bytes[at] !== CARRIAGE_RETURN) return at + 1;
    if (at + 1 >= bytes.length) return this.isLast ? at + 1 : UNFINISHED;
    return bytes[at + 1] === LINE_FEED ? at + 2 : at + 1;
  }

  /** Notes the cell outside quotes that begins at `start`, and answers where it ends. */
  private cell(start: number): number {
    const { bytes, meaning } = this;
    const { length } = bytes;
    let at = start;
    while (at < length) {
      const what = meaning[bytes[at] ?? 0] ?? 0;
      if (what === ENDS_CELL) break;
      if (what === IS_NOTED) this.found |= bytes[at] === QUOTE ? LOOSE_QUOTE : NUL;
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
      let byte = bytes[at];
      while (byte !== QUOTE && at < length) {
        if (byte === LINE_FEED || byte === CARRIAGE_RETURN) this.found |= SEVERAL_LINES;
        else if (byte === 0) this.found |= NUL;
        at += 1;
        byte = bytes[at];
      }
      if (at >= length || (at + 1 >= length && !this.isLast)) return UNFINISHED;
      if (bytes[at + 1] !== QUOTE) break;
      at += 2;
    }
    const behind = at + 1;
    if (behind < length && this.meaning[bytes[behind] ?? 0] !== ENDS_CELL) return NOT_PLAINLY_WRITTEN;
    this.found |= QUOTED;
    this.addCell(start + 1, at);
    return behind;
  }

  private addCell(start: number, end: number): void {
    const at = this.cells * 2;
    if (at >= this.bounds.length) {
      const larger = new Uint32Array(this.bounds.length * 2);
      larger.set(this.bounds);
      this.bounds = larger;
    }
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
    const cells = Array.from({ length: this.cellsOfLast() }, (_, index) => this.text(this.firstCell + index));
    if (swallowsRecords(cells, delimiter, width)) this.found |= SWALLOWS;
    return cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
  }

  /** Takes the record just read among those found. */
  keep(): void {
    this.firstCells.push(this.firstCell);
    this.lines.push(this.line);
    this.traits.push(this.found);
  }

  records(): FileRecords {
    const { bounds, firstCells, lines, traits, bytes } = this;
    const { length } = firstCells;
    firstCells.push(this.cells);
    const firstOf = (row: number): number => {
      const first = firstCells[row];
      if (first === undefined || row === length)
        throw new RangeError(`row ${row} of a batch of ${length} was asked for`);
      return first;
    };
    const cellCount = (row: number): number => (firstCells[row + 1] ?? 0) - firstOf(row);
    return {
      count: length,
      line: (row) => lines[row] ?? 0,
      cell: (row, place) => (place < cellCount(row) ? this.text(firstOf(row) + place) : ''),
      cellCount,
      damage: (row) => damageOf(traits[row] ?? 0),
      spans: {
        bytes,
        bounds,
        isPlain: (row) => ((traits[row] ?? 0) & (LOOSE_QUOTE | NUL | SWALLOWS)) === 0,
        first: (row) => firstOf(row) * 2,
        isUnquoted: (row) => ((traits[row] ?? 0) & QUOTED) === 0,
      },
    };
  }

  private text(cell: number): string {
    const start = this.bounds[cell * 2] ?? 0;
    const text = this.bytes.toString('utf8', start, this.bounds[cell * 2 + 1]);
    return this.bytes[start - 1] === QUOTE && text.includes('"') ? text.replaceAll('""', '"') : text;
  }
}

function damageOf(traits: number): ReadRecord['damage'] {
  if ((traits & SWALLOWS) !== 0) return 'broken-quotes';
  return (traits & NUL) === 0 ? null : 'nul-byte';
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
