/**
 * READ FIRST. A list from its opening to its verdicts: reader -> survey -> judge -> writer. What happens to each record
 * (contact -> evidence -> verdict -> rows) is in `judging/judging-pass.ts`.
 *
 * The list is read twice: surveyed for its columns, flags and own opt-outs, then judged, so that an opt-out in the
 * last row binds the first. Where no record binds another, it is judged while it is surveyed, and read once. Nothing is
 * kept of a record once it is written.
 *
 * A worker may survey and judge some records ahead (`judging/batch-worker.ts`). The reference path does nothing ahead;
 * whoever does the work, the same bytes come out.
 */
import { type ColumnRoles, contactColumnQuestion } from './contacts/columns/column-roles.js';
import { requireAnswers } from './contacts/columns/open-questions.js';
import { readListColumns } from './contacts/columns/read-columns.js';
import { openList } from './contacts/list/list-file.js';
import type { ReadingOptions } from './contacts/reading-options.js';
import { dateColumnsOf } from './contacts/survey/date-order.js';
import { beginSurvey, NOTHING_FOUND, type Survey } from './contacts/survey/survey.js';
import { UserError } from './errors.js';
import { startFastPath, type Threads } from './fast/fast-path.js';
import { type BatchWorker, REFERENCE_PATH, type WorkCounts } from './judging/batch-worker.js';
import { beginPass, type JudgingPass, type RunOutputs } from './judging/judging-pass.js';
import { OptimisticPass } from './judging/optimistic-pass.js';
import type { RecordJudging } from './judging/record-judge.js';
import { type Ledger, openLedger } from './ledger/look-up/ledger-look-up.js';
import { openListings } from './registers/look-up/listing-reader.js';
import { openRegisters } from './registers/look-up/register-reader.js';
import type { Campaign } from './screening/campaign.js';
import type { IsoDate } from './screening/dates.js';
import { prepareJudgement } from './screening/verdict/decide.js';
import type { Screening } from './screening-result.js';
import { countEntries } from './store/ledger/ledger-entries.js';
import type { Store } from './store/open-store.js';
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
  /** Turns the fast path off. */
  readonly isReferenceOnly?: boolean;
  /** Worker threads of the fast path. Omit for the default; null: none. */
  readonly threads?: Threads | null;
  /** Bytes per read; left out, the default. */
  readonly chunkSize?: number;
}

export type OnProgress = (
  phase: 'surveying' | 'judging',
  bytesRead: number,
  bytesInAll: number,
  records: number,
) => void;

/**
 * Screens a list against the store as it stands now. Run it within `withSnapshot`, so that every row is
 * judged against one revision. Throws a `UserError` for whatever the user can repair in list or mapping.
 */
export async function screenFile(
  request: ScreeningRequest,
  store: Store,
  outputs: RunOutputs | null,
  onProgress: OnProgress,
): Promise<Screening> {
  const { path, threads, isReferenceOnly = false, isReplay } = request;
  // Workers may start while the list is opened.
  const workers = isReferenceOnly ? REFERENCE_PATH : startFastPath(path, threads);
  const scratch = openScratchIndex();
  try {
    const run = { ...(await openRun(request, store)), outputs, isReplay, scratch, onProgress };
    const { list, registers, judging } = run;
    const output = outputs && { dialect: outputs.rowDialect(list), listsAllowed: outputs.listsAllowed };
    const worker = await workers.open({
      ...{ store, list, reading: request.reading, registers, judging, output, isReplay },
    });
    // Worker threads may be gathering the keys of the ledger meanwhile.
    const counts = countEntries(store);
    const { survey, pass } = await judgeRun(run, worker);
    return {
      list,
      columns: judging.columns,
      survey,
      judgement: judging.judgement,
      registers,
      resultsUsed: judging.listings.resultsUsed(),
      ledger: { ...judging.ledger, ...counts },
      tallied: pass.tally.result(),
    };
  } finally {
    scratch.close();
    await workers.close();
  }
}

/** The list, and everything it is judged by. */
type OpenedRun = Pick<Screening, 'list' | 'registers'> & {
  /** With no findings of the survey yet. */
  readonly judging: RecordJudging;
};

async function openRun(request: ScreeningRequest, store: Store): Promise<OpenedRun> {
  const { campaign, callDate, lastPlannedOn, displayName, reading } = request;
  const list = await openList(request.path, displayName, reading, request.chunkSize);
  const columns = await readListColumns(list.header, reading, displayName);
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
  const judgement = prepareJudgement(campaign, callDate, lastPlannedOn);
  const settings = { channel: campaign.channel, callDate, dateOrder: reading.dateOrder };
  const judging = { columns, listings, ledger, judgement, reading: settings, findings: NOTHING_FOUND };
  return { list, registers, judging };
}

interface Run extends OpenedRun {
  readonly outputs: RunOutputs | null;
  readonly isReplay: boolean;
  readonly scratch: ScratchIndex;
  readonly onProgress: OnProgress;
}

/** Surveys the list and judges it: in one pass as far as that goes, otherwise in a second. */
async function judgeRun(
  run: Run,
  worker: BatchWorker,
): Promise<{ readonly survey: Survey; readonly pass: JudgingPass }> {
  const { list, judging, outputs, isReplay, scratch, onProgress } = run;
  const { columns, reading: settings } = judging;
  const isOrderOpen = settings.dateOrder === null && dateColumnsOf(columns).length > 0;
  const canRollBack = outputs?.listsAllowed !== true;
  const optimistic = new OptimisticPass(
    () => beginPass(list, judging, outputs, isReplay),
    worker.judgesAhead && canRollBack && !isOrderOpen,
  );
  const surveying = beginSurvey(list, columns, settings, scratch);
  const first = await worker.begin({ isSurvey: true, judging });
  const reading = list.readRecords((bytes) =>
    onProgress('surveying', bytes, list.sizeInBytes, surveying.records()),
  );
  for await (const { batch, surveyed, judged } of first.work(reading, () => optimistic.mayJudge())) {
    surveying.add(batch, surveyed);
    optimistic.add(batch, judged, surveying.isQuiet());
  }
  const counts = await first.counts();
  const survey = surveying.result(
    reading.result(),
    counts.flatMap(({ surveyed }) => surveyed ?? []),
  );
  requireAnswers(survey.questions, list.header, list.displayName);

  const pass = optimistic.whole();
  return { survey, pass: pass === null ? await judgeList(run, survey, worker) : counted(pass, counts) };
}

/** The second pass: every record is judged, now that it is known what each says of the others. */
async function judgeList(run: Run, survey: Survey, worker: BatchWorker): Promise<JudgingPass> {
  const { list, outputs, isReplay, onProgress } = run;
  const reading = { ...run.judging.reading, dateOrder: survey.dateOrder };
  const judging = { ...run.judging, findings: survey, reading };
  const second = await worker.begin({ isSurvey: false, judging });
  const pass = beginPass(list, judging, outputs, isReplay);
  const records = list.readRecords((bytes) =>
    onProgress('judging', bytes, list.sizeInBytes, pass.tally.records()),
  );
  for await (const { batch, judged } of second.work(records, () => true)) pass.add(batch, judged, false);
  if (records.result().sha256 !== survey.sha256) {
    throw new UserError(
      `\`${list.displayName}\` was changed while it was being read; nothing was written. Run it again`,
    );
  }
  return counted(pass, await second.counts());
}

/** The pass with the records that were judged ahead among its counts. */
function counted(pass: JudgingPass, counts: readonly WorkCounts[]): JudgingPass {
  for (const { tallied } of counts) pass.tally.addAll(tallied);
  return pass;
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
