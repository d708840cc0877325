/** A header as words: every spelling of one comes to the same. */

import { TABLE, type Word } from './stem-table.js';
import { segmentsOf } from './tokens.js';
import { undoText } from './undo-text.js';
import { HEADER_TRIMMINGS } from './words/flag-words.js';

/**
 * The words of a header, small: signs and underscores are blanks, camel case and figures are cut apart, and words
 * written in one where the table knows them all (`isTPSlisted`, `NOCALL`).
 */
export function wordsOfHeader(header: string): readonly string[] {
  const plain = header.replace(/['’‘`´ʼ′＇]/g, '').normalize('NFKC');
  return plain
    .split(/[^\p{L}\p{M}\p{N}\p{So}\p{Cf}%&;#@?]+/u)
    .flatMap((chunk) => wordsOfChunk(chunk.replace(/\p{Cf}/gu, '')))
    .filter((word) => word !== '')
    .join(' ')
    .replace(/\be mail(s|ed|ing)?\b/g, 'email$1')
    .replace(/\b(?:donot|dont|do nt)\b/g, 'do not')
    .split(' ');
}

function wordsOfChunk(chunk: string): readonly string[] {
  const whole = wordOrRun(smallOf(chunk));
  if (whole !== null) return whole;
  const pieces = chunk
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\p{N}{2,}|[2-9])/gu, '$1 $2')
    .replace(/(\p{L})(\p{N}(?!\p{L}))/gu, '$1 $2')
    .replace(/(\p{N})(\p{L}{2,})/gu, (found, figure: string, letters: string) =>
      figure === '0' ? found : `${figure} ${letters}`,
    )
    .split(/\s+/);
  return pieces.flatMap((piece) => wordOrRun(smallOf(piece)) ?? signless(smallOf(piece)));
}

function smallOf(piece: string): string {
  return undoText(piece).text;
}

function signless(piece: string): readonly string[] {
  return piece.split(/[^\p{L}\p{N}\p{So}]+/u);
}

/** Words of the table that may be part of a run although they name neither contact nor refusal. */
const SMALL: ReadonlySet<string> = new Set([
  ...HEADER_TRIMMINGS,
  ...[
    'out',
    'in',
    'off',
    'from',
    'of',
    'to',
    'by',
    'be',
    'not',
    'no',
    'me',
    'us',
    'my',
    'list',
    'ok',
    'can',
    'may',
    'we',
  ],
  ...[
    'do',
    'never',
    'please',
    'via',
    'please',
    'opt',
    'opted',
    'optin',
    'prefs',
    'pref',
    'sub',
    'marketing',
    'listed',
  ],
]);
const PART_CLASSES = [
  'NEG',
  'NOT',
  'NO',
  'CONSENT',
  'OK',
  'ALLOW',
  'ACCEPT',
  'OPTIN',
  'SUBSCRIBE',
  'ABLE',
  'WANT',
  'REGISTERED',
  'CLEARED',
];

function wordOrRun(piece: string): readonly string[] | null {
  if (piece === '') return [];
  if (TABLE.find(piece) !== undefined) return [piece];
  if (!/^\p{L}+$/u.test(piece)) return null;
  const run = segmentsOf(piece, partOf);
  const says =
    run?.some(({ ways, classes }) => ways !== 0 || classes.has('OPTIN') || classes.has('CONSENT')) ?? false;
  return run === null || !says ? null : run.map(({ form }) => form);
}

function partOf(piece: string): Word | undefined {
  const word = TABLE.findExactly(piece);
  if (word === undefined || piece.length < 2) return undefined;
  const isPart =
    (piece.length > 2 && word.ways !== 0) ||
    SMALL.has(piece) ||
    PART_CLASSES.some((name) => word.classes.has(name));
  return isPart ? word : undefined;
}

/** Without the namespace in front and the forms around it: `npsp__Deceased__c`, `is_dnc_flag`, `opted_out_at`. */
export function coreOf(words: readonly string[]): readonly string[] {
  let start = 0;
  let end = words.length;
  while (start < end - 1 && isTrimming(words[start] ?? '')) start += 1;
  while (end > start + 1 && isTrimming(words[end - 1] ?? '')) end -= 1;
  return words.slice(start, end);
}

function isTrimming(word: string): boolean {
  return HEADER_TRIMMINGS.has(word) || /^\d+$/.test(word);
}
