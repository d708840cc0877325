/** How the lists of each system are read: what its file says of its columns, in the words of a list. */
import type { Flag, Meaning } from '../../systems/shape/flags.js';
import type { HeaderPattern, Signature } from '../../systems/shape/headers.js';
import type { ListFacet, WriteBack } from '../../systems/shape/system.js';
import { type FlagReading, type FlagSense, ROLES, type Role } from '../roles.js';
import { type Called, loadSystems, namesOf, presetNamed } from './load-systems.js';
import type { NamedSystem } from './systems-folder.js';

/** What `--preset` takes for "read the headers alone". */
export const NO_PRESET = 'none';

export interface ListPreset extends Called {
  /** In words that go on from "read as": `a NationBuilder people export`. */
  readonly system: string;
  readonly signatures: readonly Signature[];
  readonly roles: ReadonlyMap<Role, readonly HeaderPattern[]>;
  /** Headers that are understood and mean nothing here: they are copied, and nothing is asked about them. */
  readonly copied: readonly HeaderPattern[];
  /** What a bare yes means in a flag column whose header does not tell, and values that only this system writes. */
  readonly flags: readonly FlagPreset[];
  readonly writeBack: WriteBack | null;
}

export interface FlagPreset {
  readonly headers: readonly HeaderPattern[];
  readonly sense: FlagSense | null;
  /** By their text in lower case. */
  readonly values: readonly (readonly [string, FlagReading])[];
}

/** Every system whose lists are known, by name. */
export async function loadPresets(): Promise<readonly ListPreset[]> {
  return (await loadSystems()).flatMap((system) =>
    system.list === undefined ? [] : [presetOf(system, system.list)],
  );
}

/** The preset called `name`. Throws a `UserError` that names the nearest where there is none. */
export async function listPresetNamed(name: string, option: string): Promise<ListPreset> {
  return presetNamed(name, await loadPresets(), option, 'preset');
}

/** How files of `system` are read that one of its facets knows, and calls by `name`. */
export function presetOf(
  system: NamedSystem,
  { called, signatures }: ListFacet,
  name = system.name,
): ListPreset {
  const { columns = {}, copied = [], flags = [], writeBack = null } = system;
  return {
    ...namesOf(system, name),
    system: called,
    signatures,
    writeBack,
    roles: new Map(
      ROLES.map((role) => [
        role,
        [
          ...(columns[role] ?? []),
          ...flags.flatMap((flag) => (flag.binds.some((bound) => bound === role) ? flag.columns : [])),
        ],
      ]),
    ),
    copied: [...copied, ...flags.flatMap((flag) => (flag.binds.length === 0 ? flag.columns : []))],
    flags: flags.map((flag) => ({ headers: flag.columns, sense: senseOf(flag), values: valuesOf(flag) })),
  };
}

function senseOf(flag: Flag): FlagSense | null {
  switch (flag.reads) {
    case 'yes-no':
      return 'refusal';
    case 'opt-in':
      return 'permission';
    case 'day':
    case 'wrong-numbers':
    case 'words':
      return null;
  }
}

function valuesOf(flag: Flag): FlagPreset['values'] {
  switch (flag.reads) {
    case 'yes-no':
      return (flag.alsoYes ?? []).map((word) => [word, 'yes']);
    case 'words':
      return flag.words.flatMap((meant) => meant.words.map((word) => [word, readingOf(meant)] as const));
    case 'opt-in':
    case 'day':
    case 'wrong-numbers':
      return [];
  }
}

/** A list has no word for a wrong number: the row is not to be used. */
function readingOf({ becomes }: Meaning): FlagReading {
  switch (becomes) {
    case 'objection':
    case 'wrong-number':
      return 'yes';
    case 'consent':
      return 'no';
    case 'nothing':
      return 'not-recorded';
  }
}
