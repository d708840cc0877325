/** From a row of an export to entries of the ledger. */
import type { RecordBatch } from '../../contacts/csv/record-batch.js';
import { wordsOf } from '../../contacts/record/record-words.js';
import { type ExportSettings, readSaid } from './export-cells.js';
import type { ExportColumns } from './export-columns.js';
import { type Became, type ExportEntry, RowMeanings } from './export-meaning.js';
export type ExportRow =
  | {
      readonly status: 'read';
      readonly entries: readonly ExportEntry[];
      readonly became: readonly Became[];
      /** A contact cell of a row that objects names nobody: the objection holds for the rest of the row only. */
      readonly hasUnread: boolean;
      /** A number of it is none that the numbering plan knows. */
      readonly hasInvalidNumber: boolean;
      /** A note, a name or a phone cell of a row without an objection holds words such as "do not call". */
      readonly hasOptOutWords: boolean;
    }
  | {
      readonly status: 'unreadable';
      readonly says: string;
      /** Only a consent is lost with it. */
      readonly isConsentOnly: boolean;
    };

/** Reads one row by the rules of its preset. */
export function readExportRow(
  columns: ExportColumns,
  settings: ExportSettings,
  batch: RecordBatch,
  row: number,
): ExportRow {
  if (batch.damage(row) !== null) {
    const says = 'the line is damaged, so that its cells may stand under the wrong headers; correct it';
    return { status: 'unreadable', says, isConsentOnly: false };
  }
  const { said, problems: unread } = readSaid(columns, settings, batch, row);
  const reader = new RowMeanings(columns, settings, batch, row);
  const steps = said.map((one) => reader.stepOf(one));
  const problems = [...unread, ...steps.flatMap((step) => ('problem' in step ? step.problem : []))];
  if (problems.length > 0) {
    const isConsentOnly =
      unread.length === 0 && said.every(({ meaning }) => /^(?:nothing|consent)$/u.test(meaning.becomes));
    return { status: 'unreadable', says: problems.join(', '), isConsentOnly };
  }
  const done = steps.flatMap((step) => ('problem' in step ? [] : step));
  const objects = done.some(({ became }) => became.becomes === 'objection');
  const entries = new Map(
    done.flatMap((step) => step.entries.map((entry) => [JSON.stringify(entry), entry])),
  );
  return {
    status: 'read',
    entries: [...entries.values()],
    became: done.map(({ became }) => became),
    hasInvalidNumber: reader.all.hasInvalid && entries.size > 0,
    hasUnread: reader.all.hasUnread && objects,
    hasOptOutWords: !objects && hasOptOutWords(columns, batch, row),
  };
}

function hasOptOutWords({ roles }: ExportColumns, batch: RecordBatch, row: number): boolean {
  const words = wordsOf(roles, batch, row);
  return words.quotes.length > 0;
}
