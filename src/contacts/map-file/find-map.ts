/** Which of the map files at hand was made for a list with this header? */
import { UserError } from '../../errors.js';
import type { ListMap } from './list-map.js';

export interface NamedMap {
  /** The file's name, for messages. */
  readonly name: string;
  readonly map: ListMap;
}

/**
 * The map whose header is that of the list, order, case and blanks aside; null where none is. Throws a `UserError`
 * that names both where two fit.
 */
export function findMap(candidates: readonly NamedMap[], header: readonly string[]): NamedMap | null {
  const wanted = foldedHeader(header);
  const fitting = candidates.filter(({ map }) => foldedHeader(map.header) === wanted);
  const [first, second] = fitting;
  if (first !== undefined && second !== undefined) {
    const names = fitting.map(({ name }) => `\`${name}\``).join(' and ');
    throw new UserError(
      `${names} are both made for a list with this header; remove one of them, or put what they say into one`,
    );
  }
  return first ?? null;
}

/** How a map's header and a list's differ. */
export interface HeaderDifference {
  /** Columns of the map that the list has not. */
  readonly missing: readonly string[];
  /** Columns of the list that the map has not. */
  readonly added: readonly string[];
}

export function headerDifference(map: ListMap, header: readonly string[]): HeaderDifference {
  return { missing: without(map.header, header), added: without(header, map.header) };
}

/** Refuses a map that was named for a list of another header. */
export function requireHeader({ name, map }: NamedMap, header: readonly string[], displayName: string): void {
  const { missing, added } = headerDifference(map, header);
  if (missing.length === 0 && added.length === 0) return;
  const parts = [
    ...(missing.length === 0 ? [] : [`the list has no ${labels(missing)}`]),
    ...(added.length === 0 ? [] : [`the map does not know ${labels(added)}`]),
  ];
  throw new UserError(
    `\`${name}\` is made for another header than that of \`${displayName}\`: ${parts.join(', and ')}`,
  );
}

const MOST_NAMED = 10;

function labels(columns: readonly string[]): string {
  const named = columns.slice(0, MOST_NAMED).map((column) => `\`${column}\``);
  const more = columns.length - named.length;
  return more === 0 ? named.join(', ') : `${named.join(', ')} and ${more} more`;
}

/** The columns that stand in `one` more often than in `other`. */
function without(one: readonly string[], other: readonly string[]): readonly string[] {
  const left = other.map(folded);
  return one.filter((column) => {
    const at = left.indexOf(folded(column));
    if (at === -1) return true;
    left.splice(at, 1);
    return false;
  });
}

function foldedHeader(header: readonly string[]): string {
  return JSON.stringify(header.map(folded).sort());
}

function folded(column: string): string {
  return column.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
