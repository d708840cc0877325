/**
 * Text as its writer meant it: decoded once more where it was decoded wrongly, entities, percent signs, markup and
 * look-alike letters undone, small, without accents; and from where in the text each character came.
 */
import { normaliseText } from '../text/normalise-text.js';

export interface UndoneText {
  readonly text: string;
  /** Where in the original the character at this place begins; for the place behind the last, the original's end. */
  origin(at: number): number;
}

const PLAIN = /^[\t\n\r\x20-\x7e]*$/;
const TO_UNDO = /[&%<]/;
/** So many times a text was decoded wrongly, at most. */
const MOST_ROUNDS = 3;

/** Undoes `text`, in time that grows with its length. */
export function undoText(text: string): UndoneText {
  if (PLAIN.test(text) && !TO_UNDO.test(text)) return { text: text.toLowerCase(), origin: (at) => at };
  let traced: Traced = { text, origins: Array.from({ length: text.length + 1 }, (_, at) => at) };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = traced.text;
    traced = replaceIn(traced, MISREAD, decodedAgain);
    if (traced.text === before) break;
  }
  traced = replaceIn(traced, MARKUP, () => ' ');
  traced = replaceIn(traced, ENTITY, entityOf);
  traced = replaceIn(traced, PERCENT, percentOf);
  traced = replaceIn(traced, MARKUP, () => ' ');
  return plainly(traced);
}

interface Traced {
  readonly text: string;
  readonly origins: readonly number[];
}

function replaceIn(traced: Traced, pattern: RegExp, instead: (found: string) => string): Traced {
  const { text, origins } = traced;
  let result = '';
  const places: number[] = [];
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    const replacement = instead(match[0]);
    if (replacement === match[0]) continue;
    for (let at = last; at < match.index; at += 1) places.push(origins[at] ?? 0);
    result += text.slice(last, match.index) + replacement;
    for (let at = 0; at < replacement.length; at += 1) places.push(origins[match.index] ?? 0);
    last = match.index + match[0].length;
  }
  if (last === 0) return traced;
  for (let at = last; at <= text.length; at += 1) places.push(origins[at] ?? 0);
  return { text: result + text.slice(last), origins: places };
}

/** UTF-8 that was read as Windows-1252: runs of what its bytes look like. */
const MISREAD =
  /[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]{2,}/g;
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const STRICT = new TextDecoder('utf-8', { fatal: true });

function decodedAgain(found: string): string {
  const bytes = Uint8Array.from(found, (character) => {
    const high = HIGH.indexOf(character);
    return high === -1 ? character.charCodeAt(0) : 0x80 + high;
  });
  try {
    return STRICT.decode(bytes);
  } catch {
    return found;
  }
}

/** Elements of HTML only: what else stands in pointed brackets was written by a person. */
const MARKUP =
  /<\/?(?:a|b|i|u|s|p|br|hr|em|ul|ol|li|td|tr|th|h[1-6]|div|span|font|table|tbody|strong|small|big|sub|sup|img|code|pre|tt|center|blockquote|html|body|head|style)(?:\s[^<>]{0,200})?\s?\/?>/gi;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/gi;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['rsquo', "'"],
  ['lsquo', "'"],
  ['sbquo', "'"],
  ['ldquo', '"'],
  ['rdquo', '"'],
  ['ndash', '-'],
  ['mdash', '-'],
  ['hellip', '.'],
  ['acirc', 'a'],
  ['ocirc', 'o'],
  ['ecirc', 'e'],
  ['eacute', 'e'],
  ['egrave', 'e'],
  ['shy', ''],
  ['zwnj', ''],
  ['zwj', ''],
]);

function entityOf(found: string): string {
  const name = found.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) return NAMED.get(name) ?? found;
  const code = name.startsWith('#x')
    ? Number.parseInt(name.slice(2), 16)
    : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : found;
}

const PERCENT = /(?:%[\da-f]{2})+/gi;

function percentOf(found: string): string {
  try {
    return decodeURIComponent(found);
  } catch {
    return found;
  }
}

/** Letters of other alphabets that look like Latin ones, and the small capitals. */
const LIKENESSES: ReadonlyMap<string, string> = new Map(
  [
    'аa вb сc ԁd еe ёe һh іi їi јj ӏl кk мm нh оo рp ԛq гr ѕs тt ѵv ԝw хx уy зz',
    'αa βb εe ηn ιi κk νv οo ρp τt υu χx ζz ωw γy',
    'ᴀa ʙb ᴄc ᴅd ᴇe ғf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ꜱs ıi łl øo ðd',
  ].flatMap((row) => row.split(' ').map((pair) => [[...pair][0] ?? '', [...pair][1] ?? ''] as const)),
);

/** Every character in its plain, small form, which may be several or none. */
function plainly({ text, origins }: Traced): UndoneText {
  let result = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = character >= ' ' && character < '\u007f' ? character.toLowerCase() : plainOf(character);
    for (let index = 0; index < plain.length; index += 1) places.push(origins[at] ?? 0);
    result += plain;
    at += character.length;
  }
  places.push(origins[text.length] ?? 0);
  return { text: result, origin: (place) => places[place] ?? places[places.length - 1] ?? 0 };
}

/** Signs that control a printer, but for blanks. */
const CONTROL = /^[\p{Cc}]$/u;
const PLAIN_FORMS = new Map<string, string>();
const MOST_FORMS = 5_000;

function plainOf(character: string): string {
  const known = PLAIN_FORMS.get(character);
  if (known !== undefined) return known;
  if (CONTROL.test(character) && !/\s/.test(character) && character !== '\u0085') return '';
  // Before NFKC, which makes a blank and a mark of an accent that stands for an apostrophe.
  const usual = normaliseText(character).text;
  const small = usual
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
  const plain = [...small].map((letter) => LIKENESSES.get(letter) ?? letter).join('');
  if (PLAIN_FORMS.size < MOST_FORMS) PLAIN_FORMS.set(character, plain);
  return plain;
}
