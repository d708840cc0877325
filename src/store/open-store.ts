/** Opening and creating the store. Only `createStore` makes a file; everything else refuses a path that is not there. */
import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { hasCode, messageOf, UserError } from '../errors.js';
import { type Connection, isOutdated, migrate, versionOf } from './migrations.js';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.js';

export interface Store {
  readonly path: string;
  readonly connection: Connection;
  close(): void;
}

/** How long a write waits for another process's write, in milliseconds. */
const BUSY_TIMEOUT = 60_000;

/**
 * Creates an empty store at `path`, readable by its owner only.
 * Throws a `UserError` where anything is there already, or the folder is not.
 */
export function createStore(path: string): Store {
  try {
    // Made by hand first, so that no other user can read it even for a moment.
    closeSync(openSync(path, 'wx', 0o600));
  } catch (thrown) {
    if (hasCode(thrown, 'EEXIST')) throw new UserError(`\`${path}\` is there already; nothing was changed`);
    throw new UserError(`cannot create the store \`${path}\`: ${messageOf(thrown)}`);
  }
  const connection = new Database(path, { fileMustExist: true, timeout: BUSY_TIMEOUT });
  connection.pragma('page_size = 4096');
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.transaction(() => {
    connection.exec(SCHEMA);
    connection.pragma(`application_id = ${APPLICATION_ID}`);
    connection.pragma(`user_version = ${SCHEMA_VERSION}`);
  })();
  return asStore(path, connection);
}

/**
 * Opens the store at `path`. `read` cannot change it, but brings the tables of an earlier version up to date
 * first. Throws a `UserError` where there is no such file, where it is no store, or where a later version of
 * ringfence made it.
 *
 * SQLite would create an empty file for a mistyped path, and an empty register lists nobody: hence the
 * checks before and after.
 */
export function openStore(path: string, mode: 'read' | 'write'): Store {
  if (!existsSync(path)) {
    throw new UserError(
      `cannot open the store \`${path}\`: there is no such file. Create one with \`ringfence init\`, or name yours with \`--store\``,
    );
  }
  if (!statSync(path).isFile()) throw new UserError(`cannot open the store \`${path}\`: it is not a file`);
  let connection: Connection | undefined;
  try {
    connection = connect(path, mode);
    if (connection.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new UserError(`\`${path}\` is not a ringfence store. Create one with \`ringfence init\``);
    }
    const version = versionOf(connection);
    if (version > SCHEMA_VERSION) {
      throw new UserError(
        `the store \`${path}\` was made by a later version of ringfence (tables ${version}, this one reads ${SCHEMA_VERSION}); update ringfence`,
      );
    }
    if (isOutdated(connection)) {
      connection.close();
      connection = connect(path, 'write');
      migrate(connection);
      connection.close();
      connection = connect(path, mode);
    }
    return asStore(path, connection);
  } catch (thrown) {
    connection?.close();
    if (thrown instanceof UserError) throw thrown;
    if (hasCode(thrown, 'SQLITE_NOTADB')) {
      throw new UserError(
        `\`${path}\` is not a ringfence store. Create one with \`ringfence init\`, or name yours with \`--store\``,
      );
    }
    throw new UserError(`cannot open the store \`${path}\`: ${messageOf(thrown)}`);
  }
}

function connect(path: string, mode: 'read' | 'write'): Connection {
  const connection = new Database(path, {
    readonly: mode === 'read',
    fileMustExist: true,
    timeout: BUSY_TIMEOUT,
  });
  if (mode === 'write') connection.pragma('synchronous = FULL');
  return connection;
}

/** From here on the connection sees one unchanging state of the store, until it is closed or the snapshot ended. */
export function beginSnapshot({ connection }: Store): void {
  connection.exec('BEGIN');
  // A transaction sees nothing until its first read: this one fixes the revision.
  connection.prepare('SELECT max(number) FROM revision').get();
}

/** Runs `work` against one unchanging state of the store, whatever another process writes meanwhile. */
export async function withSnapshot<T>(store: Store, work: () => Promise<T>): Promise<T> {
  beginSnapshot(store);
  try {
    return await work();
  } finally {
    if (store.connection.inTransaction) store.connection.exec('ROLLBACK');
  }
}

function asStore(path: string, connection: Connection): Store {
  return { path, connection, close: () => connection.close() };
}
