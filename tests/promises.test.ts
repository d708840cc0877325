/**
 * The promises of the product, one by one, through the built program. Each test fails when its promise is
 * broken.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import {
  campaignText,
  loadRegister,
  PROGRAM,
  screen,
  TODAY,
  type Workdir,
  workdir,
  world,
} from './workdir.js';

const LISTED = '07700900001';
const CLEAR = '07700900002';
const OTHER = '07700900003';

const OUTCOMES = ['allowed', 'blocked', 'needs-review'] as const;

describe('1. never a silent allow', () => {
  test('a store without a register clears nobody', () => {
    const dir = workdir();
    dir.write('contacts.csv', `name,phone\nAnn,${CLEAR}\n`);
    dir.write('campaign.yaml', campaignText());
    dir.run('init');
    expect(screen(dir).exitCode).toBe(0);
    expect(dir.rows('out/allowed.csv')).toEqual([]);
    expect(codes(dir, 'needs-review')).toEqual(['register-missing']);
  });

  test('one register of the two clears nobody', () => {
    const dir = workdir();
    dir.write('contacts.csv', `name,phone\nAnn,${CLEAR}\n`);
    dir.write('campaign.yaml', campaignText());
    dir.run('init');
    loadRegister(dir, 'tps', [LISTED], '2026-11-20');
    screen(dir);
    expect(dir.rows('out/allowed.csv')).toEqual([]);
    expect(codes(dir, 'needs-review')).toEqual(['register-incomplete']);
  });

  test('a mistyped store is refused, and no file is made of it', () => {
    const dir = world({ contacts: `name,phone\nAnn,${CLEAR}\n` });
    const ran = screen(dir, '--store', 'ringfense.db');
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain('cannot open the store `ringfense.db`: there is no such file');
    expect(dir.exists('ringfense.db')).toBe(false);
    expect(dir.exists('out')).toBe(false);
  });

  test("another program's database is not taken for a store", () => {
    const dir = world({ contacts: `name,phone\nAnn,${CLEAR}\n` });
    const other = new Database(join(dir.path, 'other.db'));
    other.exec('CREATE TABLE run (id INTEGER)');
    other.close();
    const ran = screen(dir, '--store', 'other.db');
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain('`other.db` is not a ringfence store');
  });

  test('a damaged register block stops the run instead of saying "not listed"', () => {
    const dir = world({ contacts: `name,phone\nAnn,${LISTED}\n`, tps: [LISTED] });
    const store = new Database(join(dir.path, 'ringfence.db'));
    store.exec('UPDATE register_block SET packed = zeroblob(length(packed))');
    store.close();
    const ran = screen(dir);
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain('damaged');
    expect(dir.exists('out')).toBe(false);
  });

  test('a lost register block stops the run', () => {
    const dir = world({ contacts: `name,phone\nAnn,${LISTED}\n`, tps: [LISTED] });
    const store = new Database(join(dir.path, 'ringfence.db'));
    store.exec('DELETE FROM register_block WHERE key = 7700900001 / 65536 / 64');
    store.close();
    expect(screen(dir).exitCode).toBe(2);
    expect(dir.exists('out')).toBe(false);
  });

  test('an empty ledger does not decide, and the summary says so', () => {
    const dir = world({ contacts: `name,phone\nAnn,${CLEAR}\n` });
    const { stdout } = screen(dir);
    expect(dir.rows('out/allowed.csv')).toHaveLength(1);
    expect(stdout).toContain('No objection is held, and the list has no opt-out column');
  });

  test('ids whose system is open stop the run when the ledger knows people by id', () => {
    const dir = world({
      contacts: `person_id,phone\nM1,${CLEAR}\n`,
      ledger: 'record,person_id,id_system\nobjection,M1,members\n',
      campaign: campaignText({
        list: '{ source: own-records, controller: Northfield Party, privacy_notice_given: true }',
      }),
    });
    const ran = screen(dir);
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain('list.id_system');
  });

  test.for([['email'], ['sms'], ['social-dm'], ['automated-call'], ['fax']])(
    'a number on no register may not be written to, or rung by a machine, for that: %s',
    ([channel = '']) => {
      const dir = world({
        contacts: `name,phone,email,twitter,person_id\nAnn,${CLEAR},ann@example.com,@ann,1\n`,
        campaign: campaignText({ channel, messages: '{ opt_out_included: true }' }),
      });
      expect(screen(dir).exitCode).toBe(0);
      expect(dir.rows('out/allowed.csv')).toEqual([]);
      expect(dir.rows('out/blocked.csv')).toHaveLength(1);
    },
  );

  test.for([['email'], ['post'], ['social-dm']])(
    'a record that %s cannot reach waits for a person, counted apart',
    ([channel = '']) => {
      const dir = world({
        contacts: `name,phone,email,address,twitter,person_id\nAnn,${CLEAR},,,,1\n`,
        campaign: campaignText({ channel, messages: '{ opt_out_included: true }' }),
      });
      screen(dir);
      expect(codes(dir, 'needs-review')).toEqual(['contact-detail-missing']);
      expect(dir.rows('out/blocked.csv')).toEqual([]);
    },
  );
});

describe('2. nothing lost', () => {
  const contacts = [
    'id,name,phone,mobile',
    `1,Ann,${CLEAR},${LISTED}`,
    '2,Ben,,',
    '3,Cal,not a number,',
    `4,"Dee, of\nElmet",${OTHER};07700900004,07700 900001`,
    `5,Eve,${CLEAR},extra,cells,here`,
    '6,Fay',
    `7,Gus,${CLEAR},${CLEAR}`,
    '',
  ].join('\n');

  test('every record is written, and every contact point to exactly one file', () => {
    const dir = world({ contacts, tps: [LISTED] });
    expect(screen(dir).exitCode).toBe(0);
    const places = new Map<string, string[]>();
    const ids = new Set<string>();
    for (const outcome of OUTCOMES) {
      for (const row of dir.rows(`out/${outcome}.csv`)) {
        ids.add(row.id ?? '');
        for (const contact of (row.screening_contact ?? '').split(';').filter((text) => text !== '')) {
          const key = `${row.id} ${contact}`;
          places.set(key, [...(places.get(key) ?? []), outcome]);
        }
      }
    }
    expect([...ids].sort()).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(Object.fromEntries(places)).toEqual({
      '1 +447700900002': ['allowed'],
      '1 +447700900001': ['blocked'],
      '4 +447700900003': ['allowed'],
      '4 +447700900004': ['allowed'],
      '4 +447700900001': ['blocked'],
      '5 +447700900002': ['needs-review'],
      '7 +447700900002': ['allowed'],
    });
  });

  test('the counts add up, with records without a contact counted apart', () => {
    const dir = world({ contacts, tps: [LISTED] });
    const { stdout } = screen(dir, '--json');
    const { result } = JSON.parse(stdout);
    expect(result.records).toBe(7);
    expect(OUTCOMES.reduce((sum, outcome) => sum + result[outcome].contact_points, 0)).toBe(
      result.contact_points,
    );
    expect(OUTCOMES.reduce((sum, outcome) => sum + result[outcome].records_without_contact, 0)).toBe(2);
    for (const outcome of OUTCOMES) expect(dir.rows(`out/${outcome}.csv`)).toHaveLength(result[outcome].rows);
  });

  test('the cells of a ragged record are all kept', () => {
    const dir = world({ contacts, tps: [LISTED] });
    screen(dir);
    const ragged = dir.rows('out/needs-review.csv').find(({ id }) => id === '5');
    expect(ragged).toMatchObject({
      name: 'Eve',
      phone: CLEAR,
      mobile: 'extra',
      screening_surplus: 'cells,here',
    });
    expect(ragged?.screening_reasons).toContain('record-malformed');
  });
});

describe('3. what is not allowed does not stand in the contact cells of allowed.csv', () => {
  test('each cell keeps only the allowed numbers', () => {
    const dir = world({
      contacts: `id,phone,mobile\n1,${LISTED},${CLEAR}\n2,"${LISTED} / ${OTHER}",\n3,${CLEAR} (her son),\n`,
      tps: [LISTED],
    });
    screen(dir);
    expect(dir.rows('out/allowed.csv').map(({ id, phone, mobile }) => [id, phone, mobile])).toEqual([
      ['1', '', CLEAR],
      ['2', '+447700900003', ''],
      ['3', '+447700900002', ''],
    ]);
    expect(dir.rows('out/blocked.csv').map(({ id, phone, mobile }) => [id, phone, mobile])).toEqual([
      ['1', LISTED, ''],
      ['2', '+447700900001', ''],
    ]);
  });

  test('a column full of numbers without a role stops the run until it is mapped or ignored', () => {
    const contacts = `id,phone,Reserve line\n1,${CLEAR},${LISTED}\n2,${OTHER},${LISTED}\n`;
    const dir = world({ contacts, tps: [LISTED] });
    const stopped = screen(dir);
    expect(stopped.exitCode).toBe(2);
    expect(stopped.stderr).toContain('Reserve line');
    expect(stopped.stderr).not.toContain(LISTED);
    expect(screen(dir, '--map', 'phone=Reserve line').exitCode).toBe(0);
    expect(dir.rows('out/allowed.csv').map((row) => row['Reserve line'])).toEqual(['', '']);
  });

  test('an ignored phone column is emptied in allowed.csv and kept elsewhere', () => {
    const contacts = `id,phone,Reserve line\n1,${CLEAR},${LISTED}\n2,${LISTED},${OTHER}\n`;
    const dir = world({ contacts, tps: [LISTED] });
    expect(screen(dir, '--map', 'ignore=Reserve line').exitCode).toBe(0);
    expect(dir.rows('out/allowed.csv').map((row) => row['Reserve line'])).toEqual(['']);
    expect(dir.rows('out/blocked.csv').map((row) => row['Reserve line'])).toEqual([OTHER]);
  });

  test('an ignored cell with digits that no number can be read from is emptied, too', () => {
    const dir = world({ contacts: `id,phone,Old ref\n1,${CLEAR},07700 900001 900002\n2,${OTHER},ref 17\n` });
    expect(screen(dir, '--map', 'ignore=Old ref').exitCode).toBe(0);
    expect(dir.rows('out/allowed.csv').map((row) => row['Old ref'])).toEqual(['', 'ref 17']);
  });

  test('what was written beside numbers that part ways is kept for whoever reviews them', () => {
    const dir = world({
      contacts: `id,phone\n1,"${LISTED}, ${OTHER} (asked not to be rung)"\n`,
      tps: [LISTED],
    });
    screen(dir);
    expect(dir.rows('out/needs-review.csv').map(({ phone }) => phone)).toEqual([
      '+447700900003 (asked not to be rung)',
    ]);
    expect(dir.rows('out/allowed.csv')).toEqual([]);
  });
});

describe('3. and so for addresses', () => {
  test('a cell with several keeps those that are allowed', () => {
    const dir = world({
      contacts: 'name,email\nAnn,"ann@example.com; bob@example.com"\n',
      ledger:
        'record,email,channels,controller,purposes,on,obtained,method,tied_to,source,wording\n' +
        'consent,ann@example.com,email,Northfield Party,political-campaign,2026-10-01,direct,opt-in,standalone,form,v1\n',
      campaign: campaignText({ channel: 'email', messages: '{ opt_out_included: true }' }),
    });
    screen(dir);
    expect(dir.rows('out/allowed.csv').map((row) => row.email)).toEqual(['ann@example.com']);
    expect(dir.rows('out/blocked.csv').map((row) => row.email)).toEqual(['bob@example.com']);
  });
});

describe('4. an opt-out anywhere in the list binds everywhere in it', () => {
  test.for<[string, string, string[]]>([
    [
      'a later row with the same number',
      `1,M1,${CLEAR},,\n2,M2,${CLEAR},,1\n`,
      ['objection-number', 'objection-number'],
    ],
    [
      'an earlier row with the same number',
      `1,M1,${CLEAR},,1\n2,M2,${CLEAR},,\n`,
      ['objection-number', 'objection-number'],
    ],
    [
      'the same number written another way',
      `1,M1,+44 7700 900002,,\n2,M2,${CLEAR},,yes\n`,
      ['objection-number', 'objection-number'],
    ],
    [
      'another number of the same person',
      `1,M1,${CLEAR},,\n2,M1,${OTHER},,x\n`,
      ['objection-person', 'objection-number'],
    ],
    [
      'another number behind the same address',
      `1,M1,${CLEAR},a@example.com,\n2,M2,${OTHER},A@Example.com,TRUE\n`,
      ['objection-number', 'objection-number'],
    ],
    ['a row without a number', `1,M1,${CLEAR},,\n2,M1,,,1\n`, ['objection-person', 'objection-person']],
  ])('%s', ([, rows, expected]) => {
    const dir = world({ contacts: `id,person_id,phone,email,do_not_call\n${rows}` });
    expect(screen(dir).exitCode).toBe(0);
    expect(dir.rows('out/allowed.csv')).toEqual([]);
    const decisive = dir
      .rows('out/blocked.csv')
      .map(({ screening_reasons }) => screening_reasons?.split(';')[0]);
    expect(decisive).toEqual(expected);
  });

  test.for<[string, string, string]>([
    [
      'that slid under another header',
      'name,phone,do_not_call\nExample, Ann,07700900002,yes\nAnn,07700900002,\n',
      'flag-unread',
    ],
    [
      'of a record that a stray pair of quotes drew together with the next',
      'name,phone,do_not_call\n"Ann,07700900002,yes\nBen",07700900003,no\nAnn,07700900002,\n',
      'flag-unread',
    ],
    [
      'whose number stands in a column that is not for numbers',
      `name,phone,Notes,do_not_call\nAnn,,rang on 07700900002,yes\nBen,07700900002,,\n${'Cy,07700900004,kind,yes\n'.repeat(30)}`,
      'objection-number',
    ],
    [
      'whose number cannot be told from the next',
      'name,phone,do_not_call\nAnn,07700900002 900004,yes\nBen,07700900002,\n',
      'objection-number',
    ],
    [
      'of a person whose id a spreadsheet put an apostrophe before',
      "person_id,phone,do_not_call\n'17,07700900003,yes\n17,07700900002,\n",
      'objection-person',
    ],
  ])('an opt-out %s', ([, contacts, code]) => {
    const dir = world({ contacts });
    expect(screen(dir).exitCode).toBe(0);
    expect(dir.rows('out/allowed.csv')).toEqual([]);
    const reasons = OUTCOMES.flatMap((outcome) => dir.rows(`out/${outcome}.csv`))
      .filter(({ screening_contact }) => screening_contact === '+447700900002')
      .map(({ screening_reasons }) => screening_reasons?.split(';')[0]);
    expect(reasons).toContain(code);
  });

  test('no consent lifts it', () => {
    const dir = world({
      contacts: `id,phone,do_not_call\n1,${CLEAR},1\n`,
      ledger: `record,phone,channels,controller,purposes,on,obtained,method,tied_to,source,wording\nconsent,${CLEAR},live-call,Northfield Party,political-campaign,2026-11-01,direct,opt-in,standalone,form,v1\n`,
    });
    screen(dir);
    expect(codes(dir, 'blocked')).toEqual(['objection-number']);
  });

  test('an opt-out from email does not bind a call', () => {
    const dir = world({ contacts: `id,phone,email,do_not_email\n1,${CLEAR},ann@example.com,1\n` });
    screen(dir);
    expect(dir.rows('out/allowed.csv')).toHaveLength(1);
  });

  test('words and unread flags bind the rows that share the number, too', () => {
    const dir = world({
      contacts: `id,phone,do_not_call\n1,${CLEAR},\n2,${CLEAR} do not call,\n3,${OTHER},\n4,${OTHER},perhaps\n`,
    });
    screen(dir);
    expect(dir.rows('out/allowed.csv')).toEqual([]);
    expect(codes(dir, 'needs-review')).toEqual([
      'opt-out-in-text',
      'opt-out-in-text',
      'flag-unread',
      'flag-unread',
    ]);
  });

  test('a refusal in a column without a role is seen', () => {
    const dir = world({ contacts: `id,phone,Status\n1,${CLEAR},Do not call\n2,${OTHER},Active\n` });
    screen(dir);
    expect(codes(dir, 'needs-review')).toEqual(['opt-out-in-text']);
    expect(dir.rows('out/allowed.csv')).toHaveLength(1);
  });

  test.for(['Telephone Preference Service', 'DNC 2024', 'Objects to calls', 'OK to call', 'Phone consent'])(
    'the header %s stops the run until it is mapped or ignored',
    (header) => {
      const dir = world({ contacts: `id,phone,${header}\n1,${CLEAR},Yes\n` });
      const ran = screen(dir);
      expect(ran.exitCode).toBe(2);
      expect(ran.stderr).toContain(`--map do_not_call="${header}"`);
      expect(screen(dir, '--map', `ignore=${header}`).exitCode).toBe(0);
    },
  );

  test('a permission that is mapped to an opt-out is never read inverted', () => {
    const dir = world({ contacts: `id,phone,OK to call\n1,${CLEAR},No\n2,${OTHER},Yes\n` });
    screen(dir, '--map', 'do_not_call=OK to call');
    expect(codes(dir, 'blocked')).toEqual(['objection-number']);
    expect(dir.rows('out/allowed.csv').map(({ id }) => id)).toEqual(['2']);
  });

  test.for(['Call Y/N', 'Do not call lifted', 'TPS clear'])(
    'yes and no under `%s` are left unread',
    (header) => {
      const dir = world({ contacts: `id,phone,${header}\n1,${CLEAR},No\n2,${OTHER},Yes\n` });
      screen(dir, '--map', `do_not_call=${header}`);
      expect(codes(dir, 'needs-review')).toEqual(['flag-unread', 'flag-unread']);
    },
  );

  test('a list from standard input is read twice as well', () => {
    const dir = world({ contacts: '' });
    const input = `id,phone,do_not_call\n1,${CLEAR},\n2,${CLEAR},1\n`;
    const ran = dir.runWith({ input }, 'screen', '-', '--campaign', 'campaign.yaml', '--out', 'out');
    expect(ran.exitCode).toBe(0);
    expect(codes(dir, 'blocked')).toEqual(['objection-number', 'objection-number']);
  });
});

describe('5. fidelity', () => {
  test('cells, columns, delimiter, line ends and byte order mark come out as they were', () => {
    const header = '\ufeffName ;"say ""hi""";phone;Name ;';
    const record = `"Zoë\nÅngström";=1+1;${CLEAR};007;"a;b"`;
    const dir = world({ contacts: `${header}\r\n${record}\r\n` });
    expect(screen(dir).exitCode).toBe(0);
    const text = dir.text('out/allowed.csv');
    expect(text.startsWith('\ufeffName ;"say ""hi""";phone;Name ;;screening_verdict;')).toBe(true);
    expect(text).toContain(`\r\n"Zoë\nÅngström";=1+1;${CLEAR};007;"a;b";allowed;live-call;`);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  test('the screening_ columns of an earlier run are replaced', () => {
    const dir = world({ contacts: `id,phone\n1,${CLEAR}\n` });
    screen(dir);
    dir.write('contacts.csv', dir.text('out/allowed.csv'));
    expect(dir.run('screen', 'contacts.csv', '--campaign', 'campaign.yaml', '--out', 'again').exitCode).toBe(
      0,
    );
    expect(dir.text('again/allowed.csv')).toBe(dir.text('out/allowed.csv'));
  });
});

describe('6. all or nothing', () => {
  test('a run that fails publishes nothing and leaves nothing', () => {
    const dir = world({ contacts: `id,phone\n1,${CLEAR}\n2,${'x'.repeat(1 << 20)}\n` });
    const ran = dir.run('screen', 'contacts.csv', '--campaign', 'campaign.yaml');
    expect(ran.exitCode).toBe(2);
    expect(dir.list('screened')).toEqual([]);
    expect(dir.run('runs').stdout).toContain('No list has been screened');
  });

  test('a folder that is in use is refused', () => {
    const dir = world({ contacts: `id,phone\n1,${CLEAR}\n` });
    screen(dir);
    const before = dir.text('out/allowed.csv');
    expect(screen(dir).exitCode).toBe(2);
    expect(dir.text('out/allowed.csv')).toBe(before);
  });

  test('without --out every run has a folder of its own, readable by its owner only', () => {
    const dir = world({ contacts: `id,phone\n1,${CLEAR}\n` });
    dir.run('screen', 'contacts.csv', '--campaign', 'campaign.yaml');
    dir.run('screen', 'contacts.csv', '--campaign', 'campaign.yaml');
    expect(dir.list('screened')).toEqual(['contacts-2026-11-22', 'contacts-2026-11-22-2']);
    expect(mode(dir, 'screened/contacts-2026-11-22')).toBe(0o700);
    for (const name of dir.list('screened/contacts-2026-11-22')) {
      expect(mode(dir, `screened/contacts-2026-11-22/${name}`)).toBe(0o600);
    }
    expect(mode(dir, 'ringfence.db')).toBe(0o600);
  });

  test('a run that cannot be logged is not published', () => {
    const dir = world({ contacts: `id,phone\n1,${CLEAR}\n` });
    const store = new Database(join(dir.path, 'ringfence.db'));
    store.exec("CREATE TRIGGER refuse BEFORE INSERT ON run BEGIN SELECT raise(ABORT, 'no room'); END");
    store.close();
    expect(screen(dir).exitCode).toBe(2);
    expect(dir.exists('out')).toBe(false);
  });

  test('killed at any moment, a run leaves its whole folder or none', { timeout: 120_000 }, async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, row) => `${row},0770090${String(row % 10_000).padStart(4, '0')}`,
    );
    const dir = world({ contacts: `id,phone\n${rows.join('\n')}\n`, tps: [LISTED] });
    const published: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await screenAndKill(dir, attempt === 11 ? 60_000 : 100 + attempt * 130);
      const visible = dir.list('screened').filter((name) => !name.startsWith('.'));
      for (const name of visible) {
        expect(dir.list(`screened/${name}`)).toEqual([
          'allowed.csv',
          'blocked.csv',
          'needs-review.csv',
          'receipt.json',
        ]);
      }
      const logged = dir.run('runs', '--json').stdout;
      expect(JSON.parse(logged)).toHaveLength(visible.length);
      published.push(visible.length);
    }
    expect(published.at(-1)).toBeGreaterThan(0);
    expect(dir.list('screened').filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('8. the same inputs give the same result', () => {
  const rows = [
    `1,M1,${CLEAR},`,
    `2,M2,${LISTED},`,
    `3,M3,${OTHER},1`,
    `4,M3,07700900004,`,
    '5,M5,nonsense,',
    `6,M6,${OTHER},`,
    `7,M7,"${LISTED}, 07700900005",`,
  ];
  const list = (order: readonly string[]): string => `id,person_id,phone,do_not_call\n${order.join('\n')}\n`;

  test('two runs write the same three files and the same result', () => {
    const dir = world({ contacts: list(rows), tps: [LISTED] });
    screen(dir);
    dir.run('screen', 'contacts.csv', '--campaign', 'campaign.yaml', '--out', 'again');
    for (const outcome of OUTCOMES)
      expect(dir.text(`again/${outcome}.csv`)).toBe(dir.text(`out/${outcome}.csv`));
    expect(resultIn(dir, 'again')).toEqual(resultIn(dir, 'out'));
  });

  test('the order of rows changes no verdict', () => {
    const dir = world({ contacts: list(rows), tps: [LISTED] });
    screen(dir);
    dir.write('contacts.csv', list(rows.toReversed()));
    dir.run('screen', 'contacts.csv', '--campaign', 'campaign.yaml', '--out', 'again');
    expect(resultIn(dir, 'again')).toEqual(resultIn(dir, 'out'));
    for (const outcome of OUTCOMES)
      expect(verdicts(dir, 'again', outcome)).toEqual(verdicts(dir, 'out', outcome));
  });

  test('the day that was set is named in the summary and the receipt', () => {
    const dir = world({ contacts: list(rows), tps: [LISTED] });
    expect(screen(dir).stdout).toContain(`The clock was set: today is taken as ${TODAY} (RINGFENCE_TODAY).`);
    expect(JSON.parse(dir.text('out/receipt.json')).clock_set_to).toBe(TODAY);
  });

  test('a day in the past is a replay, in the summary, in every row and in the receipt', () => {
    const dir = world({ contacts: list(rows), tps: [LISTED] });
    const { stdout } = screen(dir, '--on', '2026-11-21');
    expect(stdout).toContain('REPLAY');
    expect(
      dir.rows('out/allowed.csv').every((row) => row.screening_explanation?.startsWith('REPLAY: ')),
    ).toBe(true);
    expect(resultIn(dir, 'out').replay).toBe(true);
    expect(dir.run('check', 'out/allowed.csv', '--receipt', 'out/receipt.json').exitCode).toBe(1);
  });
});

describe('9. nothing leaks', () => {
  test('no number, name or address shows in the summary, the receipt, the log of runs or an error', () => {
    const dir = world({
      contacts: `id,name,phone,email,do_not_call\n1,Ann Example,${CLEAR},ann@example.com,maybe ${LISTED}\n2,Ben Example,ring ben@example.com,,\n`,
      tps: [LISTED],
      ledger: `record,phone\nobjection,${OTHER}\n`,
    });
    const said = [screen(dir), dir.run('runs'), dir.run('register', 'status', '--history')];
    dir.write(
      'broken.csv',
      `id,phone,note\n1,${CLEAR},\n2,,ann@example.com ${LISTED} ${'x'.repeat(1 << 20)}\n`,
    );
    said.push(dir.run('screen', 'broken.csv', '--campaign', 'campaign.yaml'));
    dir.write(
      'bad-ledger.csv',
      `record,phone,on\nobjection,${CLEAR},yesterday\nobjection,ann@example.com,\n`,
    );
    said.push(dir.run('ledger', 'import', 'bad-ledger.csv'));
    said.push(dir.run('objection', '0770090', 'ann@', '--campaign', 'campaign.yaml'));
    const all = `${said.map(({ stdout, stderr }) => stdout + stderr).join('\n')}\n${dir.text('out/receipt.json')}`;
    expect(said.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 2, 2, 2]);
    for (const secret of ['7700900', '7700 900', 'Ann Example', 'Ben Example', 'ann@', 'ben@', '0770090']) {
      expect(all).not.toContain(secret);
    }
  });

  test('the spool of standard input is gone when the run ends', () => {
    const dir = world({ contacts: '' });
    mkdirSync(join(dir.path, 'tmp'));
    const ran = dir.runWith(
      { input: `id,phone\n1,${CLEAR}\n`, environment: { TMPDIR: join(dir.path, 'tmp') } },
      'screen',
      '-',
      '--campaign',
      'campaign.yaml',
    );
    expect(ran.exitCode).toBe(0);
    expect(dir.list('tmp')).toEqual([]);
    expect(dir.list('screened')).toEqual(['standard-input-2026-11-22']);
  });
});

function codes(dir: Workdir, outcome: (typeof OUTCOMES)[number]): (string | undefined)[] {
  return dir.rows(`out/${outcome}.csv`).map(({ screening_reasons }) => screening_reasons?.split(';')[0]);
}

function verdicts(dir: Workdir, folder: string, outcome: string): string[] {
  return dir
    .rows(`${folder}/${outcome}.csv`)
    .map(({ id, screening_contact, screening_reasons, screening_valid_until }) =>
      [id, screening_contact, screening_reasons, screening_valid_until].join(' '),
    )
    .sort();
}

function resultIn(dir: Workdir, folder: string): { replay?: boolean } {
  return JSON.parse(dir.text(`${folder}/receipt.json`)).result;
}

function mode(dir: Workdir, name: string): number {
  return statSync(join(dir.path, name)).mode & 0o777;
}

/** Starts a screening and kills it without warning after so many milliseconds, unless it is done before. */
function screenAndKill(dir: Workdir, after: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [PROGRAM, 'screen', 'contacts.csv', '--campaign', 'campaign.yaml'],
      {
        cwd: dir.path,
        env: { PATH: process.env.PATH, RINGFENCE_TODAY: TODAY },
        stdio: 'ignore',
      },
    );
    const timer = setTimeout(() => child.kill('SIGKILL'), after);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
