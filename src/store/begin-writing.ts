/** The beginning of a change that takes longer than one statement. */
import { hasCode, UserError } from '../errors.js';
import type { Store } from './open-store.js';

/**
 * Begins a transaction that keeps other writers out. Throws a `UserError` where another process has been
 * writing for longer than the store waits.
 */
export function beginWriting({ connection, path }: Store): void {
  try {
    connection.exec('BEGIN IMMEDIATE');
  } catch (thrown) {
    if (!hasCode(thrown, 'SQLITE_BUSY')) throw thrown;
    throw new UserError(`the store \`${path}\` is being changed by another process; try again later`);
  }
}
