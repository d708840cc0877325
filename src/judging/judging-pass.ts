/** Judges the records of a list one after the other, writes each to its files, and counts. */
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
import type { JudgedRows } from './batch-worker.js';
import { createRecordJudge, type RecordJudging } from './record-judge.js';

/** Where a run writes. `check` writes nothing. */
export interface RunOutputs {
  /** Makes the sink once the shape of the list is known. */
  open(list: ListFile, layout: OutcomeLayout, columns: ColumnRoles): OutcomeSink;
  /** How rows that come as bytes must be written; null where every record has to be judged here. */
  rowDialect(list: ListFile): CsvDialect | null;
  /** Whether every allowed number has to be reported. */
  readonly listsAllowed: boolean;
}

export interface JudgingPass {
  /**
   * Judges the remaining rows of a batch, and writes and counts all its records. With `isOptimistic` it stops and
   * answers false at a record of which more than rows would be written; then the caller must roll back.
   */
  add(batch: RecordBatch, judged: JudgedRows, isOptimistic: boolean): boolean;
  readonly tally: Tally;
  /** Removes what was written. */
  rollBack(): void;
}

/** Begins a pass over `list` that writes to `outputs`. */
export function beginPass(
  list: ListFile,
  judging: RecordJudging,
  outputs: RunOutputs | null,
  isReplay: boolean,
): JudgingPass {
  const { columns, findings, ledger, judgement } = judging;
  const { campaign } = judgement.facts;
  const judge = createRecordJudge(judging);
  const layout = layoutFor(list.header);
  const sink = outputs?.open(list, layout, columns) ?? null;
  const tally = createTally();
  const contactCells = contactColumns(columns, campaign.channel);
  const rows = { list, columns, contactCells, layout, campaign, isReplay };

  /** False where nothing was done. */
  const addRecord = (batch: RecordBatch, row: number, isOptimistic: boolean): boolean => {
    const { contact, judged } = judge(batch, row);
    const { points } = judged;
    // A number that waits for a register also goes to the file of numbers to check.
    if (isOptimistic && points.some(({ verdict }) => registersWanting(verdict).length > 0)) return false;
    countRecord(tally, points, 1);
    if (sink === null) return true;
    writeRecord(batch, row, points, sink, contact, rows);
    const optOuts = (): ReadonlySet<OptOutRole> => knownOptOuts(contact, campaign, findings, ledger);
    sink.addRecord({ batch, row, contact, judged: points, knownOptOuts: optOuts });
    return true;
  };

  return {
    add(batch, { remaining, rows: written, allowed }, isOptimistic) {
      const writeRows = sink === null ? () => undefined : rowWriter(sink, written);
      const reportAllowed = sink === null ? () => undefined : allowedReporter(sink, batch, allowed);
      for (const [gap, row] of remaining.entries()) {
        writeRows(gap);
        reportAllowed(row);
        if (!addRecord(batch, row, isOptimistic)) return false;
      }
      writeRows(remaining.length);
      reportAllowed(batch.count);
      tally.addRecord(batch.count);
      sink?.flush();
      return true;
    },
    tally,
    rollBack: () => sink?.rollBack(),
  };
}

/** Writes the rows that came as bytes up to the gap with this number, counted from 0; without such a gap, the rest. */
function rowWriter(sink: OutcomeSink, rows: JudgedRows['rows']): (gap: number) => void {
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

/** Reports the allowed numbers in list order, up to a row. */
function allowedReporter(
  sink: OutcomeSink,
  batch: RecordBatch,
  allowed: JudgedRows['allowed'],
): (before: number) => void {
  let next = 0;
  return (before) => {
    for (let found = allowed[next]; found !== undefined && found.row < before; found = allowed[next]) {
      sink.reportAllowed(batch, found);
      next += 1;
    }
  };
}
