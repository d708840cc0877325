/**
 * A column of a system means one thing, whoever reads it: over every column of every system and every value, what
 * a list reads as an opt-out is one to the ledger, and what is written back is read back by both.
 */
import { describe, expect, test } from 'vitest';
import { BARE_ANSWERS } from '../../src/contacts/cells/flag-values.js';
import { resolveColumns } from '../../src/contacts/columns/column-roles.js';
import { presetOf } from '../../src/contacts/columns/list-presets.js';
import { loadSystems } from '../../src/contacts/columns/load-systems.js';
import type { NamedSystem } from '../../src/contacts/columns/systems-folder.js';
import { batchOf, recordsOf } from '../../src/contacts/csv/record-batch.js';
import { readFlagCell } from '../../src/contacts/record/record-flags.js';
import { type FlagReading, OPT_OUT_ROLES, type OptOutRole, type Role } from '../../src/contacts/roles.js';
import type { Said } from '../../src/ledger/exports/export-cells.js';
import { resolveExportColumns } from '../../src/ledger/exports/export-columns.js';
import { type ExportRow, readExportRow } from '../../src/ledger/exports/export-row.js';
import { ledgerPresetOf } from '../../src/ledger/exports/ledger-presets.js';
import type { Flag, Meaning } from '../../src/systems/shape/flags.js';
import type { LedgerFacet } from '../../src/systems/shape/system.js';
import { day } from '../registers/register-for-tests.js';
import { TODAY } from '../workdir.js';

const systems = await loadSystems();

/** A system that is read by one of them alone is held to the same: the other facet is only a signature away. */
const FACET: LedgerFacet = { called: 'an example', signatures: [], idSystem: 'example' };

/** Values that say something in a list of any system, and some that say nothing. */
const OF_ANY_SYSTEM = [
  ...BARE_ANSWERS,
  ...['', 'n/a', 'unknown', '2026-03-04', '2026-03-04 10:11:12', 'perhaps', 'Gold', '2', '07700 900123'],
  ...['Unsubscribed', 'opted out', 'OPT-OUT', 'Do not call', 'refused', 'spam_complaint', 'stop', 'deceased'],
  ...['Subscribed', 'Opt-In', 'OK to call', 'not opted out', 'not listed'],
];

function wordsIn(flag: Flag): readonly string[] {
  switch (flag.reads) {
    case 'words':
      return flag.words.flatMap(({ words }) => words);
    case 'yes-no':
      return flag.alsoYes ?? [];
    case 'opt-in':
    case 'day':
    case 'wrong-numbers':
      return [];
  }
}

function meaningsIn(flag: Flag): readonly Meaning[] {
  if (flag.reads === 'words') return flag.words;
  return 'yes' in flag && flag.yes !== undefined ? [flag.yes] : [];
}

/** Every value worth trying in the columns of `system`. */
function valuesFor({ flags = [], writeBack = {} }: NamedSystem): readonly string[] {
  const own = flags
    .flatMap(wordsIn)
    .flatMap((word) => [
      word,
      word.toUpperCase(),
      word.replaceAll(' ', '_'),
      word.replaceAll(' ', '-'),
      word.replaceAll(' ', ''),
    ]);
  const written = Object.values(writeBack).map(({ value }) => value);
  return [...new Set([...OF_ANY_SYSTEM, ...own, ...written])];
}

function isSpeltOtherwise(value: string): boolean {
  return /\p{L}[_-]\p{L}/u.test(value);
}

/** A header that `pattern` names. */
function headerOf(pattern: string): string {
  return pattern.replaceAll('#', '1').replaceAll('*', 'News');
}

/** A header of every column of `system` that may hold an opt-out or a death, after ways to reach somebody. */
function headersOf({ columns = {}, flags = [] }: NamedSystem): readonly string[] {
  const roles: readonly Role[] = [...OPT_OUT_ROLES, 'deceased'];
  const plain = roles.flatMap((role) => columns[role] ?? []);
  return [...new Set([...plain, ...flags.flatMap((flag) => flag.columns)].map(headerOf))];
}

/** Columns that tell what another means, filled so that they tell something. */
function besides({ flags = [] }: NamedSystem): ReadonlyMap<string, string> {
  const meant = flags
    .flatMap(meaningsIn)
    .flatMap((meaning) => ('channels' in meaning ? [meaning.channels] : []));
  return new Map(
    meant.flatMap((channels) =>
      channels !== undefined && channels !== 'all' && 'column' in channels
        ? channels.column.map((column) => [column, Object.keys(channels.words)[0] ?? ''] as const)
        : [],
    ),
  );
}

const settings = {
  today: day(TODAY),
  dateOrder: 'dmy',
  controller: null,
  idSystem: 'example',
  readAs: new Map<string, Meaning>(),
  saidByFileName: (): readonly Said[] => [],
} as const;

/** How a list and the ledger read `value` under `header`, in an export of `system`. */
function readBy(system: NamedSystem, header: string) {
  const others = new Map([['Phone', '07700 900123'], ['Email', 'ann@example.org'], ...besides(system)]);
  others.delete(header);
  const headers = [header, ...others.keys()];
  const list = resolveColumns(headers, [], 'list.csv', presetOf(system, system.list ?? FACET));
  const columns = resolveExportColumns(
    headers,
    ledgerPresetOf(system, system.ledger ?? FACET),
    [],
    'list.csv',
  );
  return (value: string): { readonly list: FlagReading; readonly ledger: ExportRow } => {
    const records = recordsOf([{ cells: [value, ...others.values()], line: 2, damage: null }]);
    const plan = { width: headers.length, places: null };
    const batch = batchOf(records, plan, { name: null, fileName: 'list.csv', optOuts: [] });
    const isFlag = list.rolesOf(0).some((role) => role !== 'notes');
    return {
      list: isFlag ? readFlagCell(list, 0, value) : 'not-recorded',
      ledger: readExportRow(columns, settings, batch, 0),
    };
  };
}

/** What the ledger holds of the cell, in a word. */
function heldOf(row: ExportRow): 'nothing' | 'consent' | 'opt-out' | 'stops' {
  if (row.status === 'unreadable') return 'stops';
  const became = row.became.map(({ becomes }) => becomes);
  if (became.includes('objection') || became.includes('wrong-number')) return 'opt-out';
  return became.includes('consent') ? 'consent' : 'nothing';
}

/** What the ledger may make of a cell that a list reads so. */
const MAY_BECOME: Readonly<Record<FlagReading, readonly string[]>> = {
  yes: ['opt-out', 'stops'],
  unread: ['opt-out', 'stops'],
  no: ['nothing', 'consent', 'stops'],
  'not-recorded': ['nothing', 'consent', 'stops'],
};

describe('list and ledger read alike', () => {
  const columns = systems.flatMap((system) =>
    headersOf(system).map((header) => [`${system.name}: ${header}`, system, header] as const),
  );

  test('there is something to read', () => {
    expect(columns.length).toBeGreaterThan(50);
  });

  test.for(columns)('%s', ([, system, header]) => {
    const read = readBy(system, header);
    const opposite = valuesFor(system).flatMap((value) => {
      const { list, ledger } = read(value);
      const held = heldOf(ledger);
      // Of a word that its system writes otherwise (`not_subscribed`), a list asks a person.
      if (list === 'unread' && isSpeltOtherwise(value)) return [];
      return MAY_BECOME[list].includes(held)
        ? []
        : [`\`${value}\`: ${list} in a list, ${held} in the ledger`];
    });
    expect(opposite).toEqual([]);
  });
});

describe('what is written back is read back', () => {
  const written = systems.flatMap((system) =>
    OPT_OUT_ROLES.flatMap((role) => {
      const optOut = system.writeBack?.[role];
      return optOut === undefined ? [] : [[`${system.name}: ${role}`, system, role, optOut] as const];
    }),
  );

  test('by the systems that import opt-outs', () => {
    expect(new Set(written.map(([, { name }]) => name)).size).toBeGreaterThan(3);
  });

  /** As an objection of the list reaches: what "do not call" binds in the ledger. */
  const CHANNEL: Readonly<Record<OptOutRole, string>> = {
    do_not_call: 'live-call',
    do_not_text: 'sms',
    do_not_email: 'email',
    do_not_mail: 'post',
    do_not_contact: 'post',
  };

  test.for(written)('%s', ([, system, role, { column, value }]) => {
    const [id = 'person_id'] = system.columns?.person_id ?? [];
    const headers = [id, column];
    const list = resolveColumns(headers, [], 'back.csv', presetOf(system, system.list ?? FACET));
    expect(list.rolesOf(1)).toContain(role);
    expect(readFlagCell(list, 1, value)).toBe('yes');
    const columns = resolveExportColumns(
      headers,
      ledgerPresetOf(system, system.ledger ?? FACET),
      [],
      'back.csv',
    );
    const batch = batchOf(
      recordsOf([{ cells: ['17', value], line: 2, damage: null }]),
      { width: 2, places: null },
      { name: null, fileName: 'back.csv', optOuts: [] },
    );
    const row = readExportRow(columns, settings, batch, 0);
    if (row.status === 'unreadable') throw new Error(row.says);
    const [entry] = row.entries;
    expect(entry?.keys.personId).toBe('17');
    expect(entry?.record.record).toBe('objection');
    const channels = entry?.record.record === 'objection' ? entry.record.channels : [];
    expect(channels === 'all' || channels.some((channel) => channel === CHANNEL[role])).toBe(true);
  });
});
