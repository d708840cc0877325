/** Looking numbers up in the copy in force: listed or not, and since when at the earliest. */

import type { PhoneNumber } from '../screening/contact.js';
import { addDays, type IsoDate } from '../screening/dates.js';
import type { Listing } from '../screening/evidence.js';
import type { Store } from '../store/open-store.js';
import { openBlocks } from '../store/register-blocks.js';
import { type Register, type RegisterCopy, readCopies } from '../store/register-copies.js';
import { additionsReader } from '../store/register-deltas.js';
import type { OverriddenGuard } from '../store/revisions.js';
import { coverageOf } from './coverage.js';
import { BLOCK_SIZE, blockContains, blockValues } from './number-block.js';
import { blockOf, LARGEST_NUMBER, placeInBlock, SMALLEST_NUMBER } from './number-set.js';

export interface RegisterReader {
  readonly register: Register;
  readonly asOf: IsoDate;
  /** Distinct numbers of the copy. */
  readonly count: number;
  readonly sha256: string;
  /** The dialling codes it covers; none: the whole register. */
  readonly diallingCodes: readonly string[];
  readonly overridden: readonly OverriddenGuard[];
  /** The revision that brought it into force. */
  readonly revision: number;
  /**
   * What the copy says of one number. A number that cannot stand on a UK register (of another country,
   * or +44 with too few or too many digits) is outside its coverage, never not listed.
   * Throws a `UserError` where the store is damaged.
   */
  listing(number: PhoneNumber): Listing;
}

/**
 * Opens the copy of `register` that is in force; null where none was ever loaded. Blocks are read when a
 * number first asks for them and kept: at most the whole register, about 60 MB.
 * Throws a `UserError` where the store is damaged.
 */
export function openRegister(store: Store, register: Register): RegisterReader | null {
  const copies = readCopies(store, register);
  const copy = copies.at(-1);
  if (copy === undefined) return null;
  const { asOf, diallingCodes } = copy;
  const held = openBlocks(store, copy);
  const blocks = new Map<number, Uint8Array | undefined>();
  const isCovered = coverageOf(diallingCodes);
  const earliestListing = earliestListingReader(store, copies);

  return {
    register,
    asOf,
    count: copy.numbers,
    sha256: copy.sha256,
    diallingCodes,
    overridden: copy.overridden,
    revision: copy.revision,
    listing(number) {
      const national = nationalNumber(number);
      if (national === null) return { status: 'outside-coverage', asOf };
      const block = blockOf(national);
      let packed = blocks.get(block);
      if (packed === undefined && !blocks.has(block)) {
        packed = held.read(block);
        blocks.set(block, packed);
      }
      if (packed !== undefined && blockContains(packed, placeInBlock(national))) {
        return { status: 'listed', asOf, earliestOn: earliestListing(national) };
      }
      return isCovered(national) ? { status: 'not-listed', asOf } : { status: 'outside-coverage', asOf };
    },
  };
}

/** The digits after +44 as an integer; null where no UK register can hold the number. */
function nationalNumber(number: PhoneNumber): number | null {
  // A 0 after +44 would vanish in the integer and make this another subscriber's number.
  if (!number.startsWith('+44') || number.startsWith('+440')) return null;
  const national = Number(number.slice(3));
  return national >= SMALLEST_NUMBER && national <= LARGEST_NUMBER ? national : null;
}

/**
 * Answers the earliest day on which a listed number can have been listed: the day after the as-of day of
 * the last copy without it (PECR reg. 21(3) counts from the listing, which the files do not date).
 * `unknown` where no copy lacked it, or where the one that did does not cover its dialling code.
 */
function earliestListingReader(
  store: Store,
  copies: readonly RegisterCopy[],
): (national: number) => IsoDate | 'unknown' {
  const newestFirst = copies.toReversed();
  const ageOf = new Map(newestFirst.map(({ revision }, age) => [revision, age]));
  const coverages = newestFirst.map(({ diallingCodes }) => coverageOf(diallingCodes));
  const additionsTo = additionsReader(store);
  const additions = new Map<number, Uint32Array>();

  /** Every addition to a block as place * 65536 + age of the copy, so that the newest of a number comes first. */
  function additionsOf(block: number): Uint32Array {
    const known = additions.get(block);
    if (known !== undefined) return known;
    const entries: number[] = [];
    for (const { revision, packed } of additionsTo(block)) {
      const age = ageOf.get(revision);
      if (age === undefined) continue; // another register's
      for (const place of blockValues(packed)) entries.push(place * BLOCK_SIZE + age);
    }
    const sorted = Uint32Array.from(entries).sort();
    additions.set(block, sorted);
    return sorted;
  }

  return (national) => {
    const entries = additionsOf(blockOf(national));
    const first = placeInBlock(national) * BLOCK_SIZE;
    const newest = entries[lowerBound(entries, first)];
    if (newest === undefined || newest >= first + BLOCK_SIZE) return 'unknown';
    const before = newest - first + 1;
    const copyBefore = newestFirst[before];
    if (copyBefore === undefined || coverages[before]?.(national) !== true) return 'unknown';
    return addDays(copyBefore.asOf, 1);
  };
}

/** The index of the first entry that is at least `least`; the length where there is none. */
function lowerBound(entries: Uint32Array, least: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
