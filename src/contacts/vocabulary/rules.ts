/** The rules of the grammar, with what each of them says. */

import { type Rule, rulesOf } from './grammar.js';
import { ALL_WAYS, bitsOf, type FindingKind, KINDS, WAYS, type WayBits } from './meanings.js';
import { HARMLESS } from './rules/harmless-rules.js';
import { COMPLAINTS, DEATHS, LISTINGS, WRONG_NUMBERS } from './rules/other-rules.js';
import { OTHER_ORDERS, OTHER_WAYS, REFUSALS, REMOVALS } from './rules/refusal-rules.js';

/** Which ways a rule refuses: those of its words, those of its last word, all others, or always the same. */
type WaysMeant =
  | { readonly from: 'words' | 'last' | 'others' }
  | { readonly from: 'rule'; readonly ways: WayBits };

export interface Says {
  readonly kind: FindingKind;
  readonly ways: WaysMeant;
}

function readSays(text: string): Says {
  const [name = '', ways = ''] = text.split(':');
  const kind = KINDS.find((known) => known === name);
  if (kind === undefined) throw new Error(`no kind of finding is called ${name}`);
  return { kind, ways: waysMeant(kind, ways) };
}

function waysMeant(kind: FindingKind, text: string): WaysMeant {
  if (text === 'last') return { from: 'last' };
  if (text === 'not') return { from: 'others' };
  if (text === 'all' || kind === 'death') return { from: 'rule', ways: ALL_WAYS };
  if (text !== '') return { from: 'rule', ways: bitsOf(WAYS.filter((way) => text.split(' ').includes(way))) };
  return { from: 'words' };
}

const TABLES = [REFUSALS, OTHER_WAYS, REMOVALS, OTHER_ORDERS, DEATHS, LISTINGS, COMPLAINTS, WRONG_NUMBERS];

/** The rules that find, and those that say of what sounds alike that it is none. */
export const FINDING_RULES: readonly Rule<Says>[] = TABLES.flatMap((table) => rulesOf(table, readSays));
export const EXCUSING_RULES: readonly Rule<string>[] = rulesOf(HARMLESS, (why) => why);

/** Classes of words that say something in a name cell although they stand alone in it, or behind the name. */
export const NAME_WORDS: readonly string[] = [
  ...[
    'BYITSELF',
    'DECEASED',
    'DIED',
    'DEAD',
    'RIP',
    'LATE',
    'ESTATE',
    'PROBATE',
    'CODE',
    'OPTOUT',
    'LISTING',
    'BLOCKED',
  ],
];
