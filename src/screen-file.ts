/**
 * READ FIRST. A list from its opening to its verdicts; what happens to each record (contact -> evidence -> verdict
 * -> writer) is in `judging/judging-pass.ts`.
 *
 * The list is read twice: surveyed for its columns, flags and own opt-outs, then judged, so that an
 * opt-out in the last row binds the first. Where no row says anything that binds another, it is judged while it
 * is surveyed, and read once. Nothing is kept of a record once it is written.
 */
import { statSync } from 'node:fs';
import { type ColumnRoles, contactColumnQuestion } from './contacts/columns/column-roles.js';
import { requireAnswers } from './contacts/columns/open-questions.js';
import { readListColumns } from './contacts/columns/read-columns.js';
import { type ListFile, openList } from './contacts/list/list-file.js';
import type { ReadingOptions } from './contacts/reading-options.js';
import { dateColumnsOf } from './contacts/survey/date-order.js';
import { rowsLeftAnyway } from './contacts/survey/skimmer.js';
import { NOTHING_FOUND, type Survey, surveyList } from './contacts/survey/survey.js';
import { UserError } from './errors.js';
import { hasClasses, type WorkPlan } from './judging/begin-work.js';
import type { CloseJudging } from './judging/close-judge.js';
import { JudgingAhead } from './judging/judging-ahead.js';
import { beginPass, type JudgingPass, type RunOutputs } from './judging/judging-pass.js';
import { type Lanes, ownLane, type PassLanes } from './judging/lanes.js';
import { type StartedThreads, startThreads, type Threads } from './judging/thread-lanes.js';
import { type Ledger, openLedger } from './ledger/look-up/ledger-look-up.js';
import { type ListingReader, openListings } from './registers/look-up/listing-reader.js';
import { openRegisters, shareRegisters } from './registers/look-up/register-reader.js';
import type { Campaign } from './screening/campaign.js';
import type { IsoDate } from './screening/dates.js';
import { prepareJudgement } from './screening/verdict/decide.js';
import type { Screening } from './screening-result.js';
import { countEntries } from './store/ledger/ledger-entries.js';
import type { Store } from './store/open-store.js';
import { currentRevision } from './store/revisions.js';
import { openScratchIndex, type ScratchIndex } from './store/scratch-index.js';

export interface ScreeningRequest {
  readonly path: string;
  /** How messages and the receipt name the list: its base name, or `standard input`. */
  readonly displayName: string;
  readonly reading: ReadingOptions;
  readonly campaign: Campaign;
  readonly callDate: IsoDate;
  readonly lastPlannedOn: IsoDate | null;
  /** The call date is past: every row says so. */
  readonly isReplay: boolean;
  /** null: the list is screened by one thread. */
  readonly threads: Threads | null;
  /** Reads so many bytes at once; left out, as many as serve best. */
  readonly chunkSize?: number;
  /** Takes no short way: what each of them must come out as. */
  readonly isCloselyRead?: boolean;
}

export type OnProgress = (
  phase: 'surveying' | 'judging',
  bytesRead: number,
  bytesInAll: number,
  records: number,
) => void;

/**
 * Screens a list against the store as it stands now. Run it within `withSnapshot`, so that every row is
 * judged against one revision. Throws a `UserError` for whatever the user can mend in list or mapping.
 */
export async function screenFile(
  request: ScreeningRequest,
  store: Store,
  outputs: RunOutputs | null,
  onProgress: OnProgress,
): Promise<Screening> {
  const threads = threadsFor(request);
  const scratch = openScratchIndex();
  try {
    const run = await openRun(request, store);
    const lanes = (await threadLanes(threads, request, run, store)) ?? ownLane(run.list);
    return await judgeRun(request, run, store, lanes, scratch, outputs, onProgress);
  } finally {
    scratch.close();
    await threads?.close();
  }
}

/** The list, and everything it is judged by. */
type OpenedRun = Pick<Screening, 'list' | 'columns' | 'registers' | 'judgement'> & {
  readonly listings: ListingReader;
  readonly ledger: Ledger;
};

async function openRun(request: ScreeningRequest, store: Store): Promise<OpenedRun> {
  const { campaign, displayName } = request;
  const list = await openList(request.path, displayName, request.reading, request.chunkSize);
  const columns = await readListColumns(list.header, request.reading, displayName);
  const noContact = contactColumnQuestion(columns, campaign.channel);
  // Before a long list is read: what its headers leave open is known by now.
  requireAnswers(
    [...list.questions, ...(noContact === null ? [] : [noContact]), ...columns.questions],
    list.header,
    displayName,
  );
  const registers = openRegisters(store);
  const listings = openListings(store, registers);
  const ledger = openLedger(store);
  requireIdSystem(columns, ledger, campaign);
  const judgement = prepareJudgement(campaign, request.callDate, request.lastPlannedOn);
  return { list, columns, registers, listings, ledger, judgement };
}

/** Surveys the list and judges it: at once, as far as that goes, and else in a second pass. */
async function judgeRun(
  { campaign, callDate, reading, displayName, isReplay, isCloselyRead = false }: ScreeningRequest,
  { list, columns, registers, judgement, listings, ledger }: OpenedRun,
  store: Store,
  lanes: Lanes,
  scratch: ScratchIndex,
  outputs: RunOutputs | null,
  onProgress: OnProgress,
): Promise<Screening> {
  const settings = { channel: campaign.channel, callDate, dateOrder: reading.dateOrder };
  const judging = { columns, listings, ledger, judgement, reading: settings, findings: NOTHING_FOUND };
  const dialect = outputs?.plainDialect(list) ?? null;
  const listsAllowed = outputs?.listsAllowed ?? false;
  const isByClass = !isCloselyRead && hasClasses(list, judging) && (outputs === null || dialect !== null);
  const gathering = isByClass && !ledger.isEmpty ? lanes.keysOf(ledger) : null;
  // Threads may be gathering the keys meanwhile.
  const counts = countEntries(store);
  const ledgerKeys = await gathering;
  const plan = (isSurvey: boolean, { findings }: CloseJudging): WorkPlan => ({
    isSurvey: isSurvey && !isCloselyRead,
    filters: isByClass ? { list: findings.keys, tellsList: true, ledger: ledgerKeys } : null,
    dialect,
    listsAllowed,
    isReplay,
  });

  const isOrderOpen = settings.dateOrder === null && dateColumnsOf(columns).length > 0;
  const ahead = new JudgingAhead(
    () => beginPass(list, judging, outputs, isReplay),
    // What was told of an allowed number cannot be taken back.
    !isByClass || isOrderOpen || listsAllowed,
  );
  const first = lanes.begin(judging, plan(true, judging));
  const survey = await surveyList(
    list,
    columns,
    settings,
    scratch,
    (bytes, records) => onProgress('surveying', bytes, list.sizeInBytes, records),
    {
      skim: (batches) =>
        first.work(batches, (batch, before) => ({
          skimFrom: rowsLeftAnyway(batch, before),
          judge: ahead.isWanted(),
        })),
      counts: async () => (await first.counts()).flatMap(({ dull }) => dull ?? []),
    },
    (worked, isQuiet) => ahead.add(worked, isQuiet),
  );
  requireAnswers(survey.questions, list.header, displayName);

  let pass = ahead.whole();
  let worked = await first.counts();
  if (pass === null) {
    const closely = { ...judging, findings: survey, reading: { ...settings, dateOrder: survey.dateOrder } };
    const second = lanes.begin(closely, plan(false, closely));
    pass = beginPass(list, closely, outputs, isReplay);
    await judgeList(list, survey, pass, second, isByClass, onProgress);
    worked = await second.counts();
  }
  for (const { tallied } of worked) pass.tally.addAll(tallied);
  return {
    list,
    columns,
    survey,
    judgement,
    registers,
    resultsUsed: listings.resultsUsed(),
    ledger: { ...ledger, ...counts },
    tallied: pass.tally.result(),
  };
}

/** Threads for a list, while it is still unread; null where it is not worth starting any. */
function threadsFor({ path, threads, isCloselyRead }: ScreeningRequest): StartedThreads | null {
  if (threads === null || isCloselyRead === true) return null;
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return size < threads.fromBytes ? null : startThreads(threads);
}

/** The lanes of the threads; null where there are none, or where somebody wrote to the store just now. */
async function threadLanes(
  threads: StartedThreads | null,
  { reading, campaign, callDate, lastPlannedOn }: ScreeningRequest,
  { list, registers }: OpenedRun,
  store: Store,
): Promise<Lanes | null> {
  if (threads === null) return null;
  const setup = {
    storePath: store.path,
    displayName: list.displayName,
    header: list.header,
    delimiter: list.delimiter,
    reading,
    campaign,
    callDate,
    lastPlannedOn,
    registers: shareRegisters(registers),
  };
  return threads.setUp(setup, currentRevision(store));
}

/**
 * An objection that is keyed to a person_id alone finds nobody while it is open which system the list's ids
 * come from, so the run stops.
 */
function requireIdSystem(columns: ColumnRoles, ledger: Ledger, { list }: Campaign): void {
  if (list.id_system !== null || columns.columnsOf('person_id').length === 0 || ledger.idSystems.length === 0)
    return;
  throw new UserError(
    `the list has a \`person_id\` column and the ledger holds entries by person_id (of ${ledger.idSystems.join(', ')}), but the campaign file does not say which system the list's ids come from. Fill in \`list.id_system\`, or take the column out with \`--map ignore=…\``,
  );
}

/** The second pass: every record is judged, now that it is known what each says of the others. */
async function judgeList(
  list: ListFile,
  survey: Survey,
  pass: JudgingPass,
  lanes: PassLanes,
  isByClass: boolean,
  onProgress: OnProgress,
): Promise<void> {
  const records = list.readRecords((bytes) =>
    onProgress('judging', bytes, list.sizeInBytes, pass.tally.records()),
  );
  for await (const worked of lanes.work(records, () => ({ skimFrom: null, judge: isByClass })))
    pass.add(worked, false);
  if (records.result().sha256 !== survey.sha256) {
    throw new UserError(
      `\`${list.displayName}\` was changed while it was being read; nothing was written. Run it again`,
    );
  }
}
