/**
 * The first of the two passes over a list: what its flag columns hold, in which order it writes dates, what
 * is damaged, and its own opt-outs, so that the last row binds the first when the rows are judged.
 */
import { NOTHING_IN_LIST } from '../../screening/evidence.js';
import type { ScratchIndex } from '../../store/scratch-index.js';
import { columnLabel } from '../columns/column-names.js';
import type { ColumnRoles } from '../columns/column-roles.js';
import type { OpenQuestion } from '../columns/open-questions.js';
import { placeOf, type RecordBatch } from '../csv/record-batch.js';
import type { RecordDamage } from '../csv/token-spans.js';
import { KeyFilter } from '../key-filter.js';
import type { ListFile, PassResult } from '../list/list-file.js';
import type { DateOrder } from '../reading-options.js';
import { createBindingKeysReader } from '../record/binding-keys.js';
import { createFlagReader, flagColumnsOf, type RecordFlags } from '../record/record-flags.js';
import type { RecordKeys, RecordSettings } from '../record/record-reader.js';
import { NO_WORDS, wordsIn, wordsOf } from '../record/record-words.js';
import { OPT_OUT_ROLES, type Place } from '../roles.js';
import { createDateOrderSurvey, dateColumnsOf } from './date-order.js';
import { createFlagCensus, type FlagColumn } from './flag-census.js';
import {
  createListOptOuts,
  type HeldOptOuts,
  type OptOutEvidence,
  type RecordSignals,
} from './list-opt-outs.js';
import { allRemaining, type PrefilterCounts, type Prefiltered } from './prefilter.js';
import { createSecondHeaders } from './second-headers.js';
import { createSplitNumbers } from './split-numbers.js';
import { createUnmappedEmails } from './unmapped-emails.js';
import { createUnmappedPhones } from './unmapped-phones.js';
import { createUnreadAnswers } from './unread-answers.js';

/** One kind of damage, how many records have it, and where the first of them begin. */
export interface DamageFound {
  readonly kind: RecordDamage;
  readonly count: number;
  readonly firstLines: readonly Place[];
}

/** What a list itself says of its records. */
export interface ListFindings {
  /** Knows every key under which the list itself says something; no other record is bound by another. */
  readonly keys: KeyFilter;
  /** No record says anything that binds, itself or another. */
  readonly isQuiet: boolean;
  /** What the list itself says of a record, in any of its rows. Does not depend on their order. */
  readonly optOuts: OptOutEvidence;
  /** All that the list says; null where that is too much to hold in memory. */
  all(): HeldOptOuts | null;
}

/** What is found in a list in which no record says anything that binds. */
export const NOTHING_FOUND: ListFindings = {
  keys: KeyFilter.for(0),
  isQuiet: true,
  optOuts: () => NOTHING_IN_LIST,
  all: () => null,
};

export interface Survey extends ListFindings {
  readonly records: number;
  readonly blankLines: number;
  /** Of the file's bytes; the second pass must find the same. */
  readonly sha256: string;
  readonly damage: readonly DamageFound[];
  readonly flagColumns: readonly FlagColumn[];
  /** Whether the list has any opt-out column at all, or a file that is one by its name. */
  readonly hasOptOutColumn: boolean;
  /** The order to read the list's dates in; null where none depends on it. */
  readonly dateOrder: DateOrder | null;
  /** What the cells leave open; nothing may be judged before it is answered. */
  readonly questions: readonly OpenQuestion[];
}

const MOST_LINES = 5;

/** A survey while the list is read. */
export interface ListSurvey {
  /** Adds the next batch of the list: looks at the rows that remain. */
  add(batch: RecordBatch, prefiltered: Prefiltered): void;
  /** Records added so far. */
  records(): number;
  /** Whether no record so far says anything that binds another. */
  isQuiet(): boolean;
  /** Call it after the last batch. `counts`: of the records that did not remain. */
  result(pass: PassResult, counts: readonly PrefilterCounts[]): Survey;
}

/**
 * Begins the survey of `list`. What may bind other records goes into `scratch`, which must stay open for as long as
 * the survey is asked.
 */
export function beginSurvey(
  list: ListFile,
  columns: ColumnRoles,
  settings: RecordSettings,
  scratch: ScratchIndex,
): ListSurvey {
  const readFlags = createFlagReader(columns);
  const readBindingKeys = createBindingKeysReader(columns, settings.channel);
  const census = createFlagCensus(columns);
  const phones = createUnmappedPhones(columns);
  const split = createSplitNumbers(columns);
  const answers = createUnreadAnswers(columns, settings.channel);
  const emails = settings.channel === 'email' ? createUnmappedEmails(columns) : null;
  const headers = createSecondHeaders(columns);
  const dates = createDateOrderSurvey(dateColumnsOf(columns), settings.dateOrder);
  const optOuts = createListOptOuts(columns, list.sizeInBytes, scratch);
  const damage = new Map<RecordDamage, { count: number; firstLines: Place[] }>();
  let records = 0;
  /** Whom the last record with broken quotes is about, while only damaged records followed it. */
  let tornKeys: RecordKeys | null = null;

  let lastLookedAt = 0;

  const look = (batch: RecordBatch, row: number): void => {
    census.add(batch, row);
    dates.add(batch, row);
    headers.add(batch, row);
    const kind = batch.damage(row);
    // A number that slid under another header says nothing of that column.
    if (kind === null) {
      phones.add(batch, row);
      split.add(batch, row);
      emails?.add(batch, row);
      answers.add(batch, row);
    }
    if (kind !== null) noteDamage(damage, kind, placeOf(batch, row));
    const flags = readFlags(batch, row);
    const signals =
      kind === null
        ? { flags, words: wordsOf(columns, batch, row) }
        : damagedSignals(flags, columns, batch, row);
    // A cell torn apart by a quote may go on in the damaged records after its own.
    if (kind !== null && tornKeys !== null && optOuts.hasSignal(signals)) optOuts.add(signals, tornKeys);
    if (kind === null) tornKeys = null;
    else if (kind === 'broken-quotes') tornKeys = readBindingKeys(batch, row);
    // Parsing numbers is expensive, and most records opt nobody out.
    if (optOuts.hasSignal(signals)) optOuts.add(signals, readBindingKeys(batch, row));
  };

  return {
    records: () => records,
    isQuiet: () => optOuts.isQuiet(),
    add(batch, { remaining, flagged, dated }) {
      let datesRead = 0;
      const readDatesBefore = (row: number): void => {
        for (let next = dated[datesRead]; next !== undefined && next < row; next = dated[datesRead]) {
          dates.add(batch, next);
          datesRead += 1;
        }
      };
      for (const row of remaining) {
        readDatesBefore(row);
        const record = records + row + 1;
        // A sound record stood between.
        if (record !== lastLookedAt + 1) tornKeys = null;
        lastLookedAt = record;
        look(batch, row);
      }
      readDatesBefore(batch.count);
      for (const { row, keys } of flagged) {
        const signals = { flags: readFlags(batch, row), words: NO_WORDS };
        if (optOuts.hasSignal(signals)) optOuts.add(signals, keys);
      }
      records += batch.count;
    },
    result({ sha256, blankLines }, counts) {
      for (const { records: counted, filled, written, halves, values } of counts) {
        phones.addFilled(filled);
        split.addFilled(halves);
        emails?.addFilled(written);
        answers.addFilled(written);
        census.addCounts(counted, values);
      }
      const { order: dateOrder, question } = dates.decide();
      return {
        records,
        blankLines,
        sha256,
        damage: [...damage]
          .map(([kind, found]) => ({ kind, ...found }))
          .sort((a, b) => (a.kind < b.kind ? -1 : 1)),
        flagColumns: census.result(),
        hasOptOutColumn:
          OPT_OUT_ROLES.some((role) => columns.columnsOf(role).length > 0) ||
          list.parts.some(({ origin }) => origin.optOuts.length > 0),
        dateOrder,
        questions: [
          ...headers.questions(),
          ...phones.questions(),
          ...split.questions(),
          ...(emails?.questions() ?? []),
          ...answers.questions(),
          ...(question === null ? [] : [question]),
        ],
        keys: optOuts.keys.shrunk(),
        isQuiet: optOuts.isQuiet(),
        optOuts: optOuts.evidenceFor,
        all: () => optOuts.all(),
      };
    },
  };
}

/**
 * Surveys `list` on its own, in one reading. `onProgress` gets the bytes and records read so far; `onBatch` gets each
 * batch.
 */
export async function surveyList(
  list: ListFile,
  columns: ColumnRoles,
  settings: RecordSettings,
  scratch: ScratchIndex,
  onProgress: (bytesRead: number, records: number) => void,
  onBatch: (batch: RecordBatch) => void = () => undefined,
): Promise<Survey> {
  const survey = beginSurvey(list, columns, settings, scratch);
  const reading = list.readRecords((bytes) => onProgress(bytes, survey.records()));
  for await (const batch of reading) {
    survey.add(batch, allRemaining(batch));
    onBatch(batch);
  }
  return survey.result(reading.result(), []);
}

/** The cells of a damaged record may have slid under other headers, so none of its flags can be trusted. */
function damagedSignals(
  flags: RecordFlags,
  columns: ColumnRoles,
  batch: RecordBatch,
  row: number,
): RecordSignals {
  const cells = Array.from({ length: batch.cellCount(row) }, (_, column) => ({
    column,
    text: batch.cell(row, column),
    isName: false,
  }));
  const unreadColumns = flagColumnsOf(columns).map((column) => columnLabel(columns.header, column));
  return { flags: { ...flags, unreadColumns }, words: wordsIn(cells) };
}

function noteDamage(
  damage: Map<RecordDamage, { count: number; firstLines: Place[] }>,
  kind: RecordDamage,
  place: Place,
): void {
  const found = damage.get(kind) ?? { count: 0, firstLines: [] };
  found.count += 1;
  if (found.firstLines.length < MOST_LINES) found.firstLines.push(place);
  damage.set(kind, found);
}
