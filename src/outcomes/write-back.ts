/**
 * The opt-outs known now, in the form in which the list's own system imports them: its id, and its columns
 * with the values that mean an opt-out. Nothing else is ever written back, and never a consent.
 */

import { columnLabel } from '../contacts/columns/column-names.js';
import type { ColumnRoles } from '../contacts/columns/column-roles.js';
import { type ListPreset, listPresetNamed, loadPresets } from '../contacts/columns/list-presets.js';
import { OPT_OUT_ROLES, type OptOutRole } from '../contacts/roles.js';
import { UserError } from '../errors.js';
import type { Campaign, Channel } from '../screening/campaign.js';
import { codesOf } from '../screening/verdict/decide.js';
import type { WriteBack } from '../systems/shape/system.js';
import type { CsvFile } from './csv-file.js';
import type { JudgedRecord } from './record-rows.js';

export type WritingPreset = ListPreset & { readonly writeBack: WriteBack };

/** What a write-back could not say. */
export interface WriteBackGaps {
  /** Records with an opt-out and without an id, under which the system would find the person. */
  readonly withoutId: number;
  /** Opt-outs for which the import of the system has no column, in records. */
  readonly withoutColumn: ReadonlyMap<OptOutRole, number>;
}

export interface WriteBackFile {
  add(record: JudgedRecord): void;
  gaps(): WriteBackGaps;
}

/** What has been written of an id, as bits; kept outside memory. */
export interface Written {
  add(kind: string, key: string, mask: number): void;
  find(kind: string, key: string): number;
}

/** The preset to write back for. Throws a `UserError` for one that is not there, or does not say how. */
export async function writingPreset(name: string): Promise<WritingPreset> {
  const { writeBack, ...preset } = await listPresetNamed(name, '--write-back');
  if (writeBack !== null) return { ...preset, writeBack };
  const able = (await loadPresets()).flatMap((other) => (other.writeBack === null ? [] : [other.name]));
  throw new UserError(
    `\`--write-back ${name}\`: it is not known how ${preset.system} imports opt-outs. It is for ${able.join(', ')}`,
  );
}

/**
 * The header of the file. Throws a `UserError` where the list was not read by this preset, whose ids would
 * then be somebody else's, or has no id column.
 */
export function writeBackHeader(preset: WritingPreset, columns: ColumnRoles): readonly string[] {
  if (columns.preset?.name !== preset.name) {
    const readAs = columns.preset === null ? 'by its headers alone' : `as ${columns.preset.system}`;
    throw new UserError(
      `\`--write-back ${preset.name}\`: the list was read ${readAs}, so that its ids are not those of ${preset.system}. Write back from an export of that system, or say that it is one with \`--preset ${preset.name}\``,
    );
  }
  const [id] = columns.columnsOf('person_id');
  if (id === undefined) {
    throw new UserError(
      `\`--write-back ${preset.name}\`: the list has no column of ids, by which the people would be found again; export it with them`,
    );
  }
  return [columnLabel(columns.header, id), ...written(preset).map(({ column }) => column)];
}

/**
 * Writes the opt-outs of each record to `file`, once for each id. Where a later consent lifted the objection and
 * every number was allowed, none is left on the run's channel. The id of a broken record may be somebody else's.
 */
export function createWriteBack(
  file: CsvFile,
  preset: WritingPreset,
  campaign: Campaign,
  before: Written,
): WriteBackFile {
  const optOuts = written(preset);
  const ofChannel = roleOf(campaign.channel);
  const withoutColumn = new Map<OptOutRole, number>();
  let withoutId = 0;
  return {
    add({ contact, judged, knownOptOuts }) {
      const known = new Set(knownOptOuts());
      if (ofChannel !== null && isLifted(judged)) {
        known.delete(ofChannel);
        known.delete('do_not_contact');
      }
      if (known.size === 0) return;
      const hasColumn = (role: OptOutRole): boolean => optOuts.some((optOut) => optOut.role === role);
      const isAllCovered = known.has('do_not_contact') && hasColumn('do_not_contact');
      for (const role of isAllCovered ? [] : known) {
        if (role === 'do_not_contact' || hasColumn(role)) continue;
        withoutColumn.set(role, (withoutColumn.get(role) ?? 0) + 1);
      }
      const values = optOuts.map(({ role, value }) => (known.has(role) ? value : ''));
      if (values.every((value) => value === '')) return;
      const personId = contact.person.isMalformed ? null : contact.personId;
      if (personId === null) {
        withoutId += 1;
        return;
      }
      const mask = optOuts.reduce((bits, { role }, bit) => (known.has(role) ? bits | (1 << bit) : bits), 0);
      const had = before.find('written back', personId);
      if ((had | mask) === had) return;
      before.add('written back', personId, mask);
      file.add([personId, ...values]);
    },
    gaps: () => ({ withoutId, withoutColumn }),
  };
}

function isLifted(judged: JudgedRecord['judged']): boolean {
  return (
    judged.every(({ verdict }) => verdict.outcome === 'allowed') &&
    judged.some(({ verdict }) => codesOf(verdict).includes('objection-superseded-by-consent'))
  );
}

function written({ writeBack }: WritingPreset) {
  return OPT_OUT_ROLES.flatMap((role) => {
    const optOut = writeBack[role];
    return optOut === undefined ? [] : [{ role, ...optOut }];
  });
}

/** The opt-out that an allowed verdict of this channel leaves no room for. */
function roleOf(channel: Channel): OptOutRole | null {
  switch (channel) {
    case 'live-call':
    case 'automated-call':
      return 'do_not_call';
    case 'sms':
      return 'do_not_text';
    case 'email':
      return 'do_not_email';
    case 'post':
      return 'do_not_mail';
    case 'fax':
    case 'social-dm':
      return null;
  }
}
