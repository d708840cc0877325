/** What `screen` and `check` share: from what was typed to a finished screening within one snapshot of the store. */
import { z } from 'zod';
import { resolveCallDate } from '../campaign/campaign-dates.js';
import { readCampaignFile } from '../campaign/read-campaign.js';
import type { SavedMap } from '../contacts/columns/saved-map.js';
import type { RunOutputs } from '../judging/judging-pass.js';
import { createProgress } from '../reports/words/progress.js';
import { describeReading } from '../reports/words/reading-notes.js';
import { type ScreeningRequest, screenFile } from '../screen-file.js';
import type { Campaign } from '../screening/campaign.js';
import type { IsoDate } from '../screening/dates.js';
import { isStale } from '../screening/law.js';
import { registersOf } from '../screening/rules/registers/registers-asked.js';
import { isAnsweredByServices, type Screening } from '../screening-result.js';
import { openStore, withSnapshot } from '../store/open-store.js';
import { currentRevision } from '../store/revisions.js';
import { type Context, warn } from './context.js';
import { withList } from './list-reading.js';
import {
  campaignOptionsTyped,
  type FAIL_ON,
  type FailOn,
  onChannel,
  readingOptionsTyped,
  storePath,
} from './options.js';

export const screeningTyped = readingOptionsTyped.extend({
  ...campaignOptionsTyped.shape,
  campaign: z.string(),
  store: z.string().optional(),
  json: z.boolean().optional(),
});

export interface PlannedRun {
  readonly request: ScreeningRequest;
  readonly campaign: Campaign;
  readonly isReplay: boolean;
  readonly storePath: string;
  /** The map that was found beside the list. */
  readonly savedMap: SavedMap | null;
}

export interface FinishedRun {
  readonly screening: Screening;
  readonly revision: number;
}

/**
 * Plans a run and hands it to `work`. A list from standard input is spooled first, and the spool removed
 * whatever happens.
 */
export async function withPlannedRun<T>(
  contacts: string,
  typed: z.infer<typeof screeningTyped>,
  context: Context,
  work: (run: PlannedRun) => Promise<T>,
): Promise<T> {
  const campaign = onChannel(await readCampaignFile(typed.campaign), typed.channel);
  const dates = resolveCallDate(campaign, context.clock.today, typed.on ?? null);
  const store = storePath(typed.store, context);
  // Opened and closed at once: a mistyped store is told before a long list is read or spooled.
  openStore(store, 'read').close();
  return withList(contacts, typed, context, ({ savedMap, ...list }) =>
    work({
      campaign,
      isReplay: dates.isReplay,
      storePath: store,
      savedMap,
      request: {
        ...list,
        campaign,
        callDate: dates.callDate,
        lastPlannedOn: dates.lastPlannedDay,
        isReplay: dates.isReplay,
        isReferenceOnly: context.isReferenceOnly,
      },
    }),
  );
}

/** Screens the list of a planned run against one revision of the store. */
export async function runScreening(
  run: PlannedRun,
  outputs: RunOutputs | null,
  context: Context,
): Promise<FinishedRun> {
  const startedAt = performance.now();
  const progress = createProgress(context.stderr, () => performance.now() - startedAt);
  const store = openStore(run.storePath, 'read');
  try {
    return await withSnapshot(store, async () => {
      const screening = await screenFile(run.request, store, outputs, progress.update);
      progress.clear();
      for (const line of describeReading(screening.list.notes)) warn(context, line);
      return { screening, revision: currentRevision(store) };
    });
  } finally {
    progress.clear();
    store.close();
  }
}

/** Which of the gates asked for say no. */
export function gatesThatSayNo(
  asked: readonly FailOn[],
  screening: Screening,
  today: IsoDate,
): readonly (typeof FAIL_ON)[number][] {
  const { tallied, registers, judgement } = screening;
  const { callDate } = judgement.facts;
  const saysNo: Readonly<Record<FailOn, boolean>> = {
    blocked: tallied.outcomes.blocked.rows > 0 || tallied.outcomes.blocked.byDecisiveReason.size > 0,
    'needs-review': tallied.outcomes['needs-review'].byDecisiveReason.size > 0,
    'register-stale': registersOf(judgement.facts).some((name) => {
      const register = registers[name];
      const isWanting = register === null || isStale(register.asOf, callDate);
      return isWanting && !isAnsweredByServices(screening, name);
    }),
    expired: tallied.validUntil !== null && tallied.validUntil < today,
  };
  return asked.filter((gate) => saysNo[gate]);
}
