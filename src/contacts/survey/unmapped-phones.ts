/** Does a column without a role hold telephone numbers? Then nobody would screen them, and somebody may ring them. */

import { PHONE_EVIDENCE, type PhoneEvidence, phoneEvidence } from '../cells/phone/phone-evidence.js';
import { isPlaceholder } from '../cells/placeholder.js';
import type { ColumnRoles } from '../columns/column-roles.js';
import type { OpenQuestion } from '../columns/open-questions.js';
import type { RecordBatch } from '../csv/record-batch.js';
import { OPT_OUT_ROLES, type Role } from '../roles.js';
import { isScreeningColumn } from '../screening-columns.js';
import { headerWords } from '../text/header-words.js';

export interface UnmappedPhones {
  add(batch: RecordBatch, row: number): void;
  /** Counts cells in which no number stands: by column, how many of them are filled. */
  addFilled(filled: Float64Array): void;
  /** Which columns hold telephone numbers that nobody would screen. */
  questions(): readonly OpenQuestion[];
}

/** Roles whose cells are read as something else, or are dealt with elsewhere. */
const NOT_WATCHED: readonly Role[] = ['phone', 'fax', 'ignore', ...OPT_OUT_ROLES];

/** What a column is for decides how much evidence stops the run. */
type Watch = 'without-role' | 'figures' | 'notes' | 'email' | 'other-role';

/** Headers of columns whose figures look like landlines without their zero: points in time, places, articles. */
const FIGURES =
  /\b(?:timestamp|epoch|unix|time|date|created|updated|uprn|udprn|usrn|isbn|ean|gtin|barcode|iban|nhs)\b/u;

/**
 * The share of a column's filled cells that must give this evidence, or surer. 0: one cell is enough; null:
 * never. A false alarm asks for one `--map`; a miss means that somebody is rung unscreened.
 */
const SHARES: Readonly<Record<Watch, Readonly<Record<PhoneEvidence, number | null>>>> = {
  'without-role': { 'in-full': 0, 'from-44': 0.05, 'mobile-without-zero': 0.2, 'in-text': 0.5, weak: 0.5 },
  figures: { 'in-full': 0, 'from-44': 0.05, 'mobile-without-zero': 0.2, 'in-text': 0.5, weak: null },
  // People write a number into a note now and then.
  notes: { 'in-full': 0.05, 'from-44': 0.05, 'mobile-without-zero': 0.2, 'in-text': null, weak: 0.5 },
  email: { 'in-full': 0.05, 'from-44': 0.05, 'mobile-without-zero': 0.2, 'in-text': 0.5, weak: 0.5 },
  // An id of ten figures may be anything, and there would be no way to keep the column as what it is.
  'other-role': { 'in-full': 0.5, 'from-44': 0.5, 'mobile-without-zero': null, 'in-text': null, weak: null },
};

/** A watch over the columns that are not screened for numbers. */
export function createUnmappedPhones(columns: ColumnRoles): UnmappedPhones {
  const watched = columns.header.flatMap((name, column) => {
    const roles = columns.rolesOf(column);
    if (isScreeningColumn(name) || roles.some((role) => NOT_WATCHED.includes(role))) return [];
    return [{ column, watch: watchOver(name, roles), filled: 0, found: new Map<PhoneEvidence, number>() }];
  });
  return {
    add(batch, row) {
      for (const tally of watched) {
        const cell = batch.cell(row, tally.column);
        if (cell === '' || isPlaceholder(cell)) continue;
        tally.filled += 1;
        const evidence = phoneEvidence(cell);
        if (evidence !== null) tally.found.set(evidence, (tally.found.get(evidence) ?? 0) + 1);
      }
    },
    addFilled(filled) {
      for (const tally of watched) tally.filled += filled[tally.column] ?? 0;
    },
    questions() {
      return watched
        .filter(({ watch, filled, found }) => isEnough(SHARES[watch], filled, found))
        .map(({ column }) => ({ kind: 'unscreened-numbers', column }));
    },
  };
}

function watchOver(name: string, roles: readonly Role[]): Watch {
  if (roles.includes('notes')) return 'notes';
  if (roles.includes('email')) return 'email';
  if (roles.length > 0) return 'other-role';
  return FIGURES.test(headerWords(name)) ? 'figures' : 'without-role';
}

/** Whether some evidence, together with all that is surer, stands in enough of the cells. */
function isEnough(
  shares: Readonly<Record<PhoneEvidence, number | null>>,
  filled: number,
  found: ReadonlyMap<PhoneEvidence, number>,
): boolean {
  let cells = 0;
  return PHONE_EVIDENCE.some((evidence) => {
    const share = shares[evidence];
    if (share === null) return false;
    cells += found.get(evidence) ?? 0;
    return cells > 0 && cells >= filled * share;
  });
}
