/** The stretches of a phone cell that hold digits, and what each turned out to be. */
import { groupsIn } from './digit-groups.js';
import { readAmongNeighbours, standsByWords } from './group-neighbours.js';
import { readNumber } from './phone-number.js';
import { type Token, tokensOf } from './phone-tokens.js';
import { joinPieces, type Piece } from './piece-joining.js';
import { fromDecimal, fromScientific, type Quantity } from './spreadsheet-number.js';

/**
 * Reads the normalised text of a phone cell, piece by piece. Words and separators between the pieces, and
 * the digits that belong to words, are left out.
 */
export function readPieces(text: string): readonly Piece[] {
  return joinPieces(
    tokensOf(text).flatMap((token) => {
      const { start, end } = token;
      switch (token.kind) {
        case 'note':
          return [];
        case 'dress':
          return [{ kind: 'dress', start, end }];
        case 'figure':
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
  const reading = readAmongNeighbours(groups, text, start, end);
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
