/** The survey of a list with the prefilter of the fast path, and nothing else of it. */
import type { ColumnRoles } from '../../../src/contacts/columns/column-roles.js';
import type { ListFile } from '../../../src/contacts/list/list-file.js';
import type { RecordSettings } from '../../../src/contacts/record/record-reader.js';
import { allRemaining } from '../../../src/contacts/survey/prefilter.js';
import { beginSurvey, type Survey } from '../../../src/contacts/survey/survey.js';
import { rowsAlwaysRemaining } from '../../../src/fast/batches/batch-work.js';
import { CellTable } from '../../../src/fast/cells/cell-table.js';
import { PrefilteredRecords } from '../../../src/fast/survey/prefiltered-records.js';
import type { ScratchIndex } from '../../../src/store/scratch-index.js';

export async function surveyFast(
  list: ListFile,
  columns: ColumnRoles,
  settings: RecordSettings,
  scratch: ScratchIndex,
): Promise<Survey> {
  const cells = new CellTable(columns);
  const prefilter = PrefilteredRecords.of(columns, settings, cells);
  const survey = beginSurvey(list, columns, settings, scratch);
  const reading = list.readRecords();
  for await (const batch of reading) {
    if (batch.spans !== null) cells.begin(batch.spans, batch.count);
    const from = rowsAlwaysRemaining(batch, survey.records());
    survey.add(batch, prefilter?.prefilter(batch, from) ?? allRemaining(batch));
  }
  return survey.result(reading.result(), prefilter === null ? [] : [prefilter.counts()]);
}
