/** How the value of a flag column is read. One table, so that `0` never comes to mean consent. */

import type { FlagReading, FlagSense } from '../roles.js';
import { foldText } from '../text/normalise-text.js';
import { uncoveredMatches } from '../vocabulary/find-words.js';
import { idsOf } from '../vocabulary/grammar.js';
import { UNKNOWN } from '../vocabulary/stem-table.js';
import { tokensOf } from '../vocabulary/tokens.js';
import { undoText } from '../vocabulary/undo-text.js';
import {
  BARE_NO,
  BARE_YES,
  EITHER,
  NOT_RECORDED,
  SAYS_NO,
  SAYS_YES,
} from '../vocabulary/words/flag-words.js';
import { isDate } from './written-date.js';

const SAYS_IT_ITSELF: ReadonlyMap<string, FlagReading> = new Map<string, FlagReading>([
  ...SAYS_YES.map((word) => [word, 'yes'] as const),
  ...SAYS_NO.map((word) => [word, 'no'] as const),
  ...EITHER.map((word) => [word, 'unread'] as const),
  ...NOT_RECORDED.map((word) => [word, 'not-recorded'] as const),
]);

const BARE: ReadonlyMap<string, 'yes' | 'no'> = new Map([
  ...BARE_NO.map((word) => [word, 'no'] as const),
  ...BARE_YES.map((word) => [word, 'yes'] as const),
]);

/** The bare answers, in the form of `foldText`. */
export const BARE_ANSWERS: readonly string[] = [...BARE.keys()];

/** A longer cell is no answer. */
const LONGEST = 200;

/**
 * Reads a cell of an opt-out, deceased or listing column of this sense. A date means that it was set on that day. Case,
 * blanks, a leading apostrophe and a final stop do not matter; a cell of nothing but such signs is `unread`, for a
 * ditto mark is no empty cell.
 */
export function readFlag(cell: string, sense: FlagSense = 'refusal'): FlagReading {
  if (cell === '') return 'not-recorded';
  const quick = BARE.get(cell);
  if (quick !== undefined) return inSense(quick, sense);
  const folded = foldText(cell);
  if (folded === '') return 'not-recorded';
  const stripped = folded.replace(/^['"=\s]+|['"\s]+$/g, '');
  for (const text of [folded, stripped, stripped.replace(/[_-]+/g, ' '), stripped.replace(/[.!]+$/, '')]) {
    const said = SAYS_IT_ITSELF.get(text);
    if (said !== undefined) return said;
    const bare = BARE.get(text);
    if (bare !== undefined) return inSense(bare, sense);
  }
  if (cell.length <= LONGEST && isWhollyRefusal(cell)) return 'yes';
  return isDate(cell) ? inSense('yes', sense) : 'unread';
}

/** Whether a cell holds one of the bare answers, a date aside. */
export function isBareAnswer(cell: string): boolean {
  return BARE.has(foldText(cell).replace(/^['"=\s]+|['".!\s]+$/g, ''));
}

const CHANGES_NOTHING = idsOf([
  ...[
    'FILL',
    'TRIM',
    'POLITE',
    'PERSON',
    'NUM',
    'MONTH',
    'LETTER',
    'YES',
    'TRUEWORD',
    'CONTACT',
    'CHANNEL',
    'LISTING',
  ],
  ...[
    'REGISTERED',
    'NOTICE',
    'AFTERWARDS',
    'SAY',
    'ASK',
    'BYITSELF',
    'OPTOUT',
    'LIST',
    'MARKETING',
    'CONSENT',
    'BLOCK',
    'CODE',
    'WEDI',
    'IS',
  ],
]);

/** A value that says a refusal or a death from its first word to its last; where more is in it, a person must look. */
function isWhollyRefusal(cell: string): boolean {
  const tokens = tokensOf(undoText(cell));
  const matches = uncoveredMatches(tokens);
  if (matches.length === 0) return false;
  return tokens.ids.every(
    (id, at) =>
      CHANGES_NOTHING[id ?? UNKNOWN] === 1 || matches.some(({ first, last }) => first <= at && at <= last),
  );
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
