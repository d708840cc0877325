/**
 * Pieces of a phone cell that separators cut, put together again: 0114/4960123 and 0114, 496 0123 are one
 * number. Where what stands before the cut is a number as well, nobody can tell.
 */
import type { DigitGroup } from './digit-groups.js';
import { isKnown, type ReadNumber, readNumber } from './phone-number.js';

/** A stretch of the normalised text and what it turned out to be. */
export type Piece = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'number'; readonly read: ReadNumber }
  | {
      readonly kind: 'unreadable';
      readonly problem: 'number-invalid' | 'number-ambiguous';
      /** The digit groups, where the piece may yet be part of a number that a slash or comma cut. */
      readonly groups: readonly DigitGroup[];
    }
  | { readonly kind: 'dress' }
);

type Unreadable = Extract<Piece, { readonly kind: 'unreadable' }>;

/** Joins the pieces that are no number alone and one together, with nothing but separators between them. */
export function joinPieces(pieces: readonly Piece[], text: string): readonly Piece[] {
  const joined: Piece[] = [];
  let index = 0;
  while (index < pieces.length) {
    const piece = pieces[index];
    if (piece === undefined) break;
    const chain = chainFrom(pieces, index, text);
    if (piece.kind === 'number') {
      const mayGoOn =
        chain.length > 0 && mayBeCutShort(piece.read, text.slice(piece.start, piece.end), chain);
      joined.push(mayGoOn ? ambiguous(piece.start, chain) : piece);
      index += mayGoOn ? 1 + chain.length : 1;
      continue;
    }
    joined.push(...joinChain(piece, chain));
    index += 1 + chain.length;
  }
  return joined;
}

function joinChain(piece: Piece, chain: readonly Unreadable[]): readonly Piece[] {
  if (piece.kind !== 'unreadable') return [piece];
  const links = [piece, ...chain];
  const groups = links.flatMap((link) => link.groups);
  const [first] = groups;
  if (first === undefined || chain.length === 0) return links;
  const whole = readWritten(groups);
  if (whole === null || !isKnown(whole)) return links;
  // 01204, 45612, 3 may be one number, or two that end in 2 and 3.
  const mayEndSooner = links.some(
    (_link, length) =>
      length > 1 && readWritten(links.slice(0, length).flatMap((link) => link.groups)) !== null,
  );
  if (mayEndSooner) return [ambiguous(first.from, links)];
  return [{ kind: 'number', read: whole, start: first.from, end: groups.at(-1)?.end ?? first.end }];
}

/** The number that these groups are together, where it is written from its zero or plus on. */
function readWritten(groups: readonly DigitGroup[]): ReadNumber | null {
  const [first, ...others] = groups;
  const digits = groups.map((group) => group.digits).join('');
  const isWritten = first?.hasPlus === true || digits.startsWith('0');
  if (!isWritten || others.some(({ hasPlus }) => hasPlus)) return null;
  return readNumber(digits, first?.hasPlus ?? false);
}

/** A UK number of fewer than ten digits that would be a longer one with what stands behind the separator. */
function mayBeCutShort({ number }: ReadNumber, written: string, chain: readonly Unreadable[]): boolean {
  if (!/^\+44\d{7,9}$/u.test(number)) return false;
  const digits = written.replace(/\D/gu, '');
  const more = chain[0]?.groups.map((group) => group.digits).join('') ?? '';
  return readNumber(`${digits}${more}`, written.includes('+')) !== null;
}

/** The pieces behind `first` that are none alone, as far as nothing but separators stands between them. */
function chainFrom(pieces: readonly Piece[], first: number, text: string): readonly Unreadable[] {
  const chain: Unreadable[] = [];
  let before = pieces[first];
  if (before?.kind === 'unreadable' && before.groups.length === 0) return chain;
  for (let index = first + 1; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (before === undefined || piece?.kind !== 'unreadable' || piece.groups.length === 0) break;
    if (!isSeparator(text.slice(before.end, piece.start), piece.groups[0])) break;
    chain.push(piece);
    before = piece;
  }
  return chain;
}

/** A colon before two digits is that of a time. */
function isSeparator(between: string, next: DigitGroup | undefined): boolean {
  const isTime = between.endsWith(':') && next?.digits.length === 2;
  return !isTime && /^[\s/,;|\\_:]*$/u.test(between);
}

function ambiguous(start: number, chain: readonly Unreadable[]): Piece {
  return {
    kind: 'unreadable',
    problem: 'number-ambiguous',
    groups: [],
    start,
    end: chain.at(-1)?.end ?? start,
  };
}
