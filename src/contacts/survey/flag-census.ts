/** Which values stand in the flag columns of a list, how each was read, and how often. */
import { isDate } from '../cells/written-date.js';
import { columnLabel } from '../columns/column-names.js';
import type { ColumnRoles } from '../columns/column-roles.js';
import type { RecordBatch } from '../csv/record-batch.js';
import { flagColumnsOf, readFlagCell } from '../record/record-flags.js';
import type { FlagReading, Role } from '../roles.js';

export interface FlagValue {
  /** As written, without blanks around it; `(a date)` stands for all dates. */
  readonly value: string;
  readonly readAs: FlagReading;
  readonly count: number;
}

export interface FlagColumn {
  readonly column: number;
  /** As messages and `--map` call it: `Phone#2` where the header stands twice. */
  readonly header: string;
  readonly roles: readonly Role[];
  /** The most frequent first. */
  readonly values: readonly FlagValue[];
  /** Records whose value is none of those: only so many distinct ones are kept. */
  readonly otherValues: number;
  /** How many records were read in which way, whatever became of the value. */
  readonly readings: Readonly<Record<FlagReading, number>>;
  /** Every record holds one and the same value: then it may be a default, and nobody's answer. */
  readonly isDefault: boolean;
}

export interface FlagCensus {
  add(batch: RecordBatch, row: number): void;
  /** Counts `records` further records, in which these values stand so often: by flag column. */
  addCounts(records: number, values: ReadonlyMap<number, ReadonlyMap<string, number>>): void;
  result(): readonly FlagColumn[];
}

const MOST_VALUES = 50;
const A_DATE = '(a date)';

/** A census of the opt-out, deceased and listing columns. */
export function createFlagCensus(columns: ColumnRoles): FlagCensus {
  const flagColumns = [...new Set([...flagColumnsOf(columns), ...columns.columnsOf('mps_listed')])];
  const tallies = flagColumns.map(
    (column): Tally => ({
      column,
      values: new Map<string, Counted>(),
      others: { count: 0 },
      readings: { yes: 0, no: 0, 'not-recorded': 0, unread: 0 },
    }),
  );
  let records = 0;
  return {
    add(batch, row) {
      records += 1;
      for (const tally of tallies) {
        const cell = batch.cell(row, tally.column);
        const counted = tally.values.get(cell) ?? newValue(tally, columns, cell);
        tally.readings[counted.readAs] += 1;
        counted.count += 1;
      }
    },
    addCounts(further, values) {
      records += further;
      for (const tally of tallies) {
        for (const [cell, count] of values.get(tally.column) ?? []) {
          const counted = tally.values.get(cell) ?? newValue(tally, columns, cell);
          tally.readings[counted.readAs] += count;
          counted.count += count;
        }
      }
    },
    result: () =>
      tallies.map(({ column, values, others, readings }) => ({
        column,
        header: columnLabel(columns.header, column),
        roles: columns.rolesOf(column),
        values: [...values]
          .map(([value, { readAs, count }]) => ({ value, readAs, count }))
          .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1)),
        otherValues: others.count,
        readings,
        isDefault: records > 1 && others.count === 0 && values.size === 1 && !values.has(''),
      })),
  };
}

interface Counted {
  readonly readAs: FlagReading;
  count: number;
}

interface Tally {
  readonly column: number;
  readonly values: Map<string, Counted>;
  readonly others: { count: number };
  readonly readings: Record<FlagReading, number>;
}

/** Where a value that was not seen as it is written is counted: under its plain form, or among the others. */
function newValue(tally: Tally, columns: ColumnRoles, cell: string): Counted {
  const readAs = readFlagCell(columns, tally.column, cell);
  const value = readAs === 'yes' && isDate(cell) ? A_DATE : cell.trim();
  const known = tally.values.get(value);
  if (known !== undefined) return known;
  const counted = { readAs, count: 0 };
  if (tally.values.size < MOST_VALUES) tally.values.set(value, counted);
  else tally.others.count += 1;
  return counted;
}
