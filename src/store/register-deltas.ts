/** What each load added to a register and removed from it, against the copy before. */
import { crc32 } from 'node:zlib';
import type { Store } from './open-store.js';
import type { PackedBlock } from './register-blocks.js';
import { damagedStore, withStoreErrors } from './register-damage.js';

export type Movement = 'added' | 'removed';

/** What one load added to one block. */
export interface Addition {
  readonly revision: number;
  readonly packed: Uint8Array;
}

interface AdditionRow {
  readonly revision: number;
  readonly numbers: number;
  readonly checksum: number;
  readonly packed: Buffer;
}

/** Writes what the load of `revision` added or removed, inside the caller's transaction. */
export function writeDelta(
  store: Store,
  revision: number,
  movement: Movement,
  blocks: Iterable<PackedBlock>,
): void {
  const insert = store.connection.prepare<[number, string, number, number, number, Uint8Array]>(
    'INSERT INTO register_delta (revision, movement, block, numbers, checksum, packed) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const { block, numbers, packed } of blocks) {
    const checksum = checksumOfDelta(revision, movement, block, numbers, packed);
    insert.run(revision, movement, block, numbers, checksum, packed);
  }
}

/**
 * A reader of all that loads of any register ever added to a block, the newest first. The reader throws
 * a `UserError` where a row is damaged. A row that was lost goes unnoticed, and does no harm: without it
 * a listing looks older than it may be, or of unknown age, and gets less grace.
 */
export function additionsReader(store: Store): (block: number) => readonly Addition[] {
  const select = store.connection.prepare<[number], AdditionRow>(
    `SELECT revision, numbers, checksum, packed FROM register_delta
     WHERE block = ? AND movement = 'added' ORDER BY revision DESC`,
  );
  return (block) => {
    const rows = withStoreErrors(store, () => select.all(block));
    for (const { revision, numbers, checksum, packed } of rows) {
      if (checksumOfDelta(revision, 'added', block, numbers, packed) !== checksum) {
        throw damagedStore(
          store,
          `what revision ${revision} added to block ${block} is not what was written`,
        );
      }
    }
    return rows;
  };
}

function checksumOfDelta(
  revision: number,
  movement: Movement,
  block: number,
  numbers: number,
  packed: Uint8Array,
): number {
  return crc32(packed, crc32(`${revision} ${movement} ${block} ${numbers}`));
}
