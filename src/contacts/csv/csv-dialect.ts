/** How a list is written: the lines before its header, its delimiter, its line end. Found from its first text. */
import { UserError } from '../../errors.js';

export type LineEnd = '\r\n' | '\n' | '\r';

export interface Dialect {
  /** The lines before the header that hold no record: those skipped on request, and `sep=;`. */
  readonly preamble: readonly string[];
  /** Characters of the text that the preamble takes, its line ends included. */
  readonly preambleLength: number;
  readonly delimiter: string;
  /** The line end of the header's line. */
  readonly lineEnd: LineEnd;
}

/** What may separate the cells of a list unless somebody says otherwise. */
export const CANDIDATES = [',', ';', '\t', '|'] as const;

/** How many records decide on the delimiter. */
const SAMPLE = 50;

/**
 * Finds the dialect of a list from `text`, its beginning. `isWhole`: the text is the whole list, so that
 * its last record is complete. Throws a `UserError` where nothing is left after the skipped lines.
 */
export function findDialect(
  text: string,
  isWhole: boolean,
  asked: { readonly delimiter: string | null; readonly skipLines: number },
  displayName: string,
): Dialect {
  const preamble: string[] = [];
  let start = 0;
  while (preamble.length < asked.skipLines) {
    const line = lineAt(text, start);
    if (line === null) {
      throw new UserError(
        `\`${displayName}\` has nothing after the ${asked.skipLines} lines that \`--skip-lines\` passes over; give a smaller number`,
      );
    }
    preamble.push(line.text);
    start = line.end;
  }
  const first = lineAt(text, start);
  const declared = /^"?sep=(.)"?$/iu.exec(first?.text ?? '')?.[1] ?? null;
  if (first !== null && declared !== null) {
    preamble.push(first.text);
    start = first.end;
  }
  const body = text.slice(start);
  const delimiter = asked.delimiter ?? declared ?? likeliestDelimiter(body, isWhole);
  return { preamble, preambleLength: start, delimiter, lineEnd: sample(body, delimiter, 1).firstEnd ?? '\n' };
}

/** The delimiter by which most records have as many cells as the header, then the one that makes more cells. */
function likeliestDelimiter(text: string, isWhole: boolean): string {
  let best = { delimiter: ',', agreeing: 0, cells: 1 };
  for (const delimiter of CANDIDATES) {
    const { counts, endsInside } = sample(text, delimiter, SAMPLE);
    if (endsInside && !isWhole && counts.length > 1) counts.pop();
    const [cells = 0] = counts;
    if (cells < 2) continue;
    const agreeing = counts.filter((count) => count === cells).length / counts.length;
    if (agreeing > best.agreeing || (agreeing === best.agreeing && cells > best.cells)) {
      best = { delimiter, agreeing, cells };
    }
  }
  return best.delimiter;
}

interface Sample {
  /** Cells of each record that is not an empty line. */
  readonly counts: number[];
  /** The line end of the first record; null where the text ends before it. */
  readonly firstEnd: LineEnd | null;
  /** The text ended before the last record counted did. */
  readonly endsInside: boolean;
}

/** Counts the cells of the first records of `text`; a delimiter or line end between quotes is none. */
function sample(text: string, delimiter: string, limit: number): Sample {
  const counts: number[] = [];
  let firstEnd: LineEnd | null = null;
  let cells = 1;
  let isQuoted = false;
  let cellStart = 0;
  let recordStart = 0;
  for (let index = 0; index < text.length && counts.length < limit; index += 1) {
    const character = text[index];
    if (character === '"') {
      if (isQuoted && text[index + 1] === '"') index += 1;
      else if (isQuoted || index === cellStart) isQuoted = !isQuoted;
    } else if (isQuoted) {
      // Everything belongs to the cell.
    } else if (character === delimiter) {
      cells += 1;
      cellStart = index + 1;
    } else if (character === '\n' || character === '\r') {
      const end = character === '\r' && text[index + 1] === '\n' ? '\r\n' : character;
      if (index > recordStart) {
        counts.push(cells);
        firstEnd ??= end;
      }
      index += end.length - 1;
      cells = 1;
      cellStart = index + 1;
      recordStart = index + 1;
    }
  }
  const endsInside = counts.length < limit && recordStart < text.length;
  if (endsInside) counts.push(cells);
  return { counts, firstEnd, endsInside };
}

function lineAt(text: string, start: number): { readonly text: string; readonly end: number } | null {
  if (start >= text.length) return null;
  const rest = /\r\n|\n|\r/g;
  rest.lastIndex = start;
  const found = rest.exec(text);
  if (found === null) return { text: text.slice(start), end: text.length };
  return { text: text.slice(start, found.index), end: found.index + found[0].length };
}
