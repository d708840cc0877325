/**
 * The vocabulary of refusal. One table of stems (`words/`) and one grammar (`rules/`), which these read:
 *
 * - `findWords(text)` (`find-words.ts`): what a note or a cell of tags says. `moved; no calls pls` gives one finding of
 *   kind `refusal`, channels `['calls']`, words `no calls`.
 * - `findWordsInName(name)` (`find-words-in-name.ts`): the same of a name cell. `Ann Example (dec'd)` is a death.
 * - `readHeader(header)` (`read-header.ts`): `isTPSlisted` is of kind `listing`, sense `refusal`, role `do_not_call`.
 * - `readFlagValue(cell, sense)` (`read-flag-value.ts`): `Blocklisted` is `yes`.
 * - `mayHoldWordsIn(text)` and `scanForWords(bytes, start, end)` (`prefilter.ts`): a quick look that skips most texts.
 *
 * To teach the room a word, add it to a line of stems; to teach it a way of saying no, add a rule with its example.
 */

/** The ways of reaching somebody that words may refuse. Voicemail goes with calls, WhatsApp with texts. */
export const WAYS = ['calls', 'texts', 'email', 'post', 'fax', 'social'] as const;
export type Way = (typeof WAYS)[number];

/** What some words say of a person or of a number. */
export const KINDS = [
  'refusal',
  'removal',
  'restriction',
  'complaint',
  'listing',
  'wrong-number',
  'death',
] as const;
export type FindingKind = (typeof KINDS)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** The ways of contact that the words refuse; all of them for a death, and where the words name none. */
  readonly channels: readonly Way[];
  /** The words as they stand in the text, for an explanation to quote. */
  readonly words: string;
  /** Where they stand in the text. */
  readonly start: number;
  readonly end: number;
}

/** Ways as bits, while text is read. */
export type WayBits = number;
export const ALL_WAYS: WayBits = (1 << WAYS.length) - 1;

export function bitsOf(ways: readonly Way[]): WayBits {
  return ways.reduce((bits, way) => bits | (1 << WAYS.indexOf(way)), 0);
}

export function waysOf(bits: WayBits): readonly Way[] {
  return WAYS.filter((_, index) => (bits & (1 << index)) !== 0);
}
