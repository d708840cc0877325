/** What `screen` and `check` share: from what was typed to a finished screening within one snapshot of the store. */
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
import type { Given } from './command-table.js';
import { type Context, warn } from './context.js';
import { withList } from './list-reading.js';
import {
  CAMPAIGN,
  type Gate,
  JSON_RESULT,
  onChannel,
  READING,
  STORE,
  storePath,
  withStore,
} from './options.js';

/** The options of both. Only `check` can do without a campaign file, so each declares that one itself. */
export const SCREENING = { ...CAMPAIGN, ...READING, store: STORE, json: JSON_RESULT };

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
  given: Given<typeof SCREENING> & { readonly campaign: string },
  context: Context,
  work: (run: PlannedRun) => Promise<T>,
): Promise<T> {
  const campaign = onChannel(await readCampaignFile(given.campaign), given.channel);
  const dates = resolveCallDate(campaign, context.clock.today, given.on ?? null);
  const store = storePath(given.store, context);
  // Opened and closed at once: a mistyped store is reported before a long list is read or spooled.
  openStore(store, 'read').close();
  return withList(contacts, given, context, ({ savedMap, ...list }) =>
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
  try {
    return await withStore(run.storePath, 'read', (store) =>
      withSnapshot(store, async () => {
        const screening = await screenFile(run.request, store, outputs, progress.update);
        progress.clear();
        for (const line of describeReading(screening.list.notes)) warn(context, line);
        return { screening, revision: currentRevision(store) };
      }),
    );
  } finally {
    progress.clear();
  }
}

/** Which of the gates asked for say no. */
export function gatesThatSayNo(
  asked: readonly Gate[],
  screening: Screening,
  today: IsoDate,
): readonly Gate[] {
  const { tallied, registers, judgement } = screening;
  const { callDate } = judgement.facts;
  const saysNo: Readonly<Record<Gate, boolean>> = {
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
