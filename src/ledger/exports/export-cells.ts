/** What each cell of a row says by the rules of its preset: meanings, and what nobody can read. */

import { isBareAnswer, readFlag } from '../../contacts/cells/flag-values.js';
import { columnLabel } from '../../contacts/columns/column-names.js';
import type { ColumnRoles } from '../../contacts/columns/column-roles.js';
import type { RecordBatch } from '../../contacts/csv/record-batch.js';
import type { DateOrder } from '../../contacts/reading-options.js';
import { readFlagCell } from '../../contacts/record/record-flags.js';
import type { FlagReading } from '../../contacts/roles.js';
import { headerWords } from '../../contacts/text/header-words.js';
import type { PhoneNumber } from '../../screening/contact.js';
import type { IsoDate } from '../../screening/dates.js';
import type { Meaning, NothingMeant } from '../../systems/shape/flags.js';
import type { ExportColumns, PlacedRule } from './export-columns.js';
import { contactsIn } from './export-contacts.js';
import { readExportDay } from './export-days.js';

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

/** Reads what the row says in every column of a rule, and in every column that names an opt-out by itself. */
export function readSaid(
  { rules, flags, roles }: ExportColumns,
  settings: ExportSettings,
  batch: RecordBatch,
  row: number,
): SaidInRow {
  const said: Said[] = [...settings.saidByFileName(batch.origin.fileName)];
  const problems: string[] = [];
  for (const rule of rules) {
    const found = readRule(rule, roles, settings, batch.cell(row, rule.column));
    if (typeof found === 'string') problems.push(found);
    else said.push(...found);
  }
  for (const { column, yes } of flags) {
    const where = columnLabel(roles.header, column);
    const found = answered(where, readFlagCell(roles, column, batch.cell(row, column)), yes);
    if (found === null)
      problems.push(`\`${where}\` names an opt-out and holds an answer that nobody can read`);
    else said.push(found);
  }
  return { said, problems };
}

/** A text names the column and says what nobody can read in it. */
function readRule(
  { flag, column, words, refusal }: PlacedRule,
  roles: ColumnRoles,
  settings: ExportSettings,
  cell: string,
): readonly Said[] | string {
  const where = columnLabel(roles.header, column);
  switch (flag.reads) {
    case 'yes-no': {
      const said = answered(where, readFlagCell(roles, column, cell), refusal);
      return said === null ? `\`${where}\` holds neither yes nor no` : [said];
    }
    case 'opt-in':
      return readOptIn(where, cell, readFlagCell(roles, column, cell), flag.yes, refusal);
    case 'day': {
      const day = readExportDay(cell, settings.dateOrder, settings.today);
      if (day.status === 'unreadable') return `\`${where}\` holds no day that can be read`;
      if (day.status === 'not-recorded') return [plain(where, '(empty)', NOT_ANSWERED)];
      return [{ where, value: 'a day', meaning: refusal, on: day.value, numbers: null }];
    }
    case 'wrong-numbers': {
      const said = answered(where, readFlagCell(roles, column, cell), refusal);
      if (said !== null) return [said];
      const { numbersMeant: numbers } = contactsIn([cell]);
      if (numbers.length === 0)
        return `\`${where}\` holds no number that can be read, and neither yes nor no`;
      return [{ where, value: 'a number', meaning: { becomes: 'wrong-number' }, on: null, numbers }];
    }
    case 'words':
      return readWords(
        where,
        flag.separator === undefined ? [cell] : cell.split(flag.separator),
        words,
        settings,
      );
  }
}

/** null where nobody can read the answer. */
function answered(where: string, reading: FlagReading, yes: Meaning): Said | null {
  switch (reading) {
    case 'yes':
      return plain(where, 'yes', yes);
    case 'no':
      return plain(where, 'no', NO);
    case 'not-recorded':
      return plain(where, '(empty)', NOT_ANSWERED);
    case 'unread':
      return null;
  }
}

/** `reading`, as that of an opt-out: a bare no is one, and a bare yes is none. */
function readOptIn(
  where: string,
  cell: string,
  reading: FlagReading,
  consent: Meaning,
  objection: Meaning,
): readonly Said[] | string {
  if (isBareAnswer(cell)) {
    return [reading === 'no' ? plain(where, 'yes', consent) : plain(where, 'no', objection)];
  }
  if (reading === 'not-recorded') return [plain(where, '(empty)', NOT_ANSWERED)];
  // "Unsubscribed" says what it is under any header; anything else is no yes that was given to the question.
  if (reading === 'yes') return [plain(where, 'an opt-out', objection)];
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
