/**
 * What a sheet says of a row beside its cells: that it is hidden, that something in it is struck out, and the
 * comments on its cells. A CSV file has no place for them, so they become a column of text.
 */
import type { ByteSource } from '../files/byte-source.js';
import { columnOf, type SheetRow } from './sheet-rows.js';
import { createTextGatherer } from './workbook-parts.js';
import { xmlEvents } from './xml-events.js';

/** The header of that column. It is read as notes, so its words are searched. */
export const REMARKS_HEADER = 'workbook notes';

/** The comments of a sheet by row, each with the reference of its cell. */
export type CellComments = ReadonlyMap<number, readonly string[]>;

/** The remarks on one row; empty where there is nothing to say. */
export function remarksOn({ line, isHidden, struckOut }: SheetRow, comments: CellComments): string {
  return [
    ...(isHidden ? ['hidden row'] : []),
    ...struckOut.slice(0, 1).map((column) => `struck out from column ${column + 1}`),
    ...(comments.get(line) ?? []),
  ].join('; ');
}

/** Reads the comments of `parts`: notes and threads alike. */
export async function readComments(parts: readonly ByteSource[]): Promise<CellComments> {
  const comments = new Map<number, string[]>();
  for (const part of parts) await readPart(part, comments);
  return comments;
}

/** The note that stands in for a thread repeats its words after an advertisement of the program. */
const STAND_IN = /^\[Threaded comment\]/u;

async function readPart(source: ByteSource, comments: Map<number, string[]>): Promise<void> {
  let reference = '';
  let plain = '';
  let isPlain = false;
  const rich = createTextGatherer();
  const listener = {
    open(name: string, attributes: ReadonlyMap<string, string>): void {
      if (name === 'comment' || name === 'threadedComment') {
        reference = attributes.get('ref') ?? '';
        plain = '';
      }
      isPlain = name === 'text';
      rich.open(name, attributes);
    },
    text(piece: string): void {
      if (isPlain) plain += piece;
      rich.text(piece);
    },
    close(name: string): void {
      rich.close(name);
      isPlain = false;
      if (name !== 'comment' && name !== 'threadedComment') return;
      const text = (rich.take().text + plain).trim();
      const line = Number(/\d+$/u.exec(reference)?.[0]);
      if (text === '' || STAND_IN.test(text) || columnOf(reference) === null || !(line >= 1)) return;
      comments.set(line, [...(comments.get(line) ?? []), `comment on ${reference}: ${text}`]);
    },
  };
  for await (const _ of xmlEvents(source, listener));
}
