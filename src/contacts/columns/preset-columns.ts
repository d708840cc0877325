/** What a preset makes of the columns of a list, and what it may not. Input: `headerWords`. */
import {
  FLAG_READINGS,
  type FlagReading,
  type FlagSense,
  OPT_OUT_ROLES,
  ROLES,
  type Role,
} from '../roles.js';
import { headerWords } from '../text/header-words.js';
import type { HeaderPattern, Preset, Signature } from './preset.js';

/** A column as a preset understands it. */
export interface PresetColumn {
  readonly roles: readonly Role[];
  /** null: as the header says. */
  readonly sense: FlagSense | null;
  /** How values are read that no table of ours knows, by their text in lower case. */
  readonly values: ReadonlyMap<string, FlagReading>;
}

/** The columns that `preset` names; null for each that it does not. */
export function presetColumns(preset: Preset, words: readonly string[]): readonly (PresetColumn | null)[] {
  const roles = ROLES.map((role) => ({ role, isNamed: matcherOf(preset.roles[role] ?? []) }));
  const isCopied = matcherOf(preset.copied ?? []);
  const senses = Object.entries(preset.senses ?? {}).map(([header, sense]) => ({
    sense,
    isNamed: matcherOf([header]),
  }));
  const values = (preset.values ?? []).map(({ headers, readings }) => ({
    isNamed: matcherOf(headers),
    entries: FLAG_READINGS.flatMap((reading) =>
      (readings[reading] ?? []).map((text) => [text, reading] as const),
    ),
  }));
  return words.map((text) => {
    const found = roles.filter(({ isNamed }) => isNamed(text)).map(({ role }) => role);
    if (found.length === 0 && !isCopied(text)) return null;
    return {
      roles: found,
      sense: senses.find(({ isNamed }) => isNamed(text))?.sense ?? null,
      values: new Map(values.flatMap(({ isNamed, entries }) => (isNamed(text) ? entries : []))),
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

/** Whether a list with this header has the signature of `preset`. */
export function hasSignature(preset: Preset, words: readonly string[]): boolean {
  return preset.signatures.some((signature) => holds(signature, words));
}

function holds({ first, all = [], some, none = [] }: Signature, words: readonly string[]): boolean {
  const stands = (pattern: HeaderPattern): boolean => words.some(matcherOf([pattern]));
  return (
    (first === undefined || matcherOf([first])(words[0] ?? '')) &&
    all.every(stands) &&
    (some === undefined || some.of.filter(stands).length >= some.atLeast) &&
    !none.some(stands)
  );
}

type Matcher = (words: string) => boolean;

function matcherOf(patterns: readonly HeaderPattern[]): Matcher {
  const plain = new Set(
    patterns.filter((pattern) => !/[#*]/.test(pattern)).map((text) => joined(headerWords(text))),
  );
  const open = patterns.filter((pattern) => /[#*]/.test(pattern)).map(expressionOf);
  return (words) => plain.has(joined(words)) || open.some((expression) => expression.test(words));
}

/** Words are not always cut in the same places: `NationBuilder_ID` and `nationbuilder_id`. */
function joined(words: string): string {
  return words.replaceAll(' ', '');
}

/** A number, and a word that stands in no header, in the place of `#` and `*` while the pattern becomes words. */
const A_NUMBER = '7';
const ANYTHING = 'zzanythingzz';

function expressionOf(pattern: HeaderPattern): RegExp {
  const words = headerWords(pattern.replaceAll('#', ` ${A_NUMBER} `).replaceAll('*', ` ${ANYTHING} `));
  return new RegExp(`^${words.replaceAll(A_NUMBER, '\\d+').replaceAll(ANYTHING, '.+')}$`, 'u');
}
