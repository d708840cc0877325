/**
 * Whom a record of the list is about, and the numbers and addresses by which it would reach them. Everything here
 * was read from the list once, at the edge; a cell that could not be read is a value of its own.
 */
import type { IsoDate } from './dates.js';

declare const e164: unique symbol;
declare const emailForm: unique symbol;

/** A telephone number in E.164 form, such as +442079460000. Holding one proves that it was read. */
export type PhoneNumber = string & { readonly [e164]: true };

/** Whether `text` has the form of E.164: a plus, a country code, at most 15 digits. */
export function isPhoneNumber(text: string): text is PhoneNumber {
  return /^\+[1-9]\d{3,14}$/.test(text);
}

/** An email address in the form in which addresses are compared: lower case, its domain in ASCII. */
export type EmailAddress = string & { readonly [emailForm]: true };

/** Whether `text` has that form. Whether it is an address at all is read in `contacts/`. */
export function isEmailAddress(text: string): text is EmailAddress {
  return /^[^\s@]+@[^\s@]+$/u.test(text) && text === text.toLowerCase();
}

/**
 * What kind of number was read. Only `callable` may be rung on a clear register; every other kind is
 * still looked up, because a listed number is blocked whatever the numbering plan makes of it.
 */
export type NumberStatus =
  | { readonly kind: 'callable' }
  /** Readable, but no number of the plan: the register cannot have been asked about a line that is none. */
  | { readonly kind: 'invalid' }
  /** Premium, shared cost, pager, personal: not a subscriber's ordinary line. */
  | { readonly kind: 'not-callable'; readonly service: string }
  | { readonly kind: 'crown-dependency'; readonly territory: CrownDependency }
  /** Not a UK number: `country` is the ISO code where the metadata names one. */
  | { readonly kind: 'non-uk'; readonly country: string | null };

export type CrownDependency = 'Isle of Man' | 'Jersey' | 'Guernsey';

/** What was repaired to read a number; each is a `number-repaired` note. */
export type NumberRepair =
  | 'lost-leading-zero'
  | 'scientific-notation'
  | 'missing-plus'
  | 'doubled-prefix'
  | 'full-width-digits'
  | 'surrounding-text';

/** What a phone cell may hold that belongs into another column. */
export type Misplaced = 'email-address' | 'words';

/** One contact point of a record, as far as it could be read. */
export type ContactPoint =
  | {
      readonly kind: 'number';
      readonly number: PhoneNumber;
      readonly numberStatus: NumberStatus;
      readonly repairs: readonly NumberRepair[];
    }
  | { readonly kind: 'email'; readonly address: EmailAddress }
  /** Where a letter would go: all address cells of the record together. */
  | { readonly kind: 'postal-address' }
  /** An account of a social service, as it was written. */
  | { readonly kind: 'social-handle'; readonly handle: string }
  /** A contact cell holds something from which no single number or address can be read. */
  | {
      readonly kind: 'unreadable';
      readonly problem: 'number-invalid' | 'number-ambiguous' | 'email-invalid';
      /** What the cell holds in place of a number: it may be the wrong column. */
      readonly holds?: Misplaced;
    }
  /** The record has nothing in any contact cell of the channel. */
  | { readonly kind: 'missing' };

/**
 * Whether anybody could be reached by the point at all. What needs consent is not asked of a record that
 * nothing can be sent to: it waits for a person with its own doubt.
 */
export function isReachable(point: ContactPoint): boolean {
  switch (point.kind) {
    case 'number':
    case 'email':
    case 'postal-address':
    case 'social-handle':
      return true;
    case 'unreadable':
    case 'missing':
      return false;
  }
}

/** A cell that was filled and read, left empty, or filled with what nobody can read. */
export type Recorded<T> =
  | { readonly status: 'recorded'; readonly value: T }
  | { readonly status: 'not-recorded' }
  | { readonly status: 'unreadable' };

export const NOT_RECORDED: { readonly status: 'not-recorded' } = { status: 'not-recorded' };
export const UNREADABLE: { readonly status: 'unreadable' } = { status: 'unreadable' };

/** The value of `cell` where it was recorded, else null. */
export function recordedValue<T>(cell: Recorded<T>): T | null {
  return cell.status === 'recorded' ? cell.value : null;
}

/**
 * Who holds the line (PECR 2003 reg. 2(1)). Companies, LLPs, Scottish partnerships and public bodies
 * are corporate; sole traders, other partnerships and unincorporated bodies are individual.
 */
export type SubscriberKind = 'individual' | 'sole-trader' | 'partnership' | 'corporate' | 'unknown';

/** Whether a rule made for individuals holds: unless the line is known to be a corporate subscriber's. */
export function mayBeIndividual(kind: SubscriberKind): boolean {
  return kind !== 'corporate';
}

export type MailboxKind = 'role' | 'named-work' | 'personal' | 'not-recorded' | 'unreadable';

export type MembershipStatus =
  | 'current'
  | 'lapsed'
  | 'resigned'
  | 'expelled'
  | 'registered-supporter'
  | 'none';

/** What the record says of a membership. It counts for `controller` only. */
export interface Membership {
  readonly status: Recorded<MembershipStatus>;
  /** The body it is a membership of; null: the list's controller. */
  readonly controller: string | null;
  readonly endedOn: Recorded<IsoDate>;
}

/** Whether a membership of this status has ended. */
export function hasEnded(status: MembershipStatus): boolean {
  switch (status) {
    case 'lapsed':
    case 'resigned':
    case 'expelled':
      return true;
    case 'current':
    case 'registered-supporter':
    case 'none':
      return false;
  }
}

/** By what a record can be found in the ledger and in the rest of the list. */
export interface FoundBy {
  /** It has a readable number or email address, in whatever column. */
  readonly numberOrEmail: boolean;
  readonly personId: boolean;
}

/** Whom the record is about. */
export interface Person {
  readonly subscriberKind: SubscriberKind;
  readonly mailboxKind: MailboxKind;
  readonly dateOfBirth: Recorded<IsoDate>;
  readonly membership: Membership;
  readonly deceased: Recorded<boolean>;
  /** The list says that the address is on the register of the Mailing Preference Service. */
  readonly mpsListed: Recorded<boolean>;
  readonly foundBy: FoundBy;
  /** The record is ragged or its quoting is broken, so a cell may be under the wrong header. */
  readonly isMalformed: boolean;
}
