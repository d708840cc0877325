/** The file for volunteers and diallers: every allowed number once, with name, id and the day it holds until. */
import type { ColumnRoles } from '../contacts/column-roles.js';
import { createNameReader } from '../contacts/person-name.js';
import { readPersonId } from '../contacts/record-reader.js';
import type { IsoDate } from '../screening/dates.js';
import type { CsvFile } from './csv-file.js';
import type { JudgedRecord } from './record-rows.js';

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

/**
 * Writes the allowed numbers of a record to `file`. `isNew` tells whether a number has not been written
 * before: one that several people share stands there once, with the first of them.
 */
export function createDialList(
  file: CsvFile,
  columns: ColumnRoles,
  isNew: (number: string) => boolean,
): (record: JudgedRecord) => void {
  const nameOf = createNameReader(columns.header);
  return ({ batch, row, judged }) => {
    for (const { placed, verdict } of judged) {
      if (verdict.outcome !== 'allowed' || placed.point.kind !== 'number') continue;
      const { number } = placed.point;
      if (!isNew(number)) continue;
      file.add([
        number,
        nameOf(batch, row),
        readPersonId(columns, batch, row) ?? '',
        verdict.validUntil ?? '',
      ]);
    }
  };
}
