/** From the bytes of a list, chunk by chunk, to the same text in UTF-8, which is what the parser reads. */
import { UserError } from '../../errors.js';
import type { Encoding } from '../reading-options.js';
import { createUtf8Check } from './utf8-check.js';
import { decodeWindows1252 } from './windows-1252.js';

export interface ToUtf8 {
  add(chunk: Buffer): Buffer;
  /** What is left when the last chunk was added. */
  end(): Buffer;
}

const NOTHING = Buffer.alloc(0);

/**
 * A decoder for one pass over a list. It throws a `UserError` where the bytes are not of `encoding`: the
 * whole file was checked before, so that a UTF-8 list then has changed since.
 */
export function createToUtf8(encoding: Encoding, displayName: string): ToUtf8 {
  switch (encoding) {
    case 'utf-8':
      return utf8(displayName);
    case 'utf-16le':
    case 'utf-16be':
      return utf16(encoding, displayName);
    case 'windows-1252':
      return { add: (chunk) => Buffer.from(decodeWindows1252(chunk)), end: () => NOTHING };
  }
}

function utf8(displayName: string): ToUtf8 {
  const check = createUtf8Check();
  const changed = () => new UserError(`\`${displayName}\` changed while it was being read; run again`);
  return {
    add(chunk) {
      const whole = check.add(chunk);
      if (whole === null) throw changed();
      return whole;
    },
    end() {
      if (!check.mayEnd()) throw changed();
      return NOTHING;
    },
  };
}

function utf16(encoding: 'utf-16le' | 'utf-16be', displayName: string): ToUtf8 {
  // Fatal, so that half a character is an error and never a replacement character.
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const decode = (chunk: Buffer, isLast: boolean): Buffer => {
    try {
      return Buffer.from(decoder.decode(chunk, { stream: !isLast }));
    } catch (thrown) {
      if (!(thrown instanceof TypeError)) throw thrown;
      throw new UserError(
        `\`${displayName}\` is not well-formed ${encoding}; save it as CSV UTF-8, or name its encoding with \`--encoding\``,
      );
    }
  };
  return { add: (chunk) => decode(chunk, false), end: () => decode(NOTHING, true) };
}
