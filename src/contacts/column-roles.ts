/** What each column of a list is for: found from its header, and set with `--map`. */
import { closest } from 'fastest-levenshtein';
import { UserError } from '../errors.js';
import type { Channel } from '../screening/campaign.js';
import { columnLabel, columnNamed } from './column-names.js';
import { likeliestRole, looksLikeOptOut, namesSubscription } from './header-opt-outs.js';
import { rolesOfHeader } from './header-roles.js';
import { headerWords } from './header-words.js';
import type { Mapping } from './reading-options.js';
import { isScreeningColumn } from './screening-columns.js';

/** The opt-out flags. Each binds the channels that `survey.ts` names. */
export const OPT_OUT_ROLES = [
  'do_not_call',
  'do_not_text',
  'do_not_email',
  'do_not_mail',
  'do_not_contact',
] as const;
export type OptOutRole = (typeof OPT_OUT_ROLES)[number];

/** Columns of names, which may hold such words without meaning them: Mrs Dead, the Stop the War Coalition. */
const NAMES =
  /\b(?:name|names|forename|surname|first|last|middle|title|salutation|company|organi[sz]ation|employer|town|city|county|country|postcode|ward|region|constituency|branch|website|url)\b/;

/** Roles that take one column only. */
const SINGLE_ROLES = [
  'person_id',
  'subscriber_kind',
  'legal_form',
  'mailbox_kind',
  'date_of_birth',
  'membership_status',
  'membership_controller',
  'membership_ended_on',
] as const;

export const ROLES = [
  'phone',
  'fax',
  'email',
  'address',
  'social_handle',
  ...SINGLE_ROLES,
  'deceased',
  'mps_listed',
  ...OPT_OUT_ROLES,
  'notes',
  'ignore',
] as const;
export type Role = (typeof ROLES)[number];

/** Whether `text` is the name of a role. */
export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

/** The columns of a list by role. Columns count from 0. */
export interface ColumnRoles {
  readonly header: readonly string[];
  columnsOf(role: Role): readonly number[];
  /** `ignore` stands alone; a column without a role has none. */
  rolesOf(column: number): readonly Role[];
  /** Columns whose text is searched for an opt-out: notes, and those without a role that hold no names. */
  readonly textColumns: readonly number[];
  /** Whether the column tells how a subscription stands, so that a bare yes or no in it cannot be read. */
  readsAsStatus(column: number): boolean;
}

/**
 * Gives every column its roles. Throws a `UserError` that names file, column and the `--map` to type where
 * a mapping names no column, a single role has two candidates, or a header looks like an opt-out or a
 * register listing and has no role.
 */
export function resolveColumns(
  header: readonly string[],
  mappings: readonly Mapping[],
  displayName: string,
): ColumnRoles {
  const words = header.map(headerWords);
  // HubSpot's membership status is that of a website.
  const isHubSpot = words[0] === 'record id';
  const roles: (readonly Role[])[] = words.map((text) =>
    rolesOfHeader(text).filter((role) => !(isHubSpot && role === 'membership_status')),
  );
  for (const role of SINGLE_ROLES) preferOwnName(role, words, roles);
  // A bare `Id` is the person's where it leads the row and nothing else claims to be.
  if (words[0] === 'id' && !roles.some((found) => found.includes('person_id'))) roles[0] = ['person_id'];

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

  const resolved: ColumnRoles = {
    header,
    columnsOf: columnsByRole(roles),
    rolesOf: (column) => roles[column] ?? [],
    textColumns: header.flatMap((name, column) => {
      const found = roles[column] ?? [];
      const isText = found.length === 0 && !isScreeningColumn(name) && !NAMES.test(words[column] ?? '');
      return isText || found.includes('notes') ? [column] : [];
    }),
    readsAsStatus: (column) => namesSubscription(words[column] ?? ''),
  };
  for (const role of SINGLE_ROLES) requireOneColumn(role, resolved, displayName);
  requireRolesForOptOuts(words, resolved, displayName);
  return resolved;
}

/** Throws a `UserError` where the list has no column by which `channel` could reach anybody. */
export function requireContactColumns(columns: ColumnRoles, channel: Channel, displayName: string): void {
  const roles = contactRoles(channel);
  if (roles.some((role) => columns.columnsOf(role).length > 0)) return;
  const [role] = roles;
  // Where no column is known the first line is hardly a header, and its cells may be somebody's.
  if (columns.header.every((_, column) => columns.rolesOf(column).every((found) => found === 'address'))) {
    throw new UserError(
      `\`${displayName}\`: the first line does not look like a header, since no column in it is known. Give \`--no-header\` if the list has none, \`--skip-lines N\` if lines stand before it, or name the column that \`${channel}\` needs with \`--map ${role}=…\``,
    );
  }
  const words = role.replace('_', ' ');
  const likely = closest(words, [...columns.header]);
  const headers = columns.header.map((_, index) => `\`${columnLabel(columns.header, index)}\``).join(', ');
  throw new UserError(
    `\`${displayName}\` has no column that holds ${words === 'phone' ? 'telephone numbers' : `\`${words}\``}, which \`${channel}\` needs; its columns are ${headers}. Name the one, for instance \`--map ${role}="${likely}"\``,
  );
}

/** The roles whose cells `channel` reaches people by; the first is the one to ask for. */
export function contactRoles(channel: Channel): readonly [Role, ...Role[]] {
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

function requireOneColumn(role: Role, columns: ColumnRoles, displayName: string): void {
  const candidates = columns.columnsOf(role);
  if (candidates.length < 2) return;
  const labels = candidates.map((column) => `\`${columnLabel(columns.header, column)}\``);
  const last = columnLabel(columns.header, candidates.at(-1) ?? 0);
  throw new UserError(
    `\`${displayName}\`: only one column can be \`${role}\`, and ${labels.join(' and ')} are; leave one out, for instance with \`--map ignore="${last}"\``,
  );
}

function requireRolesForOptOuts(words: readonly string[], columns: ColumnRoles, displayName: string): void {
  const found = words.flatMap((text, column) =>
    columns.rolesOf(column).length === 0 &&
    looksLikeOptOut(text) &&
    !isScreeningColumn(columns.header[column] ?? '')
      ? [{ text, column }]
      : [],
  );
  if (found.length === 0) return;
  const asks = found.map(({ text, column }) => {
    const label = columnLabel(columns.header, column);
    return `\`${label}\` (\`--map ${likeliestRole(text)}="${label}"\` or \`--map ignore="${label}"\`)`;
  });
  const [looks, it] = found.length === 1 ? ['a column looks', 'it means'] : ['columns look', 'they mean'];
  throw new UserError(
    `\`${displayName}\`: ${looks} like an opt-out or a register listing; say what ${it}: ${asks.join('; ')}`,
  );
}
