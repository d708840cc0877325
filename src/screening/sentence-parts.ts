/** Parts of a sentence that the codes of several rules share. */

/** The day, where there is one, as the end of a clause. */
export function onDay(on: string | undefined): string {
  return on === undefined ? '' : ` on ${on}`;
}

/** The words in backticks, with commas. */
export function listOf(words: readonly string[] | undefined): string {
  return (words ?? []).map((word) => `\`${word}\``).join(', ');
}
