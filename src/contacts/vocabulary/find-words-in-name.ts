/**
 * Words in the cell of a name. There are people called Stop, Dead, Late, Call, Will and Mark, so that in the name itself
 * fewer words count; in brackets, behind a dash or a comma, all of them do.
 */
import { findingOf, findWordsClosely, type ReadText, uncoveredMatches, widest } from './find-words.js';
import { idsOf, type Match } from './grammar.js';
import { ALL_WAYS, type Finding, waysOf } from './meanings.js';
import { mayHoldWordsIn } from './prefilter.js';
import type { Says } from './rules.js';
import { UNKNOWN } from './stem-table.js';
import { type Tokens, tokensOf } from './tokens.js';
import { undoText } from './undo-text.js';

const NOTHING: readonly Finding[] = [];

/** What the cell of a name says beside the name. */
export function findWordsInName(name: string): readonly Finding[] {
  return mayHoldWordsIn(name) ? findWordsInNameClosely(name) : NOTHING;
}

/** `findWordsInName` without the quick look. */
export function findWordsInNameClosely(name: string): readonly Finding[] {
  const pieces = piecesOf(name);
  const [first, ...beside] = pieces;
  const found =
    first === undefined ? [] : [...inTheName(first.text, pieces.length === 1)].map(movedBy(first.start));
  return [...found, ...beside.flatMap((piece) => besideTheName(piece.text).map(movedBy(piece.start)))];
}

interface Piece {
  readonly text: string;
  readonly start: number;
}

/** What people put between a name and a remark. */
const ENDS = /[;,|/()[\]{}*\n\r]|:::|\s[-–—]\s/g;

function piecesOf(name: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const { index, 0: sign } of [...name.matchAll(ENDS), { index: name.length, 0: '' }]) {
    const text = name.slice(start, index);
    if (text.trim() !== '') pieces.push({ text, start });
    start = index + sign.length;
  }
  return pieces;
}

function movedBy(start: number): (finding: Finding) => Finding {
  return (finding) => ({ ...finding, start: finding.start + start, end: finding.end + start });
}

const LATE = idsOf(['LATE', 'ESTATE']);

/** `(late)` says of a name what a note would not. */
function besideTheName(text: string): readonly Finding[] {
  const found = findWordsClosely(text);
  if (found.length > 0) return found;
  const { ids } = tokensOf(undoText(text));
  const words = text.trim();
  const isLate = ids.length === 1 && LATE[ids[0] ?? UNKNOWN] === 1;
  return isLate
    ? [
        {
          kind: 'death',
          channels: waysOf(ALL_WAYS),
          words,
          start: text.indexOf(words),
          end: text.indexOf(words) + words.length,
        },
      ]
    : [];
}

/** Words that stand in nobody's name. */
const NEVER_A_NAME = idsOf([
  'DECEASED',
  'DIED',
  'CODE',
  'OPTOUT',
  'PROBATE',
  'NOPHONESIGN',
  'NOSIGN',
  'DEATHSIGN',
  'SUPPRESS',
]);
/** Words that say something behind a name, and may be a name in front of one. */
const BEHIND_A_NAME = idsOf(['LISTING', 'RIP']);
/** Words that are a refusal or a death where nothing else stands in the cell. */
const ALONE_IN_A_CELL = idsOf(['BYITSELF', 'DEAD', 'RIP', 'LISTING', 'BLOCKED', 'DECEASED', 'DIED']);
/** Words of which a refusal in several words has one. */
const REFUSING = idsOf([
  ...[
    'NEG',
    'DONO',
    'NO',
    'NEVER',
    'NOT',
    'ZERO',
    'NOSIGN',
    'STOP',
    'REMOVE',
    'REFUSE',
    'OBJECT',
    'WRONG',
    'LATE',
    'ESTATE',
  ],
  ...[
    'PASSED',
    'HATE',
    'EXCLUDE',
    'BLOCKED',
    'BANNED',
    'OFF',
    'ONLY',
    'NOLONGER',
    'WITHDRAW',
    'LEAVE',
    'AVOID',
    'DEAD',
  ],
]);

function inTheName(text: string, isWhole: boolean): readonly Finding[] {
  const undone = undoText(text);
  const tokens = tokensOf(undone);
  const read: ReadText = { text, undone, tokens };
  const counting = uncoveredMatches(tokens).filter((match) => counts(match, tokens, isWhole));
  return widest(counting).map((match) => findingOf(match, read));
}

function counts({ first, last, rule }: Match<Says>, tokens: Tokens, isWhole: boolean): boolean {
  const ids = tokens.ids.slice(first, last + 1);
  const holds = (words: Uint8Array) => ids.some((id) => words[id] === 1);
  if (holds(NEVER_A_NAME)) return true;
  if (isWhole && tokens.ids.length === 1) return holds(ALONE_IN_A_CELL);
  if (first > 0 && holds(BEHIND_A_NAME)) return true;
  if (ids.length < 2 || !holds(REFUSING)) return false;
  // `Mrs Dead` and `Dead, Ann` are people.
  return rule.says.kind !== 'death' || !isTitled(tokens, first, last);
}

const TITLES = idsOf(['TITLE']);
const DEAD = idsOf(['DEAD', 'PASSED']);

function isTitled(tokens: Tokens, first: number, last: number): boolean {
  const ids = tokens.ids.slice(0, last + 1);
  return ids.some((id) => TITLES[id] === 1) && tokens.ids.slice(first, last + 1).some((id) => DEAD[id] === 1);
}
