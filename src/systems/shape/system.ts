/**
 * What a file of `src/systems` says of one system. What its columns and their values mean is said once, in
 * `columns` and `flags`; each facet says how one kind of its files is known. Nothing here takes an opt-out away:
 * a column whose header names one is read wherever no file of this folder does.
 */
import type { OptOutRole, Role } from '../../contacts/roles.js';
import type { Flag, WordsMeant } from './flags.js';
import type { HeaderPattern, Signature } from './headers.js';
import type { ResultsFacet } from './results.js';

export interface System {
  /** Its name, as README lists it. */
  readonly title: string;
  /** Headers by role; one may stand under several. What other headers mean, they say themselves. */
  readonly columns?: Readonly<Partial<Record<Role, readonly HeaderPattern[]>>>;
  /** Headers that are understood and mean nothing here: a list copies them, and nothing is asked about them. */
  readonly copied?: readonly HeaderPattern[];
  /** Columns whose cells say more of contact than their header tells. */
  readonly flags?: readonly Flag[];
  /** Its exports as contact lists. */
  readonly list?: ListFacet;
  /** Its exports as evidence for the ledger. */
  readonly ledger?: LedgerFacet;
  /** The result files of a screening service. */
  readonly results?: ResultsFacet;
  readonly writeBack?: WriteBack;
}

export interface ListFacet {
  /** In words that go on from "read as": `a NationBuilder people export`. */
  readonly called: string;
  /** A file in which one of these holds is taken for one of this system. */
  readonly signatures: readonly Signature[];
}

export interface LedgerFacet extends ListFacet {
  /** The name by which an import calls it, where that is not the name of the file. */
  readonly name?: string;
  /** The system that the ids come from, as `list.id_system` of a campaign file is to name it. */
  readonly idSystem: string;
  /** Columns of ids that go before those of `columns`, and where they are of another system, which. */
  readonly ids?: { readonly columns: readonly HeaderPattern[]; readonly idSystem?: string };
  /** The name of the file begins with one of these words and `_`; without one the file is refused. */
  readonly fileNames?: readonly WordsMeant[];
}

/**
 * The form in which a system imports opt-outs: its column for each, beside the list's own id column, and the
 * value that means one. There is no value for a consent.
 */
export type WriteBack = Readonly<
  Partial<Record<OptOutRole, { readonly column: HeaderPattern; readonly value: string }>>
>;
