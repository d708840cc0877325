/**
 * What a person says of a column replaces what its header suggested. One exception: an opt-out column of a preset
 * can only be given another opt-out role, so that a slip of the hand cannot turn an opt-out off.
 */
import type { Role } from '../roles.js';
import { type ColumnFacts, isOptOutRole } from './account-for-column.js';
import type { ColumnAnswer, ListAnswers } from './column-answer.js';

export type RefusedAnswer =
  /** The list has no such column. */
  | { readonly kind: 'no-such-column'; readonly label: string }
  /** A preset knows the column for an opt-out. */
  | { readonly kind: 'preset-opt-out'; readonly label: string; readonly roles: readonly Role[] };

export interface AnsweredColumns {
  readonly columns: readonly ColumnFacts[];
  readonly refused: readonly RefusedAnswer[];
}

/** The columns as they are with the answers. A refused answer changes nothing. */
export function applyAnswers(columns: readonly ColumnFacts[], answers: ListAnswers): AnsweredColumns {
  const refused: RefusedAnswer[] = [];
  const labels = new Set(columns.map(({ label }) => label));
  for (const label of answers.columns.keys()) {
    if (!labels.has(label)) refused.push({ kind: 'no-such-column', label });
  }
  const answered = columns.map((column): ColumnFacts => {
    const answer = answers.columns.get(column.label);
    if (answer === undefined) return column;
    if (column.isPresetOptOut && !(answer.kind === 'role' && isOptOutRole(answer.role))) {
      refused.push({ kind: 'preset-opt-out', label: column.label, roles: column.roles });
      return column;
    }
    return { ...column, roles: rolesOf(answer), answer };
  });
  return { columns: answered, refused };
}

function rolesOf(answer: ColumnAnswer): readonly Role[] {
  switch (answer.kind) {
    case 'role':
      return [answer.role];
    case 'ignore':
      return ['ignore'];
    case 'text':
      return ['notes'];
  }
}
