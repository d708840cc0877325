/** Lines above the header that nobody told of: the title of a report, the day of an export. */
import { UserError } from '../../errors.js';
import { rolesOfHeader } from '../columns/header-roles.js';
import { headerWords } from '../text/header-words.js';

/** So many lines are looked at. */
const MOST_ROWS = 30;

/**
 * Throws a `UserError` that says which `--skip-lines` to type where the first of `rows` is a title: one
 * filled cell that names no role, with rows of several filled cells behind it. `lines` are the physical
 * lines of the rows. Nothing is passed over unasked: what looks like a title may be somebody's header.
 */
export function refuseTitle(
  rows: readonly (readonly string[])[],
  lines: readonly number[],
  displayName: string,
): void {
  const filled = rows.slice(0, MOST_ROWS).map((row) => row.filter((cell) => /[^\s"]/u.test(cell)));
  const first = filled.findIndex((cells) => cells.length > 0);
  const [title, ...others] = filled[first] ?? [];
  if (title === undefined || others.length > 0 || rolesOfHeader(headerWords(title)).length > 0) return;
  const header = filled.findIndex((cells) => cells.length > 1);
  const line = lines[header];
  const behind = filled.slice(header + 1).filter((cells) => cells.length > 0);
  if (line === undefined || behind.length === 0 || behind.slice(0, 2).some((cells) => cells.length < 2))
    return;
  throw new UserError(
    `\`${displayName}\`, line ${lines[first]}: this seems to be a title and not the header, which seems to stand on line ${line}; pass over what is above it with \`--skip-lines ${line - 1}\``,
  );
}

/** The first lines of a CSV text, cut at `delimiter`; roughly, for quotes are matched within a line only. */
export function roughRows(text: string, delimiter: string): readonly (readonly string[])[] {
  return text
    .split(/\r\n|\n|\r/u, MOST_ROWS)
    .map((line) =>
      line.replace(/"([^"]*)"/gu, (_, inside: string) => inside.replaceAll(delimiter, ' ')).split(delimiter),
    );
}
