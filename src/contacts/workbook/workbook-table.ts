/** One sheet of a workbook as a list. */
import { UserError } from '../../errors.js';
import { optOutsOfName } from '../columns/member-opt-outs.js';
import type { Table } from '../csv/csv-table.js';
import { checkHeader } from '../csv/header-check.js';
import { recordsOf } from '../csv/record-batch.js';
import { refuseTitle } from '../csv/title-rows.js';
import type { FileRecords, ReadRecord } from '../csv/token-spans.js';
import type { ByteSource } from '../files/byte-source.js';
import { type ZipMember, zipMemberBytes } from '../files/zip-archive.js';
import type { ReadingNote } from '../reading-notes.js';
import type { ReadingOptions } from '../reading-options.js';
import { MergedCells } from './merged-cells.js';
import { type CellComments, REMARKS_HEADER, readComments, remarksOn } from './row-remarks.js';
import { readSheetRows, type SheetContext, type SheetRow } from './sheet-rows.js';
import {
  readCommentParts,
  readSharedTexts,
  readSheetList,
  readStyles,
  type SheetEntry,
} from './workbook-parts.js';
import { damagedWorkbook } from './xml-events.js';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const STYLES = 'xl/styles.xml';
const SHARED_TEXTS = 'xl/sharedStrings.xml';

/** So many rows tell whether a title stands above the header. */
const HEAD_ROWS = 30;

/** Whether a zip with these members is a workbook that can be read here. */
export function isWorkbook(members: readonly ZipMember[]): boolean {
  return members.some(({ name }) => name === WORKBOOK);
}

/** The texts of a workbook are held in memory, so there is an end to what is read: bytes, unpacked. */
const MOST_TEXT = 256 * 1024 * 1024;
const MOST_IN_ALL = 1024 * 1024 * 1024;

/**
 * Opens the sheet that `--sheet` names, else the first that is not hidden. Throws a `UserError` where there
 * is no such sheet (naming those there are), where nobody chose and another sheet holds opt-outs by its name,
 * where the workbook is too large or damaged, or where the first row looks like a record. A row's line is its
 * number in the sheet.
 */
export async function openWorkbookTable(
  path: string,
  displayName: string,
  size: number,
  members: readonly ZipMember[],
  options: ReadingOptions,
): Promise<{ readonly table: Table; readonly sheet: string; readonly notes: readonly ReadingNote[] }> {
  refuseTooLarge(members, displayName);
  const partNamed = (name: string): ByteSource | null => {
    const index = members.findIndex((member) => member.name === name);
    return index < 0 ? null : zipMemberBytes(path, displayName, size, index, displayName);
  };
  const partOf = (name: string): ByteSource => {
    const part = partNamed(name);
    if (part === null) throw damagedWorkbook(displayName);
    return part;
  };
  const { sheets, countsFrom1904 } = await readSheetList(partOf(WORKBOOK), partOf(RELATIONS));
  const sheet = chooseSheet(sheets, options.sheet, displayName);
  const styles = partNamed(STYLES);
  const texts = partNamed(SHARED_TEXTS);
  const context: SheetContext = {
    ...(styles === null ? { formats: [], struckOutStyles: new Set() } : await readStyles(styles)),
    sharedTexts: texts === null ? [] : await readSharedTexts(texts),
    countsFrom1904,
  };
  const relations = partNamed(relationsOf(sheet.part));
  const commentParts = relations === null ? [] : await readCommentParts(relations);
  const comments = await readComments(commentParts.flatMap((name) => partNamed(name) ?? []));
  const others = sheets.filter(({ part }) => part !== sheet.part).map(({ name }) => name);
  return {
    table: await openSheet(partOf(sheet.part), context, comments, options),
    sheet: sheet.name,
    notes: others.length === 0 ? [] : [{ kind: 'sheet', read: sheet.name, others }],
  };
}

function refuseTooLarge(members: readonly ZipMember[], displayName: string): void {
  const inAll = members.reduce((sum, { size }) => sum + size, 0);
  const texts = members.find(({ name }) => name === SHARED_TEXTS)?.size ?? 0;
  if (texts <= MOST_TEXT && inAll <= MOST_IN_ALL) return;
  throw new UserError(
    `\`${displayName}\` is a workbook of more than ${MOST_TEXT >> 20} MiB of text or ${MOST_IN_ALL >> 20} MiB in all (unpacked), too large to read as such; open it and save the sheet as CSV UTF-8`,
  );
}

function chooseSheet(sheets: readonly SheetEntry[], asked: string | null, displayName: string): SheetEntry {
  const first = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0];
  if (first === undefined) throw damagedWorkbook(displayName);
  if (asked === null) {
    const optOuts = sheets.find((sheet) => sheet !== first && optOutsOfName(sheet.name).length > 0);
    if (optOuts === undefined) return first;
    throw new UserError(
      `\`${displayName}\` has a sheet \`${optOuts.name}\`, which by its name says who is not to be contacted, beside \`${first.name}\`; save the sheets as CSV and pack them into one zip, so that it binds, or read one alone with \`--sheet\``,
    );
  }
  const folded = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
  const found =
    sheets.find(({ name }) => name === asked) ?? sheets.find(({ name }) => folded(name) === folded(asked));
  if (found !== undefined) return found;
  throw new UserError(
    `\`--sheet ${asked}\`: \`${displayName}\` has no such sheet; it has ${sheets.map(({ name }) => `\`${name}\``).join(', ')}`,
  );
}

/** The part that says which comments belong to the sheet in `part`. */
function relationsOf(part: string): string {
  return part.replace(/([^/]*)$/u, '_rels/$1.rels');
}

async function openSheet(
  source: ByteSource,
  context: SheetContext,
  comments: CellComments,
  options: ReadingOptions,
): Promise<Table> {
  const { displayName } = source;
  const isSkipped = ({ line }: SheetRow): boolean => line <= options.skipLines;
  const merged = new MergedCells(displayName);
  let hasRemarks = false;
  let first: SheetRow | null = null;
  let width = 0;
  const preamble: string[] = [];
  const head: SheetRow[] = [];
  for await (const rows of readSheetRows(source, context, (reference) => merged.add(reference))) {
    for (const row of rows) {
      if (isSkipped(row)) {
        preamble.push(row.cells.join('\t'));
        continue;
      }
      if (row.cells.length > 0) {
        const isHeader = first === null && options.hasHeader;
        first ??= row;
        hasRemarks ||= !isHeader && remarksOn(row, comments) !== '';
      }
      if (head.length < HEAD_ROWS) head.push(row);
      width = Math.max(width, row.cells.length);
    }
  }
  if (first === null) {
    throw new UserError(
      `\`${displayName}\`: the sheet holds no header and no record; name another with \`--sheet\``,
    );
  }
  const { hasHeader } = options;
  const header = padded(first.cells, width);
  if (hasHeader) {
    refuseTitle(
      head.map(({ cells }) => cells),
      head.map(({ line }) => line),
      displayName,
    );
    checkHeader({ cells: header, line: first.line, damage: null }, displayName);
  }
  const headerLine = hasHeader ? first.line : 0;
  const names = hasHeader ? header : header.map((_, index) => `column ${index + 1}`);
  const remarks = hasRemarks ? [uniqueHeader(REMARKS_HEADER, names)] : [];
  return {
    encoding: 'utf-8',
    isEncodingGuessed: false,
    // A workbook has none of these; what is written from it is for spreadsheets again.
    hadByteOrderMark: true,
    delimiter: ',',
    lineEnd: '\r\n',
    preamble,
    header: [...names, ...remarks],
    headerLine,
    read() {
      let blankLines = 0;
      const fill = merged.filler(width);
      async function* records(): AsyncGenerator<FileRecords> {
        for await (const rows of readSheetRows(source, context)) {
          const found: ReadRecord[] = [];
          for (const row of rows) {
            if (isSkipped(row) || row.line === headerLine) continue;
            if (row.cells.length === 0) {
              blankLines += 1;
              continue;
            }
            const own = hasRemarks ? [remarksOn(row, comments)] : [];
            found.push({ cells: [...padded(fill(row), width), ...own], line: row.line, damage: null });
          }
          yield recordsOf(found);
        }
      }
      return { records: records(), blankLines: () => blankLines };
    },
  };
}

/** `wanted`, with a number where the list has a column of that name. */
function uniqueHeader(wanted: string, names: readonly string[]): string {
  const isTaken = (name: string): boolean => names.some((other) => other.trim().toLowerCase() === name);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} ${number}`;
    if (!isTaken(name)) return name;
  }
}

/** A sheet is a grid: a short row is no damage. */
function padded(cells: readonly string[], width: number): readonly string[] {
  return [...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => '')];
}
