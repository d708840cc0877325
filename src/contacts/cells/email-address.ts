/**
 * Email addresses in a cell, in the form in which they are compared. No package does this: those that check
 * one address refuse a cell with a name, two addresses or a stray quote, and those that read the headers of
 * a message pass over what they cannot read; here all of it is kept, since it may be an opt-out.
 */
import { domainToASCII } from 'node:url';
import { type ContactPoint, type EmailAddress, isEmailAddress } from '../../screening/contact.js';
import { patternOf } from '../text/grammar.js';
import { type NormalisedText, normaliseText, withoutSignsAround } from '../text/normalise-text.js';
import { isPlaceholder } from './placeholder.js';
import { LONGEST_PLAIN_EMAIL, PLAIN_EMAIL } from './plain-cells.js';

/** What stands in an email cell at one place, with the piece of the cell it was read from, as written. */
export type EmailPoint = { readonly text: string } & (
  | Extract<ContactPoint, { readonly kind: 'email' }>
  | { readonly kind: 'unreadable'; readonly problem: 'email-invalid' }
);

export interface EmailReading {
  /** In the order of the cell; an address that stands there twice comes once. Empty for an empty cell or `n/a`. */
  readonly points: readonly EmailPoint[];
  /** All text that is no address that was read, its pieces between `; `: it may say "do not email". */
  readonly residue: string;
  /** The cell held one address as it is compared but for its case, blanks around it aside, and nothing else. */
  readonly isPlain: boolean;
}

const EMPTY: EmailReading = { points: [], residue: '', isPlain: false };

/** A longer cell is kept whole and read by a person. */
const LONGEST = 4096;

/** What can stand between addresses. None of it stands in an address that people use. */
const CANDIDATE = /[^\s;,|<>()[\]\\":]+/gu;
/** The rest of a local part with a quote or a comment in it: what follows is the end of another address. */
const CUT_FROM = /[)\]\\]$|[\p{L}\p{N}_.+-]"$/u;
const AROUND_BEFORE = /^['=]+/u;
const AROUND_BEHIND = "'.!*&/\u2026-";

/** Without quotes and slashes, and from a letter, digit or underscore on: an odd first sign is a slip. */
const LOCAL_PART = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}!#$%&'*+=^_`{}~.-]{0,63}$/u;
const DOMAIN = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/;
const LONGEST_DOMAIN = 253;

/**
 * Reads an email cell. An address is lower-case and its domain in ASCII. The local part is compared without
 * regard to case, though a server may tell `Ada` from `ada`: an objection must not be missed for a capital.
 * Plus-addresses and dots are never folded: that they reach the same box is the provider's affair.
 */
export function readEmailCell(cell: string): EmailReading {
  const plain = readPlainEmail(cell);
  if (plain !== null) return plain;
  return readEmailInFull(cell);
}

const PLAIN = patternOf(PLAIN_EMAIL);

/** A cell that holds one plain address; null for any other. A test holds it to what `readEmailInFull` answers. */
export function readPlainEmail(cell: string): EmailReading | null {
  if (cell.length > LONGEST_PLAIN_EMAIL || !PLAIN.test(cell)) return null;
  const address = cell.toLowerCase();
  if (!isEmailAddress(address)) return null;
  return { points: [{ kind: 'email', address, text: cell }], residue: '', isPlain: true };
}

/** Reads any cell, whatever its form. */
export function readEmailInFull(cell: string): EmailReading {
  if (cell === '' || isPlaceholder(cell)) return EMPTY;
  if (cell.length > LONGEST) return { points: [unreadable(cell)], residue: cell, isPlain: false };
  const normalised = normaliseText(cell.replaceAll('\ufe6b', '@'));
  const found = candidatesIn(normalised.text);
  if (found.length === 0) return { points: [unreadable(cell.trim())], residue: cell.trim(), isPlain: false };

  const points: EmailPoint[] = [];
  const seen = new Set<string>();
  const read: Candidate[] = [];
  for (const candidate of found) {
    const text = normalised.original(candidate.start, candidate.end);
    const address = candidate.isCut ? null : parseAddress(candidate.text);
    if (address === null) {
      points.push(unreadable(text));
      continue;
    }
    read.push(candidate);
    if (!seen.has(address)) points.push({ kind: 'email', address, text });
    seen.add(address);
  }
  const residue = residueOf(read, normalised);
  const [only] = points;
  const isPlain =
    read.length === 1 &&
    points.length === 1 &&
    only?.kind === 'email' &&
    cell.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '') === only.text &&
    only.address === only.text.toLowerCase();
  return { points, residue, isPlain };
}

/** The one address in `cell`, as it is compared; null where there is none or more, or words beside it. */
export function readEmail(cell: string): EmailAddress | null {
  const { points, residue } = readEmailCell(cell);
  const [only, second] = points;
  return only?.kind === 'email' && second === undefined && residue === '' ? only.address : null;
}

/** Every address in `cell`, each once, in its order, whatever stands between and around them. */
export function readEmails(cell: string): readonly EmailAddress[] {
  if (!/[@\uff20\ufe6b]/u.test(cell)) return [];
  return readEmailCell(cell).points.flatMap(addressOf);
}

function addressOf(point: EmailPoint): readonly EmailAddress[] {
  return point.kind === 'email' ? [point.address] : [];
}

/**
 * Every address that `cell` holds or may mean: blanks around the at sign and odd signs in front passed over.
 * Nobody may write to them by that; an opt-out in the record of the cell binds them all.
 */
export function addressesMeant(cell: string): readonly EmailAddress[] {
  if (!/[@\uff20\ufe6b]/u.test(cell)) return [];
  const plain = readPlainEmail(cell);
  return plain === null ? addressesMeantInFull(cell) : plain.points.flatMap(addressOf);
}

/** `addressesMeant` of any cell. */
export function addressesMeantInFull(cell: string): readonly EmailAddress[] {
  const { text } = normaliseText(cell.replaceAll('\ufe6b', '@').slice(0, LONGEST));
  const loosened = text.replace(/[^\p{L}\p{N}_.+@'&-]+/gu, ' ').replace(/ ?@[ @]*/g, '@');
  const looser = loosened.split(' ').map((word) => word.replace(/^[^\p{L}\p{N}_]+/u, ''));
  return [...new Set([...readEmails(cell), ...looser.flatMap(readEmails)])];
}

/** Text with an at sign between separators, without the quotes and stops around it. */
interface Candidate {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Something of the same address stands in front of it. */
  readonly isCut: boolean;
}

function candidatesIn(text: string): readonly Candidate[] {
  return [...text.matchAll(CANDIDATE)].flatMap((match) => {
    const [piece] = match;
    if (!piece.includes('@')) return [];
    const isCut = CUT_FROM.test(text.slice(Math.max(0, match.index - 2), match.index));
    // Only between whole addresses is a slash a separator.
    const parts = /@.*@/u.test(piece) ? piece.split('/') : [piece];
    let from = match.index;
    return parts.map((part, index) => {
      const before = AROUND_BEFORE.exec(part)?.[0].length ?? 0;
      const trimmed = withoutEnd(part.slice(before));
      const start = from + before;
      from += part.length + 1;
      return { text: trimmed, start, end: start + trimmed.length, isCut: isCut && index === 0 };
    });
  });
}

/** Without the subject of a link and the signs behind the address. Step by step: a pattern would try every start. */
function withoutEnd(part: string): string {
  const query = part.indexOf('?', part.indexOf('@'));
  let end = query === -1 ? part.length : query;
  while (end > 0 && AROUND_BEHIND.includes(part.charAt(end - 1))) end -= 1;
  return part.slice(0, end);
}

function parseAddress(text: string): EmailAddress | null {
  const [local, domain, more] = text.split('@');
  if (local === undefined || domain === undefined || more !== undefined) return null;
  if (!LOCAL_PART.test(local) || local.endsWith('.') || local.includes('..')) return null;
  // Latin letters among Cyrillic or Greek ones look like another address, and would miss its objection.
  if (/\p{Script=Latin}/u.test(local) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(local)) return null;
  const ascii = asciiDomain(domain.toLowerCase());
  if (ascii.length > LONGEST_DOMAIN || !DOMAIN.test(ascii)) return null;
  const address = `${local.normalize('NFC').toLowerCase()}@${ascii}`;
  return isEmailAddress(address) ? address : null;
}

function asciiDomain(domain: string): string {
  return /^[a-z0-9._-]*$/.test(domain) && !domain.includes('xn--') ? domain : domainToASCII(domain);
}

function residueOf(read: readonly Candidate[], normalised: NormalisedText): string {
  const left: string[] = [];
  let from = 0;
  for (const { start, end } of [...read, { start: normalised.text.length, end: 0 }]) {
    const words = withoutSignsAround(normalised.text.slice(from, start));
    if (words !== '' && words.toLowerCase() !== 'mailto') left.push(words);
    from = end;
  }
  return left.join('; ');
}

function unreadable(text: string): EmailPoint {
  return { kind: 'unreadable', problem: 'email-invalid', text };
}
