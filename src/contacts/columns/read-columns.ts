/** The columns of a list as they are read: by the preset that was chosen or asked for, and by the maps given. */

import type { ReadingOptions } from '../reading-options.js';
import { choosePreset } from './choose-preset.js';
import { type ColumnRoles, resolveColumns } from './column-roles.js';

/**
 * Understands the columns of a list. Throws a `UserError` for a preset or a column that is not there;
 * whatever else is open stands in `questions`.
 */
export async function readListColumns(
  header: readonly string[],
  { mappings, preset: asked }: ReadingOptions,
  displayName: string,
): Promise<ColumnRoles> {
  const { preset, question } = await choosePreset(header, asked);
  const columns = resolveColumns(header, mappings, displayName, preset);
  return question === null ? columns : { ...columns, questions: [question, ...columns.questions] };
}
