/**
 * In which encoding a list is written: its byte order mark, else strict UTF-8 through the whole file, else
 * Windows-1252. Nothing is guessed from likeness, and bytes that are neither stop the run.
 */

import { isUtf8 } from 'node:buffer';
import { UserError } from '../../errors.js';
import type { Encoding } from '../reading-options.js';
import type { ByteSource } from './byte-source.js';
import { createUtf8Check, sequenceLength } from './utf8-check.js';
import { UNDEFINED_BYTES } from './windows-1252.js';

export interface FoundEncoding {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark; 0 where the file has none. */
  readonly markLength: number;
  /** Nothing in the file says so, and nobody asked for it: bytes that are not UTF-8 were taken for Windows-1252. */
  readonly isGuess: boolean;
}

const MARKS: readonly (readonly [encoding: Encoding, mark: Buffer])[] = [
  ['utf-8', Buffer.from([0xef, 0xbb, 0xbf])],
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
];

/**
 * Finds the encoding of `source`, whose first bytes are `head`. `asked` is what the user named.
 * Throws a `UserError` with the line where the bytes contradict what was asked, or are UTF-8 in some
 * places and not in others.
 */
export async function findEncoding(
  source: ByteSource,
  head: Buffer,
  asked: Encoding | null,
): Promise<FoundEncoding> {
  const { displayName } = source;
  for (const [encoding, mark] of MARKS) {
    if (!head.subarray(0, mark.length).equals(mark)) continue;
    if (asked !== null && asked !== encoding) {
      throw new UserError(
        `\`${displayName}\` begins with the mark of ${encoding}, and \`--encoding ${asked}\` was asked for; leave the option out`,
      );
    }
    if (encoding === 'utf-8' && !(await isUtf8Throughout(source))) throw await notUtf8(source);
    return { encoding, markLength: mark.length, isGuess: false };
  }
  if (asked === 'utf-8' && !(await isUtf8Throughout(source))) throw await notUtf8(source);
  if (asked !== null) return { encoding: asked, markLength: 0, isGuess: false };

  if (isUtf32(head)) {
    throw new UserError(
      `\`${displayName}\` is UTF-32, not a CSV file that can be read; save it as CSV UTF-8`,
    );
  }
  const wide = wideWithoutMark(head);
  if (wide !== null) return { encoding: wide, markLength: 0, isGuess: false };
  if (await isUtf8Throughout(source)) return { encoding: 'utf-8', markLength: 0, isGuess: false };
  const bytes = await surveyBytes(source);
  if (bytes.utf8Sequences > 0) throw await notUtf8(source);
  if (bytes.undefinedByteLine !== null) {
    throw new UserError(
      `\`${displayName}\`, line ${bytes.undefinedByteLine}: these bytes are neither UTF-8 nor Windows-1252; save the file as CSV UTF-8`,
    );
  }
  return { encoding: 'windows-1252', markLength: 0, isGuess: true };
}

async function notUtf8(source: ByteSource): Promise<UserError> {
  const { firstInvalidLine, utf8Sequences } = await surveyBytes(source);
  const others = utf8Sequences > 0 ? ', though other lines are' : '';
  return new UserError(
    `\`${source.displayName}\`: line ${firstInvalidLine} is not UTF-8${others}; save the file again as CSV UTF-8, or name its encoding, such as \`--encoding windows-1252\``,
  );
}

/** UTF-16 without a mark: plain text has a NUL in every other position. */
function wideWithoutMark(head: Buffer): Encoding | null {
  const sample = head.subarray(0, Math.min(head.length, 4096) & ~1);
  const pairs = sample.length / 2;
  if (pairs === 0) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 2) {
    if (sample[index] === 0) even += 1;
    if (sample[index + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.4 && even < pairs * 0.02) return 'utf-16le';
  return even > pairs * 0.4 && odd < pairs * 0.02 ? 'utf-16be' : null;
}

/** UTF-32 without a mark: of every four bytes the two high ones are NUL. */
function isUtf32(head: Buffer): boolean {
  const groups = Math.min(head.length, 4096) >> 2;
  let little = 0;
  let big = 0;
  for (let index = 0; index < groups * 4; index += 4) {
    if (head[index + 2] === 0 && head[index + 3] === 0) little += 1;
    if (head[index] === 0 && head[index + 1] === 0) big += 1;
  }
  return groups > 0 && Math.max(little, big) >= groups * 0.9;
}

async function isUtf8Throughout(source: ByteSource): Promise<boolean> {
  const check = createUtf8Check();
  for await (const chunk of source.chunks()) {
    if (check.add(chunk) === null) return false;
  }
  return check.mayEnd();
}

interface ByteSurvey {
  /** Sequences of two bytes or more that are UTF-8: in a Windows-1252 text there are none. */
  utf8Sequences: number;
  firstInvalidLine: number;
  undefinedByteLine: number | null;
}

/** Looks at a file that is not UTF-8 throughout, byte by byte. Only ever done on the way to an error or to Windows-1252. */
async function surveyBytes(source: ByteSource): Promise<ByteSurvey> {
  const survey: ByteSurvey = { utf8Sequences: 0, firstInvalidLine: 0, undefinedByteLine: null };
  let line = 1;
  let before: Buffer = Buffer.alloc(0);
  let last = 0;
  const look = (bytes: Buffer, isLast: boolean): Buffer => {
    let index = 0;
    while (index < bytes.length && (isLast || index < bytes.length - 3)) {
      const byte = bytes[index] ?? 0;
      const length = sequenceLength(byte);
      const isSequence = length > 1 && isUtf8(bytes.subarray(index, index + length));
      if (isSequence) survey.utf8Sequences += 1;
      else if (byte >= 0x80) {
        if (survey.firstInvalidLine === 0) survey.firstInvalidLine = line;
        if (UNDEFINED_BYTES.has(byte)) survey.undefinedByteLine ??= line;
      } else if (byte === 0x0a ? last !== 0x0d : byte === 0x0d) line += 1;
      last = byte;
      index += isSequence ? length : 1;
    }
    return Buffer.from(bytes.subarray(index));
  };
  for await (const chunk of source.chunks()) {
    before = look(Buffer.concat([before, chunk]), false);
  }
  look(before, true);
  return survey;
}
