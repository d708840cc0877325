/** Every change of the store is a numbered revision: what was done, when, from which file. */
import { z } from 'zod';
import type { Clock } from '../clock.js';
import { type IsoDate, isIsoDate } from '../screening/dates.js';
import type { Store } from './open-store.js';

const REVISION_KINDS = [
  'register-load',
  'register-update',
  'register-results',
  'results-retract',
  'ledger-import',
  'ledger-retract',
  'ledger-erase',
  'objection',
] as const;
export type RevisionKind = (typeof REVISION_KINDS)[number];

/** A guard of the register that was overridden: what it saw, in words for `register status` and receipts. */
export interface OverriddenGuard {
  readonly guard: string;
  readonly saw: string;
}

export interface RevisionRecord {
  readonly kind: RevisionKind;
  /** Base name of the file, never its folder; null where the change came from arguments. */
  readonly fileName: string | null;
  readonly fileSha256: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly overridden: readonly OverriddenGuard[];
}

/** Writes the next revision and returns its number. Call it inside the transaction that makes the change. */
export function addRevision(store: Store, clock: Clock, record: RevisionRecord): number {
  const result = store.connection
    .prepare(
      `INSERT INTO revision (number, kind, made_on, made_at, file_name, file_sha256, counts, overridden)
       VALUES ((SELECT coalesce(max(number), 0) + 1 FROM revision), ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      record.kind,
      clock.today,
      clock.now,
      record.fileName,
      record.fileSha256,
      JSON.stringify(record.counts),
      JSON.stringify(record.overridden),
    );
  return Number(result.lastInsertRowid);
}

const latest = z.object({ number: z.number().nullable() });

/** The number of the last revision; 0 for a store nothing was ever put into. */
export function currentRevision(store: Store): number {
  return (
    latest.parse(store.connection.prepare('SELECT max(number) AS number FROM revision').get()).number ?? 0
  );
}

const revisionRow = z.object({
  number: z.number(),
  kind: z.enum(REVISION_KINDS),
  madeOn: z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value)),
  /** Base name; null where the change came from arguments. */
  fileName: z.string().nullable(),
});

/** What a revision was, when it was made and from which file. */
export type StoredRevision = z.infer<typeof revisionRow>;

/** The revision of this number; null where there is none. */
export function findRevision(store: Store, number: number): StoredRevision | null {
  const row = store.connection
    .prepare<[number]>(
      'SELECT number, kind, made_on AS madeOn, file_name AS fileName FROM revision WHERE number = ?',
    )
    .get(number);
  return row === undefined ? null : revisionRow.parse(row);
}
