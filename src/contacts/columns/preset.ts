/**
 * What a preset says: how the export of one system is recognised and what its headers mean. It answers
 * questions about headers of its own system; it never takes an opt-out away (`preset-columns.ts`).
 *
 * A preset is one file in `presets/` that exports it, and one folder of `fixtures/presets` that proves it.
 */
import type { FlagReading, FlagSense, OptOutRole, Role } from '../roles.js';

/**
 * Headers are written as they stand in the export. `#` in one stands for a number (`Phone # - Value`), a `*`
 * for any words. Case, signs and camel case do not matter, as everywhere (`headerWords`).
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

export interface Preset {
  /** In words that go on from "read as": `a NationBuilder people export`. */
  readonly system: string;
  /** A list in which one of these holds is taken for one of this system. */
  readonly signatures: readonly Signature[];
  /** Headers by role; one may stand under several. What a list's other headers mean is found as ever. */
  readonly roles: Readonly<Partial<Record<Role, readonly HeaderPattern[]>>>;
  /** Headers that are understood and mean nothing here: they are copied, and nothing is asked about them. */
  readonly copied?: readonly HeaderPattern[];
  /** What a bare yes means in a flag column whose header does not tell. */
  readonly senses?: Readonly<Record<HeaderPattern, FlagSense>>;
  /** Values of flag columns that only this system writes, in lower case, by what they mean. */
  readonly values?: readonly OwnValues[];
  /** How opt-outs are written for the system to import; left out where that is not known. */
  readonly writeBack?: WriteBack;
}

export interface OwnValues {
  readonly headers: readonly HeaderPattern[];
  readonly readings: Readonly<Partial<Record<FlagReading, readonly string[]>>>;
}

/**
 * The form in which a system imports opt-outs: its column for each, beside the list's own id column, and the
 * value that means one. There is no value for a consent.
 */
export type WriteBack = Readonly<
  Partial<Record<OptOutRole, { readonly column: string; readonly value: string }>>
>;

/** A preset with the name by which `--preset` calls it: that of its file. */
export interface NamedPreset extends Preset {
  readonly name: string;
}
