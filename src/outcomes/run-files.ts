/** The files of a run as they are filled: the three outcomes, and those beside them that were asked for. */
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ColumnRoles } from '../contacts/columns/column-roles.js';
import type { ListFile } from '../contacts/list/list-file.js';
import type { Campaign } from '../screening/campaign.js';
import type { IsoDate } from '../screening/dates.js';
import { CALL_REGISTERS, type RegisterName } from '../screening/evidence.js';
import { OUTCOMES, type Outcome } from '../screening/verdict/decide.js';
import { type CsvDialect, type CsvFile, createCsvFile, type FileDigest } from './csv-file.js';
import { createDialList, DIAL_LIST_HEADER, dialListName } from './dial-list.js';
import type { OutcomeLayout } from './outcome-row.js';
import type { OutcomeSink } from './record-rows.js';
import { spreadsheetForm } from './spreadsheet-form.js';
import { createToCheck, TO_CHECK, TO_CHECK_HEADER, type ToCheck } from './to-check.js';
import {
  createWriteBack,
  type WriteBackFile,
  type WriteBackGaps,
  type WritingPreset,
  type Written,
  writeBackHeader,
} from './write-back.js';

export interface FilesWanted {
  readonly dialList: boolean;
  /** Not for a day in the past: no check that is bought now can answer for it. */
  readonly toCheck: boolean;
  /** Byte order mark, CR LF, and cells that a spreadsheet leaves alone. Not for what is written back. */
  readonly forSpreadsheets: boolean;
  readonly writeBack: WritingPreset | null;
}

export interface RunFiles {
  /** How rows that come as bytes must be written; null where every record has to be seen, or written differently. */
  rowDialect(list: ListFile): CsvDialect | null;
  /** Whether every allowed number has to be reported. */
  readonly listsAllowed: boolean;
  open(list: ListFile, layout: OutcomeLayout, columns: ColumnRoles): OutcomeSink;
  /** Writes the rest. `validUntil`: the day that names the dial list; null where nobody was allowed. */
  finish(validUntil: IsoDate | null): FinishedFiles;
}

export interface FinishedFiles {
  readonly outputs: Readonly<Record<string, FileDigest>>;
  /** null where none was asked for, or nobody was allowed. */
  readonly dialList: string | null;
  /** The numbers that want nothing but the register; null where there are none. */
  readonly toCheck: {
    readonly name: string;
    readonly numbers: number;
    readonly registers: readonly RegisterName[];
  } | null;
  readonly writeBack: {
    readonly name: string;
    readonly records: number;
    readonly gaps: WriteBackGaps;
  } | null;
}

interface Opened {
  readonly outcomes: ReadonlyMap<Outcome, CsvFile>;
  readonly dialList: CsvFile | null;
  readonly toCheck: { readonly file: CsvFile; readonly numbers: ToCheck };
  readonly writeBack: { readonly name: string; readonly file: CsvFile; readonly back: WriteBackFile } | null;
}

/** Until the last record is judged nobody knows until when the numbers hold. */
const UNNAMED_DIAL_LIST = 'dial-list.csv';

/** Prepares the files of a run in `folder`. `before` keeps outside memory what was written already. */
export function prepareRunFiles(
  folder: string,
  campaign: Campaign,
  wanted: FilesWanted,
  before: Written,
): RunFiles {
  let opened: Opened | null = null;
  return {
    rowDialect: (list) => (wanted.writeBack !== null || wanted.forSpreadsheets ? null : dialectOf(list)),
    listsAllowed: wanted.dialList,
    open(list, layout, columns) {
      const plain = dialectOf(list);
      const dialect: CsvDialect = wanted.forSpreadsheets
        ? { delimiter: list.delimiter, lineEnd: '\r\n', hasByteOrderMark: true, form: spreadsheetForm }
        : plain;
      const writeBack = openWriteBack(folder, campaign, wanted.writeBack, columns, plain, before);
      const dialList = wanted.dialList
        ? createCsvFile(join(folder, UNNAMED_DIAL_LIST), DIAL_LIST_HEADER, dialect)
        : null;
      const outcomes = new Map(
        OUTCOMES.map((outcome) => {
          const path = join(folder, `${outcome}.csv`);
          return [outcome, createCsvFile(path, layout.headerOf(outcome), dialect)] as const;
        }),
      );
      // For a service and not for a spreadsheet: no mark, no other cells.
      const toCheckFile = createCsvFile(join(folder, TO_CHECK), TO_CHECK_HEADER, {
        delimiter: ',',
        lineEnd: list.lineEnd,
        hasByteOrderMark: false,
      });
      const toCheck = createToCheck(toCheckFile, onceOnly(before, 'to-check'));
      opened = { outcomes, dialList, toCheck: { file: toCheckFile, numbers: toCheck }, writeBack };
      const dialled =
        dialList === null ? null : createDialList(dialList, columns, onceOnly(before, 'dialled'));
      const files = [
        ...outcomes.values(),
        toCheckFile,
        ...(dialList === null ? [] : [dialList]),
        ...(writeBack === null ? [] : [writeBack.file]),
      ];
      return {
        add: (outcome, cells) => outcomes.get(outcome)?.add(cells),
        addBytes: (outcome, bytes, records) => outcomes.get(outcome)?.addBytes(bytes, records),
        addRecord(record) {
          dialled?.add(record);
          if (wanted.toCheck) toCheck.add(record);
          writeBack?.back.add(record);
        },
        reportAllowed(batch, allowed) {
          dialled?.reportAllowed(batch, allowed);
        },
        flush() {
          for (const file of files) file.flush();
        },
        rollBack() {
          for (const file of files) file.rollBack();
        },
      };
    },
    finish(validUntil) {
      if (opened === null) throw new Error('the files of a run were finished before they were opened');
      const { outcomes, dialList, toCheck, writeBack } = opened;
      const outputs: Record<string, FileDigest> = {};
      for (const [outcome, file] of outcomes) outputs[`${outcome}.csv`] = file.finish();
      const dialListAs = dialList === null || validUntil === null ? null : dialListName(validUntil);
      if (dialList !== null) {
        const digest = dialList.finish();
        const unnamed = join(folder, UNNAMED_DIAL_LIST);
        if (dialListAs === null) rmSync(unnamed);
        else {
          renameSync(unnamed, join(folder, dialListAs));
          outputs[dialListAs] = digest;
        }
      }
      const digestToCheck = toCheck.file.finish();
      if (digestToCheck.records === 0) rmSync(join(folder, TO_CHECK));
      else outputs[TO_CHECK] = digestToCheck;
      const registers = toCheck.numbers.registers();
      const beside = {
        outputs,
        dialList: dialListAs,
        toCheck:
          digestToCheck.records === 0
            ? null
            : {
                name: TO_CHECK,
                numbers: digestToCheck.records,
                registers: [...CALL_REGISTERS, 'fps' as const].filter((register) => registers.has(register)),
              },
      };
      if (writeBack === null) return { ...beside, writeBack: null };
      const digest = writeBack.file.finish();
      outputs[writeBack.name] = digest;
      const { name, back } = writeBack;
      return {
        ...beside,
        writeBack: { name, records: digest.records, gaps: back.gaps() },
      };
    },
  };
}

/** The files are written as the list was. */
function dialectOf(list: ListFile): CsvDialect {
  return {
    delimiter: list.delimiter,
    lineEnd: list.lineEnd,
    hasByteOrderMark: list.hadByteOrderMark || list.encoding !== 'utf-8',
  };
}

function openWriteBack(
  folder: string,
  campaign: Campaign,
  preset: WritingPreset | null,
  columns: ColumnRoles,
  dialect: CsvDialect,
  before: Written,
): Opened['writeBack'] {
  if (preset === null) return null;
  const name = `write-back-${preset.name}.csv`;
  const file = createCsvFile(join(folder, name), writeBackHeader(preset, columns), dialect);
  return { name, file, back: createWriteBack(file, preset, campaign, before) };
}

function onceOnly(before: Written, kind: 'dialled' | 'to-check'): (number: string) => boolean {
  return (number) => {
    const isNew = before.find(kind, number) === 0;
    if (isNew) before.add(kind, number, 1);
    return isNew;
  };
}
