/** The language in which headers are named, and what a header shows of its system. */

/**
 * A header as it stands in the export. `#` stands for a number (`Phone # - Value`), a `*` for any words. Case,
 * signs and camel case do not matter, as everywhere (`headerWords`).
 */
export type HeaderPattern = string;

/** Everything named must hold. */
export interface Signature {
  /** The first column. */
  readonly first?: HeaderPattern;
  readonly all?: readonly HeaderPattern[];
  readonly some?: { readonly atLeast: number; readonly of: readonly HeaderPattern[] };
  /** Headers that show another system. */
  readonly none?: readonly HeaderPattern[];
}
