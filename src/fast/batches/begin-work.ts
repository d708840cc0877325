/** Gets everything ready that one worker needs for one pass over a list. */
import type { ListFile } from '../../contacts/list/list-file.js';
import { contactColumns } from '../../contacts/record/contact-points.js';
import { layoutFor } from '../../outcomes/outcome-row.js';
import { CellTable } from '../cells/cell-table.js';
import { MemoisedJudge } from '../judging/memoised-judge.js';
import { PlainRows } from '../rows/plain-rows.js';
import { PrefilteredRecords } from '../survey/prefiltered-records.js';
import { BatchWork, type WorkPlan } from './batch-work.js';

/** The form of a list, as far as a worker needs it. */
export type ListForm = Pick<ListFile, 'header' | 'delimiter'>;

export function createBatchWork(list: ListForm, plan: WorkPlan): BatchWork {
  const { isSurvey, judging, filters, dialect, listsAllowed, isReplay } = plan;
  const { columns, reading, judgement } = judging;
  const { campaign } = judgement.facts;
  const layout = layoutFor(list.header);
  const contactCells = contactColumns(columns, campaign.channel);
  const cells = new CellTable(columns);
  const memo =
    filters === null
      ? null
      : new MemoisedJudge(
          {
            judging,
            filters,
            listsAllowed,
            rows: dialect === null ? null : new PlainRows(layout, dialect, list.header.length),
            rowSettings: { list, columns, contactCells, layout, campaign, isReplay },
          },
          cells,
        );
  return new BatchWork(cells, isSurvey ? PrefilteredRecords.of(columns, reading, cells) : null, memo);
}
