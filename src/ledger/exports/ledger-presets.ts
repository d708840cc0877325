/** How the exports of each system are read for the ledger, and by which of them a file is. */
import { basename } from 'node:path';
import { hasSignature } from '../../contacts/columns/header-pattern.js';
import { type ListPreset, presetOf } from '../../contacts/columns/list-presets.js';
import { loadSystems, presetNamed } from '../../contacts/columns/load-systems.js';
import type { NamedSystem } from '../../contacts/columns/systems-folder.js';
import { openList } from '../../contacts/list/list-file.js';
import { DEFAULT_READING_OPTIONS } from '../../contacts/reading-options.js';
import { headerWords } from '../../contacts/text/header-words.js';
import { UserError } from '../../errors.js';
import type { Flag, WordsMeant } from '../../systems/shape/flags.js';
import type { HeaderPattern } from '../../systems/shape/headers.js';
import type { LedgerFacet } from '../../systems/shape/system.js';

/** Columns are read as those of a list; what values become beyond an opt-out, `rules` say. */
export interface LedgerPreset extends ListPreset {
  readonly rules: readonly Flag[];
  readonly fileNames: readonly WordsMeant[];
  readonly idSystem: string;
  /** Columns of ids, the first that is there before the others, and the system of those. */
  readonly ids: { readonly columns: readonly HeaderPattern[]; readonly idSystem: string };
}

/** Every system whose exports are evidence, by name. */
export async function loadLedgerPresets(): Promise<readonly LedgerPreset[]> {
  return (await loadSystems()).flatMap((system) =>
    system.ledger === undefined ? [] : [ledgerPresetOf(system, system.ledger)],
  );
}

/** How the exports of `system` are read for the ledger. */
export function ledgerPresetOf(system: NamedSystem, ledger: LedgerFacet): LedgerPreset {
  const { columns, flags = [] } = system;
  const { idSystem, fileNames = [] } = ledger;
  const ids = { columns: columns?.person_id ?? [], idSystem, ...ledger.ids };
  return { ...presetOf(system, ledger, ledger.name), rules: flags, fileNames, idSystem, ids };
}

/**
 * The preset that the file at `path` is read by: the one called `asked`, else the one whose headers it has.
 * null: it is no export that is known, but perhaps in the native form. Throws a `UserError` for a name that
 * no preset has, and for a file that several fit.
 */
export async function chooseLedgerPreset(path: string, asked: string | null): Promise<LedgerPreset | null> {
  const presets = await loadLedgerPresets();
  if (asked !== null) return presetNamed(asked, presets, '--preset', 'ledger preset');
  const words = await headerOf(path);
  // `record` names the native form, whatever else stands there.
  if (words === null || words.includes('record')) return null;
  const fitting = presets.filter(({ signatures }) => hasSignature(signatures, words));
  const [first, second] = fitting;
  if (first === undefined || second === undefined) return first ?? null;
  const options = fitting.map(({ name, system }) => `\`--preset ${name}\` (${system})`);
  throw new UserError(
    `\`${basename(path)}\` may be the export of several systems; say which: ${options.join(' or ')}`,
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
