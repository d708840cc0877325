/** What screening services answered: the result files taken in, and their answers number by number. */
import { z } from 'zod';
import type { PhoneNumber } from '../../screening/contact.js';
import { type IsoDate, isIsoDate } from '../../screening/dates.js';
import type { RegisterName } from '../../screening/evidence.js';
import type { Store } from '../open-store.js';
import type { OverriddenGuard } from '../revisions.js';

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
  /** What a person accepted of it. */
  readonly overridden: readonly OverriddenGuard[];
  /** The revision that took it back; null: it stands. */
  readonly retractedBy: number | null;
}

/** What one file says of a number on one register. */
export interface ResultAnswer {
  readonly register: RegisterName;
  readonly isListed: boolean;
  /** The day of listing that the service names; null: none. */
  readonly listedOn: IsoDate | null;
}

/** An answer, and the file that gives it. */
export interface HeldAnswer extends ResultAnswer {
  readonly revision: number;
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
const guards = z.array(z.object({ guard: z.string(), saw: z.string() }));
const fileRow = z.object({
  revision: z.number(),
  provider: z.string(),
  reading: z.string(),
  registers: z.string().transform((text) => registerNames.parse(JSON.parse(text))),
  checkedOn: day,
  fileName: z.string(),
  sha256: z.string(),
  overridden: z.string().transform((text) => guards.parse(JSON.parse(text))),
  retractedBy: z.number().nullable(),
});
const answerRow = z.object({
  register: registerName,
  revision: z.number(),
  isListed: z.number().transform((bit) => bit === 1),
  listedOn: day.nullable(),
});
const invalidRow = z.object({ revision: z.number() });

/** Every result file that was taken in, the oldest first; those taken back are among them. */
export function readResultsFiles({ connection }: Store): readonly ResultsFile[] {
  return connection
    .prepare(
      `SELECT results_file.revision, provider, reading, registers, checked_on AS checkedOn,
         results_file.file_name AS fileName, sha256, overridden, results_retraction.revision AS retractedBy
       FROM results_file JOIN revision ON revision.number = results_file.revision
         LEFT JOIN results_retraction ON results_retraction.file = results_file.revision
       ORDER BY results_file.revision`,
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
export function openAnswers({ connection }: Store): (phone: PhoneNumber) => readonly HeldAnswer[] {
  const select = connection.prepare<[string]>(
    'SELECT register, revision, is_listed AS isListed, listed_on AS listedOn FROM register_result WHERE phone = ? ORDER BY revision, register',
  );
  return (phone) => select.all(phone).map((row) => answerRow.parse(row));
}

/** Looks up which files call a number invalid, by their revisions. */
export function openInvalid({ connection }: Store): (phone: PhoneNumber) => readonly number[] {
  const select = connection.prepare<[string]>(
    'SELECT revision FROM result_invalid WHERE phone = ? ORDER BY revision',
  );
  return (phone) => select.all(phone).map((row) => invalidRow.parse(row).revision);
}
