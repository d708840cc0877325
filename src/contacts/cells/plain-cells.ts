/**
 * What a plain number, address or id is: the one declaration, from which both the readers of the reference path and the
 * automaton of the fast path are made. A plain cell is written as most people write it and can be read in one way only.
 * Any other cell is read in full (`readInFull`, `readEmailInFull`), and a test holds each plain form to that reading.
 * Plain flags are the values of `flag-values.ts`, plain short words those of `placeholder.ts`: tables already.
 */
import type { NumberRepair } from '../../screening/contact.js';
import { character, either, type Grammar, optional, repeat, sequence } from '../text/grammar.js';

const DIGIT = character('09');
const FIRST_DIGIT = character('19');
const LETTER = character('AZ', 'az');
const ALPHANUMERIC = character('AZ', 'az', '09');
const WORD = character('AZ', 'az', '09', '_');
const BLANK = character(' ');
const BLANKS = repeat(BLANK, 0);

/** Digits with at most one sign before each. */
const digits = (count: number): Grammar =>
  repeat(sequence(optional(character(' ', '.', '-')), DIGIT), count, count);
/**
 * The digits after the trunk zero or country code. No area code is cut after its first digit, and `02-08-2024 415` is
 * a day with digits after it.
 */
const national = (count: number): Grammar => sequence(FIRST_DIGIT, optional(BLANK), DIGIT, digits(count - 2));
/** `(01632) 960000`: an area code of up to five digits after its zero. */
const bracketed = (count: number): Grammar =>
  either(
    ...[1, 2, 3, 4, 5].map((area) =>
      sequence(
        ...['(0', FIRST_DIGIT, repeat(DIGIT, area - 1, area - 1), ')'],
        ...[optional(BLANK), DIGIT, digits(count - area - 1)],
      ),
    ),
  );
const international = (count: number): Grammar =>
  sequence(
    ...[either('+44', '0044'), optional(BLANK), optional(sequence('(0)', optional(BLANK)))],
    national(count),
  );
const number = (form: Grammar): Grammar => sequence(BLANKS, form, BLANKS);
const inFull = (count: number): Grammar =>
  number(either(sequence('0', national(count)), bracketed(count), international(count)));

/** A form of one UK number of nine or ten digits, alone in its cell. */
export interface PlainNumber {
  readonly grammar: Grammar;
  /** The number is the last so many digits of the cell, after +44. */
  readonly digits: number;
  /** What has to be repaired to read it. */
  readonly repair: NumberRepair | null;
}

/** No cell is of two forms. */
export const PLAIN_NUMBERS: readonly PlainNumber[] = [
  { grammar: inFull(10), digits: 10, repair: null },
  { grammar: inFull(9), digits: 9, repair: null },
  {
    grammar: number(sequence('44', FIRST_DIGIT, repeat(DIGIT, 9, 9))),
    digits: 10,
    repair: 'missing-plus',
  },
  {
    // From 4 to 6 on no number of ten digits begins.
    grammar: number(sequence(character('13', '79'), repeat(DIGIT, 9, 9))),
    digits: 10,
    repair: 'lost-leading-zero',
  },
];

const label = sequence(repeat(ALPHANUMERIC, 1), repeat(sequence('-', repeat(ALPHANUMERIC, 1)), 0));

/** One address in letters, digits, underscores, and single dots and hyphens. Two hyphens may mark an international name. */
export const PLAIN_EMAIL: Grammar = sequence(
  ...[repeat(WORD, 1), repeat(sequence(character('.', '-'), repeat(WORD, 1)), 0), '@'],
  ...[repeat(sequence(label, '.'), 1), repeat(LETTER, 2, 20)],
);
/** In characters; of that length no local part or domain is too long. */
export const LONGEST_PLAIN_EMAIL = 64;

/** A person_id that is compared as it is written. With a digit from 1 on it is no word for nothing. */
export const PLAIN_ID: Grammar = sequence(
  ...[repeat(character('AZ', 'az', '0', '_', '-'), 0), FIRST_DIGIT],
  repeat(character('AZ', 'az', '09', '_', '-'), 0),
);
