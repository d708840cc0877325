/** What a preset makes of the columns of a list, and what it may not. Input: `headerWords`. */
import { type FlagReading, type FlagSense, OPT_OUT_ROLES, type Role } from '../roles.js';
import { matcherOf } from './header-pattern.js';
import type { ListPreset } from './list-presets.js';

/** A column as a preset understands it. */
export interface PresetColumn {
  readonly roles: readonly Role[];
  /** null: as the header says. */
  readonly sense: FlagSense | null;
  /** How values are read that no table of ours knows, by their text in lower case. */
  readonly values: ReadonlyMap<string, FlagReading>;
}

/** The columns that `preset` names; null for each that it does not. */
export function presetColumns(
  preset: ListPreset,
  words: readonly string[],
): readonly (PresetColumn | null)[] {
  const roles = [...preset.roles].map(([role, headers]) => ({ role, isNamed: matcherOf(headers) }));
  const isCopied = matcherOf(preset.copied);
  const flags = preset.flags.map((flag) => ({ ...flag, isNamed: matcherOf(flag.headers) }));
  return words.map((text) => {
    const found = roles.filter(({ isNamed }) => isNamed(text)).map(({ role }) => role);
    if (found.length === 0 && !isCopied(text)) return null;
    const said = flags.filter(({ isNamed }) => isNamed(text));
    return {
      roles: found,
      sense: said.find(({ sense }) => sense !== null)?.sense ?? null,
      values: new Map(said.flatMap(({ values }) => values)),
    };
  });
}

/** Roles whose cells can only keep people from being contacted. */
function isProtecting(role: Role): boolean {
  return role === 'deceased' || role === 'mps_listed' || OPT_OUT_ROLES.some((optOut) => optOut === role);
}

/**
 * The roles of a column that `preset` names, where the header alone gives `found`. INVARIANT: a preset never
 * takes away a role that protects, so that a mistake in one cannot turn an opt-out off.
 */
export function rolesUnder(preset: PresetColumn, found: readonly Role[]): readonly Role[] {
  const protecting = found.filter(isProtecting);
  const roles = [...new Set([...preset.roles, ...protecting])];
  return protecting.length === 0 ? roles : roles.filter((role) => role !== 'ignore');
}

/** The sense of such a column: a preset may answer what the header leaves open, and never turns it round. */
export function senseUnder(preset: PresetColumn | null, found: FlagSense): FlagSense {
  return found === 'unclear' ? (preset?.sense ?? found) : found;
}
