/**
 * The bytes of a register file, unpacked: of the file itself, of one that is packed with gzip, or of the one
 * file in a zip archive. Nothing is unpacked to disk, and nothing but the buffer at hand is held in memory.
 */
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { crc32, createGunzip } from 'node:zlib';
import { type Entry, fromFdPromise } from 'yauzl';
import { messageOf, UserError } from '../../errors.js';
import { startsWith } from './register-signatures.js';

export interface RegisterBytes {
  /** When the packed file says that it was last changed; null: it is not packed, or does not say. */
  readonly changedAt: Date | null;
  /** Fills `buffer` from `offset` on; fewer bytes than fit mean the end. Throws a `UserError` where the archive is damaged. */
  fill(buffer: Buffer, offset: number): Promise<number>;
  /** Lets go of what was being unpacked; to be called before the file is closed. */
  close(): void;
}

const ZIP: readonly number[] = [0x50, 0x4b, 0x03, 0x04];
/** An archive without any file. */
const EMPTY_ZIP: readonly number[] = [0x50, 0x4b, 0x05, 0x06];
const GZIP: readonly number[] = [0x1f, 0x8b];
const HEAD_BYTES = 8;

/** Opens the bytes of a file that is open for reading. Throws a `UserError` where it is an archive of anything but one file. */
export async function openRegisterBytes(handle: FileHandle, path: string): Promise<RegisterBytes> {
  const head = Buffer.alloc(HEAD_BYTES);
  const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
  const found = head.subarray(0, bytesRead);
  if (startsWith(found, ZIP) || startsWith(found, EMPTY_ZIP)) return openZip(handle, path);
  if (startsWith(found, GZIP)) return openGzip(handle, path, found);
  return { changedAt: null, fill: fillFromFile(handle), close: () => {} };
}

function fillFromFile(handle: FileHandle): RegisterBytes['fill'] {
  let position = 0;
  return async (buffer, offset) => {
    let arrived = 0;
    while (offset + arrived < buffer.length) {
      const { bytesRead } = await handle.read(
        buffer,
        offset + arrived,
        buffer.length - offset - arrived,
        position,
      );
      if (bytesRead === 0) break;
      arrived += bytesRead;
      position += bytesRead;
    }
    return arrived;
  };
}

function openGzip(handle: FileHandle, path: string, head: Buffer): RegisterBytes {
  const packed = handle.createReadStream({ start: 0, autoClose: false });
  const unpacked = createGunzip();
  // Whatever goes wrong with either is thrown where the bytes are asked for.
  pipeline(packed, unpacked, () => {});
  const seconds = head.length === HEAD_BYTES ? head.readUInt32LE(4) : 0;
  return {
    changedAt: seconds === 0 ? null : new Date(seconds * 1000),
    fill: fillFromChunks(chunksOf(unpacked), (thrown) => damaged(path, 'gzip file', thrown)),
    close: () => unpacked.destroy(),
  };
}

async function openZip(handle: FileHandle, path: string): Promise<RegisterBytes> {
  try {
    const archive = await fromFdPromise(handle.fd, { autoClose: false, lazyEntries: true });
    const files: Entry[] = [];
    for await (const entry of archive.eachEntry()) if (isFile(entry)) files.push(entry);
    const [file] = files;
    if (file === undefined || files.length > 1) throw notOneFile(path, files);
    if (file.isEncrypted()) {
      throw new UserError(
        `the register file \`${path}\` is a zip archive with a password; nothing was changed. Unpack it, and load the file that is in it`,
      );
    }
    const unpacked = await archive.openReadStreamPromise(file);
    return {
      changedAt: changeOf(file),
      fill: fillFromChunks(checkedChunks(unpacked, file.crc32), (thrown) =>
        damaged(path, 'zip archive', thrown),
      ),
      close: () => unpacked.destroy(),
    };
  } catch (thrown) {
    throw thrown instanceof UserError ? thrown : damaged(path, 'zip archive', thrown);
  }
}

/** Folders, and what a Mac adds to every archive, are no files of it. */
function isFile({ fileName }: Entry): boolean {
  return !fileName.endsWith('/') && !fileName.startsWith('__MACOSX/');
}

/** Archives made without a day carry the first day of the format, in 1980. */
function changeOf(file: Entry): Date | null {
  const changedAt = file.getLastModDate();
  return changedAt.getFullYear() > 1980 ? changedAt : null;
}

async function* chunksOf(stream: Readable): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of stream) {
    if (Buffer.isBuffer(chunk)) yield chunk;
  }
}

/** The unpacked bytes; throws at their end where they are not those that were packed. The reader of archives does not look. */
async function* checkedChunks(stream: Readable, expected: number): AsyncGenerator<Buffer, void, undefined> {
  let checksum = 0;
  for await (const chunk of chunksOf(stream)) {
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (checksum !== expected) throw new Error('the checksum of the file in it is wrong');
}

function fillFromChunks(
  chunks: AsyncGenerator<Buffer, void, undefined>,
  asError: (thrown: unknown) => UserError,
): RegisterBytes['fill'] {
  let rest: Buffer = Buffer.alloc(0);
  return async (buffer, offset) => {
    let arrived = 0;
    while (offset + arrived < buffer.length) {
      if (rest.length === 0) {
        const next = await chunks.next().catch((thrown: unknown) => {
          throw asError(thrown);
        });
        if (next.done === true) break;
        rest = next.value;
      }
      const copied = rest.copy(buffer, offset + arrived);
      rest = rest.subarray(copied);
      arrived += copied;
    }
    return arrived;
  };
}

function notOneFile(path: string, files: readonly Entry[]): UserError {
  const names = files.map(({ fileName }) => fileName);
  if (names.includes('[Content_Types].xml')) {
    return new UserError(
      `the register file \`${path}\` is an Excel workbook, which loses leading zeros; nothing was changed. Load the file as it was downloaded`,
    );
  }
  const some = names.slice(0, 5).map((name) => `\`${name}\``);
  const found =
    names.length === 0
      ? 'no file'
      : `${names.length} files (${some.join(', ')}${names.length > some.length ? ' …' : ''})`;
  return new UserError(
    `the register file \`${path}\` is a zip archive with ${found} in it, where one is expected; nothing was changed. Unpack it, and load the register's own file`,
  );
}

function damaged(path: string, what: string, thrown: unknown): UserError {
  return new UserError(
    `the register file \`${path}\` is a damaged or truncated ${what} (${messageOf(thrown)}); nothing was changed. Download it again`,
  );
}
