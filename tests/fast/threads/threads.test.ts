/** What may go wrong where several threads screen a list: that they answer alike is held in `short-ways.test.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCampaignFile } from '../../../src/campaign/read-campaign.js';
import { DEFAULT_READING_OPTIONS } from '../../../src/contacts/reading-options.js';
import { UserError } from '../../../src/errors.js';
import { loadRegister } from '../../../src/registers/load/load-register.js';
import { screenFile } from '../../../src/screen-file.js';
import { createStore, openStore, type Store, withSnapshot } from '../../../src/store/open-store.js';
import { enter, keys, objection } from '../../ledger/ledger-fixtures.js';
import { clockOn, day, e164, mobile, officialText } from '../../registers/register-for-tests.js';
import { campaignText, workdir } from '../../workdir.js';

const PROGRAM = new URL('../../../bin/worker.js', import.meta.url);

/** A store in which every third number is listed, a list of them all, and what is needed to screen it. */
async function world() {
  const dir = workdir();
  const store = createStore(join(dir.path, 'store.db'));
  const numbers = Array.from({ length: 300 }, (_, index) => mobile(index));
  for (const register of ['tps', 'ctps'] as const) {
    const path = join(dir.path, `${register}.txt`);
    const listed = numbers.filter((_, index) => index % (register === 'tps' ? 3 : 50) === 0);
    writeFileSync(path, officialText(listed));
    const asOf = day('2026-11-20');
    const request = { register, path, asOf, diallingCodes: [], expectCount: listed.length };
    await loadRegister(store, clockOn('2026-11-22'), request);
  }
  dir.write('members.csv', `name,phone\n${numbers.map((number) => `Ann,${number}\n`).join('')}`);
  dir.write('campaign.yaml', campaignText());
  const campaign = await readCampaignFile(join(dir.path, 'campaign.yaml'));
  const screen = (program: URL | null, by: Store = store) =>
    screenFile(
      {
        path: join(dir.path, 'members.csv'),
        displayName: 'members.csv',
        reading: DEFAULT_READING_OPTIONS,
        campaign,
        callDate: day('2026-11-22'),
        lastPlannedOn: null,
        isReplay: false,
        threads: program === null ? null : { count: 2, program, fromBytes: 0 },
        chunkSize: 500,
      },
      by,
      null,
      () => {},
    );
  return { store, screen };
}

test('a list is screened against the revision it was begun with, whatever is written meanwhile', async () => {
  const { store, screen } = await world();
  const reader = openStore(store.path, 'read');
  const before = await withSnapshot(reader, async () => {
    enter(store, [keys({ phone: e164(mobile(1)) }), objection]);
    return screen(PROGRAM, reader);
  });
  expect(before.tallied.byReason.has('objection-number')).toBe(false);
  expect(before.tallied.outcomes.blocked.rows).toBe(104);
  const after = await withSnapshot(reader, () => screen(PROGRAM, reader));
  expect(after.tallied.byReason.get('objection-number')).toBe(1);
  expect(after.tallied.outcomes.blocked.rows).toBe(105);
  reader.close();
});

test('a register that is damaged stops the run with the same sentence', async () => {
  const { store, screen } = await world();
  store.connection.exec('UPDATE register_block SET packed = zeroblob(length(packed))');
  const complaints: unknown[] = [];
  for (const program of [null, PROGRAM]) {
    complaints.push(await screen(program).then(String, (thrown: unknown) => thrown));
  }
  for (const thrown of complaints) expect(thrown).toBeInstanceOf(UserError);
  expect(String(complaints[1])).toBe(String(complaints[0]));
});

test.for<readonly [name: string, code: string, message: string]>([
  ['cannot be started', 'throw new Error("no such luck")', 'no such luck'],
  ['ends before its time', 'process.exit(7)', 'a thread of the screening ended before its time'],
])('a thread that %s fails the run, and nobody waits for it', async ([, code, message]) => {
  const { screen } = await world();
  const program = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
  await expect(screen(program)).rejects.toThrow(message);
});

test('a list of the size of a country is screened by threads, and its last row binds the first', () => {
  const dir = workdir();
  dir.write('tps.txt', officialText([mobile(5)]));
  dir.write('ctps.txt', officialText([mobile(6)]));
  dir.write('campaign.yaml', campaignText());
  const rows = Array.from(
    { length: 120_000 },
    (_, row) => `${row},Ann Example of ${'Northfield '.repeat(7)},${mobile(row % 1000)},no\n`,
  );
  const text = `ref,name,phone,do_not_call\n${rows.join('')}0,Ann Example,${mobile(7)},yes\n`;
  expect(text.length).toBeGreaterThan(12 * 1024 * 1024);
  dir.write('members.csv', text);
  dir.run('init');
  for (const register of ['tps', 'ctps'])
    dir.run(
      ...['register', 'load', register, `${register}.txt`, '--as-of', '2026-11-20', '--expect-count', '1'],
    );
  const ran = dir.run('screen', 'members.csv', '--campaign', 'campaign.yaml', '--out', 'run', '--json');
  expect(ran.stderr).toBe('');
  const { result } = JSON.parse(ran.stdout);
  expect(result.records).toBe(120_001);
  expect(result.blocked.contact_points).toBe(120 * 3 + 1);
  expect(dir.rows('run/blocked.csv')[2]).toMatchObject({
    ref: '7',
    screening_line: '9',
    screening_reasons: 'objection-number;register-clear',
  });
  expect(dir.rows('run/allowed.csv')).toHaveLength(120_000 - 120 * 3);
});
