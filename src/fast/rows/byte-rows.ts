/** The rows of one batch for one file, as bytes in one stretch of memory, with gaps for the rows of other records. */
import { isLetter, TO_SMALL } from '../../contacts/text/ascii.js';
import type { WrittenRows } from '../../judging/batch-worker.js';

/** Room for the rows of most batches; it grows where one needs more. */
const FIRST_SIZE = 1 << 18;

export class ByteRows {
  /** Shared, so that another thread writes them to the file. */
  private bytes = new Uint8Array(new SharedArrayBuffer(FIRST_SIZE));
  private used = 0;
  private records = 0;
  private gaps: number[] = [];

  /** Empties it. */
  begin(): void {
    this.used = 0;
    this.records = 0;
    this.gaps = [];
  }

  /** A record has a row here, which is written next. */
  addRecord(): void {
    this.records += 1;
  }

  /** Marks where the rows of a remaining record go. */
  leaveGap(): void {
    this.gaps.push(this.used);
  }

  written(): WrittenRows {
    return { bytes: this.bytes.subarray(0, this.used), records: this.records, gaps: this.gaps };
  }

  /** The bytes of `source` from `start` up to `end`. */
  copy(source: Uint8Array, start: number, end: number): void {
    this.makeRoom(end - start);
    const { bytes } = this;
    let at = this.used;
    for (let from = start; from < end; from += 1) bytes[at++] = source[from] ?? 0;
    this.used = at;
  }

  /** The same of ASCII text, its capitals made small. */
  inLowerCase(source: Uint8Array, start: number, end: number): void {
    this.makeRoom(end - start);
    const { bytes } = this;
    let at = this.used;
    for (let from = start; from < end; from += 1) {
      const byte = source[from] ?? 0;
      bytes[at++] = isLetter(byte) ? byte | TO_SMALL : byte;
    }
    this.used = at;
  }

  /** All bytes of `source`. */
  whole(source: Uint8Array): void {
    const { length } = source;
    if (length < LONG) {
      this.copy(source, 0, length);
      return;
    }
    this.makeRoom(length);
    this.bytes.set(source, this.used);
    this.used += length;
  }

  byte(byte: number): void {
    this.makeRoom(1);
    this.bytes[this.used++] = byte;
  }

  /** A whole number from 0 on, in figures. */
  figures(number: number): void {
    this.makeRoom(MOST_FIGURES);
    this.putFigures(number);
  }

  /** Part by part, the high ones first: large numbers are slow to divide. */
  private putFigures(number: number): void {
    let rest = number;
    let length = 1;
    if (number >= PART) {
      const high = Math.floor(number / PART);
      this.putFigures(high);
      rest = number - high * PART;
      length = FIGURES_A_PART;
    } else for (let limit = 10; limit <= number; limit *= 10) length += 1;
    rest |= 0;
    for (let at = this.used + length - 1; at >= this.used; at -= 1) {
      const tenth = (rest / 10) | 0;
      this.bytes[at] = ZERO + rest - tenth * 10;
      rest = tenth;
    }
    this.used += length;
  }

  private makeRoom(length: number): void {
    const wanted = this.used + length;
    if (wanted <= this.bytes.length) return;
    let size = this.bytes.length * 2;
    while (size < wanted) size *= 2;
    const larger = new Uint8Array(new SharedArrayBuffer(size));
    larger.set(this.bytes.subarray(0, this.used));
    this.bytes = larger;
  }
}

/** From so many bytes on a copy by the engine is faster than byte by byte. */
const LONG = 48;
const ZERO = 0x30;
const PART = 100_000;
const FIGURES_A_PART = 5;
/** Of a whole number that is exact. */
const MOST_FIGURES = 16;
