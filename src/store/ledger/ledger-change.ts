/** Changing the ledger: every change is one revision, or none. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../clock.js';
import { beginWriting } from '../begin-writing.js';
import type { Store } from '../open-store.js';
import { removeAnswers } from '../registers/results-change.js';
import { addRevision, currentRevision, type RevisionRecord } from '../revisions.js';
import {
  isObjection,
  type LedgerKeys,
  type LedgerRecord,
  type LedgerRecordKind,
  recordAsText,
} from './ledger-record.js';

/** What ended with the import that had brought it, and what stays because another import brought it too. */
export interface Ended {
  /** By kind of record; kinds without any are left out. */
  readonly counts: Readonly<Partial<Record<LedgerRecordKind, number>>>;
  /** Among them those that told a caller to stop. */
  readonly objections: number;
  readonly stayed: number;
}

/** One change of the ledger: all of it, as one revision, or nothing. */
export interface LedgerChange {
  /** Adds an entry; false where the ledger holds the same already. Either way this revision brought it. */
  readonly add: (keys: LedgerKeys, record: LedgerRecord) => boolean;
  /** Ends what the revision `target` brought and no other revision did. */
  readonly endWhatCameWith: (target: number) => Ended;
  /** Removes an entry and all that is known of its coming and going. */
  readonly remove: (id: number) => void;
  /** Removes every answer of a screening service on a number. Returns how many there were. */
  readonly removeAnswers: (phone: string) => number;
  /**
   * Makes the change, and returns the number of its revision. Where it only brings what the same file, or
   * the same kind of change without a file, brought before, it is no change: nothing is made, and null returned.
   */
  readonly commit: (clock: Clock, revision: RevisionRecord) => number | null;
  /** Leaves the ledger as it was. Does nothing after `commit`. */
  readonly rollback: () => void;
}

/**
 * Begins a change of the ledger, and keeps other writers out until it is committed or rolled back.
 * Throws a `UserError` where another process has been writing for longer than the store waits.
 */
export function beginLedgerChange(store: Store): LedgerChange {
  const { connection } = store;
  beginWriting(store);
  // Entries carry the number of a revision that is written last, when its counts are known.
  connection.pragma('defer_foreign_keys = ON');
  const number = currentRevision(store) + 1;
  const add = entryAdder(store, number);
  let isChanged = false;
  return {
    add: (keys, record) => {
      const isNew = add(keys, record);
      isChanged ||= isNew;
      return isNew;
    },
    endWhatCameWith: (target) => {
      isChanged = true;
      return endWhatCameWith(store, number, target);
    },
    remove: (id) => {
      isChanged = true;
      connection.prepare<[number]>('DELETE FROM ledger_entry WHERE id = ?').run(id);
    },
    removeAnswers: (phone) => {
      const removed = removeAnswers(store, phone);
      isChanged ||= removed > 0;
      return removed;
    },
    commit: (clock, revision) => {
      if (!isChanged && !bringsMoreThanBefore(store, number, revision)) {
        connection.exec('ROLLBACK');
        return null;
      }
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

function entryAdder({ connection }: Store, number: number): LedgerChange['add'] {
  type Values = [number, string, string, string | null, string | null, string | null, string | null];
  const insert = connection.prepare<[...Values, number, string]>(
    `INSERT INTO ledger_entry (revision, identity, record, phone, email, id_system, person_id, is_objection, content)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (identity) WHERE ended IS NULL DO NOTHING`,
  );
  const source = connection.prepare<[number, string]>(
    `INSERT INTO ledger_source (entry, revision)
     SELECT id, ? FROM ledger_entry WHERE identity = ? AND ended IS NULL ON CONFLICT DO NOTHING`,
  );
  return (keys, record) => {
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
    source.run(number, identity);
    return changes === 1;
  };
}

/** Whether revision `number` brings anything that no revision of the same kind and file still in force brought. */
function bringsMoreThanBefore({ connection }: Store, number: number, revision: RevisionRecord): boolean {
  const found = connection
    .prepare<[number, number, string, string | null]>(
      `SELECT 1 FROM ledger_source AS mine WHERE mine.revision = ? AND NOT EXISTS (
         SELECT 1 FROM ledger_source AS other JOIN revision ON revision.number = other.revision
         WHERE other.entry = mine.entry AND other.revision <> ? AND other.ended IS NULL
           AND revision.kind = ? AND revision.file_sha256 IS ?
       ) LIMIT 1`,
    )
    .get(number, number, revision.kind, revision.fileSha256);
  return found !== undefined;
}

function endWhatCameWith({ connection }: Store, number: number, target: number): Ended {
  const { changes: brought } = connection
    .prepare<[number, number]>('UPDATE ledger_source SET ended = ? WHERE revision = ? AND ended IS NULL')
    .run(number, target);
  const { changes: ended } = connection
    .prepare<[number, number, number]>(
      `UPDATE ledger_entry SET ended = ? WHERE ended IS NULL
         AND id IN (SELECT entry FROM ledger_source WHERE revision = ? AND ended = ?)
         AND NOT EXISTS (SELECT 1 FROM ledger_source WHERE entry = ledger_entry.id AND ended IS NULL)`,
    )
    .run(number, target, number);
  const rows = connection
    .prepare<[number], { record: LedgerRecordKind; entries: number; objections: number }>(
      'SELECT record, count(*) AS entries, sum(is_objection) AS objections FROM ledger_entry WHERE ended = ? GROUP BY record ORDER BY record',
    )
    .all(number);
  return {
    counts: Object.fromEntries(rows.map(({ record, entries }) => [record, entries])),
    objections: rows.reduce((sum, { objections }) => sum + objections, 0),
    stayed: brought - ended,
  };
}

/** The same for two entries exactly when they say the same of the same keys: so importing a file twice adds nothing. */
function identityOf({ phone, email, idSystem, personId }: LedgerKeys, content: string): string {
  const whole = JSON.stringify([phone, email, idSystem, personId, content]);
  return createHash('sha256').update(whole).digest('hex');
}
