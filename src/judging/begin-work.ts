/** Getting the short ways ready for one pass over a list. */

import { DullRecords } from '../contacts/fast/dull-records.js';
import type { RecordFilters } from '../contacts/fast/plain-records.js';
import type { ListFile } from '../contacts/list/list-file.js';
import { contactColumns, reachesByNumber } from '../contacts/record/contact-points.js';
import type { CsvDialect } from '../outcomes/csv-file.js';
import { layoutFor } from '../outcomes/outcome-row.js';
import { PlainRows } from '../outcomes/plain-rows.js';
import { BatchWork } from './batch-work.js';
import type { CloseJudging } from './close-judge.js';
import { PlainScreening } from './plain-screening.js';

/** What is to be done in a pass. */
export interface WorkPlan {
  readonly isSurvey: boolean;
  /** null where nothing is to be judged by class. */
  readonly filters: RecordFilters | null;
  /** How rows are written; null where none are. */
  readonly dialect: CsvDialect | null;
  /** Whether every allowed number has to be told. */
  readonly listsAllowed: boolean;
  readonly isReplay: boolean;
}

/** The short ways of a pass over a list of this form. */
export function beginWork(
  list: Pick<ListFile, 'header' | 'delimiter'>,
  judging: CloseJudging,
  { isSurvey, filters, dialect, listsAllowed, isReplay }: WorkPlan,
): BatchWork {
  const { columns, reading, judgement } = judging;
  const { campaign } = judgement.facts;
  const layout = layoutFor(list.header);
  const contactCells = contactColumns(columns, campaign.channel);
  const plain =
    filters === null
      ? null
      : new PlainScreening({
          judging,
          filters,
          listsAllowed,
          rows: dialect === null ? null : new PlainRows(layout, dialect, list.header.length),
          rowSettings: { list, columns, contactCells, layout, campaign, isReplay },
        });
  return new BatchWork(isSurvey ? DullRecords.of(columns, reading) : null, plain);
}

/** A ledger much larger than the list is asked record by record. */
const ENTRIES_A_RECORD = 20;
/** No record that can be found by anything is shorter, in bytes. */
const SHORTEST_RECORD = 20;

/** Whether records of the list may be judged by class: no letter or direct message is. */
export function hasClasses(
  { sizeInBytes }: ListFile,
  { judgement, listings, ledger }: CloseJudging,
): boolean {
  const { channel } = judgement.facts.campaign;
  return (
    (reachesByNumber(channel) || channel === 'email') &&
    !listings.hasResults &&
    ledger.mostEntries * SHORTEST_RECORD <= sizeInBytes * ENTRIES_A_RECORD
  );
}
