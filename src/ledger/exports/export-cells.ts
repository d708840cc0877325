/** What each cell of a row says by the rules of its preset: meanings, and what nobody can read. */

import { isBareAnswer, readFlag } from '../../contacts/cells/flag-values.js';
import { columnLabel } from '../../contacts/columns/column-names.js';
import type { RecordBatch } from '../../contacts/csv/record-batch.js';
import type { DateOrder } from '../../contacts/reading-options.js';
import { headerWords } from '../../contacts/text/header-words.js';
import type { PhoneNumber } from '../../screening/contact.js';
import type { IsoDate } from '../../screening/dates.js';
import type { ExportColumns, PlacedRule } from './export-columns.js';
import { contactsIn } from './export-contacts.js';
import { readExportDay } from './export-days.js';
import type { Meaning, NothingMeant } from './preset.js';

export interface ExportSettings {
  /** Day and month of a day after this cannot belong to an objection. */
  readonly today: IsoDate;
  readonly dateOrder: DateOrder | null;
  /** To whom the consents were given; null: not told, and then they serve nobody. */
  readonly controller: string | null;
  /** As `idSystemKey` writes it. */
  readonly idSystem: string;
  /** Words that the preset does not know and the user does, as `headerWords` writes them. */
  readonly readAs: ReadonlyMap<string, Meaning>;
  /** What the name of a file says of every row in it. */
  readonly saidByFileName: (fileName: string) => readonly Said[];
}

/** One thing that a row says. */
export interface Said {
  /** The column, as messages call it, or the name of the file. */
  readonly where: string;
  /** The value as one of a few words, never contact data. */
  readonly value: string;
  readonly meaning: Meaning;
  /** The day that stands in the cell itself. */
  readonly on: IsoDate | null;
  /** The numbers that stand in the cell itself; null where the meaning is about those of the row. */
  readonly numbers: readonly PhoneNumber[] | null;
}

/** What a row says, cell by cell. A problem names its column and holds nothing of the cell. */
export interface SaidInRow {
  readonly said: readonly Said[];
  readonly problems: readonly string[];
}

const NOT_ANSWERED: NothingMeant = { becomes: 'nothing', because: 'not recorded' };
const NO: NothingMeant = { becomes: 'nothing', because: 'no opt-out, and never a consent' };
const NO_OPT_IN: NothingMeant = { becomes: 'nothing', because: 'no consent, and no withdrawal of one' };

/** Reads what the row says in every column of a rule, and in every column that names an opt-out by itself. */
export function readSaid(
  columns: ExportColumns,
  settings: ExportSettings,
  batch: RecordBatch,
  row: number,
): SaidInRow {
  const said: Said[] = [];
  const problems: string[] = [];
  for (const placed of columns.rules) {
    const found = readRule(placed, columns, settings, batch, row);
    if (typeof found === 'string') problems.push(found);
    else said.push(...found);
  }
  for (const { column, yes } of columns.flags) {
    const where = columnLabel(columns.roles.header, column);
    const cell = batch.cell(row, column);
    switch (readFlag(cell, columns.roles.senseOf(column))) {
      case 'yes':
        said.push(plain(where, 'yes', yes));
        break;
      case 'no':
        said.push(plain(where, 'no', NO));
        break;
      case 'not-recorded':
        said.push(plain(where, '(empty)', NOT_ANSWERED));
        break;
      case 'unread':
        problems.push(`\`${where}\` names an opt-out and holds an answer that nobody can read`);
    }
  }
  return { said, problems };
}

function readRule(
  { rule, column, words }: PlacedRule,
  columns: ExportColumns,
  settings: ExportSettings,
  batch: RecordBatch,
  row: number,
): readonly Said[] | string {
  if (rule.reads === 'file-name' || column === null) return settings.saidByFileName(batch.origin.fileName);
  const where = columnLabel(columns.roles.header, column);
  const cell = batch.cell(row, column);
  switch (rule.reads) {
    case 'flag':
      switch (readFlag(cell)) {
        case 'yes':
          return [plain(where, 'yes', rule.yes)];
        case 'no':
          return [plain(where, 'no', NO)];
        case 'not-recorded':
          return [plain(where, '(empty)', NOT_ANSWERED)];
        case 'unread':
          return `\`${where}\` holds neither yes nor no`;
      }
      break;
    case 'opt-in':
      return readOptIn(where, cell, rule.yes);
    case 'day': {
      const day = readExportDay(cell, settings.dateOrder, settings.today);
      if (day.status === 'unreadable') return `\`${where}\` holds no day that can be read`;
      if (day.status === 'not-recorded') return [plain(where, '(empty)', NOT_ANSWERED)];
      return [{ where, value: 'a day', meaning: rule.set, on: day.value, numbers: null }];
    }
    case 'wrong-numbers': {
      const reading = readFlag(cell);
      if (reading === 'yes') return [plain(where, 'yes', rule.yes)];
      if (reading === 'no') return [plain(where, 'no', NO)];
      if (reading === 'not-recorded') return [plain(where, '(empty)', NOT_ANSWERED)];
      const { numbersMeant: numbers } = contactsIn([cell]);
      if (numbers.length === 0)
        return `\`${where}\` holds no number that can be read, and neither yes nor no`;
      return [{ where, value: 'a number', meaning: { becomes: 'wrong-number' }, on: null, numbers }];
    }
    case 'words':
      return readWords(
        where,
        rule.separator === undefined ? [cell] : cell.split(rule.separator),
        words,
        settings,
      );
  }
}

function readOptIn(
  where: string,
  cell: string,
  yes: Extract<Meaning, { becomes: 'consent' }>,
): readonly Said[] | string {
  const reading = readFlag(cell);
  if (isBareAnswer(cell))
    return [reading === 'yes' ? plain(where, 'yes', yes) : plain(where, 'no', NO_OPT_IN)];
  if (reading === 'not-recorded') return [plain(where, '(empty)', NOT_ANSWERED)];
  // "Unsubscribed" says what it is under any header; anything else is no yes that was given to the question.
  if (readFlag(cell, 'unclear') === 'yes') {
    return [plain(where, 'an opt-out', { becomes: 'objection', channels: yes.channels })];
  }
  return `\`${where}\` holds neither yes nor no`;
}

function readWords(
  where: string,
  pieces: readonly string[],
  words: ReadonlyMap<string, Meaning>,
  { readAs }: ExportSettings,
): readonly Said[] | string {
  const said: Said[] = [];
  for (const piece of pieces) {
    const word = headerWords(piece);
    const meaning = words.get(word) ?? readAs.get(word);
    if (meaning !== undefined) said.push(plain(where, word, meaning));
    else if (readFlag(piece, 'unclear') === 'not-recorded') said.push(plain(where, '(empty)', NOT_ANSWERED));
    else {
      return `\`${where}\` holds a word that this preset does not know; if you know it, say \`--read-as "WORD=objection"\`, \`wrong-number\` or \`nothing\``;
    }
  }
  return said;
}

function plain(where: string, value: string, meaning: Meaning): Said {
  return { where, value, meaning, on: null, numbers: null };
}
