/** A text as words of the table, with what stands between them. */

import { FIGURES, LETTER, PICTURE, TABLE, UNKNOWN, type Word } from './stem-table.js';
import type { UndoneText } from './undo-text.js';

/** What may stand between two words, as bits; none, where it is a blank or a hyphen. */
export const COMMA = 1;
/** The end of a sentence, a bracket, a dash. */
export const BREAK = 2;
/** `:`, `=`, `?` and a dash: behind it may stand an answer. */
export const ANSWER = 4;
/** What people put between tags. */
export const TAG = 8;

export interface Tokens {
  readonly ids: readonly number[];
  /** Where in the undone text each word begins and ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** What stands before each word, and after the last. */
  readonly gaps: readonly number[];
}

interface Draft {
  readonly ids: number[];
  readonly starts: number[];
  readonly ends: number[];
  readonly gaps: number[];
}

/** A word is letters, figures and apostrophes; a mark that stands for an apostrophe may be within it. */
const WORD_OR_PICTURE = /[\p{L}\p{N}]+(?:['?@$][\p{L}\p{N}]+)*|[\p{So}\u2020\u2021\u270b]/gu;

export function tokensOf({ text }: UndoneText): Tokens {
  const draft: Draft = { ids: [], starts: [], ends: [], gaps: [] };
  let last = 0;
  let letters: Letters | null = null;
  for (const match of text.matchAll(WORD_OR_PICTURE)) {
    const written = match[0];
    const start = match.index;
    const end = start + written.length;
    const gap = gapOf(text.slice(last, start));
    if (written.length === 1 && /\p{L}/u.test(written)) {
      letters = letters === null ? { word: written, start, end, gap } : joined(letters, written, end);
    } else {
      if (letters !== null) addLetters(draft, letters, text);
      letters = null;
      addWord(draft, written, start, end, gap);
    }
    last = end;
  }
  if (letters !== null) addLetters(draft, letters, text);
  draft.gaps.push(gapOf(text.slice(last)) | BREAK | TAG);
  return withPhrases(draft);
}

/** Single letters in a row. */
interface Letters {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly gap: number;
}

function joined(letters: Letters, letter: string, end: number): Letters {
  return { ...letters, word: letters.word + letter, end };
}

/** `d o n o t c a l l` and `T.P.S.` are words; two letters alone are themselves, but for shorthand. */
function addLetters(draft: Draft, { word, start, end, gap }: Letters, text: string): void {
  if (word.length > 2 || TABLE.find(text.slice(start, end)) !== undefined) {
    const shorthand = TABLE.find(text.slice(start, end));
    if (shorthand !== undefined) add(draft, shorthand.id, start, end, gap);
    else addWord(draft, word, start, end, gap);
    return;
  }
  let at = start;
  for (const [index, letter] of [...word].entries()) {
    const from = text.indexOf(letter, at);
    add(
      draft,
      TABLE.find(letter)?.id ?? LETTER,
      from,
      from + 1,
      index === 0 ? gap : gapOf(text.slice(at, from)),
    );
    at = from + 1;
  }
}

function addWord(draft: Draft, written: string, start: number, end: number, gap: number): void {
  const form = /['?]/.test(written) ? written.replace(/['?]/g, '') : written;
  const ids = wordsIn(form);
  for (const [index, id] of ids.entries()) add(draft, id, start, end, index === 0 ? gap : 0);
}

function add(draft: Draft, id: number, start: number, end: number, gap: number): void {
  draft.ids.push(id);
  draft.starts.push(start);
  draft.ends.push(end);
  draft.gaps.push(gap);
}

const LEET: ReadonlyMap<string, string> = new Map(
  ['0o', '1l', '3e', '4a', '5s', '7t', '@a', '$s'].map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

function wordsIn(form: string): readonly number[] {
  const known = TABLE.find(form);
  if (known !== undefined) return [known.id];
  if (/^\d/.test(form)) return [/^\d+(?:am|pm|st|nd|rd|th|s|hrs?|ish)?$/.test(form) ? FIGURES : UNKNOWN];
  if (/^\p{So}/u.test(form)) return [PICTURE];
  if (/[a-z][\d@$]+[a-z]/.test(form)) {
    const plain = form.replace(/[\d@$]/g, (sign) => LEET.get(sign) ?? sign);
    const meant = TABLE.find(plain);
    if (meant !== undefined) return [meant.id];
    return runOf(plain);
  }
  return runOf(form);
}

function runOf(form: string): readonly number[] {
  const mayBeRun = form.length >= OPENING && OPENINGS.has(form.slice(0, OPENING));
  const words = mayBeRun ? segmentsOf(form, (part) => TABLE.find(part)) : null;
  return words?.map(({ id }) => id) ?? [UNKNOWN];
}

/** So many letters of a run of words tell that it may be one. */
export const OPENING = 6;
const LONGEST_RUN = 40;

/** The beginnings of words written in one that are looked into: `donotc`, `nocall`, `phoneo`. */
export const OPENINGS: ReadonlySet<string> = openings();

function openings(): ReadonlySet<string> {
  const classesOf = (names: readonly string[]) => (word: Word) =>
    !word.form.includes(' ') && names.some((name) => word.classes.has(name));
  const formsIn = (names: readonly string[]) => TABLE.words.filter(classesOf(names)).map((word) => word.form);
  const verbs = formsIn(['CONTACT', 'MARKETING', 'CANVASS', 'LISTING', 'MOD']);
  const first = [
    'donot',
    'dont',
    'no',
    'never',
    'stop',
    'not',
    'not to be',
    'pls dont',
    'please dont',
    'can',
    'may',
  ];
  const channels = [
    'phone',
    'call',
    'calls',
    'tel',
    'telephone',
    'voice',
    'marketing',
    'contact',
    'mobile',
    'ok to',
  ];
  const second = [
    'opt',
    'optout',
    'optin',
    'dnc',
    'consent',
    'block',
    'suppress',
    'unsub',
    'refus',
    'ok',
    'allowed',
  ];
  const runs = [
    ...first.flatMap((one) => verbs.map((two) => one + two)),
    ...channels.flatMap((one) => [...second, ...(one === 'ok to' ? verbs : [])].map((two) => one + two)),
    ...['is', 'on', 'has'].flatMap((one) => ['tpsli', 'optedo', 'deceas', 'dncfl'].map((two) => one + two)),
    ...[
      'removefrom',
      'removeme',
      'takeoff',
      'optoutof',
      'optedoutof',
      'passedaway',
      'tpslisted',
      'tpsregistered',
    ],
  ];
  const found = runs.map((run) => run.replaceAll(' ', '').slice(0, OPENING));
  return new Set(found.filter((run) => run.length === OPENING));
}

/** The words that `find` knows and of which `form` is a run: as few as possible; null where it is none. */
export function segmentsOf(form: string, find: (part: string) => Word | undefined): readonly Word[] | null {
  if (form.length > LONGEST_RUN) return null;
  // For each place, the fewest words that lead there, and the last of them.
  const best: (Step | null)[] = [{ count: 0, from: 0, word: null }];
  for (let to = 1; to <= form.length; to += 1) {
    best[to] = null;
    for (let from = Math.max(0, to - LONGEST_PART); from < to; from += 1) {
      const before = best[from];
      if (before === null || before === undefined) continue;
      const word = to - from < 2 ? undefined : find(form.slice(from, to));
      const count = before.count + 1;
      if (word !== undefined && count < (best[to]?.count ?? Number.POSITIVE_INFINITY))
        best[to] = { count, from, word };
    }
  }
  const words: Word[] = [];
  for (let at = form.length; at > 0; ) {
    const step = best[at];
    if (step === null || step === undefined || step.word === null) return null;
    words.unshift(step.word);
    at = step.from;
  }
  return words;
}

interface Step {
  readonly count: number;
  readonly from: number;
  readonly word: Word | null;
}

const LONGEST_PART = 14;

function gapOf(between: string): number {
  if (between === '' || between === ' ') return 0;
  let gap = 0;
  if (between.includes(',')) gap |= COMMA | TAG;
  if (/[;\n\r()[\]{}"|/#<>*]/.test(between)) gap |= TAG;
  if (/[.!?][\s"')]|[()[\]{}]|;|-{2}|\n\s*\n|:::|\s\|\s/.test(between)) gap |= BREAK | TAG;
  if (/[:=?]|\s-\s|^-\s|\s-$/.test(between)) gap |= ANSWER | TAG;
  if (/\s[-/]|-\s|\s\/\s/.test(between)) gap |= COMMA | TAG;
  return gap;
}

/** Words of several parts are made one: `do not`, `opted out`, `passed away`. */
function withPhrases(draft: Draft): Tokens {
  const merged: Draft = { ids: [], starts: [], ends: [], gaps: [] };
  for (let at = 0; at < draft.ids.length; ) {
    const phrase = phraseAt(draft, at);
    const count = phrase?.count ?? 1;
    add(
      merged,
      phrase?.id ?? draft.ids[at] ?? UNKNOWN,
      draft.starts[at] ?? 0,
      draft.ends[at + count - 1] ?? 0,
      draft.gaps[at] ?? 0,
    );
    at += count;
  }
  merged.gaps.push(draft.gaps[draft.gaps.length - 1] ?? 0);
  return merged;
}

interface PhraseIds {
  readonly parts: readonly number[];
  readonly id: number;
}

/** By the id of their first part, the longest first. */
const PHRASES = phrasesByFirst();

function phrasesByFirst(): ReadonlyMap<number, readonly PhraseIds[]> {
  const found = new Map<number, PhraseIds[]>();
  for (const { parts, word } of TABLE.phrases) {
    const ids = parts.map((part) => TABLE.find(part)?.id ?? UNKNOWN);
    const [first = UNKNOWN] = ids;
    found.set(first, [...(found.get(first) ?? []), { parts: ids, id: word.id }]);
  }
  return found;
}

function phraseAt(draft: Draft, at: number): { readonly id: number; readonly count: number } | null {
  const same = PHRASES.get(draft.ids[at] ?? UNKNOWN);
  if (same === undefined) return null;
  for (const { parts, id } of same) {
    if (parts.every((part, index) => isNext(draft, at + index, part, index > 0)))
      return { id, count: parts.length };
  }
  return null;
}

function isNext(draft: Draft, at: number, id: number, isBehind: boolean): boolean {
  if (draft.ids[at] !== id) return false;
  // `don;t` is one word, whatever the hand slipped to.
  const isSlip = draft.starts[at] === (draft.ends[at - 1] ?? 0) + 1;
  return !isBehind || isSlip || ((draft.gaps[at] ?? 0) & (BREAK | ANSWER)) === 0;
}
