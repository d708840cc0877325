/**
 * How the result file of a screening service is read: where it has the number, and what its words answer for
 * which register. A word that stands nowhere here stops the import; none is ever taken for clear. A word answers
 * only for the registers that it settles: a first hit on the TPS says nothing of the CTPS, unless the service
 * has another word for both.
 */
import type { RegisterName } from '../../screening/evidence.js';

/**
 * `nothing`: the row is evidence of no register, unless another column says listed. `invalid` likewise; the
 * service holds the number for none, so that asking again is no use.
 */
export type Answer = Readonly<Partial<Record<RegisterName, 'listed' | 'clear'>>> | 'nothing' | 'invalid';

export interface AnswerColumn {
  /** Headers of the column, the likeliest first. Case, signs and camel case do not matter. */
  readonly headers: readonly string[];
  /** Words in lower case, no blanks about commas. */
  readonly words: Readonly<Record<string, Answer>>;
  /** The service may leave the column out. */
  readonly isOptional?: true;
  /** Headers of the days of listing, day first, commas between several. */
  readonly dates?: readonly string[];
}

export interface ResultsFacet {
  readonly numbers: readonly string[];
  readonly answers: readonly AnswerColumn[];
  /** The file does not tell against which registers it was checked: `--registers` has to. */
  readonly asksRegisters?: true;
}

/** Where `to-check.csv` or a list may have the number. */
export const NUMBER_HEADERS = [
  'number',
  'phone',
  'phone number',
  'telephone',
  'telephone number',
  'mobile',
] as const;
