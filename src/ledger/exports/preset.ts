/**
 * What a ledger preset says: how the export of one system is recognised, and what its values become in the
 * ledger. It never takes an opt-out away: a column whose header names one is read wherever no rule does, and
 * a value that no rule knows stops the import.
 *
 * A preset is one file in `presets/` that exports it, and one folder of `fixtures/ledger-presets` that proves it.
 */
import type { LedgerChannel } from '../../screening/evidence.js';

/**
 * A header as it stands in the export; a `*` at its end stands for any words. Case, signs and camel case do
 * not matter, as everywhere (`headerWords`).
 */
export type HeaderPattern = string;

export interface LedgerPreset {
  /** In words that go on from "read as": `a NationBuilder people export`. */
  readonly system: string;
  /** Headers by which it is known: all of these, and where `some` is given one of those. */
  readonly signature: { readonly all: readonly HeaderPattern[]; readonly some?: readonly HeaderPattern[] };
  /** The system that the ids come from, as `list.id_system` of a campaign file is to name it. */
  readonly idSystem: string;
  /** Columns whose headers do not tell by themselves that they hold numbers, addresses or ids. */
  readonly contacts?: Readonly<Partial<Record<'phone' | 'email' | 'person_id', readonly HeaderPattern[]>>>;
  readonly rules: readonly Rule[];
}

/** What the cells of some columns mean. An empty cell, or `n/a`, means that nobody answered. */
export type Rule =
  /** Yes and no; a day counts as a yes. A no is never a consent and ends none. */
  | { readonly reads: 'flag'; readonly columns: readonly HeaderPattern[]; readonly yes: Meaning }
  /** Yes and no to being contacted. Words that say an opt-out by themselves are one here too. */
  | { readonly reads: 'opt-in'; readonly columns: readonly HeaderPattern[]; readonly yes: ConsentMeant }
  /** A day on which it happened, or nothing. */
  | { readonly reads: 'day'; readonly columns: readonly HeaderPattern[]; readonly set: Meaning }
  /** The number that is wrong stands in the cell itself; a bare yes says it of nobody knows which. */
  | { readonly reads: 'wrong-numbers'; readonly columns: readonly HeaderPattern[]; readonly yes: Meaning }
  /** Words of the system, in any case; with a separator several of them. */
  | {
      readonly reads: 'words';
      readonly columns: readonly HeaderPattern[];
      readonly separator?: string;
      readonly words: Readonly<Record<string, Meaning>>;
    }
  /** The name of the file begins with one of these words and `_`; without one the file is refused. */
  | { readonly reads: 'file-name'; readonly words: Readonly<Record<string, Meaning>> };

export type Meaning = NothingMeant | ObjectionMeant | ConsentMeant | WrongNumberMeant;

export interface NothingMeant {
  readonly becomes: 'nothing';
  /** In words that go on from "nothing: ". */
  readonly because: string;
}

/** Binds every caller, for any purpose, under every number, address and id of the row. */
export interface ObjectionMeant {
  readonly becomes: 'objection';
  readonly channels: ChannelsMeant;
  /** The first of these columns that is filled has the day; else it is undated. */
  readonly on?: readonly HeaderPattern[];
}

/** No wording, method or purpose is ever taken for granted: what the export does not hold stays unproven. */
export interface ConsentMeant {
  readonly becomes: 'consent';
  readonly channels: ChannelsMeant;
  /** The columns of the numbers or addresses it was given for; else all that its channel reaches. */
  readonly of?: readonly HeaderPattern[];
  /** The latest of these days. */
  readonly on?: readonly HeaderPattern[];
  /** Columns that must be filled, or the export proves nothing. */
  readonly needs?: readonly HeaderPattern[];
  /** A column that must be empty: the ledger knows no consent that ends on a day. */
  readonly endsOn?: readonly HeaderPattern[];
  readonly source?: string | { readonly column: readonly HeaderPattern[] };
  /** A purpose that the system names in its own words matches only itself. */
  readonly purpose?: readonly HeaderPattern[];
}

export interface WrongNumberMeant {
  readonly becomes: 'wrong-number';
  /** The columns of the numbers or addresses that are wrong; else every number of the row. */
  readonly of?: readonly HeaderPattern[];
  readonly on?: readonly HeaderPattern[];
}

/** Channels, or the column whose word tells them. */
export type ChannelsMeant =
  | readonly LedgerChannel[]
  | 'all'
  | {
      readonly column: readonly HeaderPattern[];
      readonly words: Readonly<Record<string, readonly LedgerChannel[] | 'all'>>;
    };

/** A preset with the name by which `--preset` calls it: that of its file. */
export interface NamedLedgerPreset extends LedgerPreset {
  readonly name: string;
}

/** What "do not call" binds (a message on voicemail is part of the call). */
export const CALLS = ['live-call', 'automated-call', 'voicemail'] as const satisfies readonly LedgerChannel[];

/** Whatever reaches a telephone number. */
export const TELEPHONE = [...CALLS, 'sms', 'fax'] as const satisfies readonly LedgerChannel[];
