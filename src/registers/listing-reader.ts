/** What is known of a number on one register: from the copy held, and from what screening services answered. */
import type { PhoneNumber } from '../screening/contact.js';
import type { IsoDate } from '../screening/dates.js';
import type { Listing, RegisterName } from '../screening/evidence.js';
import type { Store } from '../store/open-store.js';
import {
  openAnswers,
  type ResultAnswer,
  type ResultsFile,
  readResultsFiles,
} from '../store/register-results.js';
import type { RegisterReader } from './register-reader.js';

export interface ListingReader {
  listing(register: RegisterName, number: PhoneNumber): Listing;
  /**
   * The same by the copy alone, of the 9 or 10 digits behind +44 as a whole number, the same `Listing` for all
   * that are listed alike: where `hasResults` is false, that is all there is to know.
   */
  listingInCopy(register: RegisterName, national: number): Listing;
  /** Whether any service has answered, so that answers have to be asked for. */
  readonly hasResults: boolean;
  /** What is said where no number could be looked up. */
  withoutNumber(register: RegisterName): Listing;
  /** The result files that answered for any number asked so far, the oldest first. */
  resultsUsed(): readonly ResultsFile[];
}

/** An answer with the day of its check. */
export interface DatedAnswer extends ResultAnswer {
  readonly checkedOn: IsoDate;
}

const NOT_LOADED: Listing = { status: 'not-loaded' };

/** Reads the copies and the results together. */
export function openListings(
  store: Store,
  copies: Readonly<Record<RegisterName, RegisterReader | null>>,
): ListingReader {
  const files = new Map(readResultsFiles(store).map((file) => [file.revision, file]));
  const answersOf = openAnswers(store);
  const used = new Set<number>();
  let latest: { readonly number: PhoneNumber; readonly answers: readonly DatedAnswer[] } | null = null;

  const dated = (number: PhoneNumber): readonly DatedAnswer[] => {
    if (files.size === 0) return [];
    // One number is asked for register by register.
    if (latest?.number === number) return latest.answers;
    const answers = answersOf(number).flatMap((answer) => {
      const file = files.get(answer.revision);
      if (file === undefined)
        throw new Error(`an answer stands under revision ${answer.revision}, no result file`);
      used.add(answer.revision);
      return [{ ...answer, checkedOn: file.checkedOn }];
    });
    latest = { number, answers };
    return answers;
  };

  return {
    listing(register, number) {
      const copy = copies[register];
      const said = copy === null ? NOT_LOADED : copy.listing(number);
      const answers = dated(number);
      if (answers.length === 0) return said;
      return withResults(register, said, copy?.diallingCodes.length === 0, answers);
    },
    listingInCopy: (register, national) => copies[register]?.listingOf(national) ?? NOT_LOADED,
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
  const clearOn = latestOf(own.filter(({ isListed }) => !isListed));
  const isLifted = ({ checkedOn }: DatedAnswer): boolean =>
    (clearOn !== null && clearOn > checkedOn) ||
    (copy.status === 'not-listed' && isFullCopy && copy.asOf > checkedOn);
  const listedOn = latestOf(own.filter((answer) => answer.isListed && !isLifted(answer)));
  if (copy.status === 'listed') return listedInCopy(copy, listedOn, answers);
  if (listedOn !== null) return { status: 'listed', asOf: listedOn, earliestOn: 'unknown', by: 'service' };
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

function latestOf(answers: readonly DatedAnswer[]): IsoDate | null {
  return answers.reduce<IsoDate | null>(
    (latest, { checkedOn }) => (latest === null || checkedOn > latest ? checkedOn : latest),
    null,
  );
}
