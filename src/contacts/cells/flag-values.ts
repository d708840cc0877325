/** How the value of a flag column is read. One table, so that `0` never comes to mean consent. */
import type { FlagReading, FlagSense } from '../roles.js';
import { foldText } from '../text/normalise-text.js';
import { isDate } from './written-date.js';

/** Answers that mean nothing without the question, which is the header. */
const BARE_YES = words(`
  true | t | yes | y | 1 | 1.0 | -1 | x | [x] | ✓ | ✔ | ☑ | ✅ | ☒ | on | checked | ticked | selected | set
`);

const BARE_NO = words(`
  false | f | no | n | 0 | 0.0 | ☐ | [ ] | [] | off | unchecked | unticked | not set
`);

/** Values that say it themselves, whichever way round the column asks. */
const YES = words(`
  do not call | do not phone | do not ring | do not contact | do not text | do not sms | do not email
  do not mail | do not use | don't call | don't ring | don't phone | don't contact | do-not-call
  do-not-contact | donotcall | donotcontact | dnc | yes - do not call | yes - do not contact | never call
  never contact | no calls | no contact | no marketing
  stop | stopped | remove | removed | refused | refuses | declined | objected | objects | objection
  withdrawn | excluded | exclude | barred | banned
  unsubscribed | unsubscribe | unsub | opted out | opt out | opt-out | optout | opted-out | blocked
  suppressed | suppress | blacklisted | spam complaint | spam_complaint | complained
  listed | registered | tps | ctps | tps-listed | ctps-listed | tps listed | ctps listed | tps,ctps
  deceased | dead | died | decd
`);

const NO = words(`
  not opted out | not listed | not registered | ok to call | ok to contact | alive | living
  subscribed | resubscribed | opted in | opt in | opt-in | optin | opted-in
`);

const NOT_RECORDED = words(`
  - | -- | . | na | n/a | n.a. | #n/a | null | nil | none | nan | undefined | unknown | not known | not recorded
  not answered | no answer | no response | unspecified | (blank) | blank | didnotask | did not ask | didn't ask
  not asked | dk | don't know | do not know | 0000-00-00 | 0000-00-00 00:00:00
`);

const SAYS_IT_ITSELF: ReadonlyMap<string, FlagReading> = new Map<string, FlagReading>([
  ['', 'not-recorded'],
  ...NOT_RECORDED.map((word) => [word, 'not-recorded'] as const),
  ...NO.map((word) => [word, 'no'] as const),
  ...YES.map((word) => [word, 'yes'] as const),
]);

const BARE: ReadonlyMap<string, 'yes' | 'no'> = new Map([
  ...BARE_NO.map((word) => [word, 'no'] as const),
  ...BARE_YES.map((word) => [word, 'yes'] as const),
]);

/** The bare answers, in the form of `foldText`. */
export const BARE_ANSWERS: readonly string[] = [...BARE.keys()];

/**
 * Reads a cell of an opt-out, deceased or listing column of this sense. A date means that it was set on that
 * day. Case, blanks, a leading apostrophe and a final stop do not matter.
 */
export function readFlag(cell: string, sense: FlagSense = 'refusal'): FlagReading {
  if (cell === '') return 'not-recorded';
  const quick = BARE.get(cell);
  if (quick !== undefined) return inSense(quick, sense);
  const folded = foldText(cell).replace(/^['"=\s]+|['"\s]+$/g, '');
  for (const text of [folded, folded.replace(/[.!]+$/, '')]) {
    const said = SAYS_IT_ITSELF.get(text);
    if (said !== undefined) return said;
    const bare = BARE.get(text);
    if (bare !== undefined) return inSense(bare, sense);
  }
  return isDate(cell) ? inSense('yes', sense) : 'unread';
}

/** Whether a cell holds one of the bare answers, a date aside. */
export function isBareAnswer(cell: string): boolean {
  return BARE.has(foldText(cell).replace(/^['"=\s]+|['".!\s]+$/g, ''));
}

function inSense(answer: 'yes' | 'no', sense: FlagSense): FlagReading {
  switch (sense) {
    case 'refusal':
      return answer;
    case 'permission':
      return answer === 'yes' ? 'no' : 'yes';
    case 'unclear':
      return 'unread';
  }
}

function words(list: string): readonly string[] {
  return list
    .split(/[|\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
