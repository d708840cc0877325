/**
 * Text as people mean it: digits of other alphabets, invisible marks and typographic dashes made plain,
 * without ever losing from which place of the cell a character came.
 */

export interface NormalisedText {
  readonly text: string;
  /** A digit that was not 0 to 9 was made one. */
  readonly hadForeignDigits: boolean;
  /** The piece of the original between two positions of `text`. */
  original(start: number, end: number): string;
}

const PLAIN = /^[\t\n\r\x20-\x7e]*$/;

/** Marks that take no room: joiners, direction marks, soft hyphens, variation selectors; and keycap frames. */
const INVISIBLE = /^(?:\p{Default_Ignorable_Code_Point}|\u20e3)$/u;
const BLANK = /^[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]$/u;
const LINE_BREAK = /^[\v\f\u0085\u2028\u2029]$/u;
const DASH = /^[\u2010-\u2015\u2043\u2212\ufe58\ufe63]$/u;
const SINGLE_QUOTE = /^[\u0060\u00b4\u02b9\u02bc\u2018\u2019\u201b\u2032]$/u;
const DOUBLE_QUOTE = /^[\u201c-\u201f\u2033]$/u;
const DOT = /^[\u00b7\u2024\u2027\u2219]$/u;
const SLASH = /^[\u2044\u2215]$/u;

/** Normalises the text of a cell. Letters stay as they are. */
export function normaliseText(cell: string): NormalisedText {
  if (PLAIN.test(cell)) {
    return { text: cell, hadForeignDigits: false, original: (start, end) => cell.slice(start, end) };
  }
  let text = '';
  let hadForeignDigits = false;
  const origins: number[] = [];
  let position = 0;
  for (const character of cell) {
    const plain = plainCharacter(character);
    if (plain !== character && /^\d$/.test(plain)) hadForeignDigits = true;
    for (let index = 0; index < plain.length; index += 1) origins.push(position);
    text += plain;
    position += character.length;
  }
  origins.push(cell.length);
  return {
    text,
    hadForeignDigits,
    original: (start, end) => cell.slice(origins[start] ?? cell.length, origins[end] ?? cell.length),
  };
}

/** The words of a text, for comparing: lower case, one blank between them, nothing invisible. */
export function foldText(text: string): string {
  return normaliseText(text).text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** The text without the signs around it. Letters, figures and pictures stay: a picture may say it all, as 📵 does. */
export function withoutSignsAround(text: string): string {
  return text.replace(/^[^\p{L}\p{N}\p{So}†‡]+|[^\p{L}\p{N}\p{So}†‡]+$/gu, '');
}

function plainCharacter(character: string): string {
  if (PLAIN.test(character)) return character;
  if (INVISIBLE.test(character)) return '';
  if (BLANK.test(character)) return ' ';
  if (LINE_BREAK.test(character)) return '\n';
  if (DASH.test(character)) return '-';
  if (SINGLE_QUOTE.test(character)) return "'";
  if (DOUBLE_QUOTE.test(character)) return '"';
  if (SLASH.test(character)) return '/';
  if (DOT.test(character)) return '.';
  if (/^\p{Nd}$/u.test(character)) return digitOf(character);
  const code = character.codePointAt(0) ?? 0;
  // The full-width forms of the printable ASCII characters, in the same order.
  return code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : character;
}

/** The ASCII digit for a decimal digit of any script: scripts hold their ten digits in a row, zero first. */
function digitOf(character: string): string {
  const compatible = character.normalize('NFKC');
  if (/^\d$/.test(compatible)) return compatible;
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}
