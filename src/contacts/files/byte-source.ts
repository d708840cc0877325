/** Where the bytes of one list come from: a file, a file packed with gzip, a member of a zip. */
import { closeSync, openSync, readSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { hasCode, messageOf, UserError } from '../../errors.js';

/** The bytes of one list, from the beginning, as often as wanted. */
export interface ByteSource {
  /** How messages call the list. */
  readonly displayName: string;
  /**
   * The unpacked bytes in chunks. `onRaw` is told the bytes of the file itself as they are read; a member of
   * a zip tells none. Throws a `UserError` where the packing is damaged, or unpacks to absurdly much.
   */
  chunks(onRaw?: (bytes: Buffer) => void): AsyncIterable<Buffer>;
}

/** A file as it is. `chunkSize` is in bytes. */
export function fileBytes(path: string, displayName: string, chunkSize: number): ByteSource {
  return {
    displayName,
    async *chunks(onRaw) {
      // Read at once, which takes a third of the time that a stream takes.
      const file = openSync(path, 'r');
      try {
        for (;;) {
          const room = Buffer.allocUnsafeSlow(chunkSize);
          const chunk = room.subarray(0, readSync(file, room));
          if (chunk.length === 0) return;
          onRaw?.(chunk);
          yield chunk;
          // Lets signals through, and whatever else waits for its turn.
          await setImmediate();
        }
      } finally {
        closeSync(file);
      }
    },
  };
}

/** A file packed with gzip, of `size` bytes as it stands on disk. */
export function gzipBytes(path: string, displayName: string, size: number, chunkSize: number): ByteSource {
  return {
    displayName,
    async *chunks(onRaw) {
      const gunzip = createGunzip({ chunkSize: Math.max(64, chunkSize) });
      const chunks: AsyncIterable<Buffer> = pipeline(
        fileBytes(path, displayName, chunkSize).chunks(onRaw),
        gunzip,
        // Whatever goes wrong is thrown where the chunks are read.
        () => undefined,
      );
      const guard = createUnpackingGuard(displayName, size);
      try {
        for await (const chunk of chunks) {
          guard(chunk.length);
          yield chunk;
        }
      } catch (thrown) {
        throw packingError(thrown, displayName, 'gzip');
      }
      // What stands behind the end of the packed data is passed over without a word by zlib.
      if (gunzip.bytesWritten !== size) throw damaged(displayName, 'gzip', 'something stands behind its end');
    },
  };
}

/** Packed lists of people hardly ever unpack to more than thirty times their size. */
const MOST_TIMES = 200;
/** Below so many bytes no ratio is asked about. */
const HARMLESS = 256 * 1024 * 1024;

/** Counts unpacked bytes; throws a `UserError` once they are over 256 MiB and 200 times the packed size. */
export function createUnpackingGuard(displayName: string, packedSize: number): (bytes: number) => void {
  let unpacked = 0;
  return (bytes) => {
    unpacked += bytes;
    if (unpacked > HARMLESS && unpacked > packedSize * MOST_TIMES) {
      throw new UserError(
        `\`${displayName}\` unpacks to more than ${HARMLESS >> 20} MiB and ${MOST_TIMES} times its own size, which no list of people does; if it is one, unpack it and name the CSV file`,
      );
    }
  };
}

const ZLIB_ERRORS = ['Z_DATA_ERROR', 'Z_BUF_ERROR', 'Z_STREAM_ERROR', 'Z_NEED_DICT'];

/** What was thrown while unpacking, as an error the user can put right where it is one. */
export function packingError(thrown: unknown, displayName: string, packing: 'gzip' | 'zip'): unknown {
  if (thrown instanceof UserError || !ZLIB_ERRORS.some((code) => hasCode(thrown, code))) return thrown;
  return damaged(displayName, packing, messageOf(thrown));
}

/** Says that a packed file is damaged. */
export function damaged(displayName: string, packing: 'gzip' | 'zip', why: string): UserError {
  return new UserError(
    `\`${displayName}\` is packed with ${packing} and damaged or cut short (${why.replace(/\.$/u, '')}); fetch it again`,
  );
}
