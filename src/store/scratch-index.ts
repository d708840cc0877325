/**
 * A temporary index from keys to bit masks, exact and in constant memory: what is too much for that SQLite keeps in
 * a private file of its own that vanishes with the connection.
 */
import Database from 'better-sqlite3';

export interface ScratchIndex {
  /** Adds the bits of `mask` (a whole number below 2^31) to what is held under `key`. */
  add(kind: string, key: string, mask: number): void;
  /** The bits held under `key`; 0 where it was never added. */
  find(kind: string, key: string): number;
  /** Everything that is held, by kind and key; null where it is too much for memory. */
  all(): readonly (readonly [kind: string, masks: ReadonlyMap<string, number>])[] | null;
  close(): void;
}

/** Keys in memory, some 100 bytes each. */
const MOST_IN_MEMORY = 250_000;

/** Opens an empty index. Close it, or its file stays until the process ends. Only tests ask for another `most`. */
export function openScratchIndex(most = MOST_IN_MEMORY): ScratchIndex {
  const kinds = new Map<string, Map<string, number>>();
  let held = 0;
  let file: FileIndex | null = null;

  const moveToFile = (): FileIndex => {
    const opened = openFileIndex();
    for (const [kind, keys] of kinds) for (const [key, mask] of keys) opened.add(kind, key, mask);
    kinds.clear();
    return opened;
  };

  return {
    add(kind, key, mask) {
      if (file !== null) {
        file.add(kind, key, mask);
        return;
      }
      let keys = kinds.get(kind);
      if (keys === undefined) {
        keys = new Map();
        kinds.set(kind, keys);
      }
      const before = keys.get(key);
      keys.set(key, (before ?? 0) | mask);
      if (before === undefined) held += 1;
      if (held > most) file = moveToFile();
    },
    find: (kind, key) => (file === null ? (kinds.get(kind)?.get(key) ?? 0) : file.find(kind, key)),
    all: () => (file === null ? [...kinds] : null),
    close: () => file?.close(),
  };
}

interface FileIndex {
  add(kind: string, key: string, mask: number): void;
  find(kind: string, key: string): number;
  close(): void;
}

/** Pages in memory, in KiB; what does not fit goes to the file. */
const CACHE_SIZE = 16_384;

/** Additions to one transaction, so that none grows without end. */
const BATCH = 10_000;

function openFileIndex(): FileIndex {
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
      const mask = select.get(kind, key);
      return typeof mask === 'number' ? mask : 0;
    },
    close: () => connection.close(),
  };
}
