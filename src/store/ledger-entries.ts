/** Reading and writing the entries of the ledger. */
import { createHash } from 'node:crypto';
import type { Clock } from '../clock.js';
import { hasCode, UserError } from '../errors.js';
import type { PhoneNumber } from '../screening/contact.js';
import {
  idSystemKey,
  isObjection,
  type LedgerKeys,
  type LedgerRecord,
  type LedgerRecordKind,
  recordAsText,
  recordFromText,
  type StoredEntry,
  storedNumber,
} from './ledger-record.js';
import type { Store } from './open-store.js';
import { addRevision, currentRevision, type RevisionRecord } from './revisions.js';

/** One change of the ledger: all of it, as one revision, or nothing. */
export interface LedgerChange {
  /** Adds an entry; false where the ledger holds the same already. */
  readonly add: (keys: LedgerKeys, record: LedgerRecord) => boolean;
  /** Makes the change, and returns the number of its revision. */
  readonly commit: (clock: Clock, revision: RevisionRecord) => number;
  /** Leaves the ledger as it was. Does nothing after `commit`. */
  readonly rollback: () => void;
}

/**
 * Begins a change of the ledger, and keeps other writers out until it is committed or rolled back.
 * Throws a `UserError` where another process has been writing for longer than the store waits.
 */
export function beginLedgerChange(store: Store): LedgerChange {
  const { connection } = store;
  try {
    connection.exec('BEGIN IMMEDIATE');
  } catch (thrown) {
    if (!hasCode(thrown, 'SQLITE_BUSY')) throw thrown;
    throw new UserError(`the store \`${store.path}\` is being changed by another process; try again later`);
  }
  // Entries carry the number of a revision that is written last, when its counts are known.
  connection.pragma('defer_foreign_keys = ON');
  const number = currentRevision(store) + 1;
  const insert = connection.prepare<
    [number, string, string, string | null, string | null, string | null, string | null, number, string]
  >(
    `INSERT INTO ledger_entry (revision, identity, record, phone, email, id_system, person_id, is_objection, content)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (identity) DO NOTHING`,
  );
  return {
    add: (keys, record) => {
      const { phone, email, personId, idSystem } = keys;
      const content = recordAsText(record);
      const objects = isObjection(record) ? 1 : 0;
      const identity = identityOf(keys, content);
      const { changes } = insert.run(
        number,
        identity,
        record.record,
        phone,
        email,
        idSystem,
        personId,
        objects,
        content,
      );
      return changes === 1;
    },
    commit: (clock, revision) => {
      // INVARIANT: nobody else can have added a revision since BEGIN IMMEDIATE; the foreign key would refuse the commit.
      addRevision(store, clock, revision);
      connection.exec('COMMIT');
      return number;
    },
    rollback: () => {
      if (connection.inTransaction) connection.exec('ROLLBACK');
    },
  };
}

export interface LedgerReader {
  readonly counts: Readonly<Record<LedgerRecordKind, number>>;
  /** Entries that tell a caller to stop, withdrawn consents among them. */
  readonly objectionCount: number;
  /** The id systems (in the form of `idSystemKey`) whose person_ids the ledger knows. */
  readonly idSystems: readonly string[];
  readonly byNumber: (number: PhoneNumber) => readonly StoredEntry[];
  readonly byEmail: (email: string) => readonly StoredEntry[];
  readonly byPerson: (personId: string, idSystem: string) => readonly StoredEntry[];
}

interface EntryRow {
  readonly id: number;
  readonly revision: number;
  readonly phone: string | null;
  readonly email: string | null;
  readonly id_system: string | null;
  readonly person_id: string | null;
  readonly content: string;
}

const SELECT_ENTRY = 'SELECT id, revision, phone, email, id_system, person_id, content FROM ledger_entry';

/** Prepares the look-ups. The counts are those of this moment: call it within the snapshot that is judged against. */
export function openLedgerReader({ connection }: Store): LedgerReader {
  const byNumber = connection.prepare<[string], EntryRow>(`${SELECT_ENTRY} WHERE phone = ? ORDER BY id`);
  const byEmail = connection.prepare<[string], EntryRow>(`${SELECT_ENTRY} WHERE email = ? ORDER BY id`);
  const byPerson = connection.prepare<[string, string], EntryRow>(
    `${SELECT_ENTRY} WHERE id_system = ? AND person_id = ? ORDER BY id`,
  );
  const { counts, objectionCount } = countEntries(connection);
  const systems = connection.prepare<[], { id_system: string }>(
    'SELECT DISTINCT id_system FROM ledger_entry WHERE person_id IS NOT NULL ORDER BY id_system',
  );
  return {
    counts,
    objectionCount,
    idSystems: systems.all().map(({ id_system }) => id_system),
    byNumber: (number) => byNumber.all(number).map(asEntry),
    byEmail: (email) => byEmail.all(email).map(asEntry),
    byPerson: (personId, idSystem) => byPerson.all(idSystemKey(idSystem), personId).map(asEntry),
  };
}

function countEntries(connection: Store['connection']): Pick<LedgerReader, 'counts' | 'objectionCount'> {
  const rows = connection
    .prepare<[], { record: string; entries: number; objections: number }>(
      'SELECT record, count(*) AS entries, sum(is_objection) AS objections FROM ledger_entry GROUP BY record',
    )
    .all();
  const entries = new Map(rows.map((row) => [row.record, row.entries]));
  const of = (record: LedgerRecordKind): number => entries.get(record) ?? 0;
  return {
    counts: {
      consent: of('consent'),
      withdrawal: of('withdrawal'),
      objection: of('objection'),
      'soft-opt-in': of('soft-opt-in'),
      'fundraising-preference': of('fundraising-preference'),
      'wrong-number': of('wrong-number'),
    },
    objectionCount: rows.reduce((sum, { objections }) => sum + objections, 0),
  };
}

function asEntry({ id, revision, phone, email, id_system, person_id, content }: EntryRow): StoredEntry {
  const keys = { phone: storedNumber(phone), email, personId: person_id, idSystem: id_system };
  return { id, revision, keys, record: recordFromText(content) };
}

/** The same for two entries exactly when they say the same of the same keys: so importing a file twice adds nothing. */
function identityOf({ phone, email, idSystem, personId }: LedgerKeys, content: string): string {
  const whole = JSON.stringify([phone, email, idSystem, personId, content]);
  return createHash('sha256').update(whole).digest('hex');
}
