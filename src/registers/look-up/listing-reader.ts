/** What is known of a number on one register: from the copy held, and from what screening services answered. */
import type { PhoneNumber } from '../../screening/contact.js';
import type { IsoDate } from '../../screening/dates.js';
import type { Listing, RegisterName } from '../../screening/evidence.js';
import type { Store } from '../../store/open-store.js';
import {
  openAnswers,
  openInvalid,
  type ResultAnswer,
  type ResultsFile,
  readResultsFiles,
} from '../../store/registers/register-results.js';
import type { RegisterReaders } from './register-reader.js';

export interface ListingReader {
  listing(register: RegisterName, number: PhoneNumber): Listing;
  /**
   * The same by the copy alone, of the first `count` numbers in `nationals` (the 9 or 10 digits behind +44 as a whole
   * number; 0 is none) into the same places of `into`, the same `Listing` for all that are listed alike: where
   * `hasResults` is false, that is all there is to know.
   */
  listingsInCopy(register: RegisterName, nationals: Float64Array, count: number, into: Listing[]): void;
  /** Whether any service has answered, so that answers have to be asked for: one that was taken back may bind, too. */
  readonly hasResults: boolean;
  /** What is said where no number could be looked up. */
  withoutNumber(register: RegisterName): Listing;
  /** The result files that answered for any number asked so far, the oldest first. */
  resultsUsed(): readonly ResultsFile[];
}

/** An answer with the day of its check. */
export interface DatedAnswer extends ResultAnswer {
  readonly checkedOn: IsoDate;
  /** Its file was taken back. */
  readonly isTakenBack: boolean;
}

/** What services said of one number. */
interface Said {
  readonly answers: readonly DatedAnswer[];
  /** The last day on which one called it invalid, where none answered later; null: none did. */
  readonly invalidOn: IsoDate | null;
}

const NOT_LOADED: Listing = { status: 'not-loaded' };
const NOTHING_SAID: Said = { answers: [], invalidOn: null };

/** Reads the copies and the results together. */
export function openListings(store: Store, copies: RegisterReaders): ListingReader {
  const files = new Map(readResultsFiles(store).map((file) => [file.revision, file]));
  const [answersOf, invalidIn] = [openAnswers(store), openInvalid(store)];
  const used = new Set<number>();
  let latest: { readonly number: PhoneNumber; readonly said: Said } | null = null;

  const fileOf = (revision: number): ResultsFile => {
    const file = files.get(revision);
    if (file === undefined) throw new Error(`an answer stands under revision ${revision}, no result file`);
    return file;
  };
  const read = (number: PhoneNumber): Said => {
    const answers = answersOf(number).map((answer): DatedAnswer => {
      const { checkedOn, retractedBy } = fileOf(answer.revision);
      if (retractedBy === null) used.add(answer.revision);
      return { ...answer, checkedOn, isTakenBack: retractedBy !== null };
    });
    const invalidOn = latestOf(
      invalidIn(number)
        .map(fileOf)
        .filter(({ retractedBy }) => retractedBy === null),
    );
    const answeredOn = latestOf(answers.filter(({ isTakenBack }) => !isTakenBack));
    const isOvertaken = invalidOn !== null && answeredOn !== null && answeredOn > invalidOn;
    return { answers, invalidOn: isOvertaken ? null : invalidOn };
  };
  const saidOf = (number: PhoneNumber): Said => {
    if (files.size === 0) return NOTHING_SAID;
    // One number is asked for register by register.
    if (latest?.number !== number) latest = { number, said: read(number) };
    return latest.said;
  };

  return {
    listing(register, number) {
      const copy = copies[register];
      const said = copy === null ? NOT_LOADED : copy.listing(number);
      const { answers, invalidOn } = saidOf(number);
      const listing =
        answers.length === 0 ? said : withResults(register, said, copy?.diallingCodes.length === 0, answers);
      return invalidOn === null || listing.status === 'listed' ? listing : { ...listing, invalidOn };
    },
    listingsInCopy(register, nationals, count, into) {
      const copy = copies[register];
      if (copy === null) into.fill(NOT_LOADED, 0, count);
      else copy.listingsOf(nationals, count, into);
    },
    hasResults: files.size > 0,
    withoutNumber(register) {
      const copy = copies[register];
      return copy === null ? NOT_LOADED : { status: 'outside-coverage', asOf: copy.asOf };
    },
    resultsUsed: () => [...files.values()].filter(({ revision }) => used.has(revision)),
  };
}

/**
 * One listing from what the copy says and every answer of a service on the number, always the reading that
 * allows less. A listing in the copy stands, whatever a service says. A listing that a service told stands
 * whatever its age, until a full copy of a later day or the answer of a later check says otherwise. Else the
 * newest evidence that the number is not listed counts; how old it may be is the core's question.
 *
 * An answer that was taken back clears nobody. Where it found the number listed, that is not known to be wrong
 * either, so that nothing clears the number but a later full copy, or another check of that day or later.
 *
 * INVARIANT: a service gives no grace. The day of listing it names is the one on which it first saw the
 * number, not the earliest possible one, so that it can only end a grace that the copies give.
 */
export function withResults(
  register: RegisterName,
  copy: Listing,
  isFullCopy: boolean,
  answers: readonly DatedAnswer[],
): Listing {
  const own = answers.filter((answer) => answer.register === register);
  const clearOn = latestOf(own.filter(({ isListed, isTakenBack }) => !isListed && !isTakenBack));
  const isLifted = ({ checkedOn, isTakenBack }: DatedAnswer): boolean =>
    (clearOn !== null && (clearOn > checkedOn || (isTakenBack && clearOn === checkedOn))) ||
    (copy.status === 'not-listed' && isFullCopy && copy.asOf > checkedOn);
  const listed = own.filter((answer) => answer.isListed && !isLifted(answer));
  const listedOn = latestOf(listed.filter(({ isTakenBack }) => !isTakenBack));
  const takenBackOn = latestOf(listed.filter(({ isTakenBack }) => isTakenBack));
  if (copy.status === 'listed') return listedInCopy(copy, listedOn, answers);
  if (listedOn !== null) return { status: 'listed', asOf: listedOn, earliestOn: 'unknown', by: 'service' };
  if (takenBackOn !== null) return { status: 'not-loaded', takenBackOn };
  if (clearOn === null || (copy.status === 'not-listed' && copy.asOf >= clearOn)) return copy;
  return { status: 'not-listed', asOf: clearOn, by: 'service' };
}

function listedInCopy(
  copy: Extract<Listing, { status: 'listed' }>,
  listedOn: IsoDate | null,
  answers: readonly DatedAnswer[],
): Listing {
  const earliestOn = earliestWith(copy.earliestOn, answers);
  return listedOn !== null && listedOn > copy.asOf
    ? { status: 'listed', asOf: listedOn, earliestOn, by: 'service' }
    : { ...copy, earliestOn };
}

/** The earliest possible day of a listing that the copies prove, unless a service knew of one before: of TPS and CTPS alike. */
function earliestWith(proven: IsoDate | 'unknown', answers: readonly DatedAnswer[]): IsoDate | 'unknown' {
  if (proven === 'unknown') return proven;
  const isKnownBefore = answers.some(
    ({ isListed, listedOn, checkedOn }) =>
      isListed && (checkedOn < proven || (listedOn !== null && listedOn < proven)),
  );
  return isKnownBefore ? 'unknown' : proven;
}

function latestOf(answers: readonly { readonly checkedOn: IsoDate }[]): IsoDate | null {
  return answers.reduce<IsoDate | null>(
    (latest, { checkedOn }) => (latest === null || checkedOn > latest ? checkedOn : latest),
    null,
  );
}
