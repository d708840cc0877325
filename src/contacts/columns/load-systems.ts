/** Every system, and the one that somebody names. */
import { closest } from 'fastest-levenshtein';
import { UserError } from '../../errors.js';
import { type NamedSystem, readSystems } from './systems-folder.js';

let loading: Promise<readonly NamedSystem[]> | null = null;

/** Every system, by name. Read once, and only where a file of one is: commands that read none start without. */
export function loadSystems(): Promise<readonly NamedSystem[]> {
  loading ??= readSystems();
  return loading;
}

/** What a facet of a system is called by. */
export interface Called {
  readonly name: string;
  /** Names of the same system elsewhere, which are taken too. */
  readonly otherNames: readonly string[];
}

/** The names of a system, of which `name` is the one to show. */
export function namesOf({ name: file, title, ledger }: NamedSystem, name = file): Called {
  const all = [file, ledger?.name ?? file, nameKey(title)];
  return { name, otherNames: all.filter((other) => other !== name) };
}

/** The one of `presets` that is called `typed`; null where there is none. */
export function findNamed<Preset extends Called>(typed: string, presets: readonly Preset[]): Preset | null {
  const wanted = nameKey(typed);
  const found =
    presets.find(({ name }) => name === wanted) ??
    presets.find(({ otherNames }) => otherNames.includes(wanted));
  return found ?? null;
}

/** The same. Throws a `UserError` that names the nearest where there is none. `kind`, as in "no such preset". */
export function presetNamed<Preset extends Called>(
  typed: string,
  presets: readonly Preset[],
  option: string,
  kind: string,
): Preset {
  const found = findNamed(typed, presets);
  if (found !== null) return found;
  throw new UserError(`\`${option} ${typed}\`: there is no such ${kind}; ${namesToTry(typed, presets)}`);
}

/** The nearest name to what was typed, and all there are. */
export function namesToTry(typed: string, presets: readonly Called[]): string {
  const names = presets.map(({ name }) => name);
  return `did you mean \`${closest(nameKey(typed), names)}\`? There are ${names.join(', ')}`;
}

function nameKey(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/gu, '-');
}
