/**
 * A temporary index from keys to bit masks, exact and in constant memory: SQLite keeps it in a private
 * file of its own that vanishes with the connection.
 */
import Database from 'better-sqlite3';

export interface ScratchIndex {
  /** Adds the bits of `mask` (a whole number below 2^31) to what is held under `key`. */
  add(kind: string, key: string, mask: number): void;
  /** The bits held under `key`; 0 where it was never added. */
  find(kind: string, key: string): number;
  /** Everything that is held; null where it is under more than `most` keys. */
  all(most: number): readonly HeldMask[] | null;
  close(): void;
}

export type HeldMask = readonly [kind: string, key: string, mask: number];

/** Pages in memory, in KiB; what does not fit goes to the file. */
const CACHE_SIZE = 16_384;

/** Additions to one transaction, so that none grows without end. */
const BATCH = 10_000;

/** Opens an empty index. Close it, or its file stays until the process ends. */
export function openScratchIndex(): ScratchIndex {
  // An empty path is a temporary file that SQLite deletes; `:memory:` would grow with the list.
  const connection = new Database('');
  connection.pragma('journal_mode = OFF');
  connection.pragma('synchronous = OFF');
  connection.pragma('locking_mode = EXCLUSIVE');
  connection.pragma(`cache_size = -${CACHE_SIZE}`);
  connection.exec(
    'CREATE TABLE entry (kind TEXT NOT NULL, key TEXT NOT NULL, mask INTEGER NOT NULL, PRIMARY KEY (kind, key)) STRICT, WITHOUT ROWID',
  );
  const insert = connection.prepare(
    'INSERT INTO entry (kind, key, mask) VALUES (?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET mask = mask | excluded.mask',
  );
  const select = connection.prepare('SELECT mask FROM entry WHERE kind = ? AND key = ?').pluck();
  const everything = connection.prepare<[number], { kind: string; key: string; mask: number }>(
    'SELECT kind, key, mask FROM entry LIMIT ?',
  );
  let added = 0;
  return {
    add(kind, key, mask) {
      if (added % BATCH === 0) {
        if (connection.inTransaction) connection.exec('COMMIT');
        connection.exec('BEGIN');
      }
      added += 1;
      insert.run(kind, key, mask);
    },
    find(kind, key) {
      if (added === 0) return 0;
      const mask = select.get(kind, key);
      return typeof mask === 'number' ? mask : 0;
    },
    all(most) {
      const held = everything.all(most + 1);
      return held.length > most ? null : held.map(({ kind, key, mask }) => [kind, key, mask] as const);
    },
    close: () => connection.close(),
  };
}
