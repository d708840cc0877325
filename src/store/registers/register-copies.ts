/** The dated copies of the registers; the last of a register is the one in force. */
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { type IsoDate, parseIsoDate } from '../../screening/dates.js';
import type { RegisterName } from '../../screening/evidence.js';
import type { Store } from '../open-store.js';
import type { OverriddenGuard } from '../revisions.js';
import { damagedStore, withStoreErrors } from './register-damage.js';

/** A register that can be loaded: TPS and CTPS bind live calls, FPS faxes. */
export type Register = RegisterName;
export const REGISTERS: readonly Register[] = ['tps', 'ctps', 'fps'];

/** One copy of a register, complete to the end of its as-of day: loaded, or the one before it updated. */
export interface RegisterCopy {
  readonly revision: number;
  readonly register: Register;
  /** The revision of the copy before; null: this is the first. */
  readonly previous: number | null;
  readonly asOf: IsoDate;
  /** Of a "changes since" file: it holds what changed after the end of this day. null: a full copy, or a part by dialling code. */
  readonly since: IsoDate | null;
  /** Of the text it was read from, unpacked; of an update, of its additions. */
  readonly sha256: string;
  /** Of the removals that came with an update; null: none were given, and what left the register is still held. */
  readonly removalsSha256: string | null;
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
  readonly previous: number | null;
  readonly as_of: string;
  readonly since: string | null;
  readonly sha256: string;
  readonly removals_sha256: string | null;
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
    previous: copy.previous,
    as_of: copy.asOf,
    since: copy.since,
    sha256: copy.sha256,
    removals_sha256: copy.removalsSha256,
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
      `INSERT INTO register_copy VALUES (:revision, :register, :previous, :as_of, :since, :sha256, :removals_sha256, :numbers,
         :added, :removed, :dialling_codes, :overridden, :blocks, :directory, :checksum)`,
    )
    .run({ ...row, checksum: checksumOf(row) });
}

/**
 * Every copy of a register that was ever loaded or updated, the oldest first; the last is in force.
 * Throws a `UserError` where a row is not what was written, or one before it is lost.
 */
export function readCopies(store: Store, register: Register): readonly RegisterCopy[] {
  const rows = withStoreErrors(store, () =>
    store.connection
      .prepare<[string], CopyRow>('SELECT * FROM register_copy WHERE register = ? ORDER BY revision')
      .all(register),
  );
  return rows.map((row, index) => {
    const asOf = parseIsoDate(row.as_of);
    const since = row.since === null ? null : parseIsoDate(row.since);
    if (asOf === undefined || since === undefined || checksumOf(row) !== row.checksum) {
      throw damagedStore(
        store,
        `what it says of the ${register.toUpperCase()} copy of revision ${row.revision} is not what was written`,
      );
    }
    // A copy lost between two others would move the day on which a number was last absent.
    if (row.previous !== (rows[index - 1]?.revision ?? null)) {
      throw damagedStore(
        store,
        `the ${register.toUpperCase()} copy of revision ${row.previous}, before that of revision ${row.revision}, is lost`,
      );
    }
    return {
      revision: row.revision,
      register,
      previous: row.previous,
      asOf,
      since,
      sha256: row.sha256,
      removalsSha256: row.removals_sha256,
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
      row.previous,
      row.as_of,
      row.since,
      row.sha256,
      row.removals_sha256,
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
