/**
 * READ FIRST. The one loop: record -> contact -> evidence -> verdict -> writer.
 *
 * The list is read twice: surveyed for its columns, flags and own opt-outs, then judged, so that an
 * opt-out in the last row binds the first. Nothing is kept of a record once it is written.
 */
import { type ColumnRoles, contactColumnQuestion, type OptOutRole } from './contacts/column-roles.js';
import { contactColumns, reachesByNumber } from './contacts/contact-points.js';
import { type ListFile, openList } from './contacts/list-file.js';
import { requireAnswers } from './contacts/open-questions.js';
import { readListColumns } from './contacts/read-columns.js';
import type { ReadingOptions } from './contacts/reading-options.js';
import type { RecordBatch } from './contacts/record-batch.js';
import { createRecordReader } from './contacts/record-reader.js';
import { type Survey, surveyList } from './contacts/survey.js';
import { UserError } from './errors.js';
import { countRecord, judgeRecord } from './judge-record.js';
import { knownOptOuts } from './known-opt-outs.js';
import { type Ledger, openLedger } from './ledger/ledger-look-up.js';
import { layoutFor, type OutcomeLayout } from './outcomes/outcome-row.js';
import { type OutcomeSink, screeningCells, writeRecord } from './outcomes/record-rows.js';
import { createTally, type Tallied } from './outcomes/tally.js';
import { type ListingReader, openListings } from './registers/listing-reader.js';
import { openRegister, type RegisterReader } from './registers/register-reader.js';
import { PlainScreening, type PlainSettings } from './screen-plain-records.js';
import type { Campaign } from './screening/campaign.js';
import type { IsoDate } from './screening/dates.js';
import { type Judgement, prepareJudgement } from './screening/decide.js';
import type { RegisterName } from './screening/evidence.js';
import { REGISTER_DOUBTS } from './screening/undecided.js';
import type { Store } from './store/open-store.js';
import type { ResultsFile } from './store/register-results.js';
import { openScratchIndex } from './store/scratch-index.js';

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
}

/** Makes the sink once the shape of the list is known. `check` has none. */
export type OpenSink = (list: ListFile, layout: OutcomeLayout, columns: ColumnRoles) => OutcomeSink;

export type OnProgress = (
  phase: 'surveying' | 'judging',
  bytesRead: number,
  bytesInAll: number,
  records: number,
) => void;

export interface Screening {
  readonly list: ListFile;
  readonly columns: ColumnRoles;
  readonly survey: Survey;
  readonly judgement: Judgement;
  readonly registers: Readonly<Record<RegisterName, RegisterReader | null>>;
  /** The result files of screening services that answered for a number of the list. */
  readonly resultsUsed: readonly ResultsFile[];
  readonly ledger: Ledger;
  readonly tallied: Tallied;
}

/** Whether screening services answered wherever a copy is wanting, so that none is needed for this list. */
export function isAnsweredByServices({ resultsUsed, tallied }: Screening): boolean {
  return resultsUsed.length > 0 && ![...REGISTER_DOUBTS].some((code) => tallied.byReason.has(code));
}

/**
 * Screens a list against the store as it stands now. Run it within `withSnapshot`, so that every row is
 * judged against one revision. Throws a `UserError` for whatever the user can mend in list or mapping.
 */
export async function screenFile(
  request: ScreeningRequest,
  store: Store,
  openSink: OpenSink | null,
  onProgress: OnProgress,
): Promise<Screening> {
  const { campaign, callDate } = request;
  const list = await openList(request.path, request.displayName, request.reading);
  const columns = await readListColumns(list.header, request.reading, request.displayName);
  const noContact = contactColumnQuestion(columns, campaign.channel);
  // Before a long list is read: what its headers leave open is known by now.
  requireAnswers(
    noContact === null ? columns.questions : [noContact, ...columns.questions],
    list.header,
    request.displayName,
  );
  const registers = {
    tps: openRegister(store, 'tps'),
    ctps: openRegister(store, 'ctps'),
    fps: openRegister(store, 'fps'),
  };
  const listings = openListings(store, registers);
  const ledger = openLedger(store);
  requireIdSystem(columns, ledger, campaign);
  const judgement = prepareJudgement(campaign, callDate, request.lastPlannedOn);

  const scratch = openScratchIndex();
  try {
    const settings = { channel: campaign.channel, callDate, dateOrder: request.reading.dateOrder };
    const survey = await surveyList(list, columns, settings, scratch, (bytes, records) =>
      onProgress('surveying', bytes, list.sizeInBytes, records),
    );
    requireAnswers(survey.questions, list.header, request.displayName);
    const readRecord = createRecordReader(columns, { ...settings, dateOrder: survey.dateOrder });
    const contactCells = contactColumns(columns, campaign.channel);
    const layout = layoutFor(list.header);
    const sink = openSink?.(list, layout, columns) ?? null;
    const tally = createTally();
    const rows = { list, columns, contactCells, layout, campaign, isReplay: request.isReplay };
    const judging = { survey, listings, ledger, judgement };
    const judgeClosely = (batch: RecordBatch, row: number) => {
      const contact = readRecord(batch, row);
      return { contact, judged: judgeRecord(contact, judging) };
    };
    const plain = preparePlain(campaign, survey, listings, ledger, sink, {
      columns,
      channel: campaign.channel,
      contactCells,
      judge: judgeClosely,
      planRows: (cells, judged, batch, row) =>
        sink?.plainRows?.plan(cells, judged, (outcome, earned) =>
          screeningCells(outcome, earned, batch, row, rows),
        ) ?? [],
      writeRow: (plan, batch, row, numbers) => {
        if (batch.spans !== null) sink?.plainRows?.write(plan, batch.spans, row, batch.line(row), numbers);
      },
    });

    const records = list.readRecords((bytes) =>
      onProgress('judging', bytes, list.sizeInBytes, tally.records()),
    );
    for await (const batch of records) {
      // Every record of such a file is opted out by its name.
      const plainHere = batch.origin.optOuts.length === 0 && batch.origin.name === null ? plain : null;
      for (let row = 0; row < batch.count; row += 1) {
        tally.addRecord();
        if (plainHere?.screen(batch, row) === true) continue;
        const { contact, judged } = judgeClosely(batch, row);
        const { points } = judged;
        countRecord(tally, points, judgement.facts.isMarketing, 1);
        if (sink === null) continue;
        writeRecord(batch, row, points, sink, contact, rows);
        const optOuts = (): ReadonlySet<OptOutRole> => knownOptOuts(contact, campaign, survey, ledger);
        sink.addRecord({ batch, row, contact, judged: points, knownOptOuts: optOuts });
      }
      sink?.flush();
    }
    plain?.count(tally, judgement.facts.isMarketing);
    if (records.result().sha256 !== survey.sha256) {
      throw new UserError(
        `\`${request.displayName}\` was changed while it was being read; nothing was written. Run it again`,
      );
    }
    const resultsUsed = listings.resultsUsed();
    return { list, columns, survey, judgement, registers, resultsUsed, ledger, tallied: tally.result() };
  } finally {
    scratch.close();
  }
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

/** A ledger much larger than the list is asked record by record. */
const ENTRIES_A_RECORD = 20;

/** The short way for plain records; null where there is none for this run. */
function preparePlain(
  { channel }: Campaign,
  survey: Survey,
  listings: ListingReader,
  ledger: Ledger,
  sink: OutcomeSink | null,
  settings: Omit<PlainSettings, 'filters' | 'isQuiet' | 'listings'>,
): PlainScreening | null {
  const entries = Object.values(ledger.counts).reduce((sum, count) => sum + count, 0);
  if (!reachesByNumber(channel) || listings.hasResults || entries > survey.records * ENTRIES_A_RECORD)
    return null;
  if (sink !== null && sink.plainRows === null) return null;
  const filters = [survey.keys, ...(ledger.isEmpty ? [] : [ledger.keyFilter()])];
  return new PlainScreening({ ...settings, filters, isQuiet: survey.isQuiet, listings });
}
