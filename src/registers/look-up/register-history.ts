/** The past of one number: in which copies of a register it was, from what each of them added and removed. */
import type { Store } from '../../store/open-store.js';
import type { RegisterCopy } from '../../store/registers/register-copies.js';
import { type Movement, readDelta } from '../../store/registers/register-deltas.js';
import { placesInStretch, STRETCH_SIZE } from '../set/number-list.js';

export interface RegisterHistory {
  /** Whether the copy at `index` had the number, given whether the newest copy has it. */
  wasListed(index: number, national: number, isListedNow: boolean): boolean;
  /** The last copy up to the one at `index` that added the number; undefined where none did. */
  lastAddition(index: number, national: number): number | undefined;
}

/** More copies than a register will ever have. */
const MOST_COPIES = 2 ** 20;

/**
 * The history of the copies of one register, the oldest first. Nothing is read until it is asked; then all
 * packed additions (or removals), and unpacked only those near the number.
 * Every answer throws a `UserError` where what it rests on is damaged or lost.
 */
export function openHistory(store: Store, copies: readonly RegisterCopy[]): RegisterHistory {
  const additions = movementsReader(store, copies, 'added');
  const removals = movementsReader(store, copies, 'removed');
  return {
    wasListed(index, national, isListedNow) {
      const added = additions.firstAfter(index, national);
      const removed = removals.firstAfter(index, national);
      if (added === undefined && removed === undefined) return isListedNow;
      return removed !== undefined && (added === undefined || removed < added);
    },
    lastAddition: (index, national) => additions.lastUpTo(index, national),
  };
}

interface Movements {
  /** The first copy after the one at `index` that moved the number; undefined where none did. */
  firstAfter(index: number, national: number): number | undefined;
  /** The last copy up to the one at `index` that moved it. */
  lastUpTo(index: number, national: number): number | undefined;
}

function movementsReader(store: Store, copies: readonly RegisterCopy[], movement: Movement): Movements {
  let deltas: (Uint8Array | null)[] | undefined;
  const stretches = new Map<number, Float64Array>();

  /** Every movement in a stretch as place * 2^20 + index of the copy, in rising order. */
  function movementsIn(stretch: number): Float64Array {
    const known = stretches.get(stretch);
    if (known !== undefined) return known;
    deltas ??= copies.map((copy) => readDelta(store, copy, movement));
    const places = deltas.map((packed) => (packed === null ? [] : placesInStretch(packed, stretch)));
    const movements = new Float64Array(places.reduce((sum, { length }) => sum + length, 0));
    let next = 0;
    for (const [index, own] of places.entries()) {
      for (const place of own) movements[next++] = place * MOST_COPIES + index;
    }
    movements.sort();
    stretches.set(stretch, movements);
    return movements;
  }

  /** The number's first movement whose copy stands at `index` or later, as a place among those of its stretch. */
  function find(index: number, national: number): { movements: Float64Array; first: number; at: number } {
    const movements = movementsIn(Math.floor(national / STRETCH_SIZE));
    const first = (national % STRETCH_SIZE) * MOST_COPIES;
    return { movements, first, at: lowerBound(movements, first + index) };
  }

  return {
    firstAfter(index, national) {
      const { movements, first, at } = find(index + 1, national);
      return copyIn(movements[at], first);
    },
    lastUpTo(index, national) {
      const { movements, first, at } = find(index + 1, national);
      return copyIn(movements[at - 1], first);
    },
  };
}

/** The copy of a movement, where it is one of the number whose movements begin at `first`. */
function copyIn(movement: number | undefined, first: number): number | undefined {
  if (movement === undefined || movement < first || movement >= first + MOST_COPIES) return undefined;
  return movement - first;
}

/** The index of the first entry that is at least `least`; the length where there is none. */
function lowerBound(entries: Float64Array, least: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
