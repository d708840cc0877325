/** Whom a record is about: the cells of kind, mailbox, birth and membership, read tolerantly or not at all. */
import {
  type MailboxKind,
  type Membership,
  type MembershipStatus,
  NOT_RECORDED,
  type Recorded,
  type SubscriberKind,
  UNREADABLE,
} from '../../screening/contact.js';
import { addMonths, type IsoDate } from '../../screening/dates.js';
import { readFlag } from '../cells/flag-values.js';
import { readDate } from '../cells/written-date.js';
import type { ColumnRoles } from '../columns/column-roles.js';
import type { RecordBatch } from '../csv/record-batch.js';
import type { DateOrder } from '../reading-options.js';
import type { Role } from '../roles.js';
import { foldText } from '../text/normalise-text.js';

/** The days against which two-digit years are read, and the order of day and month. */
export interface DateSettings {
  readonly callDate: IsoDate;
  readonly dateOrder: DateOrder | null;
}

const SUBSCRIBER_KINDS: ReadonlyMap<string, SubscriberKind> = new Map<string, SubscriberKind>([
  ['individual', 'individual'],
  ['sole-trader', 'sole-trader'],
  ['partnership', 'partnership'],
  ['corporate', 'corporate'],
  ['unknown', 'unknown'],
]);

const LEGAL_FORMS: ReadonlyMap<string, SubscriberKind> = new Map<string, SubscriberKind>([
  ['company', 'corporate'],
  ['llp', 'corporate'],
  ['scottish-partnership', 'corporate'],
  ['public-body', 'corporate'],
  ['corporation-sole', 'corporate'],
  ['english-partnership', 'partnership'],
  ['unincorporated-association', 'partnership'],
  // A partnership with a company as partner fits neither limb of the definition cleanly.
  ['partnership-with-company', 'unknown'],
]);

const MAILBOX_KINDS: ReadonlyMap<string, MailboxKind> = new Map<string, MailboxKind>([
  ['role', 'role'],
  ['named-work', 'named-work'],
  ['personal', 'personal'],
]);

const MEMBERSHIP_STATUSES: ReadonlyMap<string, MembershipStatus> = new Map([
  ...statuses('current', ['current', 'active', 'paid-up', 'member', 'full-member', 'in-good-standing']),
  ...statuses('lapsed', ['lapsed', 'expired', 'lapsed-member', 'in-arrears-lapsed']),
  ...statuses('resigned', ['resigned', 'left', 'cancelled']),
  ...statuses('expelled', ['expelled']),
  ...statuses('registered-supporter', ['registered-supporter', 'supporter']),
  ...statuses('none', ['none', 'never', 'never-a-member', 'non-member', 'not-a-member']),
]);

/** Memberships are sold ahead, but hardly for longer than this. */
const LONGEST_AHEAD_IN_MONTHS = 240;

/** The one cell of a role that takes one column; null where the list has no such column. */
export type SingleCell = (role: Role) => string | null;

/** A look-up of the cells of one record. */
export function singleCells(columns: ColumnRoles, batch: RecordBatch, row: number): SingleCell {
  return (role) => {
    const [column] = columns.columnsOf(role);
    return column === undefined ? null : batch.cell(row, column);
  };
}

/**
 * Who holds the line. The legal form beats the subscriber kind. Empty means an individual where the list
 * has no such column, and unknown where it has; a word nobody can read is unknown.
 */
export function readSubscriberKind(cell: SingleCell): SubscriberKind {
  const form = cell('legal_form');
  const kind = cell('subscriber_kind');
  if (form !== null && form.trim() !== '') return LEGAL_FORMS.get(keyword(form)) ?? 'unknown';
  if (kind !== null) return SUBSCRIBER_KINDS.get(keyword(kind)) ?? 'unknown';
  return form === null ? 'individual' : 'unknown';
}

/** The kind of mailbox, where the list says so. */
export function readMailboxKind(cell: SingleCell): MailboxKind {
  const text = cell('mailbox_kind') ?? '';
  if (isEmpty(text)) return 'not-recorded';
  return MAILBOX_KINDS.get(keyword(text)) ?? 'unreadable';
}

/** The day of birth. */
export function readDateOfBirth(cell: SingleCell, { callDate, dateOrder }: DateSettings): Recorded<IsoDate> {
  return readDay(cell('date_of_birth') ?? '', dateOrder, callDate);
}

/** What the record says of a membership. */
export function readMembership(cell: SingleCell, { callDate, dateOrder }: DateSettings): Membership {
  const status = cell('membership_status') ?? '';
  const controller = (cell('membership_controller') ?? '').trim();
  const latest = addMonths(callDate, LONGEST_AHEAD_IN_MONTHS);
  return {
    status: readStatus(status),
    controller: controller === '' ? null : controller,
    endedOn: readDay(cell('membership_ended_on') ?? '', dateOrder, latest),
  };
}

function readStatus(cell: string): Recorded<MembershipStatus> {
  const status = MEMBERSHIP_STATUSES.get(keyword(cell));
  if (status !== undefined) return { status: 'recorded', value: status };
  return isEmpty(cell) ? NOT_RECORDED : UNREADABLE;
}

function readDay(cell: string, order: DateOrder | null, latest: IsoDate): Recorded<IsoDate> {
  if (cell === '') return NOT_RECORDED;
  const date = readDate(cell, order, latest);
  // The survey stops the run before a date that could be read in two ways gets here.
  return date.status === 'ambiguous' ? UNREADABLE : date;
}

function isEmpty(cell: string): boolean {
  return cell === '' || readFlag(cell) === 'not-recorded';
}

function keyword(cell: string): string {
  return foldText(cell)
    .replace(/^['"]+|['".]+$/g, '')
    .replace(/[\s_-]+/g, '-');
}

function statuses(
  status: MembershipStatus,
  words: readonly string[],
): readonly (readonly [string, MembershipStatus])[] {
  return words.map((word) => [word, status] as const);
}
