/** Judging the records of a list one after the other, writing each where it belongs, and counting. */
import type { ColumnRoles } from '../contacts/columns/column-roles.js';
import type { RecordBatch } from '../contacts/csv/record-batch.js';
import type { ListFile } from '../contacts/list/list-file.js';
import { contactColumns } from '../contacts/record/contact-points.js';
import type { OptOutRole } from '../contacts/roles.js';
import { countRecord } from '../judge-record.js';
import { knownOptOuts } from '../known-opt-outs.js';
import type { CsvDialect } from '../outcomes/csv-file.js';
import { layoutFor, type OutcomeLayout } from '../outcomes/outcome-row.js';
import { type OutcomeSink, writeRecord } from '../outcomes/record-rows.js';
import { OUTCOMES } from '../screening/verdict/decide.js';
import { createTally, type Tally } from '../screening/verdict/tally.js';
import { registersWanting } from '../screening/verdict/undecided.js';
import { noneByClass, type WorkedBatch } from './batch-work.js';
import { type CloseJudging, createCloseJudge } from './close-judge.js';
import type { JudgedByClass } from './plain-screening.js';

/** Where a run writes. `check` writes nothing. */
export interface RunOutputs {
  /** Makes the sink once the shape of the list is known. */
  open(list: ListFile, layout: OutcomeLayout, columns: ColumnRoles): OutcomeSink;
  /** How the rows of plain records are written; null where every record has to be looked at. */
  plainDialect(list: ListFile): CsvDialect | null;
  /** Whether every allowed number has to be told. */
  readonly listsAllowed: boolean;
}

export interface JudgingPass {
  /**
   * Judges what is left of a batch, writes and counts all its records. `isAhead`: it may answer false, where of a
   * record more than its rows would be written; then the pass has to be taken back.
   */
  add(worked: Pick<WorkedBatch, 'batch' | 'judged'>, isAhead: boolean): boolean;
  readonly tally: Tally;
  /** Removes what was written. */
  takeBack(): void;
}

/** Begins a pass over `list` that writes to `outputs`. */
export function beginPass(
  list: ListFile,
  judging: CloseJudging,
  outputs: RunOutputs | null,
  isReplay: boolean,
): JudgingPass {
  const { columns, findings, ledger, judgement } = judging;
  const { campaign } = judgement.facts;
  const judge = createCloseJudge(judging);
  const layout = layoutFor(list.header);
  const sink = outputs?.open(list, layout, columns) ?? null;
  const tally = createTally();
  const contactCells = contactColumns(columns, campaign.channel);
  const rows = { list, columns, contactCells, layout, campaign, isReplay };

  /** False where nothing was done. */
  const addClosely = (batch: RecordBatch, row: number, isAhead: boolean): boolean => {
    const { contact, judged } = judge(batch, row);
    const { points } = judged;
    if (isAhead && points.some(({ verdict }) => registersWanting(verdict).length > 0)) return false;
    countRecord(tally, points, 1);
    if (sink === null) return true;
    writeRecord(batch, row, points, sink, contact, rows);
    const optOuts = (): ReadonlySet<OptOutRole> => knownOptOuts(contact, campaign, findings, ledger);
    sink.addRecord({ batch, row, contact, judged: points, knownOptOuts: optOuts });
    return true;
  };

  return {
    add({ batch, judged }, isAhead) {
      const { left, rows: written, allowed } = judged ?? noneByClass(batch);
      const writeRows = sink === null ? () => undefined : rowWriter(sink, written);
      const tellAllowed = sink === null ? () => undefined : allowedTeller(sink, batch, allowed);
      for (const [gap, row] of left.entries()) {
        writeRows(gap);
        tellAllowed(row);
        if (!addClosely(batch, row, isAhead)) return false;
      }
      writeRows(left.length);
      tellAllowed(batch.count);
      tally.addRecord(batch.count);
      sink?.flush();
      return true;
    },
    tally,
    takeBack: () => sink?.takeBack(),
  };
}

/** A writer of rows that stand as bytes, up to the gap with this number, from 0 on; all that are left where there is none. */
function rowWriter(sink: OutcomeSink, rows: JudgedByClass['rows']): (gap: number) => void {
  const from = rows.map(() => 0);
  return (gap) => {
    for (const [index, { bytes, records, gaps }] of rows.entries()) {
      const outcome = OUTCOMES[index];
      const [start = 0, end = bytes.length] = [from[index], gaps[gap]];
      const isRest = gaps[gap] === undefined;
      if (outcome !== undefined && (isRest || end > start))
        sink.addBytes(outcome, bytes.subarray(start, end), isRest ? records : 0);
      from[index] = end;
    }
  };
}

/** Tells of the allowed numbers in their order, up to a row. */
function allowedTeller(
  sink: OutcomeSink,
  batch: RecordBatch,
  allowed: JudgedByClass['allowed'],
): (before: number) => void {
  let next = 0;
  return (before) => {
    for (let found = allowed[next]; found !== undefined && found.row < before; found = allowed[next]) {
      sink.addAllowed(batch, found);
      next += 1;
    }
  };
}
