/** Writing a new copy of a register: one revision, all of it or nothing, within the caller's transaction. */
import { basename } from 'node:path';
import type { Clock } from '../../clock.js';
import type { Store } from '../../store/open-store.js';
import { checkBlocks, type HeldBlocks, writeBlocks } from '../../store/registers/register-blocks.js';
import { addCopy, type RegisterCopy } from '../../store/registers/register-copies.js';
import { writeDelta } from '../../store/registers/register-deltas.js';
import { addRevision, type OverriddenGuard } from '../../store/revisions.js';
import type { RegisterFile } from '../file/register-file.js';
import type { CopyChange } from '../set/compare-copies.js';
import type { CopyPlan } from './copy-plan.js';

/** A copy that was read and compared, and is ready to be written. */
export interface NewCopy {
  readonly plan: CopyPlan;
  /** The file as the user typed it. */
  readonly path: string;
  readonly file: RegisterFile;
  /** Of an update; null: none were given. */
  readonly removals: RegisterFile | null;
  /** The copy in force until now, with its blocks, and what changes in them; null: there is none. */
  readonly inForce: RegisterCopy | null;
  readonly held: HeldBlocks;
  readonly change: CopyChange;
}

/** Writes a copy and reads all of it back: the store must hold what was meant, or nothing is kept. */
export function bringIntoForce(
  store: Store,
  clock: Clock,
  { plan, path, file, removals, inForce, held, change }: NewCopy,
  overridden: readonly OverriddenGuard[],
): RegisterCopy {
  const { register, asOf, diallingCodes } = plan;
  const isUpdate = plan.kind === 'update';
  const movement = { added: change.added.numbers, removed: change.removed.numbers };
  const seen = isUpdate
    ? { additions: file.numbers, ...(removals === null ? {} : { removals: removals.numbers }) }
    : { lines: file.lines, numbers: file.numbers, duplicates: file.duplicates };
  const revision = addRevision(store, clock, {
    kind: isUpdate ? 'register-update' : 'register-load',
    fileName: basename(path),
    fileSha256: file.sha256,
    counts: { ...seen, ...movement },
    overridden,
  });
  const copy: RegisterCopy = {
    revision,
    register,
    previous: inForce?.revision ?? null,
    asOf,
    since: isUpdate ? plan.since : null,
    sha256: file.sha256,
    removalsSha256: removals?.sha256 ?? null,
    ...movement,
    diallingCodes,
    overridden,
    ...writeBlocks(store, register, held, change.changed, change.emptied),
  };
  addCopy(store, copy);
  writeDelta(store, revision, 'added', change.added);
  writeDelta(store, revision, 'removed', change.removed);
  checkBlocks(store, copy);
  return copy;
}
