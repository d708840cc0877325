/** Is a stream of bytes UTF-8 throughout, wherever the chunks were cut? */
import { isUtf8 } from 'node:buffer';

export interface Utf8Check {
  /**
   * Takes the next chunk. Returns the bytes that are whole characters by now (the tail of a character cut
   * in two is kept for the next chunk), or null where the bytes are not UTF-8.
   */
  add(chunk: Buffer): Buffer | null;
  /** Whether the stream may end here: no character is left unfinished. */
  mayEnd(): boolean;
}

/** A check for one stream, from its first byte to its last. */
export function createUtf8Check(): Utf8Check {
  let tail: Buffer = Buffer.alloc(0);
  return {
    add(chunk) {
      const bytes = tail.length === 0 ? chunk : Buffer.concat([tail, chunk]);
      const cut = bytes.length - unfinishedLength(bytes);
      // Copied: the reader of the stream may use the chunk's memory again.
      tail = Buffer.from(bytes.subarray(cut));
      const whole = bytes.subarray(0, cut);
      return isUtf8(whole) ? whole : null;
    },
    mayEnd: () => tail.length === 0,
  };
}

/** How many bytes at the end of `bytes` begin a character that the chunk does not finish. */
function unfinishedLength(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}

/** The length of the sequence that `lead` begins; 1 for a byte that begins none. */
export function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}
