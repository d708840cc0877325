/** Which members of a zip are lists, which are passed over, and which stop the run. */
import { UserError } from '../../errors.js';
import { optOutsOfName } from '../columns/member-opt-outs.js';
import type { ZipMember } from '../files/zip-archive.js';
import type { ReadingNote } from '../reading-notes.js';

/** A member that is a list: its place in the zip and its name. */
export interface ZipList {
  readonly index: number;
  readonly name: string;
}

const LIST = /\.(?:csv|tsv|tab|txt)$/iu;
/** Somebody's contacts and opt-outs may well stand in these, so they are never passed over. */
const UNREAD_LIST =
  /\.(?:xlsx?|xlsm|xlsb|ods|numbers|zip|gz|7z|rar|tar|tgz|bz2|xz|mdb|accdb|sqlite|db|vcf)$/iu;

/**
 * The lists in the zip, in its own order, and what to say of the members that are none. Throws a
 * `UserError` where a member is encrypted, is itself packed or a workbook, or where no member is a list.
 */
export function listsIn(
  members: readonly ZipMember[],
  displayName: string,
): { readonly lists: readonly ZipList[]; readonly notes: readonly ReadingNote[] } {
  refuseOtherDocuments(members, displayName);
  const lists: ZipList[] = [];
  const passedOver: string[] = [];
  for (const [index, { name, isEncrypted, size }] of members.entries()) {
    if (name.endsWith('/')) continue;
    const isRead = LIST.test(name) || UNREAD_LIST.test(name);
    if (!isRead && !name.includes('__MACOSX') && optOutsOfName(name).length > 0) {
      throw new UserError(
        `\`${displayName}\`: \`${name}\` says by its name who is not to be contacted, and is not a CSV file; unpack the zip, save that file as CSV, and pack it again, so that it binds`,
      );
    }
    if (isClutter(name) || !isRead) {
      passedOver.push(name);
      continue;
    }
    if (isEncrypted) {
      throw new UserError(
        `\`${displayName}\`: \`${name}\` is encrypted; unpack it with its password and name the CSV file`,
      );
    }
    if (UNREAD_LIST.test(name)) {
      throw new UserError(
        `\`${displayName}\`: \`${name}\` is not a CSV file, and whatever it says of people would be left out; unpack the zip, save that file as CSV, and pack or name the CSV files`,
      );
    }
    if (size === 0) passedOver.push(name);
    else lists.push({ index, name });
  }
  if (lists.length === 0) {
    throw new UserError(
      `\`${displayName}\` is a zip without a list: no \`.csv\`, \`.tsv\` or \`.txt\` is in it`,
    );
  }
  return { lists, notes: passedOver.length === 0 ? [] : [{ kind: 'passed-over', names: passedOver }] };
}

/** What systems put beside the files that a person packed. */
function isClutter(name: string): boolean {
  const parts = name.split('/');
  return parts.includes('__MACOSX') || parts.some((part) => part.startsWith('.'));
}

/** Documents that are zips inside. */
function refuseOtherDocuments(members: readonly ZipMember[], displayName: string): void {
  const names = new Set(members.map(({ name }) => name));
  const save = 'open it and save the sheet as CSV UTF-8';
  if (names.has('xl/workbook.bin'))
    throw new UserError(`\`${displayName}\` is a binary Excel workbook; ${save}`);
  if (names.has('content.xml') && names.has('mimetype')) {
    throw new UserError(`\`${displayName}\` is an OpenDocument file; ${save}`);
  }
  if (names.has('Index/Document.iwa'))
    throw new UserError(`\`${displayName}\` is a Numbers document; ${save}`);
  if (names.has('word/document.xml')) {
    throw new UserError(`\`${displayName}\` is a Word document; ask for the list as CSV`);
  }
}
