/** The stretches of a phone cell that hold digits, and what each turned out to be. */
import {
  type DigitGroup,
  type GroupReading,
  groupsIn,
  isSameReading,
  readGroups,
  UNREADABLE_GROUPS,
} from './digit-groups.js';
import { isKnown, type ReadNumber, readNumber } from './phone-number.js';
import { type Token, tokensOf } from './phone-tokens.js';
import { fromDecimal, fromScientific, type Quantity } from './spreadsheet-number.js';

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

/**
 * Reads the normalised text of a phone cell, piece by piece. Words and separators between the pieces, and
 * the digits that belong to words, are left out.
 */
export function readPieces(text: string): readonly Piece[] {
  return joinChains(
    tokensOf(text).flatMap((token) => {
      const { start, end } = token;
      switch (token.kind) {
        case 'note':
          return [];
        case 'dress':
          return [{ kind: 'dress', start, end }];
        case 'decimal':
          return [{ kind: 'unreadable', problem: 'number-invalid', groups: [], start, end }];
        case 'scientific':
          return [fromQuantity(fromScientific(text.slice(start, end)), token)];
        case 'decimal-whole':
          return [fromQuantity(fromDecimal(text.slice(start, end)), token)];
        case 'run':
          return readRun(text, token);
      }
    }),
    text,
  );
}

function fromQuantity(quantity: Quantity, { start, end }: Token): Piece {
  switch (quantity.kind) {
    case 'lossy':
      return { kind: 'unreadable', problem: 'number-ambiguous', groups: [], start, end };
    case 'no-number':
      return { kind: 'unreadable', problem: 'number-invalid', groups: [], start, end };
    case 'digits': {
      const read = readNumber(quantity.digits, false);
      if (read === null) return { kind: 'unreadable', problem: 'number-invalid', groups: [], start, end };
      return {
        kind: 'number',
        read: { ...read, repairs: ['scientific-notation', ...read.repairs] },
        start,
        end,
      };
    }
  }
}

/** Digits this short, beside words, are a time, a flat or a count, not a number. */
const LONGEST_NOTE = 4;

function readRun(text: string, { start, end }: Token): readonly Piece[] {
  const groups = groupsIn(text, start, end);
  const reading = readWithGlue(groups, isLetter(text[start - 1]), isLetter(text[end]));
  switch (reading.kind) {
    case 'numbers':
      return reading.spans.map(({ read, start, end }) => ({ kind: 'number', read, start, end }));
    case 'ambiguous':
      return [{ kind: 'unreadable', problem: 'number-ambiguous', groups: [], start, end }];
    case 'unreadable': {
      const length = groups.reduce((sum, { digits }) => sum + digits.length, 0);
      if (length <= LONGEST_NOTE && standsByWords(text, start, end)) return [];
      return [{ kind: 'unreadable', problem: 'number-invalid', groups, start, end }];
    }
  }
}

/**
 * A short group that touches a letter (3pm, 2nd, B12) may belong to the note or to the number: both are
 * tried, and two different answers are ambiguous.
 */
function readWithGlue(
  groups: readonly DigitGroup[],
  touchesBefore: boolean,
  touchesAfter: boolean,
): GroupReading {
  const mayDropFirst = touchesBefore && isShort(groups[0]);
  const mayDropLast = touchesAfter && isShort(groups.at(-1));
  const tries = [readGroups(groups)];
  if (mayDropFirst) tries.push(readGroups(groups.slice(1)));
  if (mayDropLast) tries.push(readGroups(groups.slice(0, -1)));
  if (mayDropFirst && mayDropLast) tries.push(readGroups(groups.slice(1, -1)));
  const readable = tries.filter(({ kind }) => kind !== 'unreadable');
  const [first] = readable;
  if (first === undefined) return UNREADABLE_GROUPS;
  return readable.every((reading) => isSameReading(reading, first)) ? first : { kind: 'ambiguous' };
}

function isShort(group: DigitGroup | undefined): boolean {
  return group !== undefined && group.digits.length <= LONGEST_NOTE;
}

function standsByWords(text: string, start: number, end: number): boolean {
  return /\p{L}[\s().:'"#-]*$/u.test(text.slice(0, start)) || /^[\s().:'"-]*\p{L}/u.test(text.slice(end));
}

/**
 * 0114/4960123 and 0114, 496 0123 are one number: pieces that are none alone, with nothing but separators
 * between them, are read together where that gives a number of the plan written in full.
 */
function joinChains(pieces: readonly Piece[], text: string): readonly Piece[] {
  const joined: Piece[] = [];
  let index = 0;
  while (index < pieces.length) {
    const chain = chainFrom(pieces, index, text);
    const groups = chain.flatMap((piece) => (piece.kind === 'unreadable' ? piece.groups : []));
    const [first] = groups;
    const last = groups.at(-1);
    const digits = groups.map((group) => group.digits).join('');
    const isWritten = first?.hasPlus === true || digits.startsWith('0');
    const read =
      chain.length > 1 && isWritten && !groups.slice(1).some(({ hasPlus }) => hasPlus)
        ? readNumber(digits, first?.hasPlus ?? false)
        : null;
    if (read !== null && isKnown(read) && first !== undefined && last !== undefined) {
      joined.push({ kind: 'number', read, start: first.start, end: last.end });
    } else {
      joined.push(...chain);
    }
    index += chain.length;
  }
  return joined;
}

function chainFrom(pieces: readonly Piece[], first: number, text: string): readonly Piece[] {
  const chain = pieces.slice(first, first + 1);
  for (const piece of pieces.slice(first + 1)) {
    const before = chain.at(-1);
    const mayJoin = before?.kind === 'unreadable' && piece.kind === 'unreadable' && piece.groups.length > 0;
    if (!mayJoin || before.groups.length === 0) break;
    if (!/^[\s/,;|\\_:]*$/.test(text.slice(before.end, piece.start))) break;
    chain.push(piece);
  }
  return chain;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character);
}
