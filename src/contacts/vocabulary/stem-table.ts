/** The table of stems as the readers use it: every written form of a word, the classes it is in, the ways it names. */

import { ALL_WAYS, bitsOf, WAYS, type Way, type WayBits } from './meanings.js';
import { HARMLESS } from './rules/harmless-rules.js';
import { COMPLAINTS, DEATHS, LISTINGS, WRONG_NUMBERS } from './rules/other-rules.js';
import { OTHER_ORDERS, OTHER_WAYS, REFUSALS, REMOVALS } from './rules/refusal-rules.js';
import { CONTINENTAL, WELSH } from './words/other-languages.js';
import { REAL_WORDS, SIGNS } from './words/signs.js';
import { ENGLISH, HELPERS, RULE_WORDS } from './words/stems.js';

const ALL_RULES = [
  ...[REFUSALS, OTHER_WAYS, REMOVALS, OTHER_ORDERS, DEATHS, LISTINGS, COMPLAINTS, WRONG_NUMBERS, HARMLESS],
];

export interface Word {
  readonly id: number;
  /** The form in lower case, without accents and apostrophes; a blank between the parts of several. */
  readonly form: string;
  readonly classes: ReadonlySet<string>;
  readonly ways: WayBits;
}

/** A word of several parts that stand in a row. */
export interface Phrase {
  readonly parts: readonly string[];
  readonly word: Word;
}

/** What no stem knows: a word, a figure, a single letter, a picture. */
export const UNKNOWN = 0;
export const FIGURES = 1;
export const LETTER = 2;
export const PICTURE = 3;
const FIRST_WORD = 4;

interface Line {
  readonly forms: readonly string[];
  readonly classes: readonly string[];
  readonly ways: WayBits;
  readonly isStem: boolean;
}

/** `call/s/ed` and the like, written out. */
export function formsOf(pattern: string): readonly string[] {
  const [stem = '', ...endings] = pattern.split('/');
  const [body = '', without] = stem.split('~');
  const forms = endings.map((ending) => body + ending);
  return without === undefined ? [body, ...forms] : [body + without, ...forms];
}

function linesOf(table: string, isStem: boolean): readonly Line[] {
  return table
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line) => {
      const [words = '', classes = '', ways = ''] = line.split('|').map((part) => part.trim());
      return {
        forms: words.split(/\s+/).flatMap(formsOf),
        classes: classes.split(/\s+/),
        ways: waysNamed(ways),
        isStem,
      };
    });
}

function waysNamed(names: string): WayBits {
  const found = names.split(/\s+/).filter((name) => name !== '');
  return found.includes('all') ? ALL_WAYS : bitsOf(WAYS.filter((way: Way) => found.includes(way)));
}

class StemTable {
  readonly words: Word[] = [];
  private readonly byForm = new Map<string, Word>();
  /** Words of several parts, the longest first. */
  readonly phrases: Phrase[] = [];
  /** Misspellings, by the word that is meant. */
  private readonly misspelt = new Map<string, Word>();

  constructor(lines: readonly Line[]) {
    const drafts = new Map<string, { classes: Set<string>; ways: WayBits; isStem: boolean }>();
    for (const { forms, classes, ways, isStem } of lines) {
      for (const written of forms) {
        const form = written.replaceAll('_', ' ');
        const draft = drafts.get(form) ?? { classes: new Set(), ways: 0, isStem: false };
        for (const name of classes) draft.classes.add(name);
        draft.ways |= ways;
        draft.isStem ||= isStem;
        drafts.set(form, draft);
      }
    }
    for (const form of [...drafts.keys()]) {
      for (const part of form.split(' '))
        if (!drafts.has(part)) drafts.set(part, { classes: new Set(), ways: 0, isStem: false });
    }
    for (const [form, { classes, ways }] of drafts) {
      this.add({ id: FIRST_WORD + this.words.length, form, classes, ways });
    }
    this.phrases.sort((one, other) => other.parts.length - one.parts.length);
    for (const [form, { isStem }] of drafts) {
      const word = this.byForm.get(form);
      if (isStem && word !== undefined) for (const wrong of misspellings(form)) this.addWrong(wrong, word);
    }
  }

  private add(word: Word): void {
    this.words.push(word);
    const parts = word.form.split(' ');
    this.byForm.set(word.form, word);
    if (parts.length === 1) return;
    const joined = parts.join('');
    if (!this.byForm.has(joined)) this.byForm.set(joined, word);
    this.phrases.push({ parts, word });
  }

  private addWrong(wrong: string, word: Word): void {
    if (!this.byForm.has(wrong) && !REAL_WORDS.has(wrong)) this.misspelt.set(wrong, word);
  }

  /** The word that is written like this, rightly or wrongly. */
  find(form: string): Word | undefined {
    return this.byForm.get(form) ?? this.misspelt.get(form);
  }

  /** The word that is written like this without a mistake. */
  findExactly(form: string): Word | undefined {
    return this.byForm.get(form);
  }

  /** Every way of writing these words, misspelt ones included; of several parts the longest, which says it already. */
  spellingsOf(words: Iterable<Word>): ReadonlySet<string> {
    const found = new Set<string>();
    for (const word of words) {
      for (const form of this.formsOf(word)) found.add(form);
      const part = this.find(longest(word.form.split(' ')));
      if (part !== undefined) for (const form of this.formsOf(part)) found.add(form);
    }
    return found;
  }

  private readonly forms = new Map<Word, string[]>();

  private formsOf(word: Word): readonly string[] {
    if (this.forms.size === 0) {
      for (const map of [this.byForm, this.misspelt])
        for (const [form, { id }] of map) {
          const known = this.words[id - FIRST_WORD];
          if (known === undefined || form.includes(' ')) continue;
          const same = this.forms.get(known) ?? [];
          same.push(form);
          this.forms.set(known, same);
        }
    }
    return this.forms.get(word) ?? [];
  }
}

function longest(parts: readonly string[]): string {
  return parts.reduce((best, part) => (part.length > best.length ? part : best), '');
}

const VOWELS = 'aeiou';

/** What a hurried hand makes of a word. */
function misspellings(form: string): readonly string[] {
  const wrong: string[] = [];
  if (form.length < 4 || form.includes(' ')) return wrong;
  for (let at = 0; at < form.length; at += 1) {
    const before = form.slice(0, at);
    const [one = '', two = ''] = [form.charAt(at), form.charAt(at + 1)];
    if (two !== '' && two !== one) wrong.push(before + two + one + form.slice(at + 2));
    wrong.push(before + one + form.slice(at));
    if (form.length > 5) wrong.push(before + form.slice(at + 1));
    if (form.length > 6 && VOWELS.includes(one))
      for (const vowel of VOWELS) wrong.push(before + vowel + form.slice(at + 1));
  }
  return wrong;
}

/** The words that rules name one by one: they are known, and say nothing by themselves. */
function namedIn(rules: string): readonly Line[] {
  const words = rules
    .split('\n')
    .filter((line) => line.includes(' | '))
    .flatMap((line) => (line.split(' | ')[0] ?? '').split(/[\s|]+/))
    .map((word) => word.replace(/\?$/, ''))
    .filter((word) => /^[\p{Ll}\d_]+$/u.test(word));
  return [{ forms: words, classes: ['NAMED'], ways: 0, isStem: false }];
}

const LINES = [
  ...linesOf(ENGLISH, true),
  ...linesOf(WELSH, true),
  ...linesOf(CONTINENTAL, true),
  ...linesOf(HELPERS, false),
  ...linesOf(RULE_WORDS, false),
  ...linesOf(SIGNS, false),
  ...ALL_RULES.flatMap(namedIn),
];

export const TABLE = new StemTable(LINES);

/** The number of ids that tokens have. */
export const IDS = FIRST_WORD + TABLE.words.length;

const BY_ID: ReadonlyMap<number, Word> = new Map(TABLE.words.map((word) => [word.id, word]));

export function wordOf(id: number): Word | undefined {
  return BY_ID.get(id);
}
