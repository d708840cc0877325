/** Does a column without a role hold telephone numbers? Then nobody would screen them, and somebody may ring them. */
import { UserError } from '../errors.js';
import { columnLabel } from './column-names.js';
import type { ColumnRoles } from './column-roles.js';
import { readPhoneCell } from './phone-cell.js';
import type { RecordBatch } from './record-batch.js';
import { isScreeningColumn } from './screening-columns.js';

export interface UnmappedPhones {
  add(batch: RecordBatch, row: number): void;
  /** Throws a `UserError` that names each such column with the `--map` to type. */
  check(displayName: string): void;
}

/** Of a column's filled cells: this share written in full as a number, or half that may be one. */
const FULL_SHARE = 0.05;
const LIKELY_SHARE = 0.5;

/** A number written in full, from a zero, +44 or 0044 on, and nothing else in the cell. */
const IN_FULL = /^\W{0,4}(?:0|44)[\d .()-]{8,20}\W{0,2}$/;
/** Ten digits from 7 on, or twelve from 44 on: what a spreadsheet leaves of a mobile number. */
const BARE = /^\s*(?:7\d{9}|44\d{10})(?:\.0)?\s*$/;

/** A watch over the columns without a role and the notes columns. */
export function createUnmappedPhones(columns: ColumnRoles): UnmappedPhones {
  const watched = columns.header.flatMap((name, column) => {
    const roles = columns.rolesOf(column);
    const isWatched = roles.every((role) => role === 'notes') && !isScreeningColumn(name);
    return isWatched ? [{ column, filled: 0, inFull: 0, bare: 0 }] : [];
  });
  return {
    add(batch, row) {
      for (const tally of watched) {
        const cell = batch.cell(row, tally.column);
        if (cell === '' || cell.trim() === '') continue;
        tally.filled += 1;
        if (BARE.test(cell)) tally.bare += isOneNumber(cell, ['callable']) ? 1 : 0;
        else if (IN_FULL.test(cell)) tally.inFull += isOneNumber(cell, WORTH_SCREENING) ? 1 : 0;
      }
    },
    check(displayName) {
      const found = watched.filter(
        ({ filled, inFull, bare }) =>
          (inFull > 0 && inFull >= filled * FULL_SHARE) || (bare > 0 && bare >= filled * LIKELY_SHARE),
      );
      if (found.length === 0) return;
      const asks = found.map(({ column }) => {
        const label = columnLabel(columns.header, column);
        return `\`${label}\` (\`--map phone="${label}"\` to screen them, or \`--map ignore="${label}"\`)`;
      });
      const [noun, verb] = found.length === 1 ? ['a column', 'holds'] : ['columns', 'hold'];
      throw new UserError(
        `\`${displayName}\`: ${noun} without a role ${verb} telephone numbers; say what to do with them: ${asks.join('; ')}`,
      );
    },
  };
}

/** Every standing but `invalid`: an account number with a leading zero is hardly ever in the plan. */
const WORTH_SCREENING = ['callable', 'not-callable', 'crown-dependency', 'non-uk'];

function isOneNumber(cell: string, standings: readonly string[]): boolean {
  const { points, residue } = readPhoneCell(cell);
  const [point] = points;
  return (
    residue === '' &&
    points.length === 1 &&
    point?.kind === 'number' &&
    standings.includes(point.standing.kind)
  );
}
