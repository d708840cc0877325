/** Which numbers does a run of digit groups hold? All of its digits belong to them, or it holds none. */
import { isKnown, type ReadNumber, readNumber } from './phone-number.js';

/** Digits that stand together, between blanks, dots, dashes or brackets. Positions are those of the text. */
export interface DigitGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** A plus stands in front. */
  readonly hasPlus: boolean;
  /** Where the number begins that begins with this group: at its plus, if it has one. */
  readonly from: number;
}

/** A number with the part of the text it was read from. */
export interface NumberSpan {
  readonly read: ReadNumber;
  readonly start: number;
  readonly end: number;
}

export type GroupReading =
  | { readonly kind: 'numbers'; readonly spans: readonly NumberSpan[] }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'unreadable' };

export const UNREADABLE_GROUPS: GroupReading = { kind: 'unreadable' };

/** A run of more groups than this is no list of numbers that anybody typed into a cell. */
const MOST_GROUPS = 40;

/** The groups within `text` from `start` to `end`. */
export function groupsIn(text: string, start: number, end: number): readonly DigitGroup[] {
  const groups: DigitGroup[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(/[\d\p{No}\p{Nl}]+/gu)) {
    const at = start + match.index;
    const until = at + match[0].length;
    const plus = text.slice(from, at).indexOf('+');
    groups.push({
      digits: match[0],
      start: at,
      end: until,
      hasPlus: plus >= 0,
      from: plus >= 0 ? from + plus : at,
    });
    from = until;
  }
  return groups;
}

/**
 * Cuts the groups into numbers. Where they can be cut in two ways that both give numbers of the plan, or
 * in none that does and two that do not, the reading is ambiguous.
 */
export function readGroups(groups: readonly DigitGroup[]): GroupReading {
  if (groups.length === 0 || groups.length > MOST_GROUPS) return UNREADABLE_GROUPS;
  const cuts = distinct(cutsFrom(groups, 0, new Map()));
  const known = cuts.filter((spans) => spans.every(({ read }) => isKnown(read)));
  const [best, second] = known.length > 0 ? known : cuts;
  if (best === undefined) return UNREADABLE_GROUPS;
  return second === undefined ? { kind: 'numbers', spans: best } : { kind: 'ambiguous' };
}

/** Whether two readings give the same numbers. */
export function isSameReading(one: GroupReading, other: GroupReading): boolean {
  if (one.kind !== 'numbers' || other.kind !== 'numbers') return one.kind === other.kind;
  return keyOf(one.spans) === keyOf(other.spans);
}

type Cut = readonly NumberSpan[];

/** Every way to cut the groups from `first` on; at most a few are kept, since two already are ambiguous. */
function cutsFrom(
  groups: readonly DigitGroup[],
  first: number,
  memo: Map<number, readonly Cut[]>,
): readonly Cut[] {
  if (first === groups.length) return [[]];
  const remembered = memo.get(first);
  if (remembered !== undefined) return remembered;
  const cuts: Cut[] = [];
  let digits = '';
  for (let last = first; last < groups.length; last += 1) {
    const group = groups[last];
    // A plus begins a number, so that none can hold one inside.
    if (group === undefined || (last > first && group.hasPlus)) break;
    digits += group.digits;
    if (digits.length > 18 || !/^\d+$/.test(digits)) break;
    const read = readNumber(digits, groups[first]?.hasPlus ?? false);
    if (read === null) continue;
    const isWholeRun = first === 0 && last === groups.length - 1;
    // Among several numbers, a repaired one must at least be a number of the plan.
    if (!isWholeRun && read.repairs.length > 0 && !isKnown(read)) continue;
    const span = { read, start: groups[first]?.from ?? 0, end: group.end };
    for (const rest of cutsFrom(groups, last + 1, memo)) {
      if (cuts.length < 16) cuts.push([span, ...rest]);
    }
  }
  memo.set(first, cuts);
  return cuts;
}

function distinct(cuts: readonly Cut[]): readonly Cut[] {
  return [...new Map(cuts.map((cut) => [keyOf(cut), cut])).values()];
}

function keyOf(cut: Cut): string {
  return cut.map(({ read }) => read.number).join(' ');
}
