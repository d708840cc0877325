/** What kind of file is it? Packed lists are unpacked; what is no list of text is recognised and refused. */
import { UserError } from '../../errors.js';
import type { ByteSource } from './byte-source.js';
import { readHead } from './file-head.js';

/** How a list stands in its file: as it is, packed, one of several in a zip, or as a sheet of a workbook. */
export type Packing = 'none' | 'gzip' | 'zip' | 'workbook';

const GZIP = Buffer.from([0x1f, 0x8b]);

/** The packing of a file, by its first bytes; a workbook is a zip until somebody looks inside. */
export async function packingOf(file: ByteSource): Promise<Exclude<Packing, 'workbook'>> {
  const { head } = await readHead(file, 4);
  if (startsWith(head, GZIP)) return 'gzip';
  return startsWith(head, ZIP) || startsWith(head, EMPTY_ZIP) ? 'zip' : 'none';
}

const SIGNATURES: readonly (readonly [signature: Buffer, is: string, next: string])[] = [
  [GZIP, 'is compressed with gzip a second time', 'unpack it first, for instance with `gunzip`'],
  [Buffer.from('%PDF'), 'is a PDF', 'ask for the list as CSV'],
  [
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
    'is an old Excel workbook, or one with a password',
    'open it and save the sheet as CSV UTF-8',
  ],
  [Buffer.from([0xff, 0xfe, 0x00, 0x00]), 'is UTF-32', 'save it as CSV UTF-8'],
  [Buffer.from([0x00, 0x00, 0xfe, 0xff]), 'is UTF-32', 'save it as CSV UTF-8'],
  [Buffer.from([0x84, 0x31, 0x95, 0x33]), 'is GB18030', 'save it as CSV UTF-8'],
  [Buffer.from('SQLite format 3'), 'is a database', 'export the list from it as CSV'],
];

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const EMPTY_ZIP = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

/**
 * Throws a `UserError` where the first bytes of a file are those of an archive, a workbook, a PDF, or a
 * web page (a download that ended at a login form), and says what to do instead.
 */
export function refuseOtherKinds(head: Buffer, displayName: string): void {
  for (const [signature, is, next] of SIGNATURES) {
    if (startsWith(head, signature)) throw new UserError(`\`${displayName}\` ${is}, not a CSV file; ${next}`);
  }
  if (startsWith(head, ZIP) || startsWith(head, EMPTY_ZIP)) {
    const isWorkbook = head.includes('[Content_Types].xml') || head.includes('xl/');
    throw new UserError(
      isWorkbook
        ? `\`${displayName}\` is an Excel workbook, not a CSV file; open it and save the sheet as CSV UTF-8`
        : `\`${displayName}\` is a zip archive, not a CSV file; unpack it and name the CSV file inside`,
    );
  }
  const text = head.subarray(0, 1024).toString('latin1').replaceAll('\0', '');
  if (/^[^\w<]{0,8}<(?:!doctype|html|\?xml)/i.test(text)) {
    throw new UserError(
      `\`${displayName}\` is a web page or XML, not a CSV file; download the list again, and save it as CSV`,
    );
  }
}

function startsWith(head: Buffer, signature: Buffer): boolean {
  return head.subarray(0, signature.length).equals(signature);
}
