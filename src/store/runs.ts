/** The log of runs: what ran, when, on which list, with what result. It holds no contact data. */
import { z } from 'zod';
import type { Clock } from '../clock.js';
import { CHANNELS, PURPOSES } from '../screening/campaign.js';
import { type IsoDate, isIsoDate } from '../screening/dates.js';
import type { Store } from './open-store.js';

const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const runRecord = z.strictObject({
  /** The revision of the store that it judged against. */
  revision: count,
  command: z.enum(['screen', 'check']),
  /** Base name of the list, never its folder. */
  list: z.string(),
  listSha256: sha256,
  controller: z.string(),
  purpose: z.enum(PURPOSES),
  channel: z.enum(CHANNELS),
  callDate: z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value)),
  isReplay: z.boolean(),
  /** Records of the list, and contact points by outcome. */
  counts: z.strictObject({ records: count, allowed: count, blocked: count, needsReview: count }),
  /** The folder of the three files, as it was given; null where the command writes none. */
  folder: z.string().nullable(),
  receiptSha256: sha256.nullable(),
});

export type RunRecord = z.infer<typeof runRecord>;

export interface StoredRun extends RunRecord {
  readonly id: number;
  /** ISO 8601 in UTC. */
  readonly ranAt: string;
}

/** Adds a run to the log and returns its number. Throws a `ZodError` (a bug) where the record has another form. */
export function addRun(store: Store, clock: Clock, run: RunRecord): number {
  const { revision, ...content } = runRecord.parse(run);
  const { lastInsertRowid } = store.connection
    .prepare<[number, string, string]>('INSERT INTO run (revision, ran_at, content) VALUES (?, ?, ?)')
    .run(revision, clock.now, JSON.stringify(content));
  return Number(lastInsertRowid);
}

/** Every run in the log, the latest first. */
export function listRuns(store: Store): readonly StoredRun[] {
  return store.connection
    .prepare<[], { id: number; revision: number; ran_at: string; content: string }>(
      'SELECT id, revision, ran_at, content FROM run ORDER BY id DESC',
    )
    .all()
    .map(({ id, revision, ran_at, content }) => {
      const stored: unknown = JSON.parse(content);
      const run = runRecord.omit({ revision: true }).parse(stored);
      return { ...run, revision, id, ranAt: ran_at };
    });
}
