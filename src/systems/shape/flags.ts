/**
 * The columns in which a system says whether somebody may be contacted. Each value has one meaning: the ledger
 * holds what it becomes, and a list reads an objection or a wrong number as an opt-out, a consent as none.
 */
import type { OptOutRole } from '../../contacts/roles.js';
import type { LedgerChannel } from '../../screening/evidence.js';
import type { HeaderPattern } from './headers.js';

export type FlagRole = OptOutRole | 'deceased';

/** An empty cell, or `n/a`, means that nobody answered. */
export type Flag = FlagColumns &
  /** Yes and no; a day, and the words of `alsoYes`, count as a yes. A no is never a consent and ends none. */
  (
    | { readonly reads: 'yes-no'; readonly alsoYes?: readonly string[]; readonly yes?: Meaning }
    /** Yes and no to being contacted: a no is an opt-out. */
    | { readonly reads: 'opt-in'; readonly yes: ConsentMeant }
    /** A day on which somebody opted out, or nothing. */
    | { readonly reads: 'day' }
    /** The number that is wrong stands in the cell itself; a bare yes says it of nobody knows which. */
    | { readonly reads: 'wrong-numbers'; readonly yes?: ObjectionMeant }
    /** Words of the system, in any case; with a separator several of them. Any other stops an import. */
    | { readonly reads: 'words'; readonly separator?: string; readonly words: readonly WordsMeant[] }
  );

interface FlagColumns {
  readonly columns: readonly HeaderPattern[];
  /** What an opt-out in them binds. Where that is nothing, a list copies the columns. */
  readonly binds: readonly FlagRole[];
}

/** Words in lower case with one meaning. A value that is not known is left out, so that somebody is asked. */
export type WordsMeant = Meaning & { readonly words: readonly string[] };

export type Meaning = NothingMeant | ObjectionMeant | ConsentMeant | WrongNumberMeant;

export interface NothingMeant {
  readonly becomes: 'nothing';
  /** In words that go on from "nothing: ". */
  readonly because: string;
}

/** Binds every caller, for any purpose, under every number, address and id of the row. */
export interface ObjectionMeant {
  readonly becomes: 'objection';
  /** Left out: those that the column binds. */
  readonly channels?: ChannelsMeant;
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

/** Every number of the row is somebody else's. */
export interface WrongNumberMeant {
  readonly becomes: 'wrong-number';
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

/** What "do not call" binds (a message on voicemail is part of the call). */
export const CALLS = ['live-call', 'automated-call', 'voicemail'] as const satisfies readonly LedgerChannel[];

/** Whatever reaches a telephone number. */
export const TELEPHONE = [...CALLS, 'sms', 'fax'] as const satisfies readonly LedgerChannel[];
