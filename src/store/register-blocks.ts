/**
 * The numbers of the register copies in force, in packed blocks. What a block's bytes mean is not known
 * here; that they are the bytes that were written is checked whenever they are read.
 */
import { crc32 } from 'node:zlib';
import { UserError } from '../errors.js';
import type { Store } from './open-store.js';
import { type Register, type RegisterCopy, readCopies } from './register-copies.js';
import { damagedStore, withStoreErrors } from './register-damage.js';

/** Up to 65,536 neighbouring numbers of a register. */
export interface PackedBlock {
  /** National number div 65536. */
  readonly block: number;
  /** How many numbers it holds. */
  readonly numbers: number;
  readonly packed: Uint8Array;
}

/** What the store's directory says of one block. */
interface BlockEntry {
  readonly block: number;
  readonly numbers: number;
  readonly checksum: number;
}

/** The blocks of a copy, as they can be read back. */
export interface HeldBlocks {
  /** The blocks that hold any number, in rising order. */
  readonly blocks: readonly number[];
  /**
   * The packed numbers of a block; undefined where the copy has none in it. Reads the store each time.
   * Throws a `UserError` where the block is damaged or lost, or another copy came into force meanwhile.
   */
  read(block: number): Uint8Array | undefined;
}

/**
 * Opens the blocks of the copy in force. Reads their directory at once, and throws a `UserError` where
 * it is not that of `copy`: a block that was lost would otherwise mean "not listed".
 */
export function openBlocks(store: Store, copy: RegisterCopy): HeldBlocks {
  const { register } = copy;
  const entries = withStoreErrors(store, () =>
    store.connection
      .prepare<[string], BlockEntry>(
        'SELECT block, numbers, checksum FROM register_block WHERE register = ? ORDER BY block',
      )
      .all(register),
  );
  const found = entries.reduce((sum, { numbers }) => sum + numbers, 0);
  if (
    entries.length !== copy.blocks ||
    found !== copy.numbers ||
    checksumOfEntries(entries) !== copy.directory
  ) {
    throw replacedOrDamaged(
      store,
      copy,
      `it has ${found} numbers in ${entries.length} blocks, where ${copy.numbers} in ${copy.blocks} were written`,
    );
  }
  const directory = new Map(entries.map((entry) => [entry.block, entry]));
  const select = store.connection.prepare<[string, number], { packed: Buffer }>(
    'SELECT packed FROM register_block WHERE register = ? AND block = ?',
  );
  return {
    blocks: entries.map(({ block }) => block),
    read(block) {
      const entry = directory.get(block);
      if (entry === undefined) return undefined;
      const packed = withStoreErrors(store, () => select.get(register, block))?.packed;
      if (
        packed === undefined ||
        checksumOfBlock(register, block, entry.numbers, packed) !== entry.checksum
      ) {
        throw replacedOrDamaged(store, copy, `block ${block} is not what was written`);
      }
      return packed;
    },
  };
}

/** Writes the blocks that changed and drops those that hold no number any more, inside the caller's transaction. */
export function writeBlocks(
  store: Store,
  register: Register,
  changed: Iterable<PackedBlock>,
  emptied: Iterable<number>,
): void {
  const write = store.connection.prepare<[string, number, number, number, Uint8Array]>(
    'INSERT OR REPLACE INTO register_block (register, block, numbers, checksum, packed) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { block, numbers, packed } of changed) {
    write.run(register, block, numbers, checksumOfBlock(register, block, numbers, packed), packed);
  }
  const drop = store.connection.prepare<[string, number]>(
    'DELETE FROM register_block WHERE register = ? AND block = ?',
  );
  for (const block of emptied) drop.run(register, block);
}

/** The checksum of the directory that a copy with these blocks has; they stand in rising order. */
export function directoryChecksum(register: Register, blocks: readonly PackedBlock[]): number {
  return checksumOfEntries(
    blocks.map(({ block, numbers, packed }) => ({
      block,
      numbers,
      checksum: checksumOfBlock(register, block, numbers, packed),
    })),
  );
}

/** The key and the count are covered too, so that a block cannot be read in another's place. */
function checksumOfBlock(register: Register, block: number, numbers: number, packed: Uint8Array): number {
  return crc32(packed, crc32(`${register} ${block} ${numbers}`));
}

function checksumOfEntries(entries: readonly BlockEntry[]): number {
  return crc32(entries.map(({ block, numbers, checksum }) => `${block} ${numbers} ${checksum}`).join('\n'));
}

function replacedOrDamaged(store: Store, copy: RegisterCopy, what: string): UserError {
  const name = copy.register.toUpperCase();
  if (readCopies(store, copy.register).at(-1)?.revision !== copy.revision) {
    return new UserError(
      `another ${name} copy was loaded into the store \`${store.path}\` while the one before it was read; nothing was decided. Run the command again`,
    );
  }
  return damagedStore(store, `of the ${name} copy of ${copy.asOf}, ${what}`);
}
