/** What each column of a list is for: found from its header, and set with `--map`. */
import { closest } from 'fastest-levenshtein';
import { UserError } from '../../errors.js';
import type { Channel } from '../../screening/campaign.js';
import type { Mapping } from '../reading-options.js';
import {
  type ContactRole,
  type FlagReading,
  type FlagSense,
  ROLES,
  type Role,
  SINGLE_ROLES,
} from '../roles.js';
import { isScreeningColumn } from '../screening-columns.js';
import { headerWords } from '../text/header-words.js';
import { columnNamed } from './column-names.js';
import { flagSenseOf, likeliestRole, looksLikeOptOut } from './header-opt-outs.js';
import { rolesOfHeader } from './header-roles.js';
import type { ListPreset } from './list-presets.js';
import type { OpenQuestion } from './open-questions.js';
import { type PresetColumn, presetColumns, rolesUnder, senseUnder } from './preset-columns.js';

/** Columns of names and places, which may hold such words without meaning them: the Stop the War Coalition. */
const NAMES =
  /\b(?:names?|forenames?|surname|initials?|salutation|company|organi[sz]ation|employer|town|city|county|country|postcode|ward|region|constituency|branch|website|url)\b|^(?:first|last|middle|title|prefix|suffix|contact|person|member|customer|client|donor|supporter)$/;

/** Roles whose cells hold something of their own, into which somebody may have written a refusal. */
const SEARCHED_AS_NAMES: readonly string[] = ['address', 'social_handle', 'subscriber_kind', 'legal_form'];
const NO_VALUES: ReadonlyMap<string, FlagReading> = new Map();

/** The columns of a list by role. Columns count from 0. */
export interface ColumnRoles {
  readonly header: readonly string[];
  columnsOf(role: Role): readonly number[];
  /** `ignore` stands alone; a column without a role has none. */
  rolesOf(column: number): readonly Role[];
  /** Columns whose text is searched for an opt-out: notes, and those without a role that hold no names. */
  readonly textColumns: readonly number[];
  /** Columns of names, which are searched only for words that are in nobody's name. */
  readonly nameColumns: readonly number[];
  /** What a bare yes in the column means, should it be an opt-out column. */
  senseOf(column: number): FlagSense;
  /** How values are read that only the list's system writes, by their text in lower case. */
  ownValuesOf(column: number): ReadonlyMap<string, FlagReading>;
  /** The preset by which the headers were read; null where they stand for themselves. */
  readonly preset: ListPreset | null;
  /** Columns that the preset ignores, and nobody asked to. */
  readonly ignoredByPreset: readonly number[];
  /** Whether the preset names the column, so that nobody need be asked what its header means. */
  isNamedByPreset(column: number): boolean;
  /** What the headers leave open. */
  readonly questions: readonly OpenQuestion[];
}

/**
 * Gives every column its roles: those of its header, or those of `preset` where that names it. Throws a
 * `UserError` that names file and column where a mapping names no column. Two candidates for a single role,
 * and a header without a role that looks like an opt-out or a register listing, are open questions.
 */
export function resolveColumns(
  header: readonly string[],
  mappings: readonly Mapping[],
  displayName: string,
  preset: ListPreset | null = null,
): ColumnRoles {
  const words = header.map(headerWords);
  const named = preset === null ? [] : presetColumns(preset, words);
  // HubSpot's membership status is that of a website.
  const isHubSpot = words[0] === 'record id';
  const roles: (readonly Role[])[] = words.map((text) =>
    rolesOfHeader(text).filter((role) => !(isHubSpot && role === 'membership_status')),
  );
  for (const role of SINGLE_ROLES) preferOwnName(role, words, roles);
  // A bare `Id` is the person's where it leads the row and nothing else claims to be.
  if (words[0] === 'id' && !roles.some((found) => found.includes('person_id'))) roles[0] = ['person_id'];
  for (const [column, found] of roles.entries()) {
    const byPreset = named[column] ?? null;
    if (byPreset !== null) roles[column] = rolesUnder(byPreset, found);
  }

  const ignored = new Set<number>();
  for (const { role, column } of mappings) {
    const index = columnNamed(column, header, displayName, `--map ${role}=`);
    if (role === 'ignore') ignored.add(index);
    else roles[index] = [...new Set([...(roles[index] ?? []), role])];
  }
  for (const { role, column } of mappings) {
    const index = columnNamed(column, header, displayName, `--map ${role}=`);
    if (role !== 'ignore' && ignored.has(index)) {
      throw new UserError(
        `\`--map\` both ignores \`${column}\` and makes it \`${role}\`; leave one of them out`,
      );
    }
  }
  for (const index of ignored) roles[index] = ['ignore'];

  const senses = words.map((text, column) => senseUnder(named[column] ?? null, flagSenseOf(text)));
  const columnsOf = columnsByRole(roles);
  return {
    header,
    columnsOf,
    rolesOf: (column) => roles[column] ?? [],
    textColumns: header.flatMap((name, column) => {
      const found = roles[column] ?? [];
      const isText = found.length === 0 && !isScreeningColumn(name) && !NAMES.test(words[column] ?? '');
      return isText || found.includes('notes') ? [column] : [];
    }),
    nameColumns: header.flatMap((name, column) => {
      const found = roles[column] ?? [];
      const isName = found.length === 0 && NAMES.test(words[column] ?? '') && !isScreeningColumn(name);
      return isName || found.some((role) => SEARCHED_AS_NAMES.includes(role)) ? [column] : [];
    }),
    senseOf: (column) => senses[column] ?? 'unclear',
    ownValuesOf: (column) => named[column]?.values ?? NO_VALUES,
    preset,
    ignoredByPreset: columnsOf('ignore').filter((column) => !ignored.has(column)),
    isNamedByPreset: (column) => (named[column] ?? null) !== null,
    questions: [
      ...SINGLE_ROLES.flatMap((role) => severalCandidates(role, columnsOf(role))),
      ...optOutHeaders(words, header, roles, named),
    ],
  };
}

/** Asks for a contact column where the list has none by which `channel` could reach anybody. */
export function contactColumnQuestion(columns: ColumnRoles, channel: Channel): OpenQuestion | null {
  const roles = contactRoles(channel);
  if (roles.some((role) => columns.columnsOf(role).length > 0)) return null;
  const [role] = roles;
  const isAnyKnown = columns.header.some((_, column) =>
    columns.rolesOf(column).some((found) => found !== 'address'),
  );
  const nearest = closest(role.replace('_', ' '), [...columns.header]);
  return {
    kind: 'no-contact-column',
    channel,
    role,
    likeliest: isAnyKnown ? columns.header.indexOf(nearest) : null,
  };
}

/** The roles whose cells `channel` reaches people by; the first is the one to ask for. */
export function contactRoles(channel: Channel): readonly [ContactRole, ...ContactRole[]] {
  switch (channel) {
    case 'live-call':
    case 'automated-call':
    case 'sms':
      return ['phone'];
    case 'fax':
      return ['fax', 'phone'];
    case 'email':
      return ['email'];
    case 'post':
      return ['address'];
    case 'social-dm':
      return ['social_handle'];
  }
}

/** Where one candidate bears the role's own name, the others are something else. */
function preferOwnName(role: Role, words: readonly string[], roles: (readonly Role[])[]): void {
  const own = words.filter((text) => text === role.replaceAll('_', ' '));
  if (own.length !== 1) return;
  for (const [column, text] of words.entries()) {
    if (text !== own[0]) roles[column] = (roles[column] ?? []).filter((found) => found !== role);
  }
}

function columnsByRole(roles: readonly (readonly Role[])[]): (role: Role) => readonly number[] {
  const byRole = new Map<Role, number[]>(ROLES.map((role) => [role, []]));
  for (const [column, found] of roles.entries()) {
    for (const role of found) byRole.get(role)?.push(column);
  }
  return (role) => byRole.get(role) ?? [];
}

function severalCandidates(role: Role, columns: readonly number[]): readonly OpenQuestion[] {
  return columns.length < 2 ? [] : [{ kind: 'several-candidates', role, columns }];
}

function optOutHeaders(
  words: readonly string[],
  header: readonly string[],
  roles: readonly (readonly Role[])[],
  named: readonly (PresetColumn | null)[],
): readonly OpenQuestion[] {
  return words.flatMap((text, column) =>
    (roles[column] ?? []).length === 0 &&
    (named[column] ?? null) === null &&
    looksLikeOptOut(text) &&
    !isScreeningColumn(header[column] ?? '')
      ? [{ kind: 'opt-out-header', column, role: likeliestRole(text) } as const]
      : [],
  );
}
