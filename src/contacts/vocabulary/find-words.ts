/** What a note, a tag, a name says of contact and of death. */

import { Grammar, idsOf, type Match } from './grammar.js';
import { ALL_WAYS, type Finding, type WayBits, waysOf } from './meanings.js';
import { mayHoldWordsIn } from './prefilter.js';
import { EXCUSING_RULES, FINDING_RULES, type Says } from './rules.js';
import { UNKNOWN, wordOf } from './stem-table.js';
import { BREAK, COMMA, TAG, type Tokens, tokensOf } from './tokens.js';
import { type UndoneText, undoText } from './undo-text.js';

const REFUSING = new Grammar(FINDING_RULES);
const EXCUSING = new Grammar(EXCUSING_RULES);

const NOTHING: readonly Finding[] = [];

/** What `text` says; nothing for most texts. */
export function findWords(text: string): readonly Finding[] {
  return mayHoldWordsIn(text) ? findWordsClosely(text) : NOTHING;
}

/** `findWords` without the quick look. */
export function findWordsClosely(text: string): readonly Finding[] {
  const undone = undoText(text);
  const tokens = tokensOf(undone);
  const found = widest(uncoveredMatches(tokens)).map((match) => findingOf(match, { text, undone, tokens }));
  return found.filter(({ words }) => !/^end$/i.test(words) || isWhole(words, text));
}

/** `END` is the answer to a text message only where it is all of it: notes and lists end, too. */
function isWhole(words: string, text: string): boolean {
  return text.trim().length <= words.length + 1;
}

/** What the text was, and what was made of it. */
export interface ReadText {
  readonly text: string;
  readonly undone: UndoneText;
  readonly tokens: Tokens;
}

/** The matches that no harmless reading covers. */
export function uncoveredMatches(tokens: Tokens): readonly Match<Says>[] {
  const matches = REFUSING.matchesIn(tokens);
  if (matches.length === 0) return [];
  const excuses = EXCUSING.matchesIn(tokens);
  return matches.filter((match) => !excuses.some((excuse) => isWithin(match, excuse)));
}

export function findingOf(match: Match<Says>, { text, undone, tokens }: ReadText): Finding {
  const start = undone.origin(tokens.starts[match.first] ?? 0);
  const end = undone.origin(tokens.ends[match.last] ?? 0);
  const { kind } = match.rule.says;
  return { kind, channels: waysOf(waysOfMatch(match, tokens)), words: text.slice(start, end), start, end };
}

function isWithin(match: Match<unknown>, excuse: Match<unknown>): boolean {
  return excuse.first <= match.first && match.last <= excuse.last;
}

/** Of findings of one kind that overlap, the widest. */
export function widest(matches: readonly Match<Says>[]): readonly Match<Says>[] {
  const kept: Match<Says>[] = [];
  for (const match of matches) {
    const isCovered = matches.some(
      (other) => other !== match && other.rule.says.kind === match.rule.says.kind && isBetter(other, match),
    );
    if (!isCovered) kept.push(match);
  }
  return kept;
}

function isBetter(other: Match<Says>, match: Match<Says>): boolean {
  if (!isWithin(match, other)) return false;
  if (isWithin(other, match)) return other.rule.source < match.rule.source;
  return true;
}

/** The ways of contact that a match refuses. */
export function waysOfMatch({ rule, first, last }: Match<Says>, tokens: Tokens): WayBits {
  const meant = rule.says.ways;
  switch (meant.from) {
    case 'rule':
      return meant.ways;
    case 'last':
      return withConjuncts(waysBetween(tokens, last, last), tokens, last) || ALL_WAYS;
    case 'others':
      return ALL_WAYS & ~waysBetween(tokens, first, last);
    case 'words':
      return withConjuncts(waysBetween(tokens, first, last), tokens, last) || ALL_WAYS;
  }
}

/** The ways that the words name; where they name some, `contact` beside them adds none. */
function waysBetween(tokens: Tokens, first: number, last: number): WayBits {
  let ways = 0;
  for (let at = first; at <= last; at += 1) {
    const word = wordOf(tokens.ids[at] ?? UNKNOWN);
    if (word !== undefined && word.ways !== ALL_WAYS) ways |= word.ways;
  }
  return ways;
}

const AND = idsOf(['AND']);
const WAY_WORDS = idsOf(['CONTACT', 'CHANNEL', 'NOUN', 'THING']);
const GOOD = idsOf(['OK', 'FINE', 'YES', 'ONLY', 'INSTEAD', 'HAPPY', 'PREFER']);
/** `calls fine`, `phone is ok`. */
function isWelcome(tokens: Tokens, at: number): boolean {
  const next = IS[tokens.ids[at] ?? UNKNOWN] === 1 ? at + 1 : at;
  return GOOD[tokens.ids[next] ?? UNKNOWN] === 1;
}

const IS = idsOf(['IS']);
const MOST_CONJUNCTS = 12;

/** `no calls, texts or emails`: the ways that follow, but for one that is said to be welcome. */
function withConjuncts(ways: WayBits, tokens: Tokens, last: number): WayBits {
  if (ways === 0) return 0;
  let found = ways;
  for (let at = last + 1; at < Math.min(tokens.ids.length, last + MOST_CONJUNCTS); at += 1) {
    const id = tokens.ids[at] ?? UNKNOWN;
    const gap = tokens.gaps[at] ?? 0;
    if ((gap & BREAK) !== 0) break;
    if (AND[id] === 1) continue;
    const isLinked = AND[tokens.ids[at - 1] ?? UNKNOWN] === 1 || (gap & (COMMA | TAG)) !== 0;
    if (WAY_WORDS[id] !== 1 || !isLinked || isWelcome(tokens, at + 1)) break;
    found |= wordOf(id)?.ways ?? 0;
  }
  return found;
}
