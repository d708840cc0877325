/** Writing a new copy of a register: one revision, all of it or nothing, within the caller's transaction. */
import type { Clock } from '../../clock.js';
import type { IsoDate } from '../../screening/dates.js';
import type { Store } from '../../store/open-store.js';
import { checkBlocks, type HeldBlocks, writeBlocks } from '../../store/registers/register-blocks.js';
import { addCopy, type Register, type RegisterCopy } from '../../store/registers/register-copies.js';
import { writeDelta } from '../../store/registers/register-deltas.js';
import { addRevision, type OverriddenGuard } from '../../store/revisions.js';
import type { CopyChange } from '../set/compare-copies.js';

export interface NewCopy {
  readonly register: Register;
  /** The copy in force until now; null: there is none. */
  readonly inForce: RegisterCopy | null;
  readonly asOf: IsoDate;
  /** Of an update: the day after whose end its changes begin; null: a full or part copy. */
  readonly since: IsoDate | null;
  /** Base name of the file. */
  readonly fileName: string;
  readonly sha256: string;
  readonly removalsSha256: string | null;
  readonly diallingCodes: readonly string[];
  readonly overridden: readonly OverriddenGuard[];
  /** For the revision: what was seen in the file. */
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * Writes a copy that differs by `change` from the one whose blocks are `held`, and reads all of it back:
 * what stands in the store has to be what was meant, or nothing is kept.
 */
export function bringIntoForce(
  store: Store,
  clock: Clock,
  fresh: NewCopy,
  held: HeldBlocks,
  change: CopyChange,
): RegisterCopy {
  const { register, asOf, since, sha256, removalsSha256, diallingCodes, overridden } = fresh;
  const movement = { added: change.added.numbers, removed: change.removed.numbers };
  const revision = addRevision(store, clock, {
    kind: since === null ? 'register-load' : 'register-update',
    fileName: fresh.fileName,
    fileSha256: sha256,
    counts: { ...fresh.counts, ...movement },
    overridden,
  });
  const written = writeBlocks(store, register, held, change.changed, change.emptied);
  const copy: RegisterCopy = {
    revision,
    register,
    previous: fresh.inForce?.revision ?? null,
    asOf,
    since,
    sha256,
    removalsSha256,
    ...movement,
    diallingCodes,
    overridden,
    ...written,
  };
  addCopy(store, copy);
  writeDelta(store, revision, 'added', change.added);
  writeDelta(store, revision, 'removed', change.removed);
  checkBlocks(store, copy);
  return copy;
}
