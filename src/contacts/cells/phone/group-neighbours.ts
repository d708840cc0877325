/**
 * What stands beside a run of digits may belong to it, and its first or last group may belong to what
 * stands beside it: 3pm, (2), 12 High Street, O7700. Every way to part them that gives a number is tried,
 * and two different answers are ambiguous.
 */
import {
  type DigitGroup,
  type GroupReading,
  isSameReading,
  readGroups,
  UNREADABLE_GROUPS,
} from './digit-groups.js';

/** A group longer than this belongs to no time, flat or count. */
const LONGEST_LOOSE = 4;

/** A single letter or mark at a digit: it may be one that was mistyped or blotted out. */
const MARK_BEFORE = /(?<!\p{L})(?:\p{L}|[*?_#])$|(?<!\p{L})[OoIl] $/u;
const MARK_AFTER = /^(?:\p{L}|[*?_])(?!\p{L})|^ [OoIl](?!\p{L})/u;

/** Reads the groups between `start` and `end` of `text`. */
export function readAmongNeighbours(
  groups: readonly DigitGroup[],
  text: string,
  start: number,
  end: number,
): GroupReading {
  const before = text.slice(0, start);
  const behind = text.slice(end);
  const whole = readGroups(groups);
  if (readsWithMarks(groups, MARK_BEFORE.exec(before)?.[0], MARK_AFTER.exec(behind)?.[0])) {
    return { kind: 'ambiguous' };
  }

  const isFirstLoose = isShort(groups[0]) && /(?:[\p{L}/:]|\p{L}[ (]+)$/u.test(before);
  const isLastLoose =
    isShort(groups.at(-1)) && (/^(?:[/:]\d|[ )]*\p{L})/u.test(behind) || isBracketed(groups.at(-1), text));
  const parted = [
    ...(isFirstLoose ? [readGroups(groups.slice(1))] : []),
    ...(isLastLoose ? [readGroups(groups.slice(0, -1))] : []),
    ...(isFirstLoose && isLastLoose ? [readGroups(groups.slice(1, -1))] : []),
  ].filter(({ kind }) => kind !== 'unreadable');
  if (whole.kind !== 'unreadable') {
    return parted.every((reading) => isSameReading(reading, whole)) ? whole : { kind: 'ambiguous' };
  }
  return readParted(groups, before, behind);
}

/** Whether words stand right beside the digits, but for blanks and signs. */
export function standsByWords(text: string, start: number, end: number): boolean {
  return /\p{L}[\s().:'"#-]*$/u.test(text.slice(0, start)) || /^[\s().:'"-]*\p{L}/u.test(text.slice(end));
}

/** The run as a whole is none: the number is what is left without the groups that touch a letter. */
function readParted(groups: readonly DigitGroup[], before: string, behind: string): GroupReading {
  const mayDropFirst = isShort(groups[0]) && /\p{L}$/u.test(before);
  const mayDropLast = isShort(groups.at(-1)) && /^\p{L}/u.test(behind);
  const tries = [
    ...(mayDropFirst ? [readGroups(groups.slice(1))] : []),
    ...(mayDropLast ? [readGroups(groups.slice(0, -1))] : []),
    ...(mayDropFirst && mayDropLast ? [readGroups(groups.slice(1, -1))] : []),
  ].filter(({ kind }) => kind !== 'unreadable');
  const [first] = tries;
  if (first === undefined) return UNREADABLE_GROUPS;
  if (!tries.every((reading) => isSameReading(reading, first))) return { kind: 'ambiguous' };
  // To take a group away and to repair what is left would be two guesses.
  const isRepaired = first.kind === 'numbers' && first.spans.some(({ read }) => read.repairs.length > 0);
  return isRepaired ? { kind: 'ambiguous' } : first;
}

/** Whether the run is a number, too, where the mark before or behind it stands for a digit, such as O for 0. */
function readsWithMarks(
  groups: readonly DigitGroup[],
  before: string | undefined,
  behind: string | undefined,
): boolean {
  const [first] = groups;
  const last = groups.at(-1);
  if (first === undefined || last === undefined) return false;
  // Before a number written from its zero or plus on, a letter is a label.
  const mayFollow = before !== undefined && !first.hasPlus && !first.digits.startsWith('0');
  const filled = ['0', '1'].flatMap((digit) => [
    ...(mayFollow ? [[{ ...first, digits: `${digit}${first.digits}` }, ...groups.slice(1)]] : []),
    ...(behind === undefined
      ? []
      : [[...groups.slice(0, -1), { ...last, digits: `${last.digits}${digit}` }]]),
  ]);
  return filled.some((tried) => readGroups(tried).kind !== 'unreadable');
}

function isShort(group: DigitGroup | undefined): boolean {
  return group !== undefined && group.digits.length <= LONGEST_LOOSE;
}

function isBracketed(group: DigitGroup | undefined, text: string): boolean {
  return group !== undefined && /[([{] *$/u.test(text.slice(0, group.start));
}
