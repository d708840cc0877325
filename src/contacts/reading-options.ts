/** How the user says that a list is to be read. Whatever is left `null` is found from the file. */
import { closest } from 'fastest-levenshtein';
import { UserError } from '../errors.js';
import { isRole, OPT_OUT_ROLES, type OptOutRole, ROLES, type Role } from './roles.js';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Which of day and month comes first where a date is written in figures. */
export const DATE_ORDERS = ['dmy', 'mdy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** `--map role=Column`: adds a column to a role, or (role `ignore`) takes it away from every role. */
export interface Mapping {
  readonly role: Role;
  readonly column: string;
}

/** What the name of a whole list may stand in: its file, its sheet, or a line above its header. */
export const NAMED_PLACES = ['file', 'sheet', 'title'] as const;
export type NamedPlace = (typeof NAMED_PLACES)[number];

/** What the user says of such a name: an opt-out of everybody in the list, or nothing. */
export type NameAnswers = Readonly<Partial<Record<NamedPlace, OptOutRole | 'ignore'>>>;

export interface ReadingOptions {
  readonly delimiter: string | null;
  readonly encoding: Encoding | null;
  readonly hasHeader: boolean;
  /** Physical lines to pass over before the header. */
  readonly skipLines: number;
  /** The sheet of a workbook; `null` for the first. */
  readonly sheet: string | null;
  readonly dateOrder: DateOrder | null;
  readonly mappings: readonly Mapping[];
  readonly names: NameAnswers;
  /** The preset by which the headers are read; `none` for none at all. */
  readonly preset: string | null;
}

export const DEFAULT_READING_OPTIONS: ReadingOptions = {
  delimiter: null,
  encoding: null,
  hasHeader: true,
  skipLines: 0,
  sheet: null,
  dateOrder: null,
  mappings: [],
  names: {},
  preset: null,
};

/**
 * Reads what was typed with `--map`: `role=Column`, or `file=…`, `sheet=…`, `title=…` with an opt-out role or
 * `ignore`. Throws a `UserError` where one names no role or no column.
 */
export function parseMappings(texts: readonly string[]): Pick<ReadingOptions, 'mappings' | 'names'> {
  const mappings: Mapping[] = [];
  const names: Partial<Record<NamedPlace, OptOutRole | 'ignore'>> = {};
  for (const text of texts) {
    const place = NAMED_PLACES.find((name) => text.trim().toLowerCase().startsWith(`${name}=`));
    if (place === undefined) mappings.push(parseMapping(text));
    else names[place] = readNameAnswer(text);
  }
  return { mappings, names };
}

function readNameAnswer(text: string): OptOutRole | 'ignore' {
  const answer = text
    .slice(text.indexOf('=') + 1)
    .trim()
    .toLowerCase();
  const found = ([...OPT_OUT_ROLES, 'ignore'] as const).find((known) => known === answer);
  if (found !== undefined) return found;
  throw new UserError(
    `\`--map ${text}\`: say what the name means for everybody in the list, with one of ${[...OPT_OUT_ROLES, 'ignore'].map((known) => `\`${known}\``).join(', ')}`,
  );
}

/** Reads the text of one `--map`, `role=Column`. Throws a `UserError` where it names no role or no column. */
export function parseMapping(text: string): Mapping {
  const equals = text.indexOf('=');
  const column = text.slice(equals + 1).trim();
  if (equals === -1 || column === '') {
    throw new UserError(`\`--map ${text}\` names no column; write it as \`--map phone="Mobile"\``);
  }
  const role = text
    .slice(0, equals)
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  if (!isRole(role)) {
    throw new UserError(
      `\`--map ${text}\`: there is no role \`${role}\`; did you mean \`${closest(role, [...ROLES])}\`?`,
    );
  }
  return { role, column };
}
