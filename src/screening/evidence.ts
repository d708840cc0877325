/** What the store and the list know of one contact point. Evidence is never a bare yes or no. */
import type { IsoDate } from './dates.js';

/** The two files of the register kept under PECR 2003 reg. 26 that bind live calls. */
export type CallRegister = 'tps' | 'ctps';
export const CALL_REGISTERS: readonly CallRegister[] = ['tps', 'ctps'];

/** Every register there is a copy of: the two that bind live calls, and the one that binds faxes. */
export type RegisterName = CallRegister | 'fps';

/**
 * What a register copy says about one number, or (`by`) a screening service that checked it: `asOf` is the
 * day of the copy or of the check. `not-loaded` and `outside-coverage` are never read as `not-listed`. How
 * old the evidence may be is the core's question, so every state carries its day.
 */
export type Listing =
  /** `takenBackOn`: the day of a check that found the number listed and was taken back, and nothing later answers. */
  | ({ readonly status: 'not-loaded'; readonly takenBackOn?: IsoDate } & MaybeInvalid)
  /** `earliestOn`: the earliest day the listing can have been made; `unknown` gives no grace. */
  | {
      readonly status: 'listed';
      readonly asOf: IsoDate;
      readonly earliestOn: IsoDate | 'unknown';
      readonly by?: 'service';
    }
  | ({ readonly status: 'not-listed'; readonly asOf: IsoDate; readonly by?: 'service' } & MaybeInvalid)
  /** The copy in force covers only some dialling codes, and this number has none of them. */
  | ({ readonly status: 'outside-coverage'; readonly asOf: IsoDate } & MaybeInvalid);

/** The day on which a screening service called the number invalid and so could not check it. No evidence of anything. */
interface MaybeInvalid {
  readonly invalidOn?: IsoDate;
}

/** How a ledger entry came to be matched with the contact point that is judged. */
export interface KeyMatch {
  /** The entry names this very number or address. */
  readonly contact: boolean;
  /** The entry names the record's person_id (same id system), or another number or address of the record. */
  readonly person: boolean;
  /** The entry names a number or address at all; else it is keyed to the person alone. */
  readonly namesContact: boolean;
  /** The entry names a telephone number. */
  readonly namesNumber: boolean;
  /** The entry names another person_id of the same id system than the record does. */
  readonly otherPerson: boolean;
}

/** Words of the ledger's `channels` column. Anything else covers no channel. */
export type LedgerChannel =
  | 'live-call'
  | 'automated-call'
  | 'voicemail'
  | 'sms'
  | 'email'
  | 'social-dm'
  | 'fax'
  | 'post';

/** Somebody told a caller to stop: an objection, a withdrawn consent, or a fundraising preference. */
export interface ObjectionEntry {
  readonly record: 'objection' | 'withdrawal' | 'fundraising-preference';
  readonly match: KeyMatch;
  /** Whom it binds; null: both the line and the person. */
  readonly scope: 'number' | 'person' | null;
  /** null: every caller. */
  readonly controller: string | null;
  readonly channels: readonly LedgerChannel[] | 'all';
  readonly purposes: readonly string[] | 'any';
  /** null: undated, which is never older than anything. */
  readonly on: IsoDate | null;
}

/**
 * A consent as it was recorded; every gap is null or an empty list.
 *
 * INVARIANT: a consent with a `withdrawnOn` comes with an `ObjectionEntry` of record `withdrawal` beside it.
 * The consent alone raises no bar; it only fails as a key.
 */
export interface ConsentEntry {
  readonly record: 'consent';
  readonly match: KeyMatch;
  readonly controller: string | null;
  readonly channels: readonly LedgerChannel[];
  readonly purposes: readonly string[];
  readonly on: IsoDate | null;
  readonly withdrawnOn: IsoDate | null;
  readonly obtained: 'direct' | 'third-party' | null;
  readonly controllerNamed: boolean | null;
  readonly method: 'opt-in' | 'pre-ticked' | 'bundled-terms' | 'opt-out-not-used' | null;
  readonly tiedTo: 'standalone' | 'membership' | null;
  readonly source: string | null;
  readonly wording: string | null;
  readonly dueDiligence: string | null;
}

/** The number or address reaches somebody else. It ends consents on it; by itself it bars nothing. */
export interface WrongNumberEntry {
  readonly record: 'wrong-number';
  readonly match: KeyMatch;
  readonly on: IsoDate | null;
}

/**
 * A relation that may take the place of consent: a sale, a negotiation, support of a charity, or (pensions)
 * an existing client. Every gap is null.
 */
export interface SoftOptInEntry {
  readonly record: 'soft-opt-in';
  readonly match: KeyMatch;
  readonly controller: string | null;
  readonly channels: readonly LedgerChannel[];
  /** The entry names no channel at all: the relation is not limited to any. */
  readonly coversAnyChannel: boolean;
  /** What the details may be used for, where the entry limits it; empty: it does not. */
  readonly purposes: readonly string[];
  readonly basis: 'sale' | 'negotiation' | 'charity-support' | 'existing-client' | null;
  readonly obtainedBy: string | null;
  readonly obtainedOn: IsoDate | null;
  readonly optOutAtCollection: boolean | null;
  readonly similarProducts: boolean | null;
  readonly soleCharitablePurpose: boolean | null;
}

export type LedgerEntry = ObjectionEntry | ConsentEntry | WrongNumberEntry | SoftOptInEntry;

/** Words in a cell of the record that is judged. */
export interface WordsHere {
  /** The header of the column. */
  readonly column: string;
  readonly isDeath: boolean;
  readonly words: string;
}

/** What the list itself says, in this record or in any other that shares its number, address or person. */
export interface ListEvidence {
  /**
   * An opt-out that binds the run's channel: `number`, where the record shares a number or address with
   * an opted-out one (or is it), `person` where it shares the person_id only.
   */
  readonly optOut: 'number' | 'person' | null;
  /** Headers of the flag columns that hold, here or in such a record, a value nobody can read. */
  readonly unreadFlags: readonly string[];
  /** One of them says, or may say, that the person is dead. */
  readonly isDeathUnread: boolean;
  /** Words that refuse contact of the run's channel, in a phone, tag, label or note cell. */
  readonly optOutWords: boolean;
  /** Words such as "dead" in such a cell. */
  readonly deceasedWords: boolean;
  /** Those of such words that are in this record, so that they can be quoted. */
  readonly wordsHere: readonly WordsHere[];
  /** Another record with the same person_id is flagged as deceased. */
  readonly deceasedElsewhere: boolean;
}

/** What a list says of a record about which it says nothing. */
export const NOTHING_IN_LIST: ListEvidence = {
  optOut: null,
  unreadFlags: [],
  isDeathUnread: false,
  optOutWords: false,
  deceasedWords: false,
  wordsHere: [],
  deceasedElsewhere: false,
};

export interface Evidence {
  /** Of the point's number; of a point that is none, what the copies list of the record's numbers. */
  readonly registers: Readonly<Record<RegisterName, Listing>>;
  readonly ledger: readonly LedgerEntry[];
  readonly list: ListEvidence;
}
