/** How a column is called on the command line and in messages. */
import { closest } from 'fastest-levenshtein';
import { UserError } from '../../errors.js';

/** The name of a column: its header; `Phone#2` for the second of that name; `column 3` where it has none. */
export function columnLabel(header: readonly string[], column: number): string {
  const name = header[column] ?? '';
  if (name.trim() === '') return `column ${column + 1}`;
  const namesakes = header.flatMap((other, index) => (other === name ? [index] : []));
  return namesakes.length === 1 ? name : `${name}#${namesakes.indexOf(column) + 1}`;
}

/**
 * The column that the user calls `name`: by its exact header, else case and blanks aside, else by the
 * label above. `option` is how the message begins what was typed. Throws a `UserError` where there is no
 * such column (naming the nearest), or more than one.
 */
export function columnNamed(
  name: string,
  header: readonly string[],
  displayName: string,
  option: string,
): number {
  const fits: readonly ((column: string, index: number) => boolean)[] = [
    (column) => column === name,
    (column) => folded(column) === folded(name),
    (_, index) => folded(columnLabel(header, index)) === folded(name),
  ];
  for (const isMeant of fits) {
    const found = header.flatMap((column, index) => (isMeant(column, index) ? [index] : []));
    const [only] = found;
    if (only === undefined) continue;
    if (found.length === 1) return only;
    const labels = found.map((index) => `\`${option}"${columnLabel(header, index)}"\``);
    throw new UserError(
      `\`${displayName}\` has ${found.length} columns \`${name}\`; say which: ${labels.join(' or ')}`,
    );
  }
  const nearest = closest(
    name,
    header.map((_, index) => columnLabel(header, index)),
  );
  throw new UserError(
    `\`${option}${name}\`: \`${displayName}\` has no such column; did you mean \`${nearest}\`?`,
  );
}

function folded(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
