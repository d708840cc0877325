/** Which column of an export is for what: what its system says of its columns, over the headers of every list. */
import { columnLabel } from '../../contacts/columns/column-names.js';
import { type ColumnRoles, resolveColumns } from '../../contacts/columns/column-roles.js';
import { matcherOf } from '../../contacts/columns/header-pattern.js';
import type { OpenQuestion } from '../../contacts/columns/open-questions.js';
import type { Mapping } from '../../contacts/reading-options.js';
import { OPT_OUT_ROLES } from '../../contacts/roles.js';
import { headerWords } from '../../contacts/text/header-words.js';
import { UserError } from '../../errors.js';
import type { LedgerChannel } from '../../screening/evidence.js';
import { CALLS, type Flag, type FlagRole, type Meaning, type WordsMeant } from '../../systems/shape/flags.js';
import type { HeaderPattern } from '../../systems/shape/headers.js';
import type { LedgerPreset } from './ledger-presets.js';

/** A rule with the column it reads. */
export interface PlacedRule {
  readonly flag: Flag;
  readonly column: number;
  /** What becomes of an answer that a list reads as an opt-out. */
  readonly refusal: Meaning;
  /** What its words mean, as `headerWords` writes them; empty where it reads none. */
  readonly words: ReadonlyMap<string, Meaning>;
}

/** A column that names an opt-out or a death, and that no rule reads. */
export interface PlacedFlag {
  readonly column: number;
  readonly yes: Meaning;
}

export interface ExportColumns {
  readonly roles: ColumnRoles;
  readonly rules: readonly PlacedRule[];
  readonly flags: readonly PlacedFlag[];
  /** The system of the ids. */
  readonly idSystem: string;
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
  const rules = preset.rules.flatMap((flag) =>
    columnsOf(flag.columns).map((column) => ({
      flag,
      column,
      refusal: boundBy(refusalOf(flag), flag.binds),
      words: wordsOf(flag),
    })),
  );
  const id = columnsOf(preset.ids.columns)[0] ?? null;
  const asked = [...idMappings(header, id, preset, mappings, displayName), ...mappings];
  const roles = resolveColumns(header, asked, displayName, preset);
  const read = new Set(rules.map(({ column }) => column));
  const flags = flagsOf(roles).filter(({ column }) => !read.has(column));
  const isOfPreset = preset.fileNames.length > 0 || flags.some(({ column }) => roles.isNamedByPreset(column));
  if (rules.length === 0 && !isOfPreset) {
    throw new UserError(
      `\`${displayName}\` has none of the columns of ${preset.system}; leave \`--preset\` out, or name another`,
    );
  }
  return {
    roles,
    rules,
    flags,
    idSystem: id === null ? preset.idSystem : preset.ids.idSystem,
    dayColumns: columnsOf([
      ...preset.rules.flatMap(dayPatternsOf),
      ...preset.fileNames.flatMap(dayPatternsIn),
    ]),
    columnsOf,
    questions: roles.questions.filter(
      (question) => question.kind !== 'opt-out-header' || !read.has(question.column),
    ),
  };
}

function refusalOf(flag: Flag): Meaning {
  switch (flag.reads) {
    case 'yes-no':
    case 'wrong-numbers':
      return flag.yes ?? { becomes: 'objection' };
    case 'opt-in':
    case 'day':
    case 'words':
      return { becomes: 'objection' };
  }
}

function wordsOf(flag: Flag): ReadonlyMap<string, Meaning> {
  if (flag.reads !== 'words') return new Map();
  return new Map(
    flag.words.flatMap(({ words, ...meaning }) =>
      words.map((word) => [headerWords(word), boundBy(meaning, flag.binds)] as const),
    ),
  );
}

function columnsThatFit(patterns: readonly HeaderPattern[], words: readonly string[]): readonly number[] {
  const fitting = patterns.flatMap((pattern) => {
    const isNamed = matcherOf([pattern]);
    return words.flatMap((text, column) => (isNamed(text) ? [column] : []));
  });
  return [...new Set(fitting)];
}

/** The first of the preset's columns of ids as if the user had mapped it; the user's own goes before. */
function idMappings(
  header: readonly string[],
  id: number | null,
  preset: LedgerPreset,
  mappings: readonly Mapping[],
  displayName: string,
): readonly Mapping[] {
  if (id === null || mappings.some(({ role }) => role === 'person_id')) return [];
  const others = resolveColumns(header, [], displayName, preset)
    .columnsOf('person_id')
    .filter((column) => column !== id);
  return [
    { role: 'person_id', column: columnLabel(header, id) },
    ...others.map((column) => ({ role: 'ignore', column: columnLabel(header, column) }) as const),
  ];
}

function flagsOf(roles: ColumnRoles): readonly PlacedFlag[] {
  return [...OPT_OUT_ROLES, 'deceased' as const].flatMap((role) =>
    roles.columnsOf(role).map((column) => ({ column, yes: boundBy({ becomes: 'objection' }, [role]) })),
  );
}

/** `meaning` of a column that binds `roles`: an objection that names no channel is one on theirs. */
function boundBy(meaning: Meaning, roles: readonly FlagRole[]): Meaning {
  if (meaning.becomes !== 'objection' || meaning.channels !== undefined) return meaning;
  const bound = roles.map(channelsOf);
  const named = bound.flatMap((channels) => (channels === 'all' ? [] : channels));
  return { ...meaning, channels: bound.includes('all') ? 'all' : named };
}

/**
 * What an opt-out column binds. The ledger has no record of a death, which is a column of the list: an
 * objection on all channels is the reading that allows less.
 */
function channelsOf(role: FlagRole): readonly LedgerChannel[] | 'all' {
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

function dayPatternsOf(flag: Flag): readonly HeaderPattern[] {
  switch (flag.reads) {
    case 'day':
      return flag.columns;
    case 'yes-no':
    case 'opt-in':
    case 'wrong-numbers':
      return flag.yes === undefined ? [] : dayPatternsIn(flag.yes);
    case 'words':
      return flag.words.flatMap(dayPatternsIn);
  }
}

function dayPatternsIn(meaning: Meaning | WordsMeant): readonly HeaderPattern[] {
  return meaning.becomes === 'nothing' ? [] : (meaning.on ?? []);
}
