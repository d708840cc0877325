/** The ledger presets, found in their folder, so that adding one takes no other edit; and the one for a file. */
import { basename } from 'node:path';
import { closest } from 'fastest-levenshtein';
import { loadFolder } from '../../contacts/columns/preset-folder.js';
import { openList } from '../../contacts/list/list-file.js';
import { DEFAULT_READING_OPTIONS } from '../../contacts/reading-options.js';
import { headerWords } from '../../contacts/text/header-words.js';
import { UserError } from '../../errors.js';
import type { HeaderPattern, LedgerPreset, NamedLedgerPreset } from './preset.js';

/** Every ledger preset, by name. Only an import loads them. */
export function loadLedgerPresets(): Promise<readonly NamedLedgerPreset[]> {
  return loadFolder<LedgerPreset>('ledger/presets');
}

/**
 * The preset that the file at `path` is read by: the one called `asked`, else the one whose headers it has.
 * null: it is no export that is known, but perhaps in the native form. Throws a `UserError` for a name that
 * no preset has, and for a file that several fit.
 */
export async function chooseLedgerPreset(
  path: string,
  asked: string | null,
): Promise<NamedLedgerPreset | null> {
  const presets = await loadLedgerPresets();
  if (asked !== null) return presetNamed(asked, presets);
  const words = await headerOf(path);
  // `record` names the native form, whatever else stands there.
  if (words === null || words.includes('record')) return null;
  const fitting = presets.filter((preset) => hasSignature(preset, words));
  const [first, second] = fitting;
  if (first === undefined || second === undefined) return first ?? null;
  const options = fitting.map(({ name, system }) => `\`--preset ${name}\` (${system})`);
  throw new UserError(
    `\`${basename(path)}\` may be the export of several systems; say which: ${options.join(' or ')}`,
  );
}

function presetNamed(asked: string, presets: readonly NamedLedgerPreset[]): NamedLedgerPreset {
  const wanted = asked.trim().toLowerCase();
  const found = presets.find(({ name }) => name === wanted);
  if (found !== undefined) return found;
  const names = presets.map(({ name }) => name);
  throw new UserError(
    `\`--preset ${asked}\`: there is no such ledger preset; did you mean \`${closest(wanted, names)}\`? There are ${names.join(', ')}`,
  );
}

/** null where the file has no header that can be read; whoever reads it next says why. */
async function headerOf(path: string): Promise<readonly string[] | null> {
  try {
    const { header } = await openList(path, basename(path), DEFAULT_READING_OPTIONS);
    return header.map(headerWords);
  } catch (thrown) {
    if (thrown instanceof UserError) return null;
    throw thrown;
  }
}

function hasSignature({ signature: { all, some } }: LedgerPreset, words: readonly string[]): boolean {
  const has = (pattern: HeaderPattern): boolean => words.some((text) => fits(pattern, text));
  return all.every(has) && (some?.some(has) ?? true);
}

/** Whether a header, as its words, is one that `pattern` names. */
export function fits(pattern: HeaderPattern, words: string): boolean {
  const wanted = headerWords(pattern);
  return pattern.endsWith('*') ? words.startsWith(`${wanted} `) : words === wanted;
}
