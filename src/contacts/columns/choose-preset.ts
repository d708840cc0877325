/** From which system does a list come? Its header tells, or its owner says so with `--preset`. */

import { headerWords } from '../text/header-words.js';
import { flagSenseOf } from './header-opt-outs.js';
import { hasSignature } from './header-pattern.js';
import { rolesOfHeader } from './header-roles.js';
import { type ListPreset, listPresetNamed, loadPresets, NO_PRESET } from './list-presets.js';
import type { OpenQuestion } from './open-questions.js';
import { presetColumns, rolesUnder, senseUnder } from './preset-columns.js';

export interface PresetChoice {
  /** null: the headers alone are read. */
  readonly preset: ListPreset | null;
  /** Presets that all fit and do not agree. */
  readonly question: OpenQuestion | null;
}

/**
 * The preset for a list with this header. `asked`: the name typed as `--preset`, `none` for none, or null.
 * Throws a `UserError` for a name that no preset has.
 */
export async function choosePreset(header: readonly string[], asked: string | null): Promise<PresetChoice> {
  if (asked !== null) {
    const preset = asked === NO_PRESET ? null : await listPresetNamed(asked, '--preset');
    return { preset, question: null };
  }
  const words = header.map(headerWords);
  const fitting = (await loadPresets()).filter((preset) => hasSignature(preset.signatures, words));
  const readings = fitting.map((preset) => readingUnder(preset, words));
  const columns = header.flatMap((_, column) =>
    new Set(readings.map((reading) => reading[column])).size > 1 ? [column] : [],
  );
  if (columns.length > 0) {
    return { preset: null, question: { kind: 'several-presets', presets: fitting, columns } };
  }
  return { preset: fitting[0] ?? null, question: null };
}

/** What becomes of every column under a preset, as a text that is the same where the reading is. */
function readingUnder(preset: ListPreset, words: readonly string[]): readonly string[] {
  const columns = presetColumns(preset, words);
  return words.map((text, column) => {
    const named = columns[column] ?? null;
    const found = rolesOfHeader(text);
    const roles = named === null ? found : rolesUnder(named, found);
    return JSON.stringify([
      named !== null && roles.length === 0,
      [...roles].sort(),
      senseUnder(named, flagSenseOf(text)),
      [...(named?.values ?? [])].sort(),
    ]);
  });
}
