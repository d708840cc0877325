/**
 * A record as one line of CSV. csv-stringify would make it as well and takes ten times as long, since it looks
 * each time at options that never change; a test holds both to the same text.
 */

/** Makes lines with this delimiter, each with its line end. A cell is quoted where anything in it would end it. */
export function lineMaker(delimiter: string, lineEnd: string): (cells: readonly string[]) => string {
  const mustBeQuoted = (cell: string): boolean =>
    cell.includes('"') || cell.includes(delimiter) || cell.includes('\n') || cell.includes('\r');
  return (cells) => {
    let line = '';
    for (const [index, cell] of cells.entries()) {
      if (index > 0) line += delimiter;
      line += cell !== '' && mustBeQuoted(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    }
    return line + lineEnd;
  };
}
