/**
 * Is a telephone number split over two columns, code and rest? Neither half looks like a number, so that nobody
 * would screen it, and whoever reads the row may ring it. Behind the code of another country the rest may pass
 * for a UK number that is somebody else's.
 */

import { PHONE_EVIDENCE, type PhoneEvidence, phoneEvidence } from '../cells/phone/phone-evidence.js';
import type { ColumnRoles } from '../columns/column-roles.js';
import type { OpenQuestion } from '../columns/open-questions.js';
import type { RecordBatch } from '../csv/record-batch.js';
import type { Role } from '../roles.js';
import { isScreeningColumn } from '../screening-columns.js';
import { headerWords } from '../text/header-words.js';

export interface SplitNumbers {
  add(batch: RecordBatch, row: number): void;
  /** The columns of which one may hold the code and the other the rest. */
  readonly pairs: readonly { readonly code: number; readonly rest: number }[];
  /** Whether the cells of the pair at this place of `pairs` make one number in a record. */
  isSplitAt(pair: number, batch: RecordBatch, row: number): boolean;
  /** Counts records in which no pair makes a number: by its place, in how many of them both cells are filled. */
  addFilled(filled: Float64Array): void;
  questions(): readonly OpenQuestion[];
}

/** `STD code`, `Area code`, `Country code`, `Phone prefix`. */
const CODE_HEADER =
  /^(?:std|isd|prefix|code)$|\b(?:std|isd|dial\w*|area|country|city|phone|telephone|tel|mobile|mob|intl|international)\b.*\b(?:codes?|prefix)\b/u;

const CODE = /^'?\(?(?:\+|00)?\d{1,5}\)?$/u;
const REST = /^'?\d[\d\s.-]{4,13}$/u;

/** Without a header that says so, this share of the pairs must give a number from its zero or plus on. */
const SHARE = 0.5;

/** The evidence that `code` and `rest` are two halves of one number; null where the rest gives as much by itself. */
export function splitEvidence(code: string, rest: string): PhoneEvidence | null {
  const [head, tail] = [code.trim(), rest.trim()];
  if (!CODE.test(head) || !REST.test(tail)) return null;
  const together = phoneEvidence(`${head.replace(/['()]/gu, '')} ${tail.replace(/^'/u, '')}`);
  const alone = phoneEvidence(tail);
  if (together === null || alone === null) return together;
  return PHONE_EVIDENCE.indexOf(together) < PHONE_EVIDENCE.indexOf(alone) ? together : null;
}

const COUNTRY_HEADER = /\b(?:country|isd|intl|international)\b/u;

/** Whether `rest`, which alone passes for a UK number that lost its zero, is one of another country by its code. */
function isForeign(code: string, rest: string): boolean {
  const digits = code.replace(/\D/gu, '').replace(/^00/u, '');
  const alone = phoneEvidence(rest);
  return digits !== '' && digits !== '44' && (alone === 'mobile-without-zero' || alone === 'weak');
}

/** Whether the cell of `column` makes a number with that of a neighbour. */
export function isHalfOfNumber(batch: RecordBatch, row: number, column: number): boolean {
  const [left, cell, right] = [column - 1, column, column + 1].map((at) =>
    at < 0 ? '' : batch.cell(row, at),
  );
  const halves = [
    [left, cell],
    [cell, right],
    [cell, left],
    [right, cell],
  ] as const;
  return halves.some(([code = '', rest = '']) => splitEvidence(code, rest) !== null);
}

/** A watch over neighbouring columns of which the one that would hold the rest has no role. */
export function createSplitNumbers(columns: ColumnRoles): SplitNumbers {
  const { header } = columns;
  const isCode = header.map((name) => CODE_HEADER.test(headerWords(name)));
  const watched = header.flatMap((_, column) =>
    [
      { code: column, rest: column + 1 },
      ...(isCode[column + 1] === true ? [{ code: column + 1, rest: column }] : []),
    ]
      .filter(({ code, rest }) => mayBeHalf(columns, code, MAPPED) && mayBeHalf(columns, rest, PHONE))
      .map((pair) => ({
        ...pair,
        isNamed: isCode[pair.code] === true,
        isCountry: isCode[pair.code] === true && COUNTRY_HEADER.test(headerWords(header[pair.code] ?? '')),
        isScreened: columns.rolesOf(pair.rest).length > 0,
        filled: 0,
        found: 0,
      })),
  );
  return {
    add(batch, row) {
      for (const pair of watched) {
        const [code, rest] = [batch.cell(row, pair.code), batch.cell(row, pair.rest)];
        if (code === '' || rest === '') continue;
        pair.filled += 1;
        if (isSplit(pair, code, rest)) pair.found += 1;
      }
    },
    pairs: watched,
    isSplitAt(at, batch, row) {
      const pair = watched[at];
      return pair !== undefined && isSplit(pair, batch.cell(row, pair.code), batch.cell(row, pair.rest));
    },
    addFilled(filled) {
      for (const [at, pair] of watched.entries()) pair.filled += filled[at] ?? 0;
    },
    questions: () =>
      watched
        .filter(({ isNamed, filled, found }) => found > 0 && (isNamed || found >= filled * SHARE))
        .map(({ code, rest }) => ({ kind: 'split-numbers', code, rest })),
  };
}

/** A rest in a phone column is screened: it fails there, unless it passes for a number of this country. */
function isSplit(
  { isNamed, isCountry, isScreened }: { isNamed: boolean; isCountry: boolean; isScreened: boolean },
  code: string,
  rest: string,
): boolean {
  if (isCountry && isForeign(code, rest)) return true;
  if (isScreened) return false;
  const evidence = splitEvidence(code, rest);
  return isNamed ? evidence !== null : evidence === 'in-full';
}

const PHONE: readonly Role[] = ['phone', 'fax'];

/** Roles of a code that leave the rest of the number where nobody screens it. */
const MAPPED: readonly Role[] = ['ignore', 'phone', 'fax'];

function mayBeHalf(columns: ColumnRoles, column: number, besides: readonly Role[]): boolean {
  const name = columns.header[column];
  if (name === undefined || isScreeningColumn(name)) return false;
  return columns.rolesOf(column).every((role) => besides.includes(role));
}
