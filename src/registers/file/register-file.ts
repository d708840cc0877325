/**
 * Reading a register file: one pass, byte by byte, into a set of numbers and a SHA-256. A file that is
 * not wholly understood is refused wholly: a record left out is a listed number that would be rung.
 */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { londonDay } from '../../clock.js';
import { messageOf, UserError } from '../../errors.js';
import type { IsoDate } from '../../screening/dates.js';
import type { PackedBlock } from '../../store/registers/register-blocks.js';
import { NumberSetBuilder } from '../set/number-set.js';
import { openRegisterBytes, type RegisterBytes } from './register-bytes.js';
import type { RegisterLayout } from './register-layout.js';
import { RegisterLines } from './register-lines.js';
import { refuseForeignFormat, startsWith, UTF8_MARK } from './register-signatures.js';

const BUFFER_BYTES = 1 << 20;
/** An unfinished line of this many bytes belongs to no text file of numbers. */
const HOPELESS_LINE = 1 << 16;

export interface RegisterFile {
  readonly layout: RegisterLayout;
  /** Lines of the file, a header and blank lines among them. */
  readonly lines: number;
  /** Distinct numbers. */
  readonly numbers: number;
  /** Records that repeat a number of the same file: harmless, and counted. */
  readonly duplicates: number;
  /** Of the text, unpacked: the same register is the same, however it was packed. */
  readonly sha256: string;
  /** The day in Europe/London on which the file was last changed; of a packed file, the earlier one that either tells. */
  readonly modifiedOn: IsoDate;
  /** The distinct numbers, in rising order of block. */
  readonly blocks: readonly PackedBlock[];
}

/**
 * Reads the register file at `path`: the official layout (12 characters and CR LF a record, with spaces
 * or without), plain text with one number a line, or a CSV file of one column; as it is, packed with gzip,
 * or alone in a zip archive.
 *
 * Throws a `UserError` where the file cannot be read, is of another format, or has a single line that is
 * no record; the message gives the first ten line numbers, and never a number of the register.
 */
export async function readRegisterFile(path: string): Promise<RegisterFile> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    return await readFrom(handle, path);
  } catch (thrown) {
    if (thrown instanceof Error && 'syscall' in thrown) {
      throw new UserError(`cannot read the register file \`${path}\`: ${messageOf(thrown)}`);
    }
    throw thrown;
  } finally {
    await handle?.close();
  }
}

async function readFrom(handle: FileHandle, path: string): Promise<RegisterFile> {
  const before = await handle.stat();
  if (!before.isFile()) {
    throw new UserError(
      `cannot read the register file \`${path}\`: it is not a file, so the day on which it was made cannot be known`,
    );
  }
  const bytes = await openRegisterBytes(handle, path);
  const builder = new NumberSetBuilder();
  const lines = new RegisterLines(path, builder);
  const sha256 = await readLines(bytes, path, lines).finally(() => bytes.close());
  const after = await handle.stat();
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
    throw new UserError(
      `the register file \`${path}\` changed while it was read, as during a download; nothing was changed. Wait until it is complete and load it again`,
    );
  }
  lines.refuseMalformed();
  const { added } = builder;
  if (added === 0) {
    throw new UserError(
      `the register file \`${path}\` holds no number; nothing was changed. Download it again`,
    );
  }
  const blocks = [...builder.finish()];
  const numbers = blocks.reduce((sum, block) => sum + block.numbers, 0);
  return {
    layout: lines.layout,
    lines: lines.lines,
    numbers,
    duplicates: added - numbers,
    sha256,
    modifiedOn: londonDay(earlier(after.mtime, bytes.changedAt)),
    blocks,
  };
}

/** Reads to the end of the text and answers its SHA-256, in hexadecimal. */
async function readLines(bytes: RegisterBytes, path: string, lines: RegisterLines): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  let held = 0;
  let isFirst = true;
  for (;;) {
    const arrived = await bytes.fill(buffer, held);
    hash.update(buffer.subarray(held, held + arrived));
    const length = held + arrived;
    const isEndOfFile = length < buffer.length;
    if (isFirst) refuseForeignFormat(path, buffer.subarray(0, length));
    const from = isFirst && startsWith(buffer.subarray(0, length), UTF8_MARK) ? UTF8_MARK.length : 0;
    isFirst = false;
    const unread = from + lines.read(buffer.subarray(from, length), isEndOfFile);
    if (isEndOfFile) return hash.digest('hex');
    held = length - unread;
    if (held > HOPELESS_LINE) {
      throw new UserError(
        `the register file \`${path}\` was refused and nothing was changed: line ${lines.lines + 1} has more than ${HOPELESS_LINE} characters, so this is no file of numbers`,
      );
    }
    buffer.copyWithin(0, unread, length);
  }
}

/** A download, or a copy, sets the day of the archive anew; what is in it may be older, and is never younger. */
function earlier(file: Date, packed: Date | null): Date {
  return packed !== null && packed < file ? packed : file;
}
