/** What screening services answered: the result files taken in, and their answers number by number. */
import { z } from 'zod';
import type { Clock } from '../clock.js';
import type { PhoneNumber } from '../screening/contact.js';
import { type IsoDate, isIsoDate } from '../screening/dates.js';
import type { RegisterName } from '../screening/evidence.js';
import { beginWriting } from './begin-writing.js';
import type { Store } from './open-store.js';
import { addRevision, currentRevision } from './revisions.js';

/** One result file that was taken in. */
export interface ResultsFile {
  readonly revision: number;
  readonly provider: string;
  /** How it was read (columns and words), so that the same file read in another way is another. */
  readonly reading: string;
  /** The registers that it answers for. */
  readonly registers: readonly RegisterName[];
  readonly checkedOn: IsoDate;
  /** Base name. */
  readonly fileName: string;
  /** Of the bytes of the file. */
  readonly sha256: string;
}

/** What one file says of a number on one register. */
export interface ResultAnswer {
  readonly register: RegisterName;
  readonly isListed: boolean;
  /** The day of listing that the service names; null: none. */
  readonly listedOn: IsoDate | null;
}

export interface ResultCounts {
  readonly listed: number;
  readonly clear: number;
  /** Distinct numbers with any answer. */
  readonly numbers: number;
}

const day = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));
const registerName = z.enum(['tps', 'ctps', 'fps']);
const registerNames = z.array(registerName);
const fileRow = z.object({
  revision: z.number(),
  provider: z.string(),
  reading: z.string(),
  registers: z.string().transform((text) => registerNames.parse(JSON.parse(text))),
  checkedOn: day,
  fileName: z.string(),
  sha256: z.string(),
});
const answerRow = z.object({
  register: registerName,
  revision: z.number(),
  isListed: z.number().transform((bit) => bit === 1),
  listedOn: day.nullable(),
});

/** Every result file that was taken in, the oldest first. */
export function readResultsFiles({ connection }: Store): readonly ResultsFile[] {
  return connection
    .prepare(
      'SELECT revision, provider, reading, registers, checked_on AS checkedOn, file_name AS fileName, sha256 FROM results_file ORDER BY revision',
    )
    .all()
    .map((row) => fileRow.parse(row));
}

/** How many answers a file holds. */
export function countAnswers({ connection }: Store, revision: number): ResultCounts {
  const row = connection
    .prepare(
      `SELECT count(DISTINCT phone) AS numbers, coalesce(sum(is_listed), 0) AS listed,
         coalesce(sum(1 - is_listed), 0) AS clear FROM register_result WHERE revision = ?`,
    )
    .get(revision);
  return z.object({ numbers: z.number(), listed: z.number(), clear: z.number() }).parse(row);
}

/** Looks up what the files said of a number. */
export function openAnswers({
  connection,
}: Store): (phone: PhoneNumber) => readonly (ResultAnswer & { readonly revision: number })[] {
  const select = connection.prepare<[string]>(
    'SELECT register, revision, is_listed AS isListed, listed_on AS listedOn FROM register_result WHERE phone = ?',
  );
  return (phone) => select.all(phone).map((row) => answerRow.parse(row));
}

/** A result file on its way in: all of it, as one revision, or nothing. */
export interface ResultsIntake {
  /** Where a file says two things of one number, listed counts, and the earlier day. */
  readonly add: (phone: PhoneNumber, answer: ResultAnswer) => void;
  readonly commit: (clock: Clock, file: Omit<ResultsFile, 'revision'>) => ResultCounts & { revision: number };
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
  return {
    add: (phone, { register, isListed, listedOn }) => {
      insert.run(phone, register, revision, isListed ? 1 : 0, listedOn);
    },
    commit(clock, file) {
      const counts = countAnswers(store, revision);
      addRevision(store, clock, {
        kind: 'register-results',
        fileName: file.fileName,
        fileSha256: file.sha256,
        counts: { ...counts },
        overridden: [],
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
