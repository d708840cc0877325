/** One fact of a contact's world that could be otherwise, and the world in which only it is. */
import type { Campaign } from '../campaign.js';
import type { IsoDate } from '../dates.js';
import type { LedgerChannel, RegisterName, SoftOptInEntry } from '../evidence.js';
import type { FactKey } from '../facts.js';
import { type ContactEvidence, prepareJudgement, type Verdict } from '../verdict/decide.js';

/** All that a verdict rests on. */
export interface World {
  readonly campaign: Campaign;
  readonly callDate: IsoDate;
  readonly lastPlannedOn: IsoDate | null;
  readonly contact: ContactEvidence;
}

/** The verdict on a world. */
export function judgeWorld({ campaign, callDate, lastPlannedOn, contact }: World): Verdict {
  return prepareJudgement(campaign, callDate, lastPlannedOn).judge(contact);
}

/** One change of one fact. */
export type Change =
  /** A declared fact answered as it is wanted; `answer` where it is more than a yes or no. */
  | {
      readonly kind: 'fact';
      readonly fact: FactKey;
      readonly isOpen: boolean;
      readonly answer: string | null;
    }
  | { readonly kind: 'no-instigator' }
  | { readonly kind: 'country-declared' }
  /** The day of the contact, after every moratorium that it is in. */
  | { readonly kind: 'another-day'; readonly on: IsoDate }
  /** Copies complete to the day of the contact that do not list the number. TPS and CTPS are one register. */
  | { readonly kind: 'fresh-copies'; readonly registers: readonly RegisterName[] }
  /** Copies that list the number no more. */
  | { readonly kind: 'no-longer-listed'; readonly registers: readonly RegisterName[] }
  /** What the record of a consent or relation held lacks. */
  | {
      readonly kind: 'proof';
      readonly record: 'consent' | 'soft-opt-in';
      readonly missing: readonly string[];
    }
  /** A proven consent to this caller, for this purpose, after the last objection and by the day of the contact. */
  | {
      readonly kind: 'consent';
      readonly channels: readonly LedgerChannel[];
      readonly after: IsoDate | null;
    }
  | { readonly kind: 'relation'; readonly basis: NonNullable<SoftOptInEntry['basis']> }
  | { readonly kind: 'current-member' }
  | { readonly kind: 'corporate-subscriber' }
  /** The house allows what the law's grace allows. */
  | { readonly kind: 'grace-allowed' };

export interface SingleChange {
  readonly change: Change;
  readonly to: World;
}
