/**
 * What the accounting needs to know of words: one interface, so that the vocabulary can be exchanged. `readSense`
 * speaks of a header, `sayOf` of a value.
 */
import type { FlagSense, OptOutRole } from '../roles.js';

/** What a header speaks of, by the vocabulary of refusal. */
export const HEADER_MATTERS = [
  /** An opt-out, an objection, a removal, a restriction, a complaint: a yes or a day in it refuses. */
  'refusal',
  /** A consent, a permission: a no in it refuses. */
  'permission',
  'listing',
  'death',
  /** A way of reaching people, or marketing, and nothing of the above. */
  'contact',
  'nothing',
] as const;

export type HeaderMatter = (typeof HEADER_MATTERS)[number];

export interface HeaderSense {
  readonly matter: HeaderMatter;
  /** What a bare yes means in it. */
  readonly sense: FlagSense;
  /** The role to propose; the one for all ways of contact where the header names none. */
  readonly role: OptOutRole | 'deceased';
}

/** What a value says: `refuses` and `dead` outright; `may-refuse`: it holds a word of the vocabulary. */
export type ValueSays = 'refuses' | 'dead' | 'may-refuse' | 'nothing';

export interface Vocabulary {
  readSense(header: string): HeaderSense;
  sayOf(value: string): ValueSays;
}
