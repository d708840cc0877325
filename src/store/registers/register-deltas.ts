/** What each load or update added to a register and removed from it, against the copy before. */
import { crc32 } from 'node:zlib';
import type { Store } from '../open-store.js';
import type { RegisterCopy } from './register-copies.js';
import { damagedStore, withStoreErrors } from './register-damage.js';

export type Movement = 'added' | 'removed';

/** Numbers in rising order, packed. What the bytes mean is not known here. */
export interface PackedNumbers {
  readonly numbers: number;
  readonly packed: Uint8Array;
}

/** Writes what the load of `revision` added or removed, inside the caller's transaction; nothing where there is nothing. */
export function writeDelta(
  store: Store,
  revision: number,
  movement: Movement,
  { numbers, packed }: PackedNumbers,
): void {
  if (numbers === 0) return;
  store.connection
    .prepare<[number, string, number, Uint8Array]>(
      'INSERT INTO register_delta (revision, movement, checksum, packed) VALUES (?, ?, ?, ?)',
    )
    .run(revision, movement, checksumOf(revision, movement, numbers, packed), packed);
}

/**
 * What the copy's load or update added or removed, packed; null where that is nothing. Throws a `UserError`
 * where it is lost or not what was written: a number would else seem listed, or unlisted, in a past copy.
 */
export function readDelta(store: Store, copy: RegisterCopy, movement: Movement): Uint8Array | null {
  const numbers = copy[movement];
  if (numbers === 0) return null;
  const row = withStoreErrors(store, () =>
    store.connection
      .prepare<[number, string], { checksum: number; packed: Buffer }>(
        'SELECT checksum, packed FROM register_delta WHERE revision = ? AND movement = ?',
      )
      .get(copy.revision, movement),
  );
  if (row === undefined || checksumOf(copy.revision, movement, numbers, row.packed) !== row.checksum) {
    throw damagedStore(
      store,
      `what revision ${copy.revision} ${movement} (${numbers} numbers) is not what was written`,
    );
  }
  return row.packed;
}

function checksumOf(revision: number, movement: Movement, numbers: number, packed: Uint8Array): number {
  return crc32(packed, crc32(`${revision} ${movement} ${numbers}`));
}
