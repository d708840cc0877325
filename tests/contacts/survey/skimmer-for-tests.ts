/** The quick look of a screening, without what is judged on the way. */
import type { ColumnRoles } from '../../../src/contacts/columns/column-roles.js';
import { DullRecords } from '../../../src/contacts/fast/dull-records.js';
import type { RecordSettings } from '../../../src/contacts/record/record-reader.js';
import {
  allLeft,
  rowsLeftAnyway,
  type SkimmedBatch,
  type Skimmer,
} from '../../../src/contacts/survey/skimmer.js';

export function skimmerFor(columns: ColumnRoles, settings: RecordSettings): Skimmer<SkimmedBatch> {
  const dull = DullRecords.of(columns, settings);
  return {
    async *skim(batches) {
      let records = 0;
      for await (const batch of batches) {
        const from = rowsLeftAnyway(batch, records);
        yield { batch, ...(dull?.skim(batch, from) ?? allLeft(batch)) };
        records += batch.count;
      }
    },
    counts: async () => (dull === null ? [] : [dull.counts()]),
  };
}
