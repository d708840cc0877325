/**
 * A quick look at a text, byte by byte and once: may it say anything at all?
 *
 * **What is guaranteed**: where `findWordsClosely` or `findWordsInNameClosely` finds anything in a text, the quick look
 * says yes. For every rule demands a word (its anchor), and that word stands in the text either as one of the
 * `ANCHORS`, or within a run of words that begins with one of the `OPENINGS`, or in a way that the quick look never
 * skips: anything but printable ASCII, `&`, `%` or `<`, a figure or sign between two letters, `?` within a word, three
 * single letters in a row. Nothing here is kept by hand: the rules and the table say it all.
 */
import { TO_SMALL } from '../text/ascii.js';
import { HASH_SEED, HashedWords, hashStep } from '../text/text-hash.js';
import { idsOf } from './grammar.js';
import { FINDING_RULES, NAME_WORDS } from './rules.js';
import { TABLE } from './stem-table.js';
import { OPENING, OPENINGS } from './tokens.js';

/** The words of which each text that says something holds one, but for those that are never skipped. */
export function anchorWords(): ReadonlySet<string> {
  const ids = idsOf([...NAME_WORDS, ...FINDING_RULES.flatMap((rule) => rule.anchor)]);
  const forms = TABLE.spellingsOf(TABLE.words.filter(({ id }) => ids[id] === 1));
  return new Set([...forms].filter((form) => /^[a-z\d]+$/.test(form)));
}

/** The hashes of some words: no means that a word is none of them, yes that it may be. */
function hashesOf(words: Iterable<string>): HashedWords {
  const hashes = new HashedWords(20);
  for (const word of words) {
    let hash = HASH_SEED;
    for (let at = 0; at < word.length; at += 1) hash = hashStep(hash, word.charCodeAt(at));
    hashes.add(hash);
  }
  return hashes;
}

const ANCHOR_HASHES = hashesOf(anchorWords());
const OPENING_HASHES = hashesOf(OPENINGS);

/** So many single letters in a row may be a word that was spaced out. */
const SPACED_OUT = 3;

/** What a text may hold, as bits; a text without a bit holds nothing of the kind. */
export const MAY_HOLD_WORDS = 1;
/** Nine figures, scientific notation, or figures that are not ASCII. */
export const MAY_HOLD_NUMBER = 2;
export const MAY_HOLD_ADDRESS = 4;
const ANYTHING = MAY_HOLD_WORDS | MAY_HOLD_NUMBER | MAY_HOLD_ADDRESS;

const FEWEST_DIGITS_OF_A_NUMBER = 9;
/** Scientific notation has two figures at least in front, and two behind its `E`. */
const FEWEST_DIGITS_OF_A_POWER = 3;

/** What each byte is to the scan. */
const OTHER = 0;
const LETTER = 1;
const LETTER_E = 2;
const FIGURE = 3;
const APOSTROPHE = 4;
const POINT = 5;
/** `?` and `$` are signs, but not between two letters; neither is `@`. */
const WITHIN = 6;
const AT = 7;
/** Whatever has to be undone before it can be read. */
const FOREIGN = 8;
const KINDS = Uint8Array.from({ length: 256 }, (_, code) =>
  code > 126 ? FOREIGN : kindOf(String.fromCharCode(code)),
);

function kindOf(sign: string): number {
  if (/e/i.test(sign)) return LETTER_E;
  if (/[a-z]/i.test(sign)) return LETTER;
  if (/\d/.test(sign)) return FIGURE;
  if (sign === "'") return APOSTROPHE;
  if (/[.,]/.test(sign)) return POINT;
  if (sign === '@') return AT;
  if (/[?$]/.test(sign)) return WITHIN;
  return /[&%<]|[^\t\n\r\x20-\x7e]/.test(sign) ? FOREIGN : OTHER;
}

/**
 * What the text (UTF-8) between `start` and `end` may hold: words that `findWords` or `findWordsInName` may find, a
 * number, an address.
 */
export function scanFlagsOf(bytes: Uint8Array, start: number, end: number): number {
  let found = 0;
  let hash = HASH_SEED;
  let length = 0;
  let singles = 0;
  let figures = 0;
  let hasPoint = false;
  let hasE = false;
  /** The kind of the character before, and of the one before a sign or figure. */
  let before = OTHER;
  let beforeSign = OTHER;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    const kind = KINDS[byte] ?? FOREIGN;
    if (kind === FOREIGN) return ANYTHING;
    if (kind === APOSTROPHE) continue;
    if (kind <= FIGURE && kind !== OTHER) {
      const isLetter = kind !== FIGURE;
      const wasWithin = before === FIGURE || before === WITHIN;
      if (isLetter && wasWithin && beforeSign === LETTER) found |= MAY_HOLD_WORDS;
      hash = hashStep(hash, isLetter ? byte | TO_SMALL : byte);
      length += 1;
      if (length === OPENING && OPENING_HASHES.mayHold(hash)) found |= MAY_HOLD_WORDS;
      if (isLetter) hasE ||= kind === LETTER_E;
      else {
        figures += 1;
        if (!wasWithin) beforeSign = before;
      }
      before = isLetter ? LETTER : FIGURE;
      continue;
    }
    if (kind === AT) found |= MAY_HOLD_ADDRESS;
    else if (kind === POINT) hasPoint = true;
    if (length > 0) {
      singles = length === 1 ? singles + 1 : 0;
      if (singles >= SPACED_OUT || ANCHOR_HASHES.mayHold(hash)) found |= MAY_HOLD_WORDS;
      hash = HASH_SEED;
      length = 0;
    }
    const isWithin = kind === WITHIN || kind === AT;
    if (isWithin && before !== FIGURE && before !== WITHIN) beforeSign = before;
    before = isWithin ? WITHIN : OTHER;
  }
  if (length > 0 && ((length === 1 && singles + 1 >= SPACED_OUT) || ANCHOR_HASHES.mayHold(hash)))
    found |= MAY_HOLD_WORDS;
  const isNumber =
    figures >= FEWEST_DIGITS_OF_A_NUMBER || (figures >= FEWEST_DIGITS_OF_A_POWER && hasPoint && hasE);
  return isNumber ? found | MAY_HOLD_NUMBER : found;
}

/** Whether `findWords` or `findWordsInName` may find anything in the text (UTF-8) between `start` and `end`. */
export function scanForWords(bytes: Uint8Array, start: number, end: number): boolean {
  return (scanFlagsOf(bytes, start, end) & MAY_HOLD_WORDS) !== 0;
}

/** The same of a text that is no bytes. */
export function mayHoldWordsIn(text: string): boolean {
  const bytes = Buffer.from(text);
  return scanForWords(bytes, 0, bytes.length);
}
