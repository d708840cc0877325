/** What is plainly no register file, known by its first bytes: better a sentence than a million bad lines. */
import { UserError } from '../../errors.js';

const LESS_THAN = 0x3c;

const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly whatItIs: string }[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    whatItIs: 'holds a zip archive or an Excel workbook inside another archive; unpack it first',
  },
  {
    bytes: [0x1f, 0x8b],
    whatItIs: 'holds a file packed with gzip inside another archive; unpack it first',
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    whatItIs: 'is an old Excel workbook, which loses leading zeros; load the file as it was downloaded',
  },
  { bytes: [0xff, 0xfe], whatItIs: 'is UTF-16 text; a register file has one byte a character' },
  { bytes: [0xfe, 0xff], whatItIs: 'is UTF-16 text; a register file has one byte a character' },
];

/** The bytes of a UTF-8 byte order mark, which may stand before the first line. */
export const UTF8_MARK: readonly number[] = [0xef, 0xbb, 0xbf];

/** Throws a `UserError` where the first bytes of a file show that it is empty or of another format. */
export function refuseForeignFormat(path: string, head: Uint8Array): void {
  if (head.length === 0) {
    throw new UserError(`the register file \`${path}\` is empty; nothing was changed. Download it again`);
  }
  for (const { bytes, whatItIs } of SIGNATURES) {
    if (startsWith(head, bytes)) {
      throw new UserError(`the register file \`${path}\` ${whatItIs}; nothing was changed`);
    }
  }
  let at = startsWith(head, UTF8_MARK) ? UTF8_MARK.length : 0;
  while (at < head.length && (head[at] ?? 0) <= 0x20 && head[at] !== 0) at++;
  if (head[at] === LESS_THAN) {
    throw new UserError(
      `the register file \`${path}\` is a web page, not a register; nothing was changed. Look at it in a browser: the download may have ended at a log-in page`,
    );
  }
}

/** Whether the file begins with these bytes. */
export function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}
