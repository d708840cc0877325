/** The tables of the store. One file, so that what is kept can be read in one place. */

/** Stamped into `application_id`, so that another program's database is never taken for a store. */
export const APPLICATION_ID = 0x52_46_4e_43;

/** Raised with every change of the tables, with a step in `migrations.ts`; a store of a later version is refused. */
export const SCHEMA_VERSION = 5;

/**
 * An entry carries the revision that added it and the one that ended it: what was in force at a revision
 * stays known, until an erasure removes the entry. `ledger_source` holds every revision that brought an
 * entry, since two files may hold the same one, and taking back the first must not lose it.
 */
export const LEDGER_SCHEMA = `CREATE TABLE ledger_entry (
  id         INTEGER PRIMARY KEY,
  revision   INTEGER NOT NULL REFERENCES revision(number),
  ended      INTEGER REFERENCES revision(number),
  identity   TEXT NOT NULL,
  record     TEXT NOT NULL,
  phone      TEXT,
  email      TEXT,
  id_system  TEXT,
  person_id  TEXT,
  is_objection INTEGER NOT NULL CHECK (is_objection IN (0, 1)),
  content    TEXT NOT NULL,
  CHECK (phone IS NOT NULL OR email IS NOT NULL OR (person_id IS NOT NULL AND id_system IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX ledger_in_force ON ledger_entry (identity) WHERE ended IS NULL;
CREATE INDEX ledger_by_phone ON ledger_entry (phone) WHERE phone IS NOT NULL;
CREATE INDEX ledger_by_email ON ledger_entry (email) WHERE email IS NOT NULL;
CREATE INDEX ledger_by_person ON ledger_entry (id_system, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX ledger_by_record ON ledger_entry (record, is_objection) WHERE ended IS NULL;

CREATE TABLE ledger_source (
  entry    INTEGER NOT NULL REFERENCES ledger_entry(id) ON DELETE CASCADE,
  revision INTEGER NOT NULL REFERENCES revision(number),
  ended    INTEGER REFERENCES revision(number),
  PRIMARY KEY (entry, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_source_by_revision ON ledger_source (revision);
`;

/**
 * `register_block` holds the copies in force, `register_delta` what each load or update added and removed
 * against the copy before it: so the earliest possible day of a listing is known, and any past copy can be
 * asked. A block holds the numbers that share `national number div 65536`; 64 neighbouring ones stand in
 * one row, whose key is the register's place in `REGISTERS` times 2^12, plus the row.
 *
 * Nothing of a register is believed unchecked, since a row lost or altered would unlist a number: the
 * checksum of a copy covers its own row, with the copy it was compared with, the count of what it added and removed and the checksum of
 * its directory, which covers the counts of every block and the checksum of every row, which covers the numbers. The
 * directory is one row, so that a register is opened without going through its rows.
 */
export const REGISTER_SCHEMA = `CREATE TABLE register_copy (
  revision      INTEGER PRIMARY KEY REFERENCES revision(number),
  register      TEXT NOT NULL,
  previous      INTEGER,
  as_of         TEXT NOT NULL,
  since         TEXT,
  sha256        TEXT NOT NULL,
  removals_sha256 TEXT,
  numbers       INTEGER NOT NULL,
  added         INTEGER NOT NULL,
  removed       INTEGER NOT NULL,
  dialling_codes TEXT NOT NULL,
  overridden    TEXT NOT NULL,
  blocks        INTEGER NOT NULL,
  directory     INTEGER NOT NULL,
  checksum      INTEGER NOT NULL
) STRICT;

CREATE TABLE register_directory (
  register TEXT PRIMARY KEY,
  packed   BLOB NOT NULL
) STRICT;

CREATE TABLE register_block (
  key      INTEGER PRIMARY KEY,
  packed   BLOB NOT NULL
) STRICT;

CREATE TABLE register_delta (
  revision INTEGER NOT NULL REFERENCES revision(number),
  movement TEXT NOT NULL CHECK (movement IN ('added', 'removed')),
  checksum INTEGER NOT NULL,
  packed   BLOB NOT NULL,
  PRIMARY KEY (revision, movement)
) STRICT;
`;

/**
 * What screening services answered, number by number: few against a register, so that plain rows serve. The
 * day on which a number was checked is that of its file.
 */
export const RESULTS_SCHEMA = `CREATE TABLE results_file (
  revision   INTEGER PRIMARY KEY REFERENCES revision(number),
  provider   TEXT NOT NULL,
  reading    TEXT NOT NULL,
  registers  TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  file_name  TEXT NOT NULL,
  sha256     TEXT NOT NULL
) STRICT;

CREATE TABLE register_result (
  phone     TEXT NOT NULL,
  register  TEXT NOT NULL,
  revision  INTEGER NOT NULL REFERENCES results_file(revision),
  is_listed INTEGER NOT NULL CHECK (is_listed IN (0, 1)),
  listed_on TEXT,
  PRIMARY KEY (phone, register, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX register_result_by_revision ON register_result (revision);
`;

/**
 * What became of result files: those that were taken back, and the numbers that a service called invalid, so
 * that nobody pays for them again.
 */
export const RESULTS_AFTERWARDS_SCHEMA = `CREATE TABLE results_retraction (
  file     INTEGER PRIMARY KEY REFERENCES results_file(revision),
  revision INTEGER NOT NULL REFERENCES revision(number)
) STRICT;

CREATE TABLE result_invalid (
  phone    TEXT NOT NULL,
  revision INTEGER NOT NULL REFERENCES results_file(revision),
  PRIMARY KEY (phone, revision)
) STRICT, WITHOUT ROWID;
`;

/** A store of this version, when new. */
export const SCHEMA = `
CREATE TABLE revision (
  number     INTEGER PRIMARY KEY,
  kind       TEXT NOT NULL,
  made_on    TEXT NOT NULL,
  made_at    TEXT NOT NULL,
  file_name  TEXT,
  file_sha256 TEXT,
  counts     TEXT NOT NULL,
  overridden TEXT NOT NULL
) STRICT;

${REGISTER_SCHEMA}
${RESULTS_SCHEMA}
${RESULTS_AFTERWARDS_SCHEMA}
${LEDGER_SCHEMA}
CREATE TABLE run (
  id        INTEGER PRIMARY KEY,
  revision  INTEGER NOT NULL,
  ran_at    TEXT NOT NULL,
  content   TEXT NOT NULL
) STRICT;
`;
