/**
 * The exports of each system for the ledger against its fixtures: `fixtures/systems/<system>/ledger` holds exports
 * made from the documented header, what is printed of them, what the ledger holds then, and a list of which the
 * opt-outs end in blocked.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { run } from '../../src/cli.js';
import { readEmails } from '../../src/contacts/cells/email-address.js';
import { readPhoneCell } from '../../src/contacts/cells/phone/phone-cell.js';
import { loadSystems } from '../../src/contacts/columns/load-systems.js';
import { openLedger } from '../../src/ledger/look-up/ledger-look-up.js';
import { CHANNELS, type Channel } from '../../src/screening/campaign.js';
import { createStore, openStore } from '../../src/store/open-store.js';
import { campaignText, TODAY } from '../workdir.js';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures/systems');

const presetCase = z.strictObject({
  /** What is typed behind `ledger import`, for each export in turn. */
  imports: z.array(z.array(z.string())).min(1),
  /** Of the list `contacts.csv`: where its ids come from. */
  idSystem: z.string(),
  /** What is typed behind `screen` to have the list read. */
  screenOptions: z.array(z.string()).default([]),
  /** The rows of the list, by their first cell, that are blocked by an objection, and no others. */
  objected: z.partialRecord(z.enum(CHANNELS), z.array(z.string())),
});

const systems = (await loadSystems()).filter(({ ledger }) => ledger !== undefined);
const folders = systems.map(({ name }) => `${name}/ledger`);
const cases = new Map(
  folders.map((name) => [
    name,
    presetCase.parse(JSON.parse(readFileSync(join(FIXTURES, name, 'case.json'), 'utf8'))),
  ]),
);

async function ringfence(...argv: string[]): Promise<string> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const environment = { RINGFENCE_TODAY: TODAY };
  const exitCode = await run(argv, { stdin: new PassThrough(), stdout, stderr, environment });
  expect([exitCode, String(stderr.read() ?? '').replace(/^.*(?:surveyed|judged).*$/gmu, '')]).toEqual([
    0,
    '',
  ]);
  return String(stdout.read() ?? '');
}

/** A store into which the exports of a case were imported, and what was printed. */
async function imported(name: string): Promise<{ store: string; folder: string; printed: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-ledger-preset-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const store = join(folder, 'ringfence.db');
  createStore(store).close();
  const printed: string[] = [];
  for (const [file = '', ...options] of cases.get(name)?.imports ?? []) {
    const said = await ringfence(
      'ledger',
      'import',
      join(FIXTURES, name, file),
      ...options,
      '--store',
      store,
    );
    printed.push(`$ ringfence ledger import ${[file, ...options].join(' ')}\n${said}`);
  }
  return { store, folder, printed: printed.join('\n') };
}

/** The entries of a ledger, one a line, so that a difference shows. */
function entriesOf(path: string): string {
  const store = openStore(path, 'read');
  const rows = store.connection
    .prepare<[], Record<string, string | null>>(
      'SELECT phone, email, id_system, person_id, content FROM ledger_entry ORDER BY id',
    )
    .all();
  store.close();
  const lines = rows.map(({ content, ...keys }) => {
    const named = Object.values(keys).filter((key) => key !== null);
    return `${named.join(' ')}: ${content}`;
  });
  return `${lines.join('\n')}\n`;
}

function expectFile(name: string, file: string, content: string): void {
  const path = join(FIXTURES, name, file);
  if (process.env.UPDATE_CASES === '1') writeFileSync(path, content);
  expect(content).toBe(existsSync(path) ? readFileSync(path, 'utf8') : `there is no ${file} yet`);
}

describe.for(folders)('%s', (name) => {
  test('says what each value became, and the ledger holds it', async () => {
    const { store, printed } = await imported(name);
    expectFile(name, 'expected.txt', printed);
    expectFile(name, 'expected-ledger.txt', entriesOf(store));
    for (const system of systems.filter((known) => name.startsWith(`${known.name}/`))) {
      expect(printed).toContain(`(${system.ledger?.name ?? system.name}). What each value became`);
    }
  });

  test('imported twice changes nothing', async () => {
    const { store } = await imported(name);
    const before = entriesOf(store);
    for (const [file = '', ...options] of cases.get(name)?.imports ?? []) {
      const said = await ringfence(
        'ledger',
        'import',
        join(FIXTURES, name, file),
        ...options,
        '--store',
        store,
      );
      expect(said).toMatch(/The ledger held all of it already|The file holds no records/u);
    }
    expect(entriesOf(store)).toBe(before);
  });

  test.for(channelsOf(name))('its opt-outs bind the people of a list (%s)', async (channel) => {
    const { store } = await imported(name);
    expect(objectedIn(store, name, channel)).toEqual(cases.get(name)?.objected[channel]);
  });

  test.for(channelsOf(name))('its opt-outs end in blocked (%s)', async (channel) => {
    const { store, folder } = await imported(name);
    const { idSystem, screenOptions, objected } = cases.get(name) ?? presetCase.parse({});
    const campaign = join(folder, 'campaign.yaml');
    writeFileSync(
      campaign,
      campaignText({
        channel,
        messages: '{ opt_out_included: true }',
        list: `{ source: own-records, controller: Northfield Party, authorised: true, id_system: ${idSystem}, privacy_notice_given: true, post_lapse_notice: true }`,
      }),
    );
    const out = join(folder, 'out');
    const options = ['--campaign', campaign, '--store', store, '--out', out, ...screenOptions];
    await ringfence('screen', join(FIXTURES, name, 'contacts.csv'), ...options);
    const blocked = rowsOf(join(out, 'blocked.csv'))
      .filter(({ screening_reasons = '' }) => /\bobjection-(?:number|person)\b/u.test(screening_reasons))
      .map(firstCell);
    expect(blocked).toEqual(objected[channel]);
    // No register is loaded and no consent proven, so that letters alone are open to the others.
    const others = rowsOf(join(FIXTURES, name, 'contacts.csv')).map(firstCell);
    expect(rowsOf(join(out, 'allowed.csv')).map(firstCell)).toEqual(
      channel === 'post' ? others.filter((id) => !blocked.includes(id)) : [],
    );
  });
});

function rowsOf(path: string): Record<string, string>[] {
  return parse(readFileSync(path), { columns: true });
}

function firstCell(row: Readonly<Record<string, string>>): string {
  return Object.values(row)[0] ?? '';
}

function channelsOf(name: string): readonly Channel[] {
  const { objected = {} } = cases.get(name) ?? {};
  return CHANNELS.filter((channel) => objected[channel] !== undefined);
}

/** The rows of the list, by their first cell, that an objection in the store binds on this channel. */
function objectedIn(path: string, name: string, channel: Channel): string[] {
  const store = openStore(path, 'read');
  const ledger = openLedger(store);
  const idSystem = cases.get(name)?.idSystem ?? null;
  const rows: string[][] = parse(readFileSync(join(FIXTURES, name, 'contacts.csv')), { from: 2 });
  const objected = rows.filter(([personId = '', ...cells]) => {
    const numbers = cells.flatMap((cell) =>
      readPhoneCell(cell).points.flatMap((point) => (point.kind === 'number' ? [point.number] : [])),
    );
    const entries = ledger.entriesFor({ numbers, emails: cells.flatMap(readEmails), personId, idSystem });
    return entries.some(
      ({ record }) =>
        record.record === 'objection' &&
        (record.channels === 'all' || record.channels.some((one) => one === channel)),
    );
  });
  store.close();
  return objected.map(([first = '']) => first);
}
