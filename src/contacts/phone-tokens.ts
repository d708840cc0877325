/** What stands in a phone cell, piece by piece: runs of digits, and text that only looks like them. */

export type TokenKind =
  /** An email or web address, an extension, a date or a time: its digits belong to no number. */
  | 'note'
  /** The `tel:` of a link, which says nothing. */
  | 'dress'
  | 'scientific'
  /** A whole number with `.0` behind it. */
  | 'decimal-whole'
  /** A decimal fraction such as a latitude. */
  | 'decimal'
  | 'run';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

const DIGIT = String.raw`[\d\p{No}]`;
const JOINER = String.raw`[ .()\[\]{}+-]`;

const ADDRESS = String.raw`[^\s<>;,|]+@[^\s<>;,|]+|(?:https?:\/\/|www\.)\S+`;
/** Behind a number, after x, ext or #. What begins with a zero and is long is a number again. */
const EXTENSION = String.raw`(?<=\d[\s.,;:()-]{0,6})(?:(?:extension|extn?)[\s.:=#-]*(?!0\d{3})\d{1,8}|(?:x|#)[\s.:=#-]*(?!0\d{3})\d{1,5})(?!\d)`;
const DATE = String.raw`(?<![\d./-]|\d )\d{1,2}[./-]\d{1,2}[./-](?:(?:19|20)\d\d|\d\d)(?![\d./-]| \d)`;
const TIME = String.raw`(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:]| *\d)`;
const DRESS = String.raw`(?<![\p{L}\d])(?:(?:tel|callto|sms):|(?:https?:\/\/)?wa\.me\/)`;
const SCIENTIFIC = String.raw`(?<![\p{L}\d.,])[+-]?\d(?:[.,]\d+e\+?|e\+)\d{1,3}(?![\p{L}\d])`;
const DECIMAL_WHOLE = String.raw`(?<![\p{L}\d.,+])[1-9]\d{8,14}\.0+(?![\p{L}\d.])`;
const DECIMAL = String.raw`(?<![\p{L}.+]|\d${JOINER}*)-?(?:0|[1-9]\d{0,2})\.\d{3,}(?![\p{L}.]|${JOINER}*\d)`;
const RUN = String.raw`(?:[+(\[{][+(\[{ ]*)?${DIGIT}(?:${JOINER}*${DIGIT})*`;

const SHARED = [
  `(?<scientific>${SCIENTIFIC})`,
  `(?<whole>${DECIMAL_WHOLE})`,
  `(?<decimal>${DECIMAL})`,
  `(?<run>${RUN})`,
];
const BARE = new RegExp(SHARED.join('|'), 'giu');
/** Dates and times are only looked for where somebody wrote words: 01-23-45 alone is no date. */
const WORDED = new RegExp(
  [`(?<dress>${DRESS})`, `(?<note>${ADDRESS}|${EXTENSION}|${DATE}|${TIME})`, ...SHARED].join('|'),
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
  return groups?.decimal === undefined ? 'run' : 'decimal';
}
