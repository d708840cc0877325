/**
 * The rules as they are matched. A rule is a row of elements:
 *
 * - `ring|CALLING`: one of these words or classes; with `?` behind it, or none;
 * - `..3`: up to three words that do not turn the sense (no class of `HALT`), all in one clause;
 * - `~4`: up to four words that only fill, across commas;
 * - `:` an answer mark, `,` anything but the end of a sentence, `.` anything, between the words beside it;
 * - `^` and `$` (also `off|$`): the begin and the end of a tag, but for dates and politeness.
 *
 * Every rule looks at a bounded number of words, so that the time grows with the length of the text alone.
 */

import { FIGURES, IDS, LETTER, PICTURE, TABLE, UNKNOWN, wordOf } from './stem-table.js';
import { ANSWER, BREAK, COMMA, TAG, type Tokens } from './tokens.js';
import { EVERYDAY } from './words/signs.js';

type Ids = Uint8Array;

interface Skip {
  readonly kind: 'skip';
  readonly most: number;
  readonly over: Ids;
  readonly overCommas: boolean;
}

type Element =
  | Skip
  | {
      readonly kind: 'word';
      readonly named: Named;
      readonly isOption: boolean;
      readonly orEnd: boolean;
    }
  | { readonly kind: 'answer' | 'comma' | 'any' | 'begin' | 'end' };

export interface Rule<Says> {
  readonly source: string;
  readonly says: Says;
  readonly examples: readonly string[];
  readonly elements: readonly Element[];
  /** The words or classes of which a text holds one where the rule matches. */
  readonly anchor: readonly string[];
}

/** Words that turn the sense, or belong to another matter: no rule reads across them. */
const HALT: readonly string[] = [
  ...[
    'MINDING',
    'HAVE',
    'ANSWERS',
    'ABSENT',
    'POLITICS',
    'LIVING',
    'NOPROBLEM',
    'CONDITION',
    'BELL',
    'HOUSETHING',
  ],
  ...['ONLY', 'HABIT', 'YES', 'INSTEAD'],
];

/** Reads `row | says | example / example`, one rule a line. */
export function rulesOf<Says>(table: string, readSays: (text: string) => Says): readonly Rule<Says>[] {
  return table
    .split('\n')
    .filter((line) => line.includes(' | '))
    .map((line) => {
      const [source = '', says = '', examples = ''] = line.split(' | ').map((part) => part.trim());
      return { ...compiled(source), says: readSays(says), examples: examples.split(' / ') };
    });
}

function compiled(source: string): Pick<Rule<unknown>, 'source' | 'elements' | 'anchor'> {
  const parts = source.split(/\s+/);
  const demanded = parts.filter((part) => !/^(?:\.\.|~)\d$|^[:,.^$]$|\?$/.test(part));
  const anchors = demanded.map((part) => part.split('|')).filter((names) => !names.includes('$'));
  const [anchor] = anchors.sort((one, other) => named(one).commonness - named(other).commonness);
  if (anchor === undefined) throw new Error(`a rule must demand a word: ${source}`);
  return { source, elements: parts.map(elementOf), anchor };
}

function elementOf(part: string): Element {
  if (part === ':') return { kind: 'answer' };
  if (part === ',') return { kind: 'comma' };
  if (part === '.') return { kind: 'any' };
  if (part === '^') return { kind: 'begin' };
  if (part === '$') return { kind: 'end' };
  if (part.startsWith('..')) {
    return { kind: 'skip', most: Number(part.slice(2)), over: CROSSABLE, overCommas: false };
  }
  if (part.startsWith('~')) {
    return { kind: 'skip', most: Number(part.slice(1)), over: idsOf(['FILL', 'POLITE']), overCommas: true };
  }
  const isOption = part.endsWith('?');
  const names = part.replace(/\?$/, '').split('|');
  const orEnd = names.includes('$');
  const words = orEnd ? names.filter((name) => name !== '$') : names;
  return { kind: 'word', named: named(words), isOption, orEnd };
}

const EVERYDAY_COST = 30;

/** The words that some names of words (`do_not`) and classes (`CONTACT`) stand for. */
class Named {
  #ids: Ids | null = null;
  #commonness: number | null = null;

  constructor(readonly list: readonly number[]) {}

  /** By id, 1 for each of them. Made when first asked for: most rules begin in no text of a list. */
  get ids(): Ids {
    if (this.#ids !== null) return this.#ids;
    const ids = new Uint8Array(IDS);
    for (const id of this.list) ids[id] = 1;
    this.#ids = ids;
    return ids;
  }

  /** How often a text of every day holds one of them, roughly. */
  get commonness(): number {
    this.#commonness ??= this.list.reduce((sum, id) => {
      const word = wordOf(id);
      // A rule cannot be looked for by figures and pictures, which have no spelling of their own.
      if (word === undefined) return Number.POSITIVE_INFINITY;
      return sum + (EVERYDAY.has(word.form) ? EVERYDAY_COST : 1);
    }, 0);
    return this.#commonness;
  }
}

const KNOWN = new Map<string, Named>();

function named(names: readonly string[]): Named {
  const key = names.join('|');
  const known = KNOWN.get(key);
  if (known !== undefined) return known;
  const found = new Named([...new Set(names.flatMap((name) => idsOfName(name)))]);
  KNOWN.set(key, found);
  return found;
}

/** The ids that a token may have to be one of these words or classes. */
export function idsOf(names: readonly string[]): Ids {
  return named(names).ids;
}

const BY_CLASS = byClass();

function byClass(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>([
    ['NUM', [FIGURES]],
    ['LETTER', [LETTER]],
    ['PICTURE', [PICTURE]],
    ['UNKNOWN', [UNKNOWN]],
  ]);
  for (const { id, form, classes } of TABLE.words) {
    const names = [
      ...classes,
      ...(/^\d+$/.test(form) ? ['NUM'] : []),
      ...(form.length === 1 ? ['LETTER'] : []),
    ];
    for (const name of names) {
      const same = found.get(name) ?? [];
      same.push(id);
      found.set(name, same);
    }
  }
  return found;
}

function idsOfName(name: string): readonly number[] {
  if (/^[A-Z]+$/.test(name)) {
    const found = BY_CLASS.get(name);
    if (found === undefined) throw new Error(`no word is in the class ${name}`);
    return found;
  }
  const word = TABLE.find(name.replaceAll('_', ' '));
  if (word === undefined) throw new Error(`no stem is written ${name}`);
  return [word.id];
}

const CROSSABLE = idsOf(HALT).map((isHalt) => 1 - isHalt);
const TRIMMINGS = idsOf(['TRIM', 'NUM', 'LETTER', 'MONTH', 'PICTURE']);
const MOST_TRIMMINGS = 6;

export interface Match<Says> {
  readonly rule: Rule<Says>;
  /** The first and the last word. */
  readonly first: number;
  readonly last: number;
}

/** Rules by the id of the word that they may begin with. */
export class Grammar<Says> {
  private readonly byFirst: (readonly Rule<Says>[])[];

  constructor(readonly rules: readonly Rule<Says>[]) {
    const byFirst: Rule<Says>[][] = Array.from({ length: IDS }, () => []);
    for (const rule of rules) for (const id of firstIdsOf(rule.elements)) byFirst[id]?.push(rule);
    this.byFirst = byFirst;
  }

  /** Every place at which a rule matches: of one rule at one place, the shortest match. */
  matchesIn(tokens: Tokens): readonly Match<Says>[] {
    const found: Match<Says>[] = [];
    for (let at = 0; at < tokens.ids.length; at += 1) {
      for (const rule of this.byFirst[tokens.ids[at] ?? UNKNOWN] ?? []) {
        const last = matchFrom({ tokens, elements: rule.elements, start: at }, 0, at, 'near');
        if (last !== NO_MATCH) found.push({ rule, first: at, last });
      }
    }
    return found;
  }
}

function firstIdsOf(elements: readonly Element[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const element of elements) {
    if (element.kind === 'skip') break;
    if (element.kind !== 'word') continue;
    for (const id of element.named.list) found.add(id);
    if (!element.isOption) break;
  }
  return found;
}

const NO_MATCH = -1;
/** What may stand between the word before and the next. */
type Nearness = 'near' | 'comma' | 'answer' | 'any';

interface Attempt {
  readonly tokens: Tokens;
  readonly elements: readonly Element[];
  /** Where the match begins: what stands before its first word does not matter. */
  readonly start: number;
}

/** The last word of the match of the elements from `index` on, of which the next word is at `at`. */
function matchFrom(attempt: Attempt, index: number, at: number, near: Nearness): number {
  const { tokens, elements } = attempt;
  const element = elements[index];
  if (element === undefined) return at - 1;
  switch (element.kind) {
    case 'begin':
      return isBegin(tokens, at) ? matchFrom(attempt, index + 1, at, near) : NO_MATCH;
    case 'end':
      return isEnd(tokens, at) ? at - 1 : NO_MATCH;
    case 'answer':
    case 'comma':
    case 'any':
      return matchFrom(attempt, index + 1, at, element.kind);
    case 'skip':
      return matchBehindSkip(attempt, element, index, at, element.overCommas ? 'comma' : near);
    case 'word': {
      if (isWordAt(attempt, element.named.ids, at, near)) {
        const last = matchFrom(attempt, index + 1, at + 1, 'near');
        if (last !== NO_MATCH) return last;
      }
      if (element.isOption) return matchFrom(attempt, index + 1, at, near);
      return element.orEnd && isEnd(tokens, at) ? at - 1 : NO_MATCH;
    }
  }
}

function isWordAt({ tokens, start }: Attempt, ids: Ids, at: number, near: Nearness): boolean {
  const id = tokens.ids[at];
  return id !== undefined && ids[id] === 1 && (at === start || isNear(tokens.gaps[at] ?? 0, near));
}

function matchBehindSkip(attempt: Attempt, skip: Skip, index: number, at: number, near: Nearness): number {
  let nearness = near;
  for (let skipped = 0; skipped <= skip.most; skipped += 1) {
    const last = matchFrom(attempt, index + 1, at + skipped, nearness);
    if (last !== NO_MATCH) return last;
    if (!isWordAt(attempt, skip.over, at + skipped, nearness)) return NO_MATCH;
    nearness = skip.overCommas ? 'comma' : 'near';
  }
  return NO_MATCH;
}

function isNear(gap: number, near: Nearness): boolean {
  switch (near) {
    case 'near':
      return (gap & (COMMA | BREAK | ANSWER)) === 0;
    case 'comma':
      return (gap & BREAK) === 0;
    case 'answer':
      return (gap & ANSWER) !== 0;
    case 'any':
      return true;
  }
}

function isBegin(tokens: Tokens, at: number): boolean {
  for (let back = at; back > at - MOST_TRIMMINGS; back -= 1) {
    if (back <= 0 || ((tokens.gaps[back] ?? 0) & (TAG | BREAK | ANSWER)) !== 0) return true;
    if (TRIMMINGS[tokens.ids[back - 1] ?? UNKNOWN] !== 1) return false;
  }
  return false;
}

function isEnd(tokens: Tokens, at: number): boolean {
  for (let next = at; next < at + MOST_TRIMMINGS; next += 1) {
    if (next >= tokens.ids.length || ((tokens.gaps[next] ?? 0) & (TAG | BREAK)) !== 0) return true;
    if (TRIMMINGS[tokens.ids[next] ?? UNKNOWN] !== 1) return false;
  }
  return false;
}
