/** The systems, found in their folder, so that adding one takes no other edit. */
import { readdirSync } from 'node:fs';
import { ownFolder } from '../../own-files.js';
import type { System } from '../../systems/shape/system.js';

/** A system with the name of its file. */
export interface NamedSystem extends System {
  readonly name: string;
}

/** Compiled or not, but no declarations. */
const SYSTEM_FILE = /^([a-z0-9-]+)\.[jt]s$/;

/**
 * What every file of `src/systems` exports; each is held to `System` by its own `satisfies`. In the program that
 * is built they are found when it is put together (`scripts/build.js`).
 */
export function readSystems(): Promise<readonly NamedSystem[]> {
  const folder = ownFolder('systems');
  return Promise.all(
    readdirSync(folder)
      .sort()
      .flatMap((file) => {
        const name = SYSTEM_FILE.exec(file)?.[1];
        return name === undefined ? [] : [readSystem(folder, name, file)];
      }),
  );
}

async function readSystem(folder: URL, name: string, file: string): Promise<NamedSystem> {
  const { default: system }: { readonly default: System } = await import(new URL(file, folder).href);
  return { ...system, name };
}
