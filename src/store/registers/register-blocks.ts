/**
 * The numbers of the register copies in force, in packed blocks, many of them to a row. What a block's bytes
 * mean is not known here; that they are the bytes that were written is checked whenever they are read.
 */
import { crc32 } from 'node:zlib';
import { UserError } from '../../errors.js';
import type { Store } from '../open-store.js';
import { REGISTERS, type Register, type RegisterCopy, readCopies } from './register-copies.js';
import { damagedStore, withStoreErrors } from './register-damage.js';
import {
  BLOCKS_A_ROW,
  directoryRows,
  findRow,
  packDirectory,
  type RowEntry,
  rowOf,
} from './register-directory.js';

/** Up to 65,536 neighbouring numbers of a register. */
export interface PackedBlock {
  /** National number div 65536. */
  readonly block: number;
  /** How many numbers it holds. */
  readonly numbers: number;
  readonly packed: Uint8Array;
}

/** The blocks of a copy, as they can be read back. */
export interface HeldBlocks {
  /** What the directory says of each row, in rising order. */
  rows(): Iterable<RowEntry>;
  /**
   * A row: the bytes of its blocks one after the other, and how many each of them takes (0: it has no number).
   * Reads the store each time. Throws a `UserError` where the row is damaged or lost, or another copy came
   * into force meanwhile.
   */
  readRow(row: number): { readonly bytes: Uint8Array; readonly lengths: Uint16Array };
  /**
   * The packed numbers of one block; undefined where it has none. Remembers the row that was read last.
   * Throws as `readRow` does.
   */
  readBlock(block: number): Uint8Array | undefined;
}

/** What the row of a copy has to say of its blocks. */
export interface WrittenBlocks {
  readonly blocks: number;
  readonly numbers: number;
  /** The checksum of the directory. */
  readonly directory: number;
}

/** More than there are rows of one register. */
const ROWS_A_REGISTER = 2 ** 12;
const NO_BYTES = new Uint8Array(0);
const NO_ROW = { bytes: NO_BYTES, lengths: new Uint16Array(BLOCKS_A_ROW) };

/**
 * Opens the blocks of the copy in force. Throws a `UserError` where their directory is not that of `copy`.
 * A row is checked when it is read, against the directory: one that was lost is damage there, and never
 * "not listed", so nothing but the directory has to be gone through before the first answer.
 */
export function openBlocks(store: Store, copy: RegisterCopy): HeldBlocks {
  const { register } = copy;
  const directory = readDirectory(store, copy);
  const select = store.connection
    .prepare<[number], Buffer>('SELECT packed FROM register_block WHERE key = ?')
    .pluck();

  function readEntry({ row, checksum }: RowEntry): Buffer {
    const packed = withStoreErrors(store, () => select.get(keyOf(register, row)));
    if (packed === undefined || checksumOfRow(register, row, packed) !== checksum) {
      throw replacedOrDamaged(store, copy, `row ${row} of its numbers is not what was written`);
    }
    return packed;
  }

  const readRow: HeldBlocks['readRow'] = (row) => {
    const entry = findRow(directory, row);
    return entry === undefined ? NO_ROW : { bytes: readEntry(entry), lengths: entry.lengths };
  };

  let last: { readonly row: number; readonly blocks: readonly (Uint8Array | undefined)[] } | undefined;
  return {
    rows: () => directoryRows(directory),
    readRow,
    readBlock(block) {
      const row = rowOf(block);
      if (last?.row !== row) last = { row, blocks: cut(readRow(row)) };
      return last.blocks[block % BLOCKS_A_ROW];
    },
  };
}

/** Every block that holds a number and how many, in rising order. */
export function* blockCounts(
  held: HeldBlocks,
): Generator<{ readonly block: number; readonly numbers: number }, void, undefined> {
  for (const { row, numbers } of held.rows()) {
    for (const [index, count] of numbers.entries()) {
      if (count > 0) yield { block: row * BLOCKS_A_ROW + index, numbers: count };
    }
  }
}

/** Reads every row of a copy. Throws a `UserError` where one is damaged or lost, or the counts do not add up. */
export function checkBlocks(store: Store, copy: RegisterCopy): void {
  const held = openBlocks(store, copy);
  let numbers = 0;
  for (const entry of held.rows()) {
    held.readRow(entry.row);
    numbers += sum(entry.numbers);
  }
  if (numbers !== copy.numbers) {
    throw damagedStore(store, `its blocks hold ${numbers} numbers, where ${copy.numbers} were written`);
  }
}

/**
 * Writes the blocks that changed against those held, drops those that hold no number any more, and writes
 * the directory of the whole: inside the caller's transaction. All blocks stand in rising order.
 */
export function writeBlocks(
  store: Store,
  register: Register,
  held: HeldBlocks,
  changed: readonly PackedBlock[],
  emptied: readonly number[],
): WrittenBlocks {
  const write = store.connection.prepare<[number, Buffer]>(
    'INSERT OR REPLACE INTO register_block (key, packed) VALUES (?, ?)',
  );
  const drop = store.connection.prepare<[number]>('DELETE FROM register_block WHERE key = ?');
  const rows = new Map([...held.rows()].map((entry) => [entry.row, entry]));
  for (const [row, changes] of changesByRow(changed, emptied)) {
    const numbers = rows.get(row)?.numbers.slice() ?? new Uint32Array(BLOCKS_A_ROW);
    const blocks = Array.from(numbers, (_, index) => {
      const change = changes.get(row * BLOCKS_A_ROW + index);
      if (change === undefined) return held.readBlock(row * BLOCKS_A_ROW + index) ?? NO_BYTES;
      numbers[index] = change?.numbers ?? 0;
      return change?.packed ?? NO_BYTES;
    });
    const packed = Buffer.concat(blocks);
    if (packed.length === 0) {
      drop.run(keyOf(register, row));
      rows.delete(row);
      continue;
    }
    write.run(keyOf(register, row), packed);
    const lengths = Uint16Array.from(blocks, ({ length }) => length);
    rows.set(row, { row, checksum: checksumOfRow(register, row, packed), numbers, lengths });
  }
  const entries = [...rows.values()].sort((one, other) => one.row - other.row);
  const directory = packDirectory(entries);
  store.connection
    .prepare<[string, Buffer]>('INSERT OR REPLACE INTO register_directory (register, packed) VALUES (?, ?)')
    .run(register, directory);
  return {
    blocks: entries.reduce((all, { numbers }) => all + numbers.filter((count) => count > 0).length, 0),
    numbers: entries.reduce((all, { numbers }) => all + sum(numbers), 0),
    directory: checksumOfDirectory(register, directory),
  };
}

function sum(counts: Uint32Array): number {
  return counts.reduce((all, count) => all + count, 0);
}

/** For each row that is touched, its new blocks; null: the block has no number any more. */
function changesByRow(
  changed: readonly PackedBlock[],
  emptied: readonly number[],
): Map<number, Map<number, PackedBlock | null>> {
  const byRow = new Map<number, Map<number, PackedBlock | null>>();
  const add = (block: number, change: PackedBlock | null) => {
    const row = rowOf(block);
    const changes = byRow.get(row) ?? new Map<number, PackedBlock | null>();
    byRow.set(row, changes.set(block, change));
  };
  for (const block of changed) add(block.block, block);
  for (const block of emptied) add(block, null);
  return byRow;
}

/** Cuts a row into its blocks. */
function cut({ bytes, lengths }: ReturnType<HeldBlocks['readRow']>): (Uint8Array | undefined)[] {
  let at = 0;
  return Array.from(lengths, (length) => {
    at += length;
    return length === 0 ? undefined : bytes.subarray(at - length, at);
  });
}

function readDirectory(store: Store, copy: RegisterCopy): Buffer {
  const { register } = copy;
  const directory = withStoreErrors(store, () =>
    store.connection
      .prepare<[string], Buffer>('SELECT packed FROM register_directory WHERE register = ?')
      .pluck()
      .get(register),
  );
  if (directory === undefined || checksumOfDirectory(register, directory) !== copy.directory) {
    throw replacedOrDamaged(store, copy, `the directory of its blocks is not what was written`);
  }
  return directory;
}

function keyOf(register: Register, row: number): number {
  return REGISTERS.indexOf(register) * ROWS_A_REGISTER + row;
}

/** The key is covered too, so that a row cannot be read in another's place. */
function checksumOfRow(register: Register, row: number, packed: Buffer): number {
  return crc32(packed, crc32(`${register} ${row}`));
}

function checksumOfDirectory(register: Register, directory: Buffer): number {
  return crc32(directory, crc32(register));
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
