/** What is said when the register in the store cannot be believed or written: never "not listed". */
import { hasCode, messageOf, UserError } from '../../errors.js';
import type { Store } from '../open-store.js';

const DAMAGED = ['SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_IOERR_SHORT_READ'];

/** The error for a register in the store that is not what was written. `what` says what was found. */
export function damagedStore(store: Store, what: string): UserError {
  return new UserError(
    `the store \`${store.path}\` is damaged: ${what}. Nothing was decided from it. Restore it from a backup, or make a new one with \`ringfence init\` and load the registers and the ledger again`,
  );
}

/**
 * Runs `work`, and turns what SQLite says of a damaged, full, locked or read-only store into a
 * `UserError`. Everything else passes unchanged.
 */
export function withStoreErrors<T>(store: Store, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (DAMAGED.some((code) => hasCode(thrown, code))) throw damagedStore(store, messageOf(thrown));
    if (hasCode(thrown, 'SQLITE_FULL')) {
      throw new UserError(`cannot write the store \`${store.path}\`: the disk is full; nothing was changed`);
    }
    if (hasCode(thrown, 'SQLITE_READONLY')) {
      throw new UserError(
        `cannot write the store \`${store.path}\`: it may only be read; nothing was changed. Look at the permissions of the file and its folder`,
      );
    }
    if (hasCode(thrown, 'SQLITE_BUSY')) {
      throw new UserError(
        `cannot write the store \`${store.path}\`: another process is writing it; nothing was changed. Try again when it has ended`,
      );
    }
    throw thrown;
  }
}
