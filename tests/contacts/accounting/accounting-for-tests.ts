/** Columns and lists made ready to be accounted for, as the survey would. */

import {
  accountForColumn,
  type ColumnAccount,
  type ColumnFacts,
  isOptOutRole,
} from '../../../src/contacts/accounting/account-for-column.js';
import { profileOf } from '../../../src/contacts/accounting/profile.js';
import { tellingHeader } from '../../../src/contacts/accounting/telling-headers.js';
import { VOCABULARY_OF_REFUSAL } from '../../../src/contacts/accounting/vocabulary-of-refusal.js';
import { columnLabel } from '../../../src/contacts/columns/column-names.js';
import type { ColumnRoles } from '../../../src/contacts/columns/column-roles.js';
import { resolveColumns } from '../../../src/contacts/columns/column-roles.js';

/** The columns of a list as its header, or its preset, has them. */
export function factsOf(columns: ColumnRoles): readonly ColumnFacts[] {
  return columns.header.map((header, column) => ({
    label: columnLabel(columns.header, column),
    header,
    roles: columns.rolesOf(column),
    isNamedByPreset: columns.isNamedByPreset(column),
    isPresetOptOut: columns.isNamedByPreset(column) && columns.rolesOf(column).some(isOptOutRole),
    answer: null,
  }));
}

/** What becomes of a column with this header and these cells, beside a number, an id and a name. */
export function accountOf(header: string, cells: readonly string[]): ColumnAccount {
  const [facts] = factsOf(resolveColumns([header, 'phone', 'first_name'], [], 'list.csv'));
  if (facts === undefined) throw new Error('a list has a first column');
  return accountForColumn(
    facts,
    profileOf(cells),
    { hasNumbers: true, isBesideCalls: tellingHeader(header).isAboutCalls },
    VOCABULARY_OF_REFUSAL,
  );
}
