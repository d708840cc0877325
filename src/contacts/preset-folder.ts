/** Declarative files found by their folder, so that adding one takes no other edit. */
import { readdirSync } from 'node:fs';

/** Compiled or not, but no declarations. */
const PRESET_FILE = /^([a-z0-9-]+)\.[jt]s$/;

/** What every file of `folder` exports, with the name of its file. Each file is held to `Preset` by its own `satisfies`. */
export function loadFolder<Preset extends object>(
  folder: URL,
): Promise<readonly (Preset & { readonly name: string })[]> {
  return Promise.all(
    readdirSync(folder)
      .sort()
      .flatMap((file) => {
        const name = PRESET_FILE.exec(file)?.[1];
        return name === undefined ? [] : [loadFile<Preset>(folder, name, file)];
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
