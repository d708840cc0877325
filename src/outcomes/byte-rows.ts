/** Bytes on their way to a file: put one behind the other into one stretch of memory, and written when it is full. */

/** Bytes that are written at once. A longer text is cut. */
const SIZE = 1 << 18;

export class ByteRows {
  private readonly bytes = Buffer.allocUnsafe(SIZE);
  private used = 0;

  /** `write` takes the bytes at once: they are overwritten afterwards. */
  constructor(private readonly write: (bytes: Uint8Array) => void) {}

  /** The bytes of `source` from `start` up to `end`. */
  copy(source: Uint8Array, start: number, end: number): void {
    if (end - start > SIZE - this.used && !this.makeRoom(end - start)) {
      this.write(source.subarray(start, end));
      return;
    }
    const { bytes } = this;
    let at = this.used;
    for (let from = start; from < end; from += 1) bytes[at++] = source[from] ?? 0;
    this.used = at;
  }

  /** All bytes of `source`. */
  whole(source: Uint8Array): void {
    const { length } = source;
    if (length < LONG || length > SIZE - this.used) {
      this.copy(source, 0, length);
      return;
    }
    this.bytes.set(source, this.used);
    this.used += length;
  }

  byte(byte: number): void {
    if (this.used === SIZE) this.makeRoom(1);
    this.bytes[this.used++] = byte;
  }

  /** A whole number from 0 on, in figures. */
  figures(number: number): void {
    if (SIZE - this.used < MOST_FIGURES) this.makeRoom(MOST_FIGURES);
    let length = 1;
    for (let rest = number; rest >= 10; rest = Math.floor(rest / 10)) length += 1;
    let rest = number;
    for (let at = this.used + length - 1; at >= this.used; at -= 1) {
      const tenth = Math.floor(rest / 10);
      this.bytes[at] = ZERO + rest - tenth * 10;
      rest = tenth;
    }
    this.used += length;
  }

  text(text: string): void {
    const bytes = Buffer.from(text);
    this.copy(bytes, 0, bytes.length);
  }

  /** Writes what is left. */
  end(): void {
    if (this.used > 0) this.write(this.bytes.subarray(0, this.used));
    this.used = 0;
  }

  /** Whether `length` bytes have room now. */
  private makeRoom(length: number): boolean {
    this.end();
    return length <= SIZE;
  }
}

/** From so many bytes on a copy by the engine is faster than byte by byte. */
const LONG = 48;
const ZERO = 0x30;
/** Of a whole number that is exact. */
const MOST_FIGURES = 16;
