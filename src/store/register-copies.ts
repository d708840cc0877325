/** The dated copies of the registers that were loaded; the last of a register is the one in force. */
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { type IsoDate, parseIsoDate } from '../screening/dates.js';
import type { RegisterName } from '../screening/evidence.js';
import type { Store } from './open-store.js';
import { damagedStore, withStoreErrors } from './register-damage.js';
import type { OverriddenGuard } from './revisions.js';

/** A register that can be loaded: TPS and CTPS bind live calls, FPS faxes. */
export type Register = RegisterName;
export const REGISTERS: readonly Register[] = ['tps', 'ctps', 'fps'];

/** One loaded copy of a register, complete to the end of its as-of day. */
export interface RegisterCopy {
  readonly revision: number;
  readonly register: Register;
  readonly asOf: IsoDate;
  /** Of the file it was read from. */
  readonly sha256: string;
  /** Distinct numbers. */
  readonly numbers: number;
  /** Numbers added and removed against the copy before; both 0 for a first copy. */
  readonly added: number;
  readonly removed: number;
  /** The dialling codes it covers, such as 0113; none: the whole register. */
  readonly diallingCodes: readonly string[];
  readonly overridden: readonly OverriddenGuard[];
  /** How many blocks it has, and the checksum over all of them in order. */
  readonly blocks: number;
  readonly directory: number;
}

interface CopyRow {
  readonly revision: number;
  readonly register: string;
  readonly as_of: string;
  readonly sha256: string;
  readonly numbers: number;
  readonly added: number;
  readonly removed: number;
  readonly dialling_codes: string;
  readonly overridden: string;
  readonly blocks: number;
  readonly directory: number;
  readonly checksum: number;
}

const diallingCodes = z.array(z.string());
const overriddenGuards = z.array(z.object({ guard: z.string(), saw: z.string() }));

/** Writes the row of a copy. Call it inside the transaction that replaces the blocks. */
export function addCopy(store: Store, copy: RegisterCopy): void {
  const row = {
    revision: copy.revision,
    register: copy.register,
    as_of: copy.asOf,
    sha256: copy.sha256,
    numbers: copy.numbers,
    added: copy.added,
    removed: copy.removed,
    dialling_codes: JSON.stringify(copy.diallingCodes),
    overridden: JSON.stringify(copy.overridden),
    blocks: copy.blocks,
    directory: copy.directory,
  };
  store.connection
    .prepare<[CopyRow]>(
      `INSERT INTO register_copy VALUES (:revision, :register, :as_of, :sha256, :numbers, :added, :removed,
         :dialling_codes, :overridden, :blocks, :directory, :checksum)`,
    )
    .run({ ...row, checksum: checksumOf(row) });
}

/**
 * Every copy of a register that was ever loaded, the oldest first; the last is in force.
 * Throws a `UserError` where a row is not what was written.
 */
export function readCopies(store: Store, register: Register): readonly RegisterCopy[] {
  const rows = withStoreErrors(store, () =>
    store.connection
      .prepare<[string], CopyRow>('SELECT * FROM register_copy WHERE register = ? ORDER BY revision')
      .all(register),
  );
  return rows.map((row) => {
    const asOf = parseIsoDate(row.as_of);
    if (asOf === undefined || checksumOf(row) !== row.checksum) {
      throw damagedStore(
        store,
        `what it says of the ${register.toUpperCase()} copy of revision ${row.revision} is not what was written`,
      );
    }
    return {
      revision: row.revision,
      register,
      asOf,
      sha256: row.sha256,
      numbers: row.numbers,
      added: row.added,
      removed: row.removed,
      diallingCodes: diallingCodes.parse(JSON.parse(row.dialling_codes)),
      overridden: overriddenGuards.parse(JSON.parse(row.overridden)),
      blocks: row.blocks,
      directory: row.directory,
    };
  });
}

/**
 * The day on which a copy was loaded, and the base name of the file it was loaded from.
 * Throws a `UserError` where the revision that loaded it is lost.
 */
export function readLoad(
  store: Store,
  copy: RegisterCopy,
): { readonly loadedOn: IsoDate; readonly fileName: string | null } {
  const row = withStoreErrors(store, () =>
    store.connection
      .prepare<[number], { made_on: string; file_name: string | null }>(
        'SELECT made_on, file_name FROM revision WHERE number = ?',
      )
      .get(copy.revision),
  );
  const loadedOn = parseIsoDate(row?.made_on ?? '');
  if (row === undefined || loadedOn === undefined) {
    throw damagedStore(store, `revision ${copy.revision}, which loaded a register, is not what was written`);
  }
  return { loadedOn, fileName: row.file_name };
}

/** Covers every other column: a day altered by a flipped bit would make a stale copy look fresh. */
function checksumOf(row: Omit<CopyRow, 'checksum'>): number {
  return crc32(
    JSON.stringify([
      row.revision,
      row.register,
      row.as_of,
      row.sha256,
      row.numbers,
      row.added,
      row.removed,
      row.dialling_codes,
      row.overridden,
      row.blocks,
      row.directory,
    ]),
  );
}
