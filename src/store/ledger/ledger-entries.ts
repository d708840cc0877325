/** Reading the entries of the ledger that are in force. */
import type { PhoneNumber } from '../../screening/contact.js';
import type { Store } from '../open-store.js';
import {
  idSystemKey,
  type LedgerRecord,
  type LedgerRecordKind,
  recordFromText,
  type StoredEntry,
  storedNumber,
} from './ledger-record.js';

export interface LedgerReader {
  /** The id systems (in the form of `idSystemKey`) whose person_ids the ledger knows. */
  readonly idSystems: readonly string[];
  /**
   * Every number, address or person_id that an entry in force is keyed by, some of them more than once, and
   * those of entries that have ended: whether one is in force does not stand in the indexes, and to look it up
   * for each of a million takes ten times as long as all else.
   */
  readonly keys: (index: LedgerIndex) => Iterable<string>;
  /** No more entries are held than this. */
  readonly mostEntries: () => number;
  readonly isEmpty: () => boolean;
  readonly byNumber: (number: PhoneNumber) => readonly StoredEntry[];
  readonly byEmail: (email: string) => readonly StoredEntry[];
  readonly byPerson: (personId: string, idSystem: string) => readonly StoredEntry[];
}

/** A row of the table as SQLite gives it. */
export interface EntryRow {
  readonly id: number;
  readonly revision: number;
  readonly phone: string | null;
  readonly email: string | null;
  readonly id_system: string | null;
  readonly person_id: string | null;
  readonly content: string;
}

const SELECT_IN_FORCE =
  'SELECT id, revision, phone, email, id_system, person_id, content FROM ledger_entry WHERE ended IS NULL';

/** By what entries are found. */
export const LEDGER_INDEXES = ['phone', 'email', 'person'] as const;
export type LedgerIndex = (typeof LEDGER_INDEXES)[number];

/** The column behind each index. */
const KEY_COLUMN = { phone: 'phone', email: 'email', person: 'person_id' } as const;

/** Prepares the look-ups. Reads the current state: call it within the snapshot that is judged against. */
export function openLedgerReader({ connection }: Store): LedgerReader {
  const byNumber = connection.prepare<[string], EntryRow>(`${SELECT_IN_FORCE} AND phone = ? ORDER BY id`);
  const byEmail = connection.prepare<[string], EntryRow>(`${SELECT_IN_FORCE} AND email = ? ORDER BY id`);
  const byPerson = connection.prepare<[string, string], EntryRow>(
    `${SELECT_IN_FORCE} AND id_system = ? AND person_id = ? ORDER BY id`,
  );
  return {
    idSystems: idSystemsIn(connection),
    keys: (index) =>
      connection
        .prepare<[], string>(
          `SELECT ${KEY_COLUMN[index]} FROM ledger_entry INDEXED BY ledger_by_${index} WHERE ${KEY_COLUMN[index]} IS NOT NULL`,
        )
        .pluck()
        .iterate(),
    mostEntries: () =>
      connection.prepare<[], number>('SELECT coalesce(max(id), 0) FROM ledger_entry').pluck().get() ?? 0,
    isEmpty: () =>
      connection.prepare('SELECT 1 FROM ledger_entry WHERE ended IS NULL LIMIT 1').get() === undefined,
    byNumber: (number) => byNumber.all(number).map(asEntry),
    byEmail: (email) => byEmail.all(email).map(asEntry),
    byPerson: (personId, idSystem) => byPerson.all(idSystemKey(idSystem), personId).map(asEntry),
  };
}

/** From one to the next by the index: whether an entry is in force does not stand there, and few systems have many. */
function idSystemsIn(connection: Store['connection']): readonly string[] {
  const nextTo = connection
    .prepare<[string], string>(
      'SELECT id_system FROM ledger_entry WHERE person_id IS NOT NULL AND id_system > ? ORDER BY id_system LIMIT 1',
    )
    .pluck();
  const inForce = connection
    .prepare<[string], number>(
      'SELECT 1 FROM ledger_entry WHERE id_system = ? AND person_id IS NOT NULL AND ended IS NULL LIMIT 1',
    )
    .pluck();
  const found: string[] = [];
  for (let system = nextTo.get(''); system !== undefined; system = nextTo.get(system))
    if (inForce.get(system) !== undefined) found.push(system);
  return found;
}

/** How many entries are in force. */
export interface LedgerCounts {
  readonly counts: Readonly<Record<LedgerRecordKind, number>>;
  /** Entries that tell a caller to stop, withdrawn consents among them. */
  readonly objectionCount: number;
}

/** Counts the entries in force. */
export function countEntries({ connection }: Store): LedgerCounts {
  const rows = connection
    .prepare<[], { record: string; entries: number; objections: number }>(
      'SELECT record, count(*) AS entries, sum(is_objection) AS objections FROM ledger_entry WHERE ended IS NULL GROUP BY record',
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

/** Contents that are remembered: most entries say what another says of somebody else. */
const MOST_CONTENTS = 10_000;
const contents = new Map<string, LedgerRecord>();

/** The same record for all entries of the same content, as long as it is remembered. */
function recordOf(content: string): LedgerRecord {
  const known = contents.get(content);
  if (known !== undefined) return known;
  if (contents.size >= MOST_CONTENTS) contents.clear();
  const record = recordFromText(content);
  contents.set(content, record);
  return record;
}

/** The entry that a row holds. Throws (a bug, or a damaged store) where it is none. */
export function asEntry({
  id,
  revision,
  phone,
  email,
  id_system,
  person_id,
  content,
}: EntryRow): StoredEntry {
  const keys = { phone: storedNumber(phone), email, personId: person_id, idSystem: id_system };
  return { id, revision, keys, record: recordOf(content) };
}
