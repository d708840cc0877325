/** One header for several files read together: the columns of all of them, in order of first appearance. */
import type { ColumnPlan } from '../csv/record-batch.js';

export interface ListColumns {
  readonly header: readonly string[];
  /** How the cells of each file stand in that header, in the order of the files. */
  readonly plans: readonly ColumnPlan[];
}

/**
 * Joins the headers of several files. A column of one file is that of another where their headers are equal
 * as written; of columns that share a header, the first is the first of the other file, the second the second.
 */
export function joinHeaders(headers: readonly (readonly string[])[]): ListColumns {
  const header: string[] = [];
  const known = new Map<string, number>();
  const keysOf = headers.map((names) => {
    const seen = new Map<string, number>();
    return names.map((name) => {
      const turn = seen.get(name) ?? 0;
      seen.set(name, turn + 1);
      const key = `${turn} ${name}`;
      if (!known.has(key)) {
        known.set(key, header.length);
        header.push(name);
      }
      return key;
    });
  });
  const plans = keysOf.map((keys): ColumnPlan => {
    const places: (number | null)[] = header.map(() => null);
    for (const [place, key] of keys.entries()) {
      const column = known.get(key);
      if (column !== undefined) places[column] = place;
    }
    const isAsItIs = places.length === keys.length && places.every((place, column) => place === column);
    return { width: keys.length, places: isAsItIs ? null : places };
  });
  return { header, plans };
}
