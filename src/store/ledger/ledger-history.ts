/** All that the ledger ever held on somebody: what is in force, and what has ended. */
import { z } from 'zod';
import { type IsoDate, isIsoDate } from '../../screening/dates.js';
import type { Store } from '../open-store.js';
import { asEntry, type EntryRow } from './ledger-entries.js';
import { idSystemKey, type LedgerKeys, type StoredEntry } from './ledger-record.js';

/** A revision that brought or ended an entry. */
export interface EntryRevision {
  readonly number: number;
  readonly madeOn: IsoDate;
  /** Base name; null where it came from arguments. */
  readonly fileName: string | null;
}

export interface HeldEntry extends StoredEntry {
  /** Every revision that brought it, those that were retracted since among them. */
  readonly broughtBy: readonly EntryRevision[];
  /** null: it is in force. */
  readonly endedBy: EntryRevision | null;
}

/** One number, one address, or one id of one system. */
export type LedgerKey =
  | { readonly kind: 'phone'; readonly value: NonNullable<LedgerKeys['phone']> }
  | { readonly kind: 'email'; readonly value: string }
  | { readonly kind: 'person'; readonly value: string; readonly idSystem: string };

const WHERE: Readonly<Record<LedgerKey['kind'], string>> = {
  phone: 'phone = ?',
  email: 'email = ?',
  person: 'person_id = ? AND id_system = ?',
};

const entryRevision = z.object({
  number: z.number(),
  madeOn: z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value)),
  fileName: z.string().nullable(),
});

const REVISION_COLUMNS = 'number, made_on AS madeOn, file_name AS fileName';

/** Every entry that names `key`, in force or ended, the oldest first. */
export function entriesHeldOn({ connection }: Store, key: LedgerKey): readonly HeldEntry[] {
  const values = key.kind === 'person' ? [key.value, idSystemKey(key.idSystem)] : [key.value];
  const rows = connection
    .prepare<string[], EntryRow & { readonly ended: number | null }>(
      `SELECT id, revision, ended, phone, email, id_system, person_id, content FROM ledger_entry
       WHERE ${WHERE[key.kind]} ORDER BY id`,
    )
    .all(...values);
  const sources = connection.prepare<[number]>(
    `SELECT ${REVISION_COLUMNS} FROM revision WHERE number IN
       (SELECT revision FROM ledger_source WHERE entry = ?) ORDER BY number`,
  );
  const revision = connection.prepare<[number | null]>(
    `SELECT ${REVISION_COLUMNS} FROM revision WHERE number = ?`,
  );
  return rows.map((row) => ({
    ...asEntry(row),
    broughtBy: sources.all(row.id).map((found) => entryRevision.parse(found)),
    endedBy: entryRevision.optional().parse(revision.get(row.ended)) ?? null,
  }));
}
