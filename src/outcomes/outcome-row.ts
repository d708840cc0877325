/**
 * What stands in a row of the three files: the record's own cells, unchanged but for the contact cells
 * of the run's channel, and the `screening_` columns.
 */
import { isScreeningColumn, SCREENING_COLUMNS } from '../contacts/screening-columns.js';
import type { Outcome } from '../screening/verdict/decide.js';

export const REVIEW_COLUMNS = ['review_decision', 'review_note'] as const;

/** The values of the `screening_` columns, in their order. */
export type ScreeningCells = Readonly<Record<(typeof SCREENING_COLUMNS)[number], string>>;

export interface OutcomeLayout {
  /** The columns of the input that are kept: all but the `screening_` columns of an earlier run, which are replaced. */
  readonly kept: readonly number[];
  readonly headerOf: (outcome: Outcome) => readonly string[];
  readonly rowOf: (
    outcome: Outcome,
    cells: readonly string[],
    screening: ScreeningCells,
  ) => readonly string[];
}

/** The layout of the output files for an input with this header. */
export function layoutFor(header: readonly string[]): OutcomeLayout {
  const kept = header.flatMap((name, column) => (isScreeningColumn(name) ? [] : [column]));
  const names = kept.map((column) => header[column] ?? '');
  const reviewColumns = REVIEW_COLUMNS.filter((column) => !names.some((name) => name.trim() === column));
  const added = (outcome: Outcome): readonly string[] => (outcome === 'needs-review' ? reviewColumns : []);
  return {
    kept,
    headerOf: (outcome) => [...names, ...SCREENING_COLUMNS, ...added(outcome)],
    rowOf: (outcome, cells, screening) => [
      ...kept.map((column) => cells[column] ?? ''),
      ...SCREENING_COLUMNS.map((column) => screening[column]),
      ...added(outcome).map(() => ''),
    ],
  };
}
