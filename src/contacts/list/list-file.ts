/** A contact list on disk: what it looks like, and its records, read in one pass as often as wanted. */
import { createHash } from 'node:crypto';
import { UserError } from '../../errors.js';
import { optOutsOfExport, optOutsOfName } from '../columns/member-opt-outs.js';
import type { OpenQuestion } from '../columns/open-questions.js';
import { openCsvTable, type Table, type TableForm } from '../csv/csv-table.js';
import { batchOf, type ColumnPlan, type RecordBatch, type RecordOrigin } from '../csv/record-batch.js';
import { type ByteSource, fileBytes, gzipBytes } from '../files/byte-source.js';
import { sizeOfFile } from '../files/file-head.js';
import { type Packing, packingOf } from '../files/file-kind.js';
import type { ReadingNote } from '../reading-notes.js';
import type { ReadingOptions } from '../reading-options.js';
import { joinHeaders } from './list-columns.js';
import { type FoundName, readNames, refuseSkippedRecords } from './list-name.js';
import { listsIn } from './zip-lists.js';

/** What one whole pass over a list found. Two passes with the same digest read the same list. */
export interface PassResult {
  /** Of the file's bytes as they stand on disk, in hexadecimal. */
  readonly sha256: string;
  readonly records: number;
  /** Wholly empty lines, which hold no record. */
  readonly blankLines: number;
}

/** One pass over the records. A batch is good until the next one is asked for: its memory is used again. */
export interface RecordReading extends AsyncIterable<RecordBatch> {
  /** What the pass found; throws where it has not come to its end. */
  readonly result: () => PassResult;
}

/** One of the files of which a list consists. */
export interface ListPart extends TableForm {
  readonly origin: RecordOrigin;
}

/** Encoding, delimiter, line end and preamble are those of the first part. */
export interface ListFile extends TableForm {
  /** The name by which messages call the file; never its folder. */
  readonly displayName: string;
  /** As it stands on disk. */
  readonly sizeInBytes: number;
  readonly packing: Packing;
  readonly hasHeader: boolean;
  /** The file itself, or the lists of a zip in its order. At least one. */
  readonly parts: readonly ListPart[];
  readonly notes: readonly ReadingNote[];
  /** What the names of the list leave open. */
  readonly questions: readonly OpenQuestion[];
  /** Reads the list from its beginning. `onProgress` is told how many bytes of the file were read so far. */
  readRecords(onProgress?: (bytesRead: number) => void): RecordReading;
}

/** How much is read at once, in bytes. Only tests ask for another size. */
const CHUNK_SIZE = 1 << 18;

/**
 * Opens the list at `path` (CSV, alone or packed with gzip, a zip of several, a workbook) and finds its encoding,
 * delimiter, line ends and header. Throws a `UserError` where the file cannot be read, is empty, is no list,
 * or has a first row that looks like a record.
 */
export async function openList(
  path: string,
  displayName: string,
  options: ReadingOptions,
  chunkSize = CHUNK_SIZE,
): Promise<ListFile> {
  const size = await sizeOfFile(path, displayName);
  const file = fileBytes(path, displayName, chunkSize);
  const opened = await openParts(file, path, size, options, chunkSize);
  const { packing } = opened;
  for (const { table, origin } of opened.parts)
    refuseSkippedRecords(
      table.preamble.slice(0, options.skipLines),
      table.delimiter,
      origin.name ?? displayName,
    );
  if (options.sheet !== null && packing !== 'workbook') {
    throw new UserError(
      `\`--sheet\` names a sheet, and \`${displayName}\` is no workbook; leave the option out`,
    );
  }
  const { header, plans } = joinHeaders(opened.parts.map(({ table }) => table.header));
  const [first] = opened.parts;
  if (first === undefined) throw new Error('a list was opened without any part');
  const { read: _, ...form } = first.table;
  return {
    ...form,
    displayName,
    sizeInBytes: size,
    packing,
    header,
    hasHeader: options.hasHeader,
    parts: opened.parts.map(({ table: { read, ...partForm }, origin }) => ({ ...partForm, origin })),
    questions: opened.questions,
    notes: [
      ...opened.notes,
      ...opened.parts.flatMap(({ table, origin }): ReadingNote[] => {
        const count = Math.min(options.skipLines, table.preamble.length);
        return count === 0 ? [] : [{ kind: 'skipped-lines', list: origin.name ?? displayName, count }];
      }),
      ...opened.parts.flatMap(({ table, origin }): ReadingNote[] =>
        table.isEncodingGuessed ? [{ kind: 'taken-for-windows-1252', list: origin.name ?? displayName }] : [],
      ),
    ],
    readRecords: (onProgress) =>
      startReading(
        opened.parts.map(({ table, origin }, index) => ({ table, origin, plan: plans[index] })),
        packing === 'zip' || packing === 'workbook' ? file : null,
        onProgress,
      ),
  };
}

interface OpenedPart {
  readonly table: Table;
  readonly origin: RecordOrigin;
}

interface OpenedParts {
  readonly packing: Packing;
  readonly parts: readonly OpenedPart[];
  readonly notes: readonly ReadingNote[];
  readonly questions: readonly OpenQuestion[];
}

/** A list that is one table, with what its names say of everybody in it. */
function onePart(
  packing: Packing,
  table: Table,
  displayName: string,
  { names }: ReadingOptions,
  found: readonly FoundName[],
  isAlone = true,
): OpenedParts {
  const ofSystem = optOutsOfExport(displayName);
  const own: FoundName[] = ofSystem.length > 0 ? [] : [{ place: 'file', text: displayName }];
  const said = readNames([...own, ...found, ...titlesOf(table)], names, isAlone);
  const optOuts = [...new Set([...ofSystem, ...said.optOuts])];
  const notes: readonly ReadingNote[] =
    optOuts.length === 0 ? [] : [{ kind: 'opted-out-by-name', list: displayName, optOuts }];
  const origin = { name: null, fileName: displayName, optOuts };
  return { packing, parts: [{ table, origin }], notes, questions: said.questions };
}

function titlesOf({ preamble }: Table): readonly FoundName[] {
  return preamble.map((text) => ({ place: 'title', text }));
}

async function openParts(
  file: ByteSource,
  path: string,
  size: number,
  options: ReadingOptions,
  chunkSize: number,
): Promise<OpenedParts> {
  const packing = await packingOf(file);
  switch (packing) {
    case 'none':
      return onePart(packing, await openCsvTable(file, options), file.displayName, options, []);
    case 'gzip': {
      const table = await openCsvTable(gzipBytes(path, file.displayName, size, chunkSize), options);
      return onePart(packing, table, file.displayName, options, []);
    }
    case 'zip': {
      // Loaded only for a list that is packed so: what reads workbooks is large.
      const { readZipMembers, zipMemberBytes } = await import('../files/zip-archive.js');
      const { isWorkbook, openWorkbookTable } = await import('../workbook/workbook-table.js');
      const { displayName } = file;
      const members = await readZipMembers(path, displayName);
      if (isWorkbook(members)) {
        const { table, sheet, notes } = await openWorkbookTable(path, displayName, size, members, options);
        const named: FoundName = { place: 'sheet', text: sheet };
        // A sheet beside others was chosen for what it is.
        const isAlone = notes.length === 0;
        const opened = onePart('workbook', table, displayName, options, [named], isAlone);
        return { ...opened, notes: [...notes, ...opened.notes] };
      }
      const { lists, notes } = listsIn(members, displayName);
      const parts: OpenedPart[] = [];
      const questions: OpenQuestion[] = [];
      for (const { index, name } of lists) {
        const memberName = `${displayName}/${name}`;
        const table = await openCsvTable(zipMemberBytes(path, displayName, size, index, memberName), options);
        const titles = readNames(titlesOf(table), options.names, lists.length === 1);
        questions.push(...titles.questions);
        parts.push({
          table,
          origin: {
            name: lists.length === 1 ? null : name,
            fileName: name.split('/').at(-1) ?? name,
            optOuts: [...new Set([...optOutsOfName(name), ...titles.optOuts])],
          },
        });
      }
      const read = lists.map(({ name }) => ({ name, optOuts: optOutsOfName(name) }));
      return { packing, parts, notes: [{ kind: 'read-together', lists: read }, ...notes], questions };
    }
  }
}

interface PlannedPart extends OpenedPart {
  readonly plan: ColumnPlan | undefined;
}

/** `archive` holds the bytes to digest where the parts do not tell them. */
function startReading(
  parts: readonly PlannedPart[],
  archive: ByteSource | null,
  onProgress: ((bytesRead: number) => void) | undefined,
): RecordReading {
  let result: PassResult | null = null;
  let isStarted = false;
  async function* read(): AsyncGenerator<RecordBatch> {
    const hash = createHash('sha256');
    let bytesRead = 0;
    const onRaw = (bytes: Buffer): void => {
      hash.update(bytes);
      bytesRead += bytes.length;
      onProgress?.(bytesRead);
    };
    let count = 0;
    let blankLines = 0;
    for (const { table, origin, plan } of parts) {
      if (plan === undefined) throw new Error('a part of a list has no plan of its columns');
      const reading = table.read(onRaw);
      for await (const records of reading.records) {
        count += records.count;
        if (records.count > 0) yield batchOf(records, plan, origin);
      }
      blankLines += reading.blankLines();
    }
    // The members were read from the middle of the file, so it is digested as a whole.
    if (archive !== null) for await (const _ of archive.chunks(onRaw));
    result = { sha256: hash.digest('hex'), blankLines, records: count };
  }
  return {
    [Symbol.asyncIterator]() {
      // A second iteration would find nothing, and nothing would look like an empty list.
      if (isStarted) throw new Error('one reading of a list was iterated twice');
      isStarted = true;
      return read();
    },
    result() {
      if (result === null) throw new Error('the result of a reading was asked for before its end');
      return result;
    },
  };
}
