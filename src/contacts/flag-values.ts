/** How the value of a flag column is read. One table, so that `0` never comes to mean consent. */
import { foldText } from './normalise-text.js';
import { isDate } from './written-date.js';

/** `no` means "not opted out" and is never consent. `not-recorded`: nobody answered. `unread`: a person must look. */
export type FlagReading = 'yes' | 'no' | 'not-recorded' | 'unread';

const YES = words(`
  true | t | yes | y | 1 | 1.0 | -1 | x | [x] | ✓ | ✔ | ☑ | ✅ | ☒ | on | checked | ticked | selected | set
  do not call | do not phone | do not ring | do not contact | do not text | do not sms | do not email
  do not mail | don't call | don't contact | do-not-call | do-not-contact | donotcall | donotcontact | dnc
  yes - do not call | yes - do not contact | never call | no calls | no contact
  stop | stopped | remove | removed | refused | declined | objected | objection | withdrawn
  listed | registered | tps | ctps | deceased | dead | died
`);

const NO = words(`
  false | f | no | n | 0 | 0.0 | ☐ | [ ] | [] | off | unchecked | unticked | not set
  not opted out | not listed | not registered | ok to call | ok to contact | alive | living
`);

/** Words that say how a subscription stands, whichever way round the column asks. */
const STATUS_YES = words(`
  unsubscribed | unsubscribe | opted out | opt out | opt-out | optout | opted-out | blocked | suppressed
  blacklisted | spam complaint | spam_complaint | complained
`);

const STATUS_NO = words(`
  subscribed | resubscribed | opted in | opt in | opt-in | optin | opted-in
`);

const NOT_RECORDED = words(`
  - | -- | . | na | n/a | n.a. | #n/a | null | nil | none | nan | undefined | unknown | not known | not recorded
  not answered | no answer | no response | unspecified | (blank) | blank | didnotask | did not ask | didn't ask
  not asked | dk | don't know | do not know | 0000-00-00 | 0000-00-00 00:00:00
`);

type Table = ReadonlyMap<string, FlagReading>;

const FLAGS: Table = tableOf([...YES, ...STATUS_YES], [...NO, ...STATUS_NO]);
const STATUSES: Table = tableOf(STATUS_YES, STATUS_NO);

/**
 * Reads a cell of an opt-out, deceased or listing column. A date means that it was set on that day. Case,
 * blanks, a leading apostrophe and a final stop do not matter.
 */
export function readFlag(cell: string): FlagReading {
  return readFrom(FLAGS, cell) ?? (isDate(cell) ? 'yes' : 'unread');
}

/**
 * Reads a cell of a column that says whether somebody is subscribed (`Email Subscription Status`, `SMS
 * Opt-In Status`). A bare yes or no there would mean the reverse of what it means in an opt-out column, so
 * that it is left unread.
 */
export function readStatus(cell: string): FlagReading {
  return readFrom(STATUSES, cell) ?? 'unread';
}

function readFrom(table: Table, cell: string): FlagReading | undefined {
  if (cell === '') return 'not-recorded';
  const quick = table.get(cell);
  if (quick !== undefined) return quick;
  const folded = foldText(cell).replace(/^['"=\s]+|['"\s]+$/g, '');
  return table.get(folded) ?? table.get(folded.replace(/[.!]+$/, ''));
}

function tableOf(yes: readonly string[], no: readonly string[]): Table {
  return new Map<string, FlagReading>([
    ['', 'not-recorded'],
    ...NOT_RECORDED.map((word) => [word, 'not-recorded'] as const),
    ...no.map((word) => [word, 'no'] as const),
    ...yes.map((word) => [word, 'yes'] as const),
  ]);
}

function words(list: string): readonly string[] {
  return list
    .split(/[|\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
