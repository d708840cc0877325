/**
 * A quick look at a text, byte by byte and once: may it say anything at all?
 *
 * **What is guaranteed**: where `findWordsClosely` or `findWordsInNameClosely` finds anything in a text, the quick look
 * says yes. For every rule demands a word (its anchor), and that word stands in the text either as one of the
 * `ANCHORS`, or within a run of words that begins with one of the `OPENINGS`, or in a way that the quick look never
 * skips: anything but printable ASCII, `&`, `%` or `<`, a figure or sign between two letters, `?` within a word, three
 * single letters in a row. Nothing here is kept by hand: the rules and the table say it all.
 */
import { idsOf } from './rules/grammar.js';
import { FINDING_RULES, NAME_WORDS } from './rules/rules.js';
import { OPENING, OPENINGS } from './tokens.js';
import { TABLE } from './words/stem-table.js';

/** The words of which each text that says something holds one, but for those that are never skipped. */
export function anchorWords(): ReadonlySet<string> {
  const ids = idsOf([...NAME_WORDS, ...FINDING_RULES.flatMap((rule) => rule.anchor)]);
  const forms = TABLE.spellingsOf(TABLE.words.filter(({ id }) => ids[id] === 1));
  return new Set([...forms].filter((form) => /^[a-z\d]+$/.test(form)));
}

const SEED = 0x811c_9dc5 | 0;
/** Of so many bits some ten thousand words leave nearly all empty. */
const BITS = 1 << 20;

function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x0100_0193);
}

/** The hashes of some words: no means that a word is none of them, yes that it may be. */
function hashesOf(words: Iterable<string>): Uint32Array {
  const bits = new Uint32Array(BITS / 32);
  for (const word of words) {
    let hash = SEED;
    for (let at = 0; at < word.length; at += 1) hash = step(hash, word.charCodeAt(at));
    const place = placeOf(hash);
    bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
  }
  return bits;
}

function placeOf(hash: number): number {
  return (hash ^ (hash >>> 12)) & (BITS - 1);
}

function mayHold(bits: Uint32Array, hash: number): boolean {
  const place = placeOf(hash);
  return (((bits[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
}

const ANCHOR_HASHES = hashesOf(anchorWords());
const OPENING_HASHES = hashesOf(OPENINGS);

/** So many single letters in a row may be a word that was spaced out. */
const SPACED_OUT = 3;

const OTHER = 0;
const LETTER = 1;
const FIGURE = 2;
const APOSTROPHE = 3;
/** `?`, `@` and `$` are signs, but not between two letters. */
const WITHIN = 4;
/** Whatever has to be undone before it can be read. */
const FOREIGN = 5;
const KINDS = Uint8Array.from({ length: 256 }, (_, code) => kindOf(String.fromCharCode(code)));

function kindOf(sign: string): number {
  if (/[a-z]/i.test(sign)) return LETTER;
  if (/\d/.test(sign)) return FIGURE;
  if (sign === "'") return APOSTROPHE;
  if (/[?@$]/.test(sign)) return WITHIN;
  return /[&%<]|[^\t\n\r\x20-\x7e]/.test(sign) ? FOREIGN : OTHER;
}

/** The text as codes: of bytes of UTF-8, or of a string. Anything but ASCII is above 126 in both. */
type CodeAt = (at: number) => number;

/** Whether `findWords` or `findWordsInName` may find anything in the text (UTF-8) between `start` and `end`. */
export function scanForWords(bytes: Uint8Array, start: number, end: number): boolean {
  return scan((at) => bytes[at] ?? 0, start, end);
}

/** The same of a text that is no bytes. */
export function mayHoldWordsIn(text: string): boolean {
  return scan((at) => text.charCodeAt(at), 0, text.length);
}

function scan(codeAt: CodeAt, start: number, end: number): boolean {
  let hash = SEED;
  let length = 0;
  let letters = 0;
  let singles = 0;
  /** The kind of the character before, and of the one before a sign or figure. */
  let before = OTHER;
  let beforeSign = OTHER;
  for (let at = start; at < end; at += 1) {
    const code = codeAt(at);
    const kind = code > 126 ? FOREIGN : (KINDS[code] ?? FOREIGN);
    if (kind === FOREIGN) return true;
    if (kind === APOSTROPHE) continue;
    if (kind === LETTER || kind === FIGURE) {
      const isWithin = before === FIGURE || before === WITHIN;
      if (kind === LETTER && isWithin && beforeSign === LETTER) return true;
      hash = step(hash, kind === LETTER ? code | 0x20 : code);
      length += 1;
      if (kind === LETTER) letters += 1;
      if (length === OPENING && mayHold(OPENING_HASHES, hash)) return true;
      if (kind === FIGURE && before !== FIGURE && before !== WITHIN) beforeSign = before;
      before = kind;
      continue;
    }
    if (length > 0) {
      singles = length === 1 ? singles + 1 : 0;
      if (singles >= SPACED_OUT || isAnchorHash(hash, length, letters)) return true;
      hash = SEED;
      length = 0;
      letters = 0;
    }
    if (kind === WITHIN && before !== FIGURE && before !== WITHIN) beforeSign = before;
    before = kind;
  }
  return length > 0 && ((length === 1 && singles + 1 >= SPACED_OUT) || isAnchorHash(hash, length, letters));
}

/** No anchor is a number of several figures. */
function isAnchorHash(hash: number, length: number, letters: number): boolean {
  return (letters > 0 || length === 1) && mayHold(ANCHOR_HASHES, hash);
}
