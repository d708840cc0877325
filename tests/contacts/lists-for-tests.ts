/** Lists on disk for tests, in a folder of their own that goes when the tests of the file are done. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { RecordDamage } from '../../src/contacts/csv/token-spans.js';
import { type ListFile, openList, type PassResult } from '../../src/contacts/list/list-file.js';
import { DEFAULT_READING_OPTIONS, type ReadingOptions } from '../../src/contacts/reading-options.js';

const folder = mkdtempSync(join(tmpdir(), 'ringfence-contacts-'));
let lists = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The path of a new file that holds `content`. */
export function fileOf(content: string | Uint8Array): string {
  lists += 1;
  const path = join(folder, `${lists}.csv`);
  writeFileSync(path, content);
  return path;
}

/** A list that holds `content`, opened. Messages call it `members.csv`. */
export function listOf(
  content: string | Uint8Array,
  options: Partial<ReadingOptions> = {},
  chunkSize?: number,
): Promise<ListFile> {
  return openList(fileOf(content), 'members.csv', { ...DEFAULT_READING_OPTIONS, ...options }, chunkSize);
}

/** What was thrown while opening a list of `content` and reading it to its end. */
export async function complaintOf(
  content: string | Uint8Array,
  options: Partial<ReadingOptions> = {},
): Promise<string> {
  try {
    await recordsOf(await listOf(content, options));
  } catch (thrown) {
    return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  }
  return 'nothing was thrown';
}

export interface RecordSeen {
  /** The file among several; not there where the list is one file. */
  readonly from?: string;
  readonly line: number;
  readonly cells: readonly string[];
  readonly damage: RecordDamage | null;
}

/** Every record of the list, and the result of the pass. */
export async function recordsOf(list: ListFile): Promise<{ records: RecordSeen[]; result: PassResult }> {
  const reading = list.readRecords();
  const records: RecordSeen[] = [];
  for await (const batch of reading) {
    for (let row = 0; row < batch.count; row += 1) {
      const cells = Array.from({ length: batch.cellCount(row) }, (_, column) => batch.cell(row, column));
      const from = batch.origin.name === null ? {} : { from: batch.origin.name };
      records.push({ ...from, line: batch.line(row), cells, damage: batch.damage(row) });
    }
  }
  return { records, result: reading.result() };
}
