/** Changes of what screening services answered: a file taken in, a file taken back, a number forgotten. */
import type { Clock } from '../../clock.js';
import type { PhoneNumber } from '../../screening/contact.js';
import { beginWriting } from '../begin-writing.js';
import type { Store } from '../open-store.js';
import { addRevision, currentRevision } from '../revisions.js';
import { countAnswers, type ResultAnswer, type ResultCounts, type ResultsFile } from './register-results.js';

/** A result file on its way in: all of it, as one revision, or nothing. */
export interface ResultsIntake {
  /** Where a file says two things of one number, listed counts, and the earlier day. */
  readonly add: (phone: PhoneNumber, answer: ResultAnswer) => void;
  /** The service holds the number for none. */
  readonly addInvalid: (phone: PhoneNumber) => void;
  /** Of what was added so far. */
  readonly counts: () => ResultCounts;
  readonly commit: (
    clock: Clock,
    file: Omit<ResultsFile, 'revision' | 'retractedBy'>,
  ) => ResultCounts & { revision: number };
  /** Leaves the store as it was. Does nothing after `commit`. */
  readonly rollback: () => void;
}

/** Begins to take in a file, and keeps other writers out until it is committed or rolled back. */
export function beginResults(store: Store): ResultsIntake {
  const { connection } = store;
  beginWriting(store);
  // Answers carry the number of a revision that is written last, when its counts are known.
  connection.pragma('defer_foreign_keys = ON');
  const revision = currentRevision(store) + 1;
  const insert = connection.prepare<[string, string, number, number, string | null]>(
    `INSERT INTO register_result (phone, register, revision, is_listed, listed_on) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET is_listed = max(is_listed, excluded.is_listed),
       listed_on = coalesce(min(listed_on, excluded.listed_on), listed_on, excluded.listed_on)`,
  );
  const insertInvalid = connection.prepare<[string, number]>(
    'INSERT INTO result_invalid (phone, revision) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  return {
    add: (phone, { register, isListed, listedOn }) => {
      insert.run(phone, register, revision, isListed ? 1 : 0, listedOn);
    },
    addInvalid: (phone) => {
      insertInvalid.run(phone, revision);
    },
    counts: () => countAnswers(store, revision),
    commit(clock, file) {
      const counts = countAnswers(store, revision);
      addRevision(store, clock, {
        kind: 'register-results',
        fileName: file.fileName,
        fileSha256: file.sha256,
        counts: { ...counts },
        overridden: file.overridden,
      });
      connection
        .prepare('INSERT INTO results_file VALUES (?, ?, ?, ?, ?, ?, ?)')
        .run(
          revision,
          file.provider,
          file.reading,
          JSON.stringify(file.registers),
          file.checkedOn,
          file.fileName,
          file.sha256,
        );
      connection.exec('COMMIT');
      return { ...counts, revision };
    },
    rollback: () => {
      if (connection.inTransaction) connection.exec('ROLLBACK');
    },
  };
}

/**
 * Takes the result file of revision `file` back, and returns the revision that does it; null where it was
 * taken back before. Its rows stay, so that what held at an earlier revision is still known.
 */
export function endResults(store: Store, clock: Clock, file: number): number | null {
  const { connection } = store;
  beginWriting(store);
  try {
    const known = connection.prepare('SELECT 1 FROM results_retraction WHERE file = ?').get(file);
    if (known !== undefined) return null;
    const { listed, clear } = countAnswers(store, file);
    const revision = addRevision(store, clock, {
      kind: 'results-retract',
      fileName: null,
      fileSha256: null,
      counts: { retracted: file, listed, clear },
      overridden: [],
    });
    connection.prepare('INSERT INTO results_retraction VALUES (?, ?)').run(file, revision);
    connection.exec('COMMIT');
    return revision;
  } finally {
    if (connection.inTransaction) connection.exec('ROLLBACK');
  }
}

/** Removes every answer on a number, within the transaction that erases the person. Returns how many there were. */
export function removeAnswers({ connection }: Store, phone: string): number {
  const { changes: answers } = connection.prepare('DELETE FROM register_result WHERE phone = ?').run(phone);
  const { changes: invalid } = connection.prepare('DELETE FROM result_invalid WHERE phone = ?').run(phone);
  return answers + invalid;
}
