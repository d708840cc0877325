/** Making sure that what was removed is gone from the bytes of the store too. */
import { hasCode } from '../errors.js';
import type { Store } from './open-store.js';

/**
 * Rewrites the store without what was removed, and empties its write-ahead log: SQLite leaves removed text in
 * free room of its pages, and older pages in the log. False where another process is using the store, so that
 * the log cannot be emptied; ask again once it has ended.
 */
export function wipeErased({ connection }: Store): boolean {
  try {
    connection.pragma('secure_delete = ON');
    connection.exec('VACUUM');
    const [result] = connection.prepare<[], { busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)').all();
    return result?.busy === 0;
  } catch (thrown) {
    if (hasCode(thrown, 'SQLITE_BUSY') || hasCode(thrown, 'SQLITE_LOCKED')) return false;
    throw thrown;
  }
}
