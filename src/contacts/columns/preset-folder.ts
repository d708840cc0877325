/** Declarative files found by their folder, so that adding one takes no other edit. */
import { readdirSync } from 'node:fs';
import { ownFolder } from '../../own-files.js';

/** Compiled or not, but no declarations. */
const PRESET_FILE = /^([a-z0-9-]+)\.[jt]s$/;

/** A folder of presets. */
export type PresetFolder = 'contacts/presets' | 'ledger/presets' | 'results/providers';

/**
 * What every file of `folder` exports, with the name of its file. Each file is held to `Preset` by its own
 * `satisfies`. In the program that is built they are found when it is put together (`scripts/build.js`).
 */
export function loadFolder<Preset extends object>(
  folder: PresetFolder,
): Promise<readonly (Preset & { readonly name: string })[]> {
  const url = ownFolder(folder);
  return Promise.all(
    readdirSync(url)
      .sort()
      .flatMap((file) => {
        const name = PRESET_FILE.exec(file)?.[1];
        return name === undefined ? [] : [loadFile<Preset>(url, name, file)];
      }),
  );
}

async function loadFile<Preset extends object>(
  folder: URL,
  name: string,
  file: string,
): Promise<Preset & { readonly name: string }> {
  const { default: preset }: { readonly default: Preset } = await import(new URL(file, folder).href);
  return { ...preset, name };
}
