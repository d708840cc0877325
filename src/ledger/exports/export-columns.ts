/** Which column of an export is for what: the rules of its preset over the headers that every list is read by. */
import { columnLabel } from '../../contacts/columns/column-names.js';
import { type ColumnRoles, resolveColumns } from '../../contacts/columns/column-roles.js';
import type { OpenQuestion } from '../../contacts/columns/open-questions.js';
import type { Mapping } from '../../contacts/reading-options.js';
import { OPT_OUT_ROLES, type OptOutRole, type Role } from '../../contacts/roles.js';
import { headerWords } from '../../contacts/text/header-words.js';
import { UserError } from '../../errors.js';
import {
  CALLS,
  type HeaderPattern,
  type LedgerPreset,
  type Meaning,
  type ObjectionMeant,
  type Rule,
} from './preset.js';
import { fits } from './preset-files.js';

/** A rule with the column it reads; null for the name of the file. */
export interface PlacedRule {
  readonly rule: Rule;
  readonly column: number | null;
  /** What its words mean, as `headerWords` writes them; empty where it reads none. */
  readonly words: ReadonlyMap<string, Meaning>;
}

/** A column that names an opt-out or a death by its header, and that no rule reads. */
export interface PlacedFlag {
  readonly column: number;
  readonly yes: ObjectionMeant;
}

export interface ExportColumns {
  readonly roles: ColumnRoles;
  readonly rules: readonly PlacedRule[];
  readonly flags: readonly PlacedFlag[];
  /** Every column of days that a rule may look at. */
  readonly dayColumns: readonly number[];
  /** The columns that fit any of `patterns`, in the order of the patterns. */
  readonly columnsOf: (patterns: readonly HeaderPattern[]) => readonly number[];
  /** What the headers leave open. */
  readonly questions: readonly OpenQuestion[];
}

/**
 * The columns of an export with this header. `mappings` are the user's, and come after the preset's. Throws a
 * `UserError` where the header has none of the columns that the preset reads.
 */
export function resolveExportColumns(
  header: readonly string[],
  preset: LedgerPreset,
  mappings: readonly Mapping[],
  displayName: string,
): ExportColumns {
  const words = header.map(headerWords);
  const found = new Map<string, readonly number[]>();
  // The few patterns of a preset are asked for again with every row.
  const columnsOf = (patterns: readonly HeaderPattern[]): readonly number[] => {
    const key = patterns.join('\n');
    const known = found.get(key) ?? columnsThatFit(patterns, words);
    found.set(key, known);
    return known;
  };
  const rules = preset.rules.flatMap((rule): PlacedRule[] =>
    rule.reads === 'file-name'
      ? [{ rule, column: null, words: wordsOf(rule) }]
      : columnsOf(rule.columns).map((column) => ({ rule, column, words: wordsOf(rule) })),
  );
  if (rules.length === 0) {
    throw new UserError(
      `\`${displayName}\` has none of the columns of ${preset.system}; leave \`--preset\` out, or name another`,
    );
  }
  const read = new Set(rules.flatMap(({ column }) => column ?? []));
  const roles = resolveColumns(
    header,
    [...contactMappings(header, preset, columnsOf, mappings, displayName), ...mappings],
    displayName,
  );
  return {
    roles,
    rules,
    flags: flagsOf(roles).filter(({ column }) => !read.has(column)),
    dayColumns: columnsOf(preset.rules.flatMap(dayPatternsOf)),
    columnsOf,
    questions: roles.questions.filter(
      (question) => question.kind !== 'opt-out-header' || !read.has(question.column),
    ),
  };
}

function wordsOf(rule: Rule): ReadonlyMap<string, Meaning> {
  if (rule.reads !== 'words') return new Map();
  return new Map(Object.entries(rule.words).map(([word, meaning]) => [headerWords(word), meaning]));
}

function columnsThatFit(patterns: readonly HeaderPattern[], words: readonly string[]): readonly number[] {
  const fitting = patterns.flatMap((pattern) =>
    words.flatMap((text, column) => (fits(pattern, text) ? [column] : [])),
  );
  return [...new Set(fitting)];
}

/** The preset's contact columns as if the user had mapped them; the user's own column of ids goes before. */
function contactMappings(
  header: readonly string[],
  { contacts = {} }: LedgerPreset,
  columnsOf: ExportColumns['columnsOf'],
  mappings: readonly Mapping[],
  displayName: string,
): readonly Mapping[] {
  const map = (role: Role, columns: readonly number[]): readonly Mapping[] =>
    columns.map((column) => ({ role, column: columnLabel(header, column) }));
  const [id] = columnsOf(contacts.person_id ?? []);
  const isIdAsked = mappings.some(({ role }) => role === 'person_id');
  const otherIds = resolveColumns(header, [], displayName)
    .columnsOf('person_id')
    .filter((column) => column !== id);
  return [
    ...map('phone', columnsOf(contacts.phone ?? [])),
    ...map('email', columnsOf(contacts.email ?? [])),
    ...(id === undefined || isIdAsked ? [] : [...map('person_id', [id]), ...map('ignore', otherIds)]),
  ];
}

function flagsOf(roles: ColumnRoles): readonly PlacedFlag[] {
  return [...OPT_OUT_ROLES, 'deceased' as const].flatMap((role) =>
    roles
      .columnsOf(role)
      .map((column) => ({ column, yes: { becomes: 'objection', channels: channelsOf(role) } as const })),
  );
}

/**
 * What an opt-out column binds. The ledger has no record of a death, which is a column of the list: an
 * objection on all channels is the reading that allows less.
 */
function channelsOf(role: OptOutRole | 'deceased'): ObjectionMeant['channels'] {
  switch (role) {
    case 'do_not_call':
      return CALLS;
    case 'do_not_text':
      return ['sms'];
    case 'do_not_email':
      return ['email'];
    case 'do_not_mail':
      return ['post'];
    case 'do_not_contact':
    case 'deceased':
      return 'all';
  }
}

function dayPatternsOf(rule: Rule): readonly HeaderPattern[] {
  const own = rule.reads === 'day' ? rule.columns : [];
  return [...own, ...meaningsOf(rule).flatMap(dayPatternsIn)];
}

function meaningsOf(rule: Rule): readonly Meaning[] {
  switch (rule.reads) {
    case 'flag':
    case 'opt-in':
    case 'wrong-numbers':
      return [rule.yes];
    case 'day':
      return [rule.set];
    case 'words':
    case 'file-name':
      return Object.values(rule.words);
  }
}

function dayPatternsIn(meaning: Meaning): readonly HeaderPattern[] {
  return meaning.becomes === 'nothing' ? [] : (meaning.on ?? []);
}
