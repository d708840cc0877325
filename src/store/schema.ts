/** The tables of the store. One file, so that what is kept can be read in one place. */

/** Stamped into `application_id`, so that another program's database is never taken for a store. */
export const APPLICATION_ID = 0x52_46_4e_43;

/** Raised with every change of the tables, with a step in `migrations.ts`; a store of a later version is refused. */
export const SCHEMA_VERSION = 2;

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
 * `register_block` holds the copy in force, `register_delta` what each load added and removed against
 * the copy before it: so the earliest possible day of a listing is known, and a past copy can be
 * rebuilt. A block holds the numbers that share `national number div 65536`.
 *
 * Nothing of a register is believed unchecked, since a row lost or altered would unlist a number: the
 * checksum of a copy covers its own row and `directory`, which covers the key, count and checksum of
 * every block, which covers the numbers. `register_directory` lets the blocks be counted without them.
 */
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

CREATE TABLE register_copy (
  revision      INTEGER PRIMARY KEY REFERENCES revision(number),
  register      TEXT NOT NULL,
  as_of         TEXT NOT NULL,
  sha256        TEXT NOT NULL,
  numbers       INTEGER NOT NULL,
  added         INTEGER NOT NULL,
  removed       INTEGER NOT NULL,
  dialling_codes TEXT NOT NULL,
  overridden    TEXT NOT NULL,
  blocks        INTEGER NOT NULL,
  directory     INTEGER NOT NULL,
  checksum      INTEGER NOT NULL
) STRICT;

CREATE TABLE register_block (
  register TEXT NOT NULL,
  block    INTEGER NOT NULL,
  numbers  INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  packed   BLOB NOT NULL,
  PRIMARY KEY (register, block)
) STRICT;
CREATE INDEX register_directory ON register_block (register, block, numbers, checksum);

CREATE TABLE register_delta (
  revision INTEGER NOT NULL REFERENCES revision(number),
  movement TEXT NOT NULL CHECK (movement IN ('added', 'removed')),
  block    INTEGER NOT NULL,
  numbers  INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  packed   BLOB NOT NULL,
  PRIMARY KEY (revision, movement, block)
) STRICT, WITHOUT ROWID;
CREATE INDEX register_delta_by_block ON register_delta (block, movement, revision);

${LEDGER_SCHEMA}
CREATE TABLE run (
  id        INTEGER PRIMARY KEY,
  revision  INTEGER NOT NULL,
  ran_at    TEXT NOT NULL,
  content   TEXT NOT NULL
) STRICT;
`;
