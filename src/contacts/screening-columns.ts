/** The columns a screening adds. In a list that was screened before they are replaced, so nothing is read from them. */

export const SCREENING_COLUMNS = [
  'screening_verdict',
  'screening_channel',
  'screening_purpose',
  'screening_contact',
  'screening_reasons',
  'screening_explanation',
  'screening_valid_until',
  'screening_line',
  'screening_surplus',
] as const;

/** Whether a header names a column of an earlier screening. */
export function isScreeningColumn(name: string): boolean {
  return SCREENING_COLUMNS.some((column) => name.trim() === column);
}
