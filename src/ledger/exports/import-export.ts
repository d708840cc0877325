/** `ledger import` of what another system exports: read by a preset, wholly or not at all. */
import { basename } from 'node:path';
import type { Clock } from '../../clock.js';
import { requireAnswers } from '../../contacts/columns/open-questions.js';
import { placeOf } from '../../contacts/csv/record-batch.js';
import { type ListFile, openList } from '../../contacts/list/list-file.js';
import type { ReadingNote } from '../../contacts/reading-notes.js';
import { type DateOrder, DEFAULT_READING_OPTIONS, type Mapping } from '../../contacts/reading-options.js';
import { createDateOrderSurvey } from '../../contacts/survey/date-order.js';
import { UserError } from '../../errors.js';
import { beginLedgerChange } from '../../store/ledger/ledger-change.js';
import { idSystemKey } from '../../store/ledger/ledger-record.js';
import type { Store } from '../../store/open-store.js';
import type { Meaning } from '../../systems/shape/flags.js';
import { type ImportResult, Intake } from '../native/intake.js';
import { otherPurposesIn } from '../native/ledger-words.js';
import type { ExportSettings, Said } from './export-cells.js';
import { type ExportColumns, resolveExportColumns } from './export-columns.js';
import { readExportRow } from './export-row.js';
import { ExportTally, type ToldExport } from './export-tally.js';
import type { LedgerPreset } from './ledger-presets.js';

export type { Meaning };

export interface ExportRequest {
  readonly path: string;
  readonly preset: LedgerPreset;
  /** To whom the consents in it were given; null: not told. Objections bind every caller either way. */
  readonly controller: string | null;
  /** Where its ids come from; null: as the preset says. */
  readonly idSystem: string | null;
  readonly dateOrder: DateOrder | null;
  readonly mappings: readonly Mapping[];
  /** As in `ExportSettings`. */
  readonly readAs: ReadonlyMap<string, Meaning>;
  /** Pass over unreadable consents; nothing else ever is. */
  readonly keepGood: boolean;
}

export interface ExportResult extends ImportResult {
  readonly export: ToldExport;
  /** The files of a zip, in its order; empty where the export is one file. */
  readonly files: readonly string[];
  /** How they were read, where it is not plain to see. */
  readonly notes: readonly ReadingNote[];
}

/**
 * Imports an export, one file or a zip of several, as one revision; the same file again changes nothing. Throws a `UserError`, with the
 * ledger as it was, where the file cannot be read, its headers or days leave something open, or any line
 * cannot be read that must not be passed over; it tells the first ten lines.
 */
export async function importExport(
  store: Store,
  clock: Clock,
  request: ExportRequest,
): Promise<ExportResult> {
  const { path, preset } = request;
  const name = basename(path);
  const list = await openList(path, name, { ...DEFAULT_READING_OPTIONS, dateOrder: request.dateOrder });
  const columns = resolveExportColumns(list.header, preset, request.mappings, name);
  requireAnswers(columns.questions, list.header, name);
  const saidByName = new Map(
    list.parts.map(({ origin: { fileName } }) => [fileName, fileNameSays(fileName, preset)]),
  );
  const { dateOrder, sha256 } = await surveyDays(list, columns, request.dateOrder);
  const settings: ExportSettings = {
    today: clock.today,
    dateOrder,
    controller: request.controller?.trim().replace(/\s+/gu, ' ') ?? null,
    idSystem: idSystemKey(request.idSystem ?? columns.idSystem),
    readAs: request.readAs,
    saidByFileName: (fileName) => saidByName.get(fileName) ?? fileNameSays(fileName, preset),
  };
  const change = beginLedgerChange(store);
  try {
    const intake = new Intake(change, request.keepGood);
    const tally = new ExportTally();
    const fileSha256 = await readRows(list, columns, settings, intake, tally);
    if (sha256 !== null && sha256 !== fileSha256) {
      throw new UserError(
        `\`${name}\` was changed while it was being read; nothing was imported. Run it again`,
      );
    }
    if (intake.refused > 0) throw new UserError(intake.refusalOf(path));
    const counts = intake.tally.forRevision();
    const made = { kind: 'ledger-import', fileName: name, fileSha256, counts, overridden: [] } as const;
    const revision = change.commit(clock, made);
    return {
      ...intake.result(),
      revision,
      fileSha256,
      export: tally.told(preset, settings),
      files: list.packing === 'zip' ? list.parts.map(({ origin }) => origin.fileName) : [],
      // What a list makes of the names of its files is not what an import makes of them.
      notes: list.notes.filter(({ kind }) => kind !== 'read-together' && kind !== 'opted-out-by-name'),
    };
  } finally {
    change.rollback();
  }
}

async function readRows(
  list: ListFile,
  columns: ExportColumns,
  settings: ExportSettings,
  intake: Intake,
  tally: ExportTally,
): Promise<string> {
  const records = list.readRecords();
  for await (const batch of records) {
    for (let row = 0; row < batch.count; row += 1) {
      const line = placeOf(batch, row);
      const read = readExportRow(columns, settings, batch, row);
      if (read.status === 'unreadable') {
        const { says, isConsentOnly } = read;
        const kind = isConsentOnly ? 'consent' : null;
        intake.take(line, { status: 'unreadable', kind, says, mayBePassedOver: isConsentOnly });
        continue;
      }
      tally.add(line, read);
      for (const [place, { keys, record }] of read.entries.entries()) {
        const hasInvalidNumber = place === 0 && read.hasInvalidNumber;
        intake.take(line, {
          status: 'read',
          keys,
          record,
          otherPurposes: otherPurposesIn(record),
          hasInvalidNumber,
        });
      }
    }
  }
  return records.result().sha256;
}

/** Which of day and month the export writes first; `sha256` is null where no pass was needed to tell. */
async function surveyDays(
  list: ListFile,
  { dayColumns }: ExportColumns,
  asked: DateOrder | null,
): Promise<{ readonly dateOrder: DateOrder | null; readonly sha256: string | null }> {
  if (asked !== null || dayColumns.length === 0) return { dateOrder: asked, sha256: null };
  const survey = createDateOrderSurvey(dayColumns, asked);
  const records = list.readRecords();
  for await (const batch of records) {
    for (let row = 0; row < batch.count; row += 1) survey.add(batch, row);
  }
  const { order, question } = survey.decide();
  requireAnswers(question === null ? [] : [question], list.header, list.displayName);
  return { dateOrder: order, sha256: records.result().sha256 };
}

/** What the name of the file says of everybody in it. Throws a `UserError` where it ought to and does not. */
function fileNameSays(name: string, { fileNames, system }: LedgerPreset): readonly Said[] {
  if (fileNames.length === 0) return [];
  const meanings = fileNames.flatMap(({ words, ...meaning }) => words.map((word) => ({ word, meaning })));
  const found = meanings.find(({ word }) => new RegExp(`^${word}[_ -]`, 'iu').test(name));
  if (found === undefined) {
    const beginnings = meanings.map(({ word }) => `\`${word}_\``).join(', ');
    throw new UserError(
      `\`${name}\` is ${system}, in which the name of the file says what its people are: give it back the name it was exported under, which begins with one of ${beginnings}`,
    );
  }
  const { word, meaning } = found;
  return [{ where: 'the name of the file', value: word, meaning, on: null, numbers: null }];
}
