/** `ledger retract`: undoes one import, and nothing that another import brought too. */
import type { Clock } from '../../clock.js';
import { UserError } from '../../errors.js';
import { beginLedgerChange, type Ended } from '../../store/ledger/ledger-change.js';
import type { Store } from '../../store/open-store.js';
import { findRevision, type StoredRevision } from '../../store/revisions.js';

export interface RetractResult extends Ended {
  /** The import that was undone. */
  readonly retracted: StoredRevision;
  /** null: nothing of it was in force any more, and nothing was changed. */
  readonly revision: number | null;
}

/**
 * Ends all that revision `number` brought and no other revision did. The entries stay on record with the
 * revision that ended them, so that what held at an earlier revision is still known. Retracting twice changes
 * nothing. Throws a `UserError` where there is no such revision, or it is no import.
 */
export function retractImport(store: Store, clock: Clock, number: number): RetractResult {
  const retracted = findRevision(store, number);
  if (retracted === null) {
    throw new UserError(
      `there is no revision ${number} in \`${store.path}\`; \`ringfence ledger import\` and \`register results\` tell the number of each import they make`,
    );
  }
  if (retracted.kind !== 'ledger-import') {
    throw new UserError(
      `revision ${number} is no import (it is \`${retracted.kind}\`), and only an import can be retracted; an objection ends with a later consent of that person`,
    );
  }
  const change = beginLedgerChange(store);
  try {
    const ended = change.endWhatCameWith(number);
    const count = Object.values(ended.counts).reduce((sum, entries) => sum + entries, 0);
    if (count + ended.stayed === 0) return { ...ended, retracted, revision: null };
    const counts = { retracted: number, ...ended.counts, stayed: ended.stayed };
    const made = {
      kind: 'ledger-retract',
      fileName: null,
      fileSha256: null,
      counts,
      overridden: [],
    } as const;
    return { ...ended, retracted, revision: change.commit(clock, made) };
  } finally {
    change.rollback();
  }
}
