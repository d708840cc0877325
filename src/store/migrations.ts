/** Bringing the tables of an earlier version up to date. */
import type Database from 'better-sqlite3';
import {
  LEDGER_SCHEMA,
  REGISTER_SCHEMA,
  RESULTS_AFTERWARDS_SCHEMA,
  RESULTS_SCHEMA,
  SCHEMA_VERSION,
} from './schema.js';

export type Connection = Database.Database;

/** The steps in order: the first makes a store of version 1 one of version 2, and so on. */
const MIGRATIONS: readonly string[] = [
  // Entries can end, and know every revision that brought them. A store of version 1 knew only the first: an
  // objection counts as brought by every later import that held anything known, so that retracting the first
  // frees nobody whom another file protects. A consent does not, so that it ends with the first.
  // The tables are those of version 2: a later change of `LEDGER_SCHEMA` leaves its old text here.
  `
  ALTER TABLE ledger_entry RENAME TO ledger_entry_1;
  DROP INDEX ledger_by_phone;
  DROP INDEX ledger_by_email;
  DROP INDEX ledger_by_person;
  DROP INDEX ledger_by_record;
  ${LEDGER_SCHEMA}
  INSERT INTO ledger_entry (id, revision, identity, record, phone, email, id_system, person_id, is_objection, content)
    SELECT id, revision, identity, record, phone, email, id_system, person_id, is_objection, content
    FROM ledger_entry_1;
  INSERT INTO ledger_source (entry, revision) SELECT id, revision FROM ledger_entry;
  INSERT INTO ledger_source (entry, revision)
    SELECT id, number FROM ledger_entry JOIN revision ON number > revision
    WHERE is_objection = 1 AND kind = 'ledger-import' AND json_extract(counts, '$.alreadyKnown') > 0;
  DROP TABLE ledger_entry_1;
  `,
  // Registers stand in other rows, and no copy is carried over: they are downloads, and to load them again
  // costs their history, which only ever gave grace. Until then nobody is cleared.
  `
  DROP TABLE register_delta;
  DROP TABLE register_block;
  DROP TABLE register_copy;
  ${REGISTER_SCHEMA}
  `,
  // Results of screening services came to be kept.
  RESULTS_SCHEMA,
  // They can be taken back, and tell which numbers are invalid.
  RESULTS_AFTERWARDS_SCHEMA,
];

/** Whether a store of these tables has to be brought up to date before it is read. */
export function isOutdated(connection: Connection): boolean {
  return versionOf(connection) < SCHEMA_VERSION;
}

/** Brings the tables up to date, in one transaction. Does nothing where another process did meanwhile. */
export function migrate(connection: Connection): void {
  connection
    .transaction(() => {
      for (const step of MIGRATIONS.slice(versionOf(connection) - 1)) connection.exec(step);
      connection.pragma(`user_version = ${SCHEMA_VERSION}`);
    })
    .immediate();
}

/** The version of the tables, from 1. */
export function versionOf(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}
