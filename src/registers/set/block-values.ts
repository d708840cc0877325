/** What two blocks have together and apart: lists of values in rising order, none of them twice. */
import { blockValues } from './number-block.js';

/** The values of `packed` that `other` does not hold, in rising order. */
export function blockDifference(packed: Uint8Array, other: Uint8Array): Uint16Array {
  return difference(blockValues(packed), blockValues(other));
}

/** The values of the first list that the second does not hold; both stand in rising order. */
export function difference(values: Uint16Array, others: Uint16Array): Uint16Array {
  const kept = new Uint16Array(values.length);
  let length = 0;
  let at = 0;
  for (const value of values) {
    while (at < others.length && (others[at] ?? 0) < value) at++;
    if (at < others.length && others[at] === value) continue;
    kept[length++] = value;
  }
  return kept.subarray(0, length);
}

/** The values that either list holds, each once, in rising order as both lists are. */
export function union(values: Uint16Array, others: Uint16Array): Uint16Array {
  const joined = new Uint16Array(values.length + others.length);
  let length = 0;
  let at = 0;
  for (const value of values) {
    while (at < others.length && (others[at] ?? 0) < value) joined[length++] = others[at++] ?? 0;
    if (at < others.length && others[at] === value) at++;
    joined[length++] = value;
  }
  while (at < others.length) joined[length++] = others[at++] ?? 0;
  return joined.subarray(0, length);
}
