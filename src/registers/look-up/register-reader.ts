/** Looking numbers up in a copy: listed or not, and since when at the earliest. */
import type { PhoneNumber } from '../../screening/contact.js';
import { addDays, type IsoDate } from '../../screening/dates.js';
import type { Listing, RegisterName } from '../../screening/evidence.js';
import type { Store } from '../../store/open-store.js';
import { openBlocks } from '../../store/registers/register-blocks.js';
import { type Register, type RegisterCopy, readCopies } from '../../store/registers/register-copies.js';
import type { OverriddenGuard } from '../../store/revisions.js';
import { createLookUp } from '../set/block-look-up.js';
import { type Coverage, coverageOf } from '../set/coverage.js';
import { LARGEST_NUMBER, SMALLEST_NUMBER } from '../set/number-set.js';
import { createSharedLookUp, roomFor, type SharedBlocks } from '../set/shared-blocks.js';
import { openHistory, type RegisterHistory } from './register-history.js';

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
  /**
   * The same of the first `count` UK numbers in `nationals`, each as a whole number (its 7 to 10 digits behind +44,
   * the first of them not 0), into the same places of `into`, the same `Listing` for all that are listed alike; of 0,
   * which is no number, nothing is said.
   */
  listingsOf(nationals: Float64Array, count: number, into: Listing[]): void;
  /** The memory of its look-ups, for a reader of the same copy in another thread. */
  share(): SharedBlocks;
}

const ZERO = '0'.charCodeAt(0);

/** The file of the same statutory register (PECR reg. 26) in which a number may have stood before. */
const SIBLINGS: Readonly<Record<Register, Register | null>> = { tps: 'ctps', ctps: 'tps', fps: null };

/**
 * Opens `register` as it stood at `revision` (left out: as it stands now): the copy that was in force then;
 * null where none was loaded by then. Blocks are read when a number first asks for them and kept: at most
 * the whole register, about 35 MB. `shared`: the memory of a reader of the same copy in another thread.
 * Throws a `UserError` where the store is damaged.
 */
export function openRegister(
  store: Store,
  register: Register,
  revision: number = Number.POSITIVE_INFINITY,
  shared: SharedBlocks | null = null,
): RegisterReader | null {
  const numbers = openCopies(store, register, revision, shared);
  if (numbers === null) return null;
  const { copy, place } = numbers;
  const { asOf } = copy;
  const earliestListing = earliestListingReader(store, numbers, revision);
  // One answer for all: a list of a million rows asks two million times.
  const notListed: Listing = { status: 'not-listed', asOf };
  const outside: Listing = { status: 'outside-coverage', asOf };
  const listedSince = new Map<IsoDate | 'unknown', Listing>();
  const clear = (national: number): Listing => (numbers.isCovered(place, national) ? notListed : outside);
  const listed = (national: number): Listing => {
    const earliestOn = earliestListing(national);
    const known = listedSince.get(earliestOn);
    if (known !== undefined) return known;
    const listing: Listing = { status: 'listed', asOf, earliestOn };
    listedSince.set(earliestOn, listing);
    return listing;
  };
  const listingOf = (national: number): Listing =>
    numbers.isListed(place, national) ? listed(national) : clear(national);

  return {
    register,
    asOf,
    count: copy.numbers,
    sha256: copy.sha256,
    diallingCodes: copy.diallingCodes,
    overridden: copy.overridden,
    revision: copy.revision,
    listing(number) {
      const national = nationalNumber(number);
      return national === null ? outside : listingOf(national);
    },
    share: numbers.share,
    listingsOf(nationals, count, into) {
      for (let at = 0; at < count; at += 1) {
        const national = nationals[at] ?? 0;
        if (national !== 0) into[at] = listingOf(national);
      }
    },
  };
}

/** What is held of each register; null where none was loaded. */
export type RegisterReaders = Readonly<Record<RegisterName, RegisterReader | null>>;
/** The memory of each of them; null where there is no reader, or where each has its own. */
export type SharedRegisters = Readonly<Record<RegisterName, SharedBlocks | null>>;

const NOTHING_SHARED: SharedRegisters = { tps: null, ctps: null, fps: null };

/** Opens all registers as they stand now. Throws as `openRegister` does. */
export function openRegisters(store: Store, shared = NOTHING_SHARED): RegisterReaders {
  const open = (register: RegisterName): RegisterReader | null =>
    openRegister(store, register, Number.POSITIVE_INFINITY, shared[register]);
  return { tps: open('tps'), ctps: open('ctps'), fps: open('fps') };
}

/** The memory of the readers, for threads that look up the same copies. */
export function shareRegisters({ tps, ctps, fps }: RegisterReaders): SharedRegisters {
  return { tps: tps?.share() ?? null, ctps: ctps?.share() ?? null, fps: fps?.share() ?? null };
}

/** The copies of a register up to a revision, each of which can be asked. They are named by their place, the oldest 0. */
interface Copies {
  readonly register: Register;
  readonly all: readonly RegisterCopy[];
  readonly copy: RegisterCopy;
  /** The place of the copy in force at the revision. */
  readonly place: number;
  readonly history: RegisterHistory;
  isListed(place: number, national: number): boolean;
  share(): SharedBlocks;
  isCovered(place: number, national: number): boolean;
}

function openCopies(
  store: Store,
  register: Register,
  revision: number,
  shared: SharedBlocks | null = null,
): Copies | null {
  const all = readCopies(store, register);
  const newest = all.at(-1);
  const place = all.findLastIndex((copy) => copy.revision <= revision);
  const copy = all[place];
  if (newest === undefined || copy === undefined) return null;
  const held = openBlocks(store, newest);
  let memory = shared;
  let isListedNow = memory === null ? createLookUp(held) : createSharedLookUp(held, memory);
  const coverages = new Map<number, Coverage>();
  const history = openHistory(store, all);

  return {
    register,
    all,
    copy,
    place,
    history,
    isListed: (at, national) =>
      at === all.length - 1 ? isListedNow(national) : history.wasListed(at, national, isListedNow(national)),
    share() {
      if (memory === null) {
        memory = roomFor(held);
        isListedNow = createSharedLookUp(held, memory);
      }
      return memory;
    },
    isCovered(at, national) {
      let covers = coverages.get(at);
      if (covers === undefined) {
        covers = coverageOf(all[at]?.diallingCodes ?? []);
        coverages.set(at, covers);
      }
      return covers(national);
    },
  };
}

/** The digits after +44 as an integer; null where no UK register can hold the number. */
function nationalNumber(number: PhoneNumber): number | null {
  // A 0 after +44 would vanish in the integer and make this another subscriber's number.
  if (!number.startsWith('+44') || number.charCodeAt(3) === ZERO) return null;
  let national = 0;
  for (let at = 3; at < number.length; at++) national = national * 10 + number.charCodeAt(at) - ZERO;
  return national >= SMALLEST_NUMBER && national <= LARGEST_NUMBER ? national : null;
}

/**
 * Answers the earliest day on which a listed number can have been listed: the day after the as-of day of
 * the last copy without it (PECR reg. 21(3) counts from the listing, which the files do not date).
 * `unknown` where no copy lacked it, or where the one that did does not cover its dialling code.
 *
 * TPS and CTPS are two files of one register, and a number that moves from one to the other was listed all
 * along: so it has to be absent from the other file too, in its last copy up to that day, and the older of
 * the two copies counts. A file of which no copy is held says nothing here; no number is cleared without it.
 */
function earliestListingReader(
  store: Store,
  copies: Copies,
  revision: number,
): (national: number) => IsoDate | 'unknown' {
  const other = SIBLINGS[copies.register];
  let sibling: Copies | null | undefined;

  return (national) => {
    const absentOn = lastAbsence(copies, national);
    if (absentOn === null) return 'unknown';
    if (sibling === undefined) sibling = other === null ? null : openCopies(store, other, revision);
    if (sibling === null) return addDays(absentOn, 1);
    const { all, place } = sibling;
    const before = all.findLastIndex(({ asOf }, at) => at <= place && asOf <= absentOn);
    const copyBefore = all[before];
    if (
      copyBefore === undefined ||
      sibling.isListed(before, national) ||
      !sibling.isCovered(before, national)
    ) {
      return 'unknown';
    }
    return addDays(copyBefore.asOf, 1);
  };
}

/** The as-of day of the last copy without a number that the copy in force has; null where no copy shows its absence. */
function lastAbsence({ all, place, history, isCovered }: Copies, national: number): IsoDate | null {
  if (place === 0) return null;
  const added = history.lastAddition(place, national);
  if (added === undefined) return null;
  const before = all[added - 1];
  return before !== undefined && isCovered(added - 1, national) ? before.asOf : null;
}
