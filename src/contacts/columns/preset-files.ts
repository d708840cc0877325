/** The presets, found in their folder, so that adding one takes no other edit. */
import { closest } from 'fastest-levenshtein';
import { UserError } from '../../errors.js';
import type { NamedPreset, Preset } from './preset.js';
import { loadFolder } from './preset-folder.js';

/** What `--preset` takes for "read the headers alone". */
export const NO_PRESET = 'none';

let loading: Promise<readonly NamedPreset[]> | null = null;

/** Every preset, by name. Read once, and only where a list is: commands that read none start without them. */
export function loadPresets(): Promise<readonly NamedPreset[]> {
  loading ??= loadFolder<Preset>('contacts/presets');
  return loading;
}

/** The preset called `name`. Throws a `UserError` that names the nearest where there is none. */
export async function presetNamed(name: string, option: string): Promise<NamedPreset> {
  const presets = await loadPresets();
  const wanted = name.trim().toLowerCase();
  const found = presets.find((preset) => preset.name === wanted);
  if (found !== undefined) return found;
  const names = presets.map((preset) => preset.name);
  throw new UserError(
    `\`${option} ${name}\`: there is no such preset; did you mean \`${closest(wanted, names)}\`? There are ${names.join(', ')}`,
  );
}
