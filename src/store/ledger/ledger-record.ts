/** What one record of the ledger says, as it is kept. Whom it is about stands beside it, in its keys. */
import { z } from 'zod';
import { isPhoneNumber, type PhoneNumber } from '../../screening/contact.js';
import { type IsoDate, isIsoDate } from '../../screening/dates.js';
import type { LedgerChannel } from '../../screening/evidence.js';

export const LEDGER_RECORDS = [
  'consent',
  'withdrawal',
  'objection',
  'soft-opt-in',
  'fundraising-preference',
  'wrong-number',
] as const;
export type LedgerRecordKind = (typeof LEDGER_RECORDS)[number];

export const LEDGER_CHANNELS = [
  'live-call',
  'automated-call',
  'voicemail',
  'sms',
  'email',
  'social-dm',
  'fax',
  'post',
] as const satisfies readonly LedgerChannel[];

export const OBTAINED = ['direct', 'third-party'] as const;
export const METHODS = ['opt-in', 'pre-ticked', 'bundled-terms', 'opt-out-not-used'] as const;
export const TIES = ['standalone', 'membership'] as const;
export const SOFT_OPT_IN_BASES = ['sale', 'negotiation', 'charity-support', 'existing-client'] as const;
export const SCOPES = ['number', 'person'] as const;

/** Whom an entry is about: at least one of number, address and person. */
export interface LedgerKeys {
  readonly phone: PhoneNumber | null;
  readonly email: string | null;
  readonly personId: string | null;
  /** As `idSystemKey` writes it; null exactly where `personId` is. */
  readonly idSystem: string | null;
}

const text = z.string().nullable();
const yesNo = z.boolean().nullable();
const day = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value)).nullable();
const channels = z.array(z.enum(LEDGER_CHANNELS));

const objection = z.strictObject({
  record: z.enum(['objection', 'withdrawal', 'fundraising-preference']),
  /** Whom it binds; null: the line and the person. */
  scope: z.enum(SCOPES).nullable(),
  /** null: every caller. */
  controller: text,
  channels: z.union([z.literal('all'), channels]),
  purposes: z.union([z.literal('any'), z.array(z.string())]),
  on: day,
});

const consent = z.strictObject({
  record: z.literal('consent'),
  controller: text,
  channels,
  /** Words of the cell that are no channel: they cover none, but they were recorded. */
  otherChannels: z.array(z.string()),
  purposes: z.array(z.string()),
  on: day,
  withdrawnOn: day,
  obtained: z.enum(OBTAINED).nullable(),
  controllerNamed: yesNo,
  method: z.enum(METHODS).nullable(),
  tiedTo: z.enum(TIES).nullable(),
  source: text,
  wording: text,
  dueDiligence: text,
});

const softOptIn = z.strictObject({
  record: z.literal('soft-opt-in'),
  controller: text,
  channels,
  otherChannels: z.array(z.string()),
  purposes: z.array(z.string()),
  on: day,
  withdrawnOn: day,
  basis: z.enum(SOFT_OPT_IN_BASES).nullable(),
  obtainedBy: text,
  obtainedOn: day,
  optOutAtCollection: yesNo,
  similarProducts: yesNo,
  soleCharitablePurpose: yesNo,
  source: text,
  wording: text,
});

const wrongNumber = z.strictObject({ record: z.literal('wrong-number'), on: day });

const ledgerRecord = z.discriminatedUnion('record', [objection, consent, softOptIn, wrongNumber]);

export type ObjectionRecord = z.infer<typeof objection>;
export type ConsentRecord = z.infer<typeof consent>;
export type SoftOptInRecord = z.infer<typeof softOptIn>;
export type LedgerRecord = z.infer<typeof ledgerRecord>;

/** One entry of the ledger as the store holds it. */
export interface StoredEntry {
  readonly id: number;
  /** The revision that added it. */
  readonly revision: number;
  readonly keys: LedgerKeys;
  readonly record: LedgerRecord;
}

/** Whether the record tells a caller to stop: a consent does once it is withdrawn. */
export function isObjection(record: LedgerRecord): boolean {
  switch (record.record) {
    case 'objection':
    case 'withdrawal':
    case 'fundraising-preference':
      return true;
    case 'consent':
    case 'soft-opt-in':
      return record.withdrawnOn !== null;
    case 'wrong-number':
      return false;
  }
}

/**
 * The form in which names of id systems are kept and compared: case and spacing aside. Stricter, and
 * `Nationbuilder` in one file would hide an objection that another files under `NationBuilder`.
 */
export function idSystemKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** The content of a record as text, the same for the same record whatever the order of its fields. */
export function recordAsText(record: LedgerRecord): string {
  const fields = Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(Object.fromEntries(fields));
}

/** The record that `recordAsText` wrote. Throws (a bug, or a damaged store) where it is none. */
export function recordFromText(content: string): LedgerRecord {
  return ledgerRecord.parse(JSON.parse(content));
}

/** The number kept in the store. Throws where the store holds something else, since that would match nobody. */
export function storedNumber(phone: string | null): PhoneNumber | null {
  if (phone === null || isPhoneNumber(phone)) return phone;
  throw new TypeError('the ledger holds a number that is not in E.164 form');
}
