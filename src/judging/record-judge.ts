/** Judges one record: reads it as text, with everything that registers, ledger and list hold on it. */
import type { ColumnRoles } from '../contacts/columns/column-roles.js';
import type { RecordBatch } from '../contacts/csv/record-batch.js';
import {
  createRecordReader,
  type ListedContact,
  type RecordSettings,
} from '../contacts/record/record-reader.js';
import { type JudgedContact, type Judging, judgeRecord } from '../judge-record.js';

export interface RecordJudging extends Judging {
  readonly columns: ColumnRoles;
  readonly reading: RecordSettings;
}

export type RecordJudge = (
  batch: RecordBatch,
  row: number,
) => { readonly contact: ListedContact; readonly judged: JudgedContact };

export function createRecordJudge({ columns, reading, ...judging }: RecordJudging): RecordJudge {
  const readRecord = createRecordReader(columns, reading);
  return (batch, row) => {
    const contact = readRecord(batch, row);
    return { contact, judged: judgeRecord(contact, judging) };
  };
}
