/** The file for volunteers and diallers: every allowed number once, with name, id and the day it holds until. */
import type { ColumnRoles } from '../contacts/columns/column-roles.js';
import type { RecordBatch } from '../contacts/csv/record-batch.js';
import { createNameReader } from '../contacts/record/person-name.js';
import { readPersonId } from '../contacts/record/record-reader.js';
import type { IsoDate } from '../screening/dates.js';
import type { JudgedPoint } from '../screening-result.js';
import type { CsvFile } from './csv-file.js';
import type { AllowedNumber, JudgedRecord } from './record-rows.js';

export const DIAL_LIST_HEADER = ['number', 'name', 'id', 'valid_until'] as const;

const NAME = /^dial-list-until-\d{4}-\d{2}-\d{2}\.csv$/;

/** The name of the file: nobody need open it to see that it is out of date. */
export function dialListName(validUntil: IsoDate): string {
  return `dial-list-until-${validUntil}.csv`;
}

/** Whether a file of a run is its dial list, which holds allowed numbers only. */
export function isDialList(name: string): boolean {
  return NAME.test(name);
}

/** The number of a contact point that belongs in the dial list, and until when it holds; null for every other. */
export function dialledIn({ placed: { point }, verdict }: JudgedPoint): Omit<AllowedNumber, 'row'> | null {
  return verdict.outcome === 'allowed' && point.kind === 'number'
    ? { number: point.number, validUntil: verdict.validUntil }
    : null;
}

export interface DialList {
  /** Adds the allowed numbers of a record. */
  add(record: JudgedRecord): void;
  /** Adds one of a record that was not judged by itself. */
  reportAllowed(batch: RecordBatch, allowed: AllowedNumber): void;
}

/**
 * Writes to `file`. `isNew` tells whether a number has not been written before: one that several people share
 * stands there once, with the first of them.
 */
export function createDialList(
  file: CsvFile,
  columns: ColumnRoles,
  isNew: (number: string) => boolean,
): DialList {
  const nameOf = createNameReader(columns.header);
  const reportAllowed: DialList['reportAllowed'] = (batch, { row, number, validUntil }) => {
    if (!isNew(number)) return;
    file.add([number, nameOf(batch, row), readPersonId(columns, batch, row) ?? '', validUntil ?? '']);
  };
  return {
    add({ batch, row, judged }) {
      for (const point of judged) {
        const dialled = dialledIn(point);
        if (dialled !== null) reportAllowed(batch, { row, ...dialled });
      }
    },
    reportAllowed,
  };
}
