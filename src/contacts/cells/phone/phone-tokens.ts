/** What stands in a phone cell, piece by piece: runs of digits, and text that only looks like them. */

export type TokenKind =
  /** An email or web address, an extension, a date or a time: its digits belong to no number. */
  | 'note'
  /** The `tel:` of a link, which says nothing. */
  | 'dress'
  | 'scientific'
  /** A whole number with `.0` behind it. */
  | 'decimal-whole'
  /** Digits that are no number's: a latitude, a date with more digits behind it, a broken power of ten. */
  | 'figure'
  | 'run';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/** Superscripts, circled and Chinese figures look like digits, and make a number of nothing. */
const DIGIT = String.raw`[\d\p{No}\p{Nl}]`;
const JOINER = String.raw`[ .()\[\]{}+-]`;

const ADDRESS = String.raw`[^\s<>;,|]+@[^\s<>;,|]+|(?:https?:\/\/|www\.)\S+`;
/** Behind a number, after x, ext or #. What begins with a zero and is long is a number again. */
const EXTENSION = String.raw`(?<=\d[\s.,;:()-]{0,6})(?:(?:extension|extn?)[\s.:=#-]*(?!0\d{3})\d{1,8}|(?:x|#)[\s.:=#-]*(?!0\d{3})\d{1,5})(?!\d)`;
const FROM_HERE = String.raw`(?<![\d./-]|[\d)\]] )`;
const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const MONTH = `(?:0?[1-9]|1[0-2])`;
const YEAR = String.raw`(?:19|20)\d\d`;
const FULL_DATE = `(?:${DAY}[./-]${DAY}[./-]${YEAR}|${YEAR}[./-]${MONTH}[./-]${DAY})`;
const CLOCK = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?`;
const STAMP = String.raw`${FROM_HERE}${FULL_DATE}(?:(?:[T,] ?| +)${CLOCK}Z?)?(?![\d./:-]| \d)`;
const SHORT_DATE = String.raw`${FROM_HERE}\d{1,2}[./-]\d{1,2}[./-]\d\d(?![\d./-]| \d)`;
const TIME = String.raw`(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:]| *\d)`;
const DRESS = String.raw`(?<![\p{L}\d])(?:(?:tel|callto|sms):|(?:https?:\/\/)?wa\.me\/)`;
const SCIENTIFIC = String.raw`(?<![\p{L}\d.,])[+-]?\d(?:[.,]\d+e\+?|e\+)\d{1,3}(?![\p{L}\d])`;
const DECIMAL_WHOLE = String.raw`(?<![\p{L}\d.,+])[1-9]\d{8,14}\.0+(?![\p{L}\d.])`;
const DECIMAL = String.raw`(?<![\p{L}.+]|\d${JOINER}*)-?(?:0|[1-9]\d{0,2})\.\d{3,}(?![\p{L}.]|${JOINER}*\d)`;
const RUN = String.raw`(?:[+(\[{][+(\[{ ]*)?${DIGIT}(?:${JOINER}*${DIGIT})*`;
/** 7700900123E1 is ten times what it seems. */
const BROKEN_POWER = String.raw`(?<![\p{L}\d.,])[+-]?\d{2,}(?:[.,]\d+)?e[+-]?\d{1,3}(?![\p{L}\d])`;
/** 02/08/2024 415 would make a number of London. */
const DATE_AND_DIGITS = String.raw`${FROM_HERE}(?:${FULL_DATE}|${DAY}\/${MONTH}\/\d\d)[ ./-]*${RUN}`;
/** TQ 30080 80468, a place on the map. */
const GRID_REFERENCE = String.raw`(?<![\p{L}\d])[hnost][a-hj-z] ?\d{5} ?\d{5}(?!\d)`;

const SHARED = [
  `(?<scientific>${SCIENTIFIC})`,
  `(?<whole>${DECIMAL_WHOLE})`,
  `(?<figure>${DECIMAL}|${BROKEN_POWER}|${DATE_AND_DIGITS}|${GRID_REFERENCE})`,
  `(?<run>${RUN})`,
];
/** Times and short dates are only looked for where somebody wrote words: 01-23-45 alone is no date. */
const BARE = new RegExp([`(?<note>${STAMP})`, ...SHARED].join('|'), 'giu');
const WORDED = new RegExp(
  [
    `(?<dress>${DRESS})`,
    `(?<note>${[ADDRESS, EXTENSION, STAMP, SHORT_DATE, TIME].join('|')})`,
    ...SHARED,
  ].join('|'),
  'giu',
);

/** The tokens of `text`, in order. What lies between them is words and separators. */
export function tokensOf(text: string): readonly Token[] {
  const pattern = /[\p{L}@#]/u.test(text) ? WORDED : BARE;
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    tokens.push({ kind: kindOf(match.groups), start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

function kindOf(groups: Readonly<Record<string, string | undefined>> | undefined): TokenKind {
  if (groups?.note !== undefined) return 'note';
  if (groups?.dress !== undefined) return 'dress';
  if (groups?.scientific !== undefined) return 'scientific';
  if (groups?.whole !== undefined) return 'decimal-whole';
  return groups?.figure === undefined ? 'run' : 'figure';
}
