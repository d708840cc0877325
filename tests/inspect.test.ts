/** `inspect` through the built program: everything of a list before anything is judged, and nothing that is somebody's. */
import { describe, expect, test } from 'vitest';
import { zipOf } from './contacts/list/zip-for-tests.js';
import { campaignText, type Ran, type Workdir, workdir } from './workdir.js';

const HEADER = 'Contact ID,Name,Mobile,Home,Do Not Phone,DNC 2024,OK to call,Notes,DOB';
const LIST = [
  HEADER,
  '1,Ann Example,07700 900123,,1,,Yes,,03/04/1990',
  '2,Bo Example (do not call),07700900124,,,,No,,',
  "3,Cy Example,'7700900125,01632 960003,maybe,Y,,please do not ring,",
  '4,Di Example,07700 900126 / 07700 900127,,1,,Yes,she has died,',
  '5,Ed Example,ed@example.org,,,,,,05/06/1991',
  '6,Flo Example,soon',
].join('\r\n');

function inspect(dir: Workdir, ...args: string[]): Ran {
  return dir.run('inspect', ...args);
}

function listDir(content = `${LIST}\r\n`, name = 'members.csv'): Workdir {
  const dir = workdir();
  dir.write(name, content);
  return dir;
}

describe('inspect', () => {
  test('shows a list whole, in the order in which its reader needs it', () => {
    const ran = inspect(listDir(), 'members.csv');
    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toBe(`members.csv: 6 records in 9 columns
  UTF-8, comma between cells, CR LF at line ends, header on line 1

Columns
  1  Contact ID    person_id
  2  Name          copied; a name, searched for words such as "do not call"
  3  Mobile        phone
  4  Home          copied; searched for words that ask for no contact
  5  Do Not Phone  do_not_call
  6  DNC 2024      copied; searched for words that ask for no contact
  7  OK to call    copied; searched for words that ask for no contact
  8  Notes         notes
  9  DOB           date_of_birth

Opt-outs and other flags
  \`Do Not Phone\` (do_not_call): empty = not recorded x3, \`1\` = opted out x2, \`maybe\` = unread, goes to review x1

Numbers and addresses
  \`Mobile\`: 5 numbers in 6 filled cells, 1 repaired to be read, 1 cell with several, 1 cell that cannot be read (line 7), 1 cell with an email address (line 6)
  2 records with no number or address at all (lines 6, 7)

Words in notes, names and phone cells: each goes to review
  2 records with words that ask for no contact (lines 3, 4)
  1 record with words that may mean a death (line 5)

Damage: these records go to review whole, since a cell may stand under the wrong header
  1 record with more or fewer cells than the header (line 7)

Open: nothing is screened before these are answered
  \`DNC 2024\` looks like an opt-out or a register listing: --map do_not_call="DNC 2024" or --map ignore="DNC 2024"
  \`OK to call\` looks like an opt-out or a register listing: --map do_not_call="OK to call" or --map ignore="OK to call"
  \`Home\` is no phone column and holds telephone numbers: --map phone="Home" or --map ignore="Home"
  nothing tells whether dates write the day or the month first: --date-order dmy or --date-order mdy
`);
  });

  test('says how each value is read once the columns are mapped, and that nothing is open', () => {
    const maps = ['do_not_call=DNC 2024', 'do_not_call=OK to call', 'phone=Home'];
    const args = maps.flatMap((map) => ['--map', map]);
    const { stdout } = inspect(listDir(), 'members.csv', ...args, '--date-order', 'dmy');
    expect(stdout).toContain('`DNC 2024` (do_not_call): empty = not recorded x5, `Y` = opted out x1');
    expect(stdout).toContain(
      '`OK to call` (do_not_call): empty = not recorded x3, `Yes` = not opted out x2, `No` = opted out x1\n' +
        '    asks for permission: a yes is "not opted out" and never consent, a no is an opt-out',
    );
    expect(stdout).toContain('dates are read with the day first');
    expect(stdout).toContain('Nothing is open: the list can be screened as it is.');
  });

  test('what it asks for is what a screening stops at, and its answers let one run', () => {
    const dir = listDir();
    dir.write('campaign.yaml', campaignText());
    dir.run('init');
    const stopped = dir.run('screen', 'members.csv', '--campaign', 'campaign.yaml', '--out', 'out');
    expect(stopped.exitCode).toBe(2);
    expect(stopped.stderr).toContain('--map do_not_call="DNC 2024"');
    const open: { open: { answers: string[] }[] } = JSON.parse(
      inspect(dir, 'members.csv', '--json').stdout,
    ).list;
    const answers = open.open.flatMap(({ answers: [first = ''] }) =>
      first.startsWith('--map') ? ['--map', first.slice(6).replaceAll('"', '')] : first.split(' '),
    );
    const ran = dir.run('screen', 'members.csv', '--campaign', 'campaign.yaml', '--out', 'out', ...answers);
    expect(ran).toMatchObject({ exitCode: 0 });
  });

  test('as JSON the same counts stand', () => {
    const { list } = JSON.parse(inspect(listDir(), 'members.csv', '--json').stdout);
    expect(list).toMatchObject({
      name: 'members.csv',
      encoding: 'utf-8',
      delimiter: ',',
      line_end: '\r\n',
      records: 6,
      damage: [{ kind: 'ragged', count: 1, firstLines: [7] }],
      opt_out_words: { count: 2, firstLines: [3, 4] },
      deceased_words: { count: 1, firstLines: [5] },
      records_without_contact: { count: 2, firstLines: [6, 7] },
    });
    expect(list.columns[2]).toEqual({ header: 'Mobile', roles: ['phone'], searched_for_words: false });
    expect(list.flags[0].values).toContainEqual({ value: 'maybe', read_as: 'unread', count: 1 });
    expect(list.open.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...['opt-out-header', 'opt-out-header', 'unscreened-numbers', 'date-order'],
    ]);
  });

  test('no name, number or address of the list is printed, but flag values are, masked', () => {
    const dir = listDir(
      'Name,Mobile,do_not_call\nAnn Example,07700 900123,07700 900129\nBo Example,07700900124,ask bo@example.com\nCy,07700900125,He said at length that he would rather be left alone\nDi,07700900126,Jane Doe 1 High St\n',
    );
    for (const args of [[], ['--json']]) {
      const { stdout } = inspect(dir, 'members.csv', ...args);
      expect(stdout).toContain('••••29');
      expect(stdout).toContain('ask •••@•••');
      expect(stdout).not.toContain('Jane Doe');
      expect(stdout).toContain('(a text of 52 characters)');
      expect(stdout).not.toMatch(/Ann|Example|900123|900124|bo@|rather/);
    }
  });

  test('a flag column with one value on every row is called a default', () => {
    const { stdout } = inspect(listDir('Phone,do_not_call\n07700900123,N\n07700900124,N\n'), 'members.csv');
    expect(stdout).toContain('one value on every row: that is a default, not an answer');
  });

  test('a column that may hold opt-outs is not passed over where the list has no other', () => {
    const { stdout } = inspect(listDir('Phone,OK to call\n07700900123,No\n'), 'members.csv');
    expect(stdout).toContain('no column is known to hold them yet');
  });

  test('a list without an opt-out column is told as that', () => {
    const { stdout } = inspect(listDir('Phone\n07700900123\n'), 'members.csv');
    expect(stdout).toContain('the list has no opt-out column');
  });

  test('judges no row, needs no store and writes nothing', () => {
    const dir = listDir();
    inspect(dir, 'members.csv');
    expect(dir.list('.')).toEqual(['members.csv']);
  });

  test('reads standard input', () => {
    const ran = workdir().runWith({ input: `${LIST}\n` }, 'inspect', '-');
    expect(ran.stdout).toMatch(/^standard input: 6 records in 9 columns\n/);
  });

  test('says of a zip what each file in it is, and whom its name binds', () => {
    const dir = workdir();
    const files = [
      {
        name: 'subscribed_members_export_1.csv',
        content: 'Email Address,Phone\nann@example.org,07700900123\n',
      },
      {
        name: 'unsubscribed_members_export_1.csv',
        content: 'Email Address;UNSUB_TIME\r\nbo@example.org;2026-01-02\r\n',
      },
      { name: 'notes.pdf', content: '%PDF' },
    ];
    dir.write('export.zip', zipOf(files));
    const { stdout } = inspect(dir, 'export.zip');
    expect(stdout).toContain(`export.zip: 2 records in 3 columns
  read as one list: subscribed_members_export_1.csv; unsubscribed_members_export_1.csv (by its name everybody in it is do_not_email)
  passed over in the zip, for it holds no list: notes.pdf
  subscribed_members_export_1.csv: UTF-8, comma between cells, LF at line ends, header on line 1
  unsubscribed_members_export_1.csv: UTF-8, semicolon between cells, CR LF at line ends, header on line 1
`);
    expect(stdout).toContain(
      '`UNSUB_TIME` (do_not_email): empty = not recorded x1, `(a date)` = opted out x1',
    );
  });

  test('says it of a file that was taken out of the zip', () => {
    const dir = listDir(
      'Email Address,Phone\nann@example.org,07700900123\n',
      'unsubscribed_members_export_1.csv',
    );
    expect(inspect(dir, 'unsubscribed_members_export_1.csv').stdout).toContain(
      'unsubscribed_members_export_1.csv: by its name everybody in it is do_not_email',
    );
  });

  test('of a campaign alone it shows the gates and the open questions', () => {
    const dir = workdir();
    const open = campaignText().replace('privacy_notice_given: true', 'privacy_notice_given: null');
    dir.write('campaign.yaml', open.replace('number_presented: true', 'number_presented: false'));
    const { stdout, exitCode } = inspect(dir, '--campaign', 'campaign.yaml');
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      'blocks every row: The calls would hide the number they come from. (cli-withheld)',
    );
    expect(stdout).toContain('list.privacy_notice_given: Were these people told');
  });

  test('asks for a list or a campaign', () => {
    expect(inspect(workdir())).toMatchObject({
      exitCode: 2,
      stderr: 'ringfence: give `inspect` a list, or `--campaign FILE`, or both\n',
    });
  });
});

describe('a map saved beside the list', () => {
  const saved = (): Workdir => {
    const dir = listDir();
    const maps = ['do_not_call=DNC 2024', 'do_not_call=OK to call', 'ignore=Home'];
    const args = maps.flatMap((map) => ['--map', map]);
    const ran = inspect(dir, 'members.csv', ...args, '--date-order', 'dmy', '--save-map');
    expect(ran.stderr).toBe(
      'The map is kept in members.csv.map.yaml beside the list, and found again there.\n',
    );
    dir.write('campaign.yaml', campaignText());
    dir.run('init');
    return dir;
  };

  test('is found again, said, and named in the receipt with its digest', () => {
    const dir = saved();
    const ran = dir.run('screen', 'members.csv', '--campaign', 'campaign.yaml', '--out', 'out');
    expect(ran).toMatchObject({
      exitCode: 0,
      stderr: 'members.csv is read as members.csv.map.yaml beside it says.\n',
    });
    const { input } = JSON.parse(dir.text('out/receipt.json'));
    expect(input.map).toEqual({
      name: 'members.csv.map.yaml',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('holds headers and options, and no cell', () => {
    expect(
      saved()
        .text('members.csv.map.yaml')
        .replace(/^#.*\n/gmu, ''),
    ).toBe(
      'columns:\n  do_not_call:\n    - DNC 2024\n    - OK to call\n  ignore:\n    - Home\ndate_order: dmy\n',
    );
  });

  test('what is typed comes before it, and is kept with it', () => {
    const dir = saved();
    const ran = inspect(dir, 'members.csv', '--map', 'phone=home', '--save-map');
    expect(ran.stdout).toContain('4  Home          phone');
    expect(dir.text('members.csv.map.yaml')).toContain('  phone:\n    - home\n');
    expect(dir.text('members.csv.map.yaml')).not.toContain('ignore');
  });

  test.for<[string, string]>([
    ['columns: [', 'is not YAML'],
    ['columns:\n  fone: [Mobile]\n', 'cannot be read at `columns`'],
    ['delimeter: ";"\n', 'cannot be read'],
    ['columns:\n  phone: [Gone]\n', 'has no such column'],
  ])('that cannot be read stops the run: %j', ([text, complaint]) => {
    const dir = listDir();
    dir.write('members.csv.map.yaml', text);
    const ran = inspect(dir, 'members.csv');
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain(complaint);
  });

  test('cannot be saved for standard input', () => {
    const ran = workdir().runWith({ input: 'Phone\n' }, 'inspect', '-', '--save-map');
    expect(ran).toMatchObject({ exitCode: 2 });
    expect(ran.stderr).toContain('standard input has no place');
  });

  test('carries every option of reading', () => {
    const dir = listDir('A list\nof people\n07700 900123;no\n07700 900124;yes\n');
    const args = ['--no-header', '--skip-lines', '2', '--delimiter', ';', '--encoding', 'windows-1252'];
    const maps = ['--map', 'phone=column 1', '--map', 'do_not_call=column 2'];
    const first = inspect(dir, 'members.csv', ...args, ...maps, '--save-map');
    expect(first.exitCode).toBe(0);
    expect(inspect(dir, 'members.csv').stdout).toBe(first.stdout);
  });
});
