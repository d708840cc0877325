/** Does a column without a role hold telephone numbers? Then nobody would screen them, and somebody may ring them. */
import { type ColumnRoles, OPT_OUT_ROLES, type Role } from './column-roles.js';
import type { OpenQuestion } from './open-questions.js';
import { readPhoneCell } from './phone-cell.js';
import type { RecordBatch } from './record-batch.js';
import { isScreeningColumn } from './screening-columns.js';

export interface UnmappedPhones {
  add(batch: RecordBatch, row: number): void;
  /** Which columns hold telephone numbers that nobody would screen. */
  questions(): readonly OpenQuestion[];
}

/** In notes, this share of the filled cells; in a column that has a role of its own, half of them. */
const NOTES_SHARE = 0.05;
const HALF = 0.5;
/** A number has at least so many digits, and a label beside it no more letters than this. */
const FEWEST_DIGITS = 9;
const LONGEST_LABEL = 12;

const IN_FULL = /^\W*(?:0|44)/u;
/** What a spreadsheet leaves of a number: from 7 on, from 44 on, or a landline without its zero. */
const BARE = /^\s*(?:[127]\d{9}|44\d{10})(?:\.0)?\s*$/u;

/** Roles whose cells are read as something else, or are dealt with elsewhere. */
const NOT_WATCHED: readonly Role[] = ['phone', 'fax', 'ignore', ...OPT_OUT_ROLES];

type Watch = 'without-role' | 'notes' | 'other-role';

/** A watch over the columns that are not screened for numbers. */
export function createUnmappedPhones(columns: ColumnRoles): UnmappedPhones {
  const watched = columns.header.flatMap((name, column) => {
    const roles = columns.rolesOf(column);
    if (isScreeningColumn(name) || roles.some((role) => NOT_WATCHED.includes(role))) return [];
    const watch: Watch =
      roles.length === 0 ? 'without-role' : roles.includes('notes') ? 'notes' : 'other-role';
    return [{ column, watch, filled: 0, inFull: 0, bare: 0 }];
  });
  return {
    add(batch, row) {
      for (const tally of watched) {
        const cell = batch.cell(row, tally.column);
        if (cell === '' || cell.trim() === '') continue;
        tally.filled += 1;
        if (!mayHoldNumber(cell)) continue;
        if (BARE.test(cell)) tally.bare += isBareNumber(cell) ? 1 : 0;
        else if (holdsNumberInFull(cell, tally.watch === 'without-role')) tally.inFull += 1;
      }
    },
    questions() {
      const found = watched.filter(({ watch, filled, inFull, bare }) => {
        if (bare > 0 && bare >= filled * HALF) return watch !== 'other-role';
        switch (watch) {
          case 'without-role':
            return inFull > 0;
          case 'notes':
            return inFull > 0 && inFull >= filled * NOTES_SHARE;
          case 'other-role':
            return inFull > 0 && inFull >= filled * HALF;
        }
      });
      return found.map(({ column }) => ({ kind: 'unscreened-numbers', column }));
    },
  };
}

/** Counting digits first keeps a million rows cheap. */
function mayHoldNumber(cell: string): boolean {
  let digits = 0;
  for (const sign of cell.normalize('NFKC')) {
    if (sign >= '0' && sign <= '9') digits += 1;
  }
  return digits >= FEWEST_DIGITS;
}

/** Every standing but `invalid`: an account number with a leading zero is hardly ever in the plan. */
const WORTH_SCREENING = ['callable', 'not-callable', 'crown-dependency', 'non-uk'];

/** Whether numbers stand in the cell from their zero or +44 on: alone, or (`withLabel`) with a short word beside them. */
function holdsNumberInFull(cell: string, withLabel: boolean): boolean {
  const { points, residue } = readPhoneCell(cell);
  const numbers = points.filter(
    (point) =>
      point.kind === 'number' &&
      WORTH_SCREENING.includes(point.standing.kind) &&
      IN_FULL.test(point.text.normalize('NFKC')),
  );
  if (numbers.length === 0) return false;
  const letters = residue.replace(/\P{L}/gu, '').length;
  return withLabel ? letters <= LONGEST_LABEL : letters === 0 && points.length === 1;
}

function isBareNumber(cell: string): boolean {
  const [point, ...more] = readPhoneCell(cell).points;
  return more.length === 0 && point?.kind === 'number' && point.standing.kind === 'callable';
}
