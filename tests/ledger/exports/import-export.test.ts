import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { headerWords } from '../../../src/contacts/text/header-words.js';
import { UserError } from '../../../src/errors.js';
import { type ExportRequest, importExport, type Meaning } from '../../../src/ledger/exports/import-export.js';
import { chooseLedgerPreset } from '../../../src/ledger/exports/ledger-presets.js';
import { describeExport } from '../../../src/reports/ledger/ledger-export.js';
import type { Store } from '../../../src/store/open-store.js';
import { currentRevision } from '../../../src/store/revisions.js';
import { zipOf } from '../../contacts/list/zip-for-tests.js';
import { workdir } from '../../workdir.js';
import { clock, entryCount, temporaryFile, temporaryStore } from '../ledger-fixtures.js';

type Change = Partial<Omit<ExportRequest, 'path' | 'preset'>> & {
  readonly preset?: string;
  readonly name?: string;
};

async function importing(
  store: Store,
  content: string | Buffer,
  { preset: asked, name, ...change }: Change = {},
) {
  const path = temporaryFile(content, name ?? 'export.csv');
  const preset = await chooseLedgerPreset(path, asked ?? null);
  if (preset === null) throw new Error('no preset fits');
  const plain = { controller: null, idSystem: null, dateOrder: null, mappings: [], keepGood: false } as const;
  return importExport(store, clock, {
    path,
    preset,
    readAs: new Map<string, Meaning>(),
    ...plain,
    ...change,
  });
}

/** What the ledger holds, each as its keys and its record. */
function held(store: Store) {
  return store.connection
    .prepare<[], { phone: string | null; email: string | null; person_id: string | null; content: string }>(
      'SELECT phone, email, person_id, content FROM ledger_entry ORDER BY id',
    )
    .all()
    .map(({ content, ...keys }) => ({ ...keys, ...JSON.parse(content) }));
}

async function refusal(content: string | Buffer, change: Change = {}): Promise<string> {
  const store = temporaryStore();
  const thrown = await importing(store, content, change).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(UserError);
  expect([entryCount(store), currentRevision(store), store.connection.inTransaction]).toEqual([0, 0, false]);
  const said = thrown instanceof Error ? thrown.message : '';
  expect(said).not.toMatch(/900\d\d\d|@example/u);
  return said;
}

const DIALLER = 'Phone Number,Call Date,Disposition\n';
const NATION = 'nationbuilder_id,email,mobile_number,email_opt_in,do_not_call,unsubscribed_at\n';
const ACTION = 'uuid,email,can2_phone,can2_subscription_status,can2_sms_status\n';

describe('which preset reads a file', () => {
  test.for<[string, string, string | null]>([
    ['its header tells', 'AK ID,Do not call,Wrong number,Date added\n', 'dsa-opt-outs'],
    ['whatever its case and signs', '"ak_id",DO NOT CALL,wrong_number\n', 'dsa-opt-outs'],
    ['with a tab between the cells', 'Source ID\tEmail Address\tEmail Subscription Status\n', 'everyaction'],
    ['none for the native form', 'record,phone,Disposition\n', null],
    ['none for a header nobody knows', 'Name,Phone\n', null],
    ['none for a file without a header', '07700 900123\n', null],
    ['none for an empty file', '', null],
  ])('%s', async ([, content, name]) => {
    const preset = await chooseLedgerPreset(temporaryFile(content), null);
    expect(preset?.name ?? null).toBe(name);
  });

  test('is asked where several fit', async () => {
    const path = temporaryFile('nationbuilder_id,email_opt_in,can2_sms_status,Disposition\n');
    await expect(chooseLedgerPreset(path, null)).rejects.toThrow(
      /may be the export of several systems; say which: `--preset action-network` .* or `--preset dialler-outcomes` .* or `--preset nationbuilder`/u,
    );
    expect((await chooseLedgerPreset(path, ' NationBuilder '))?.name).toBe('nationbuilder');
  });

  test('asked for by a name that no preset has, tells the nearest', async () => {
    const choosing = chooseLedgerPreset(temporaryFile(DIALLER), 'nationbulider');
    await expect(choosing).rejects.toThrow('did you mean `nationbuilder`?');
  });

  test('must fit, also where it was asked for', async () => {
    expect(await refusal('Name,Phone\n', { preset: 'hubspot' })).toContain(
      'has none of the columns of a HubSpot export of contacts',
    );
  });
});

describe('a value that nobody knows', () => {
  test.for<[string, string, string]>([
    [
      'a word',
      `${DIALLER}07700 900123,,Sold\n`,
      'line 2: `Disposition` holds a word that this preset does not know',
    ],
    [
      'an answer under an opt-out',
      `${NATION}1,,07700 900123,,perhaps,\n`,
      'line 2: `do_not_call` names an opt-out and holds an answer that nobody can read',
    ],
    [
      'an answer under an opt-in',
      `${NATION}1,,07700 900123,perhaps,,\n`,
      '`email_opt_in` holds neither yes nor no',
    ],
    ['a day', `${NATION}1,a@example.com,,,,soon\n`, '`unsubscribed_at` holds no day that can be read'],
    [
      'an opt-out of nobody',
      `${NATION},,,,Y,\n`,
      '`do_not_call` holds an opt-out, and no number, address or id says whose',
    ],
    ['a damaged line', `${NATION}1,a@example.com,,Y\n`, 'the line is damaged'],
    [
      'a wrong number that is none',
      'AK ID,Do not call,Wrong number\nA1,,ask Ann\n',
      '`Wrong number` holds no number that can be read, and neither yes nor no',
    ],
  ])('%s stops the import, with its line', async ([, content, sentence]) => {
    expect(await refusal(content)).toContain(sentence);
  });

  test('in a column whose header only looks like an opt-out stops it before a line is read', async () => {
    const content = 'Phone Number,Disposition,DNC 2024\n07700 900123,Busy,x\n';
    expect(await refusal(content)).toContain('DNC 2024');
    const store = temporaryStore();
    await importing(store, content, { mappings: [{ role: 'do_not_call', column: 'DNC 2024' }] });
    expect(held(store)).toMatchObject([
      { phone: '+447700900123', record: 'objection', channels: ['live-call', 'automated-call', 'voicemail'] },
    ]);
  });

  test('may be settled by the user, and never as a consent', async () => {
    const store = temporaryStore();
    const readAs = new Map<string, Meaning>([
      [headerWords('Hard NO!'), { becomes: 'objection', channels: 'all' }],
      [headerWords('Sold'), { becomes: 'nothing', because: 'as you said' }],
      [headerWords('Refused'), { becomes: 'nothing', because: 'as you said' }],
    ]);
    const content = `${DIALLER}07700 900121,,hard no\n07700 900122,,SOLD\n07700 900123,,Refused\n`;
    const result = await importing(store, content, { readAs });
    expect(result.counts.objection).toMatchObject({ added: 2 });
    expect(held(store)).toMatchObject([
      { phone: '+447700900121', channels: 'all' },
      // What the preset knows is not settled otherwise.
      { phone: '+447700900123', channels: ['live-call', 'automated-call', 'voicemail'] },
    ]);
  });
});

describe('days', () => {
  const either = `${DIALLER}07700 900121,03/04/2026,DNC\n07700 900122,05/06/2026,Busy\n`;

  test('that may be British or American are asked about', async () => {
    expect(await refusal(either)).toMatch(/--date-order dmy.*--date-order mdy/su);
    const days = await Promise.all(
      (['dmy', 'mdy'] as const).map(async (dateOrder) => {
        const store = temporaryStore();
        await importing(store, either, { dateOrder });
        return held(store)[0].on;
      }),
    );
    expect(days).toEqual(['2026-04-03', '2026-03-04']);
  });

  test('that prove both orders are asked about too', async () => {
    expect(await refusal(`${either}07700 900123,13/04/2026,DNC\n07700 900124,04/13/2026,DNC\n`)).toContain(
      '--date-order',
    );
  });

  test('are told by any day of the file, that of a row that becomes nothing too', async () => {
    const store = temporaryStore();
    await importing(store, `${either}07700 900123,25/06/2026,Busy\n`);
    expect(held(store)).toMatchObject([{ on: '2026-04-03' }]);
  });

  test('of an objection cannot lie ahead', async () => {
    expect(await refusal(`${DIALLER}07700 900121,23/11/2026,DNC\n`)).toContain(
      'line 2: the day of `Disposition` is after today (2026-11-22); correct it',
    );
  });

  test('of a moment with its zone are those of London', async () => {
    const store = temporaryStore();
    await importing(store, `${DIALLER}07700 900121,2026-06-12T23:30:00Z,DNC\n`);
    expect(held(store)).toMatchObject([{ on: '2026-06-13' }]);
  });
});

describe('an opt-out', () => {
  test('binds every number and address of its row, and those that an unclear cell may mean', async () => {
    const store = temporaryStore();
    const content = `${ACTION}u1,a@example.com; b@example.com,07700 900121/2,unsubscribed,\n`;
    await importing(store, content);
    const keys = held(store).map(({ phone, email, person_id }) => [phone, email, person_id]);
    expect(keys.flat()).toEqual(
      expect.arrayContaining(['+447700900121', '+447700900122', 'a@example.com', 'b@example.com', 'u1']),
    );
    expect(
      held(store).every(({ controller, channels }) => controller === null && channels[0] === 'email'),
    ).toBe(true);
  });

  test('binds every caller, whoever the consents were given to', async () => {
    const store = temporaryStore();
    const content = `${ACTION}u1,a@example.com,,unsubscribed,\nu2,b@example.com,,subscribed,\n`;
    const result = await importing(store, content, { controller: ' Northfield  Party ' });
    expect(held(store).map(({ record, controller }) => [record, controller])).toEqual([
      ['objection', null],
      ['consent', 'Northfield Party'],
    ]);
    expect(result.controllers).toEqual([
      { name: null, counts: { objection: 1 } },
      { name: 'Northfield Party', counts: { consent: 1 } },
    ]);
  });

  test('under a word that names no channel covers every channel', async () => {
    const store = temporaryStore();
    await importing(store, 'PartyId,ContactPointType,PrivacyConsentStatus\nP1,Pigeon,OptOut\n');
    expect(held(store)).toMatchObject([{ record: 'objection', channels: 'all', person_id: 'P1' }]);
  });

  test('is what a death becomes, on every channel', async () => {
    const store = temporaryStore();
    await importing(store, `${ACTION.trimEnd()},deceased\nu1,a@example.com,,,,yes\n`);
    expect(held(store)).toMatchObject([{ record: 'objection', channels: 'all', email: 'a@example.com' }]);
  });

  test.for<[string, string]>([
    ['a word that says it', 'Unsubscribed'],
    ['a no', 'N'],
    ['a no of another writing', 'false'],
  ])('is %s under the header of an opt-in as well', async ([, value]) => {
    const store = temporaryStore();
    await importing(store, `${NATION}1,a@example.com,,${value},,\n`);
    expect(held(store)).toMatchObject([{ record: 'objection', channels: ['email'] }]);
  });

  test('whose number nobody can read holds for the rest of the row, and the line is told', async () => {
    const store = temporaryStore();
    const result = await importing(store, `${NATION}1,,ask at the office,,Y,\n`);
    expect(held(store)).toMatchObject([{ phone: null, person_id: '1', record: 'objection' }]);
    expect(result.export.unreadContacts).toEqual({ count: 1, lines: [2] });
    expect(describeExport(result.export, result.files)).toContain(
      '1 row (line 2) holds an opt-out, and a contact cell',
    );
  });

  test('in words of a note is told, since no import reads it', async () => {
    const content = 'Phone Number,Disposition,Notes\n07700 900121,Busy,asked not to be called\n';
    const result = await importing(temporaryStore(), content);
    expect(result.export.optOutWords).toEqual({ count: 1, lines: [2] });
    expect(describeExport(result.export, result.files)).toContain('ringfence objection');
  });
});

describe('a consent', () => {
  const subscribed = (row: string) => ({
    name: 'subscribed_members_export_15d1.csv',
    content: `Email Address,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LEID\n${row}\n`,
  });

  test.for<[string, string, number]>([
    ['a sign-up with time and machine', 'a@example.com,2025-05-05 09:00:00,192.0.2.1,,,1', 1],
    ['a sign-up that the owner of the list made', 'a@example.com,2025-05-05 09:00:00,,,,1', 0],
    ['a time of confirmation alone', 'a@example.com,,,2025-05-05 09:00:00,192.0.2.1,1', 0],
  ])('is held for %s, or not', async ([, row, consents]) => {
    const store = temporaryStore();
    const { content, name } = subscribed(row);
    await importing(store, content, { name });
    expect(held(store).map(({ record }) => record)).toEqual(Array(consents).fill('consent'));
  });

  test('serves nobody where no controller is told, and that is said', async () => {
    const store = temporaryStore();
    const result = await importing(store, `${ACTION}u1,a@example.com,,subscribed,\n`);
    expect(held(store)).toMatchObject([{ record: 'consent', controller: null }]);
    expect(describeExport(result.export, result.files)).toContain(
      'so they serve nobody: import it again with `--controller NAME`',
    );
  });

  test.for<[string, string]>([
    ['a no under an opt-out', `${NATION}1,a@example.com,,,0,\n`],
    ['an opt-in without anything it could be for', `${NATION}1,,,Y,,\n`],
    ['a text of a number that is not the mobile', `${ACTION}u1,a@example.com,,,subscribed\n`],
  ])('is never made of %s', async ([, content]) => {
    const store = temporaryStore();
    await importing(store, content);
    expect(entryCount(store)).toBe(0);
  });

  test('that cannot be read may be passed over, an opt-out beside it not', async () => {
    const header = 'uuid,email,can2_subscription_status,can2_subscription_date,can2_sms_status\n';
    const bad = `${header}u1,a@example.com,subscribed,soon,\nu2,b@example.com,unsubscribed,,\n`;
    expect(await refusal(bad)).toContain('line 2: the day of `can2_subscription_status` cannot be read');
    const store = temporaryStore();
    const result = await importing(store, bad, { keepGood: true });
    expect(result.passedOver).toMatchObject([{ line: 2, kind: 'consent' }]);
    expect(held(store)).toMatchObject([{ record: 'objection' }]);
    const both = `${header}u1,a@example.com,subscribed,soon,unsubscribed\n`;
    expect(await refusal(both, { keepGood: true })).toContain('line 2');
  });
});

test('the name of a Mailchimp file says what its people are, and must', async () => {
  const content = 'Email Address,MEMBER_RATING,LEID\na@example.com,2,1\n';
  expect(await refusal(content, { name: 'people.csv' })).toMatch(
    /give it back the name it was exported under, which begins with one of `unsubscribed_`/u,
  );
});

test('ids are held under the system that the user names', async () => {
  const store = temporaryStore();
  await importing(store, `${ACTION}u1,,,,unsubscribed\n`, { idSystem: ' Our  Members ' });
  const row = store.connection.prepare('SELECT id_system FROM ledger_entry').get();
  expect(row).toEqual({ id_system: 'our members' });
});

test('the built program finds its presets, and refuses their options for any other file', () => {
  const dir = workdir();
  dir.run('init');
  dir.write('log.csv', 'AK ID,Do not call,Wrong number\nA1,TRUE,\n');
  dir.write('native.csv', 'record,phone\nobjection,07700900123\n');
  const { stdout, exitCode } = dir.run('ledger', 'import', 'log.csv', '--json');
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ revision: 1, export: { preset: 'dsa-opt-outs', hasIds: true } });
  const refused = dir.run('ledger', 'import', 'native.csv', '--controller', 'N', '--read-as', 'x=nothing');
  expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
  expect(refused.stderr).toContain('`--controller`, `--read-as` are for exports of other systems');
});

describe('a zip of several files', () => {
  const FOLDER = resolve(import.meta.dirname, '../../../fixtures/systems/mailchimp/ledger');
  const parts = readdirSync(FOLDER)
    .filter((name) => name.endsWith('_4711.csv'))
    .map((name) => ({ name, content: readFileSync(join(FOLDER, name)) }));
  const audience = (...more: { name: string; content: string }[]) => zipOf([...parts, ...more]);
  const atTheTop = 'Email Address,OPTIN_TIME,OPTIN_IP,LEID\n';

  test('is one revision, in which each file means what its name says', async () => {
    const [together, apart] = [temporaryStore(), temporaryStore()];
    const result = await importing(together, audience(), { name: 'audience_export_4711.zip' });
    for (const { content, name } of parts) await importing(apart, content, { name });
    const sorted = (store: Store) =>
      held(store)
        .map((entry) => JSON.stringify(entry))
        .sort();
    expect(parts).toHaveLength(4);
    expect(sorted(together)).toEqual(sorted(apart));
    expect(
      held(together)
        .map(({ record }) => record)
        .sort(),
    ).toEqual(['consent', 'consent', 'objection', 'objection', 'objection']);
    expect(currentRevision(together)).toBe(1);
    expect(result.files).toEqual(parts.map(({ name }) => name));
    expect(describeExport(result.export, result.files)).toContain(
      'Read from the zip, as one import: cleaned_',
    );
  });

  test('changes nothing the second time', async () => {
    const store = temporaryStore();
    await importing(store, audience(), { name: 'a.zip' });
    const again = await importing(store, audience(), { name: 'a.zip' });
    expect([again.revision, currentRevision(store)]).toEqual([null, 1]);
  });

  test('with a single file in it is known by the name of that file, whatever folder it is in', async () => {
    const store = temporaryStore();
    const zip = zipOf([
      { name: 'export/unsubscribed_members_export_1.csv', content: `${atTheTop}a@example.com,,,1\n` },
    ]);
    await importing(store, zip, { name: 'subscribed_members.zip' });
    expect(held(store)).toMatchObject([{ record: 'objection', channels: ['email'] }]);
  });

  test('is refused as a whole where the name of one file says nothing', async () => {
    const said = await refusal(audience({ name: 'people.csv', content: `${atTheTop}a@example.com,,,1\n` }), {
      name: 'a.zip',
    });
    expect(said).toContain('`people.csv` is a Mailchimp audience export, in which the name of the file');
  });

  test('is refused as a whole where one line cannot be read, and its file is named', async () => {
    const name = 'unsubscribed_members_export_2.csv';
    const said = await refusal(audience({ name, content: `${atTheTop}nobody,,,1\n` }), { name: 'a.zip' });
    expect(said).toContain(`line ${name}:2: `);
  });

  test('tells what it passed over', async () => {
    const zip = audience({ name: 'logo.png', content: 'x' });
    const { notes } = await importing(temporaryStore(), zip, { name: 'a.zip' });
    expect(notes).toEqual([{ kind: 'passed-over', names: ['logo.png'] }]);
  });
});
