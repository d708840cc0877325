import { afterEach, describe, expect, test } from 'vitest';
import { resolveColumns } from '../../../src/contacts/columns/column-roles.js';
import { requireAnswers } from '../../../src/contacts/columns/open-questions.js';
import { parseMapping, type ReadingOptions } from '../../../src/contacts/reading-options.js';
import { createRecordReader } from '../../../src/contacts/record/record-reader.js';
import { type Survey, surveyList } from '../../../src/contacts/survey/survey.js';
import type { Channel } from '../../../src/screening/campaign.js';
import { parseIsoDate } from '../../../src/screening/dates.js';
import type { ListEvidence } from '../../../src/screening/evidence.js';
import { openScratchIndex, type ScratchIndex } from '../../../src/store/scratch-index.js';
import { surveyFast } from '../../fast/survey/prefilter-for-tests.js';
import { listOf } from '../lists-for-tests.js';

const callDate = parseIsoDate('2026-11-22') ?? expect.unreachable();
const open: ScratchIndex[] = [];

afterEach(() => {
  for (const index of open.splice(0)) index.close();
});

interface Surveying extends Partial<ReadingOptions> {
  readonly channel?: Channel;
  readonly maps?: readonly string[];
}

/** Surveys a list, then reads its records as the second pass does. */
async function survey(
  content: string,
  { maps = [], dateOrder = null, channel = 'live-call', ...options }: Surveying = {},
) {
  const list = await listOf(content, options);
  const columns = resolveColumns(list.header, maps.map(parseMapping), 'members.csv');
  const scratch = openScratchIndex();
  open.push(scratch);
  const settings = { channel, callDate, dateOrder };
  const found: Survey = await surveyFast(list, columns, settings, scratch);
  requireAnswers(found.questions, list.header, 'members.csv');
  const readRecord = createRecordReader(columns, { ...settings, dateOrder: found.dateOrder });
  const evidenceOf = async (channel: Channel): Promise<ListEvidence[]> => {
    const evidence: ListEvidence[] = [];
    for await (const batch of list.readRecords()) {
      for (let row = 0; row < batch.count; row += 1) {
        evidence.push(found.optOuts(readRecord(batch, row), channel));
      }
    }
    return evidence;
  };
  return { found, evidenceOf };
}

/** The evidence of each record of a list with these columns and rows, in the order of the rows. */
async function evidenceOf(header: string, rows: readonly string[], channel: Channel = 'live-call') {
  const { evidenceOf } = await survey(`${[header, ...rows].join('\n')}\n`);
  return evidenceOf(channel);
}

const HEADER = 'person_id,Phone,Home Phone,Email,do_not_call,do_not_text,do_not_contact,deceased,Notes';
const NOTHING: ListEvidence = {
  optOut: null,
  unreadFlags: [],
  isDeathUnread: false,
  optOutWords: false,
  deceasedWords: false,
  wordsHere: [],
  deceasedElsewhere: false,
};

describe('an opt-out in one record', () => {
  test.for<[string, string, string, Partial<ListEvidence>]>([
    [
      'binds a record with the same number',
      '1,07700900123,,,yes,,,,',
      '2,07700900123,,,,,,,',
      { optOut: 'number' },
    ],
    [
      'binds the number however it is written',
      '1,07700900123,,,yes,,,,',
      '2,,+44 (0)7700 900123 (Ada),,,,,,',
      { optOut: 'number' },
    ],
    [
      'binds every number of its record',
      '1,07700900123,0114 496 0123 / 0114 496 0124,,yes,,,,',
      '2,01144960124,,,,,,,',
      { optOut: 'number' },
    ],
    [
      'binds every address of its record',
      '1,,,a@example.org,yes,,,,',
      '2,,,A@example.org,,,,,',
      { optOut: 'number' },
    ],
    ['binds the person', '1,07700900123,,,yes,,,,', '1,07700900124,,,,,,,', { optOut: 'person' }],
    [
      'binds by the number rather than the person',
      '1,07700900123,,,yes,,,,',
      '1,07700900123,,,,,,,',
      { optOut: 'number' },
    ],
    ['binds nobody else', '1,07700900123,,a@example.org,yes,,,,', '2,07700900124,,b@example.org,,,,,', {}],
    [
      'does not tell ids apart by their blanks',
      ' 1 ,,,,yes,,,,',
      '1,07700900124,,,,,,,',
      { optOut: 'person' },
    ],
    ['tells ids apart by their case', 'a,,,,yes,,,,', 'A,07700900124,,,,,,,', {}],
    ['of all contact binds calls', '1,07700900123,,,,,x,,', '2,07700900123,,,,,,,', { optOut: 'number' }],
    ['of texts does not bind calls', '1,07700900123,,,,yes,,,', '2,07700900123,,,,,,,', {}],
    ['that says no binds nobody', '1,07700900123,,,no,,0,,', '2,07700900123,,,,,,,', {}],
    [
      'that nobody can read is a doubt of every record it may bind',
      '1,07700900123,,,maybe,,,,',
      '2,07700900123,,,,,,,',
      { unreadFlags: ['do_not_call'] },
    ],
    [
      'that nobody can read binds the person too',
      '1,07700900123,,,,,maybe,,',
      '1,07700900124,,,,,,,',
      { unreadFlags: ['do_not_contact'] },
    ],
    ['of another channel is no doubt', '1,07700900123,,,,maybe,,,', '2,07700900123,,,,,,,', {}],
    [
      'in words binds what shares its number',
      '1,07700900123,,,,,,,asked not to ring',
      '2,07700900123,,,,,,,',
      { optOutWords: true },
    ],
    [
      'in words beside a number binds the person',
      '1,07700900123 do not call,,,,,,,',
      '1,07700900124,,,,,,,',
      { optOutWords: true },
    ],
    [
      'words of death bind as well',
      '1,07700900123 (dead),,,,,,,',
      '2,07700900123,,,,,,,',
      { deceasedWords: true },
    ],
    [
      'a death binds the person',
      '1,07700900123,,,,,,yes,',
      '1,07700900124,,,,,,,',
      { deceasedElsewhere: true },
    ],
    ['a death that is denied binds nobody', '1,07700900123,,,,,,no,', '1,07700900124,,,,,,,', {}],
    ['a death does not bind the household', '1,07700900123,,,,,,yes,', '2,07700900123,,,,,,,', {}],
    [
      'a death that nobody can read is a doubt',
      '1,07700900123,,,,,,?,',
      '1,07700900124,,,,,,,',
      { unreadFlags: ['deceased'], isDeathUnread: true },
    ],
  ])('%s', async ([, speaking, other, expected]) => {
    for (const rows of [
      [speaking, other],
      [other, speaking],
    ]) {
      const evidence = await evidenceOf(HEADER, rows);
      expect(evidence[rows.indexOf(other)]).toEqual({ ...NOTHING, ...expected });
    }
  });

  test.for<[string, string, Partial<ListEvidence>]>([
    ['by its flag', '1,07700900123,,,yes,,,,', { optOut: 'number' }],
    ['though it has no number, address or id', ',,,,yes,,,,', { optOut: 'person' }],
    ['though its number cannot be read', ',see above,,,yes,,,,', { optOut: 'person' }],
    ['by a value nobody can read', ',see above,,,maybe,,,,', { unreadFlags: ['do_not_call'] }],
    [
      'by its words, which are quoted',
      ',,,,,,,,please do not call',
      { optOutWords: true, wordsHere: [{ column: 'Notes', isDeath: false, words: 'do not call' }] },
    ],
    ['not by words about another channel', ',,,,,,,,no emails please', {}],
    ['but its own death is told elsewhere', '1,07700900123,,,,,,yes,', {}],
  ])('binds itself %s', async ([, row, expected]) => {
    expect(await evidenceOf(HEADER, [row])).toEqual([{ ...NOTHING, ...expected }]);
  });

  test.for<[string, Channel[]]>([
    ['do_not_call', ['live-call', 'automated-call']],
    ['do_not_text', ['sms']],
    ['do_not_email', ['email']],
    ['do_not_mail', ['post']],
    ['do_not_contact', ['live-call', 'automated-call', 'sms', 'email', 'fax', 'post', 'social-dm']],
  ])('%s binds these channels: %s', async ([role, bound]) => {
    const { evidenceOf } = await survey(`Phone,${role}\n07700900123,yes\n07700900123,\n`);
    for (const channel of [
      ...(['live-call', 'automated-call', 'sms', 'email', 'fax', 'post', 'social-dm'] as const),
    ]) {
      const optOut = bound.includes(channel) ? 'number' : null;
      const evidence = await evidenceOf(channel);
      expect([channel, ...evidence.map((row) => row.optOut)]).toEqual([channel, optOut, optOut]);
    }
  });

  test('the order of rows changes nothing', async () => {
    const rows = [
      ...['1,07700900123,,,,,,,', '1,07700900124,,a@example.org,yes,,,,', '2,07700900124,01144960123,,,,,,'],
      ...['3,01144960123,,,,maybe,,,', '4,,,a@example.org,,,,,do not ring', '4,07700900125,,,,,,yes,'],
      ...['5,07700900125 (dead),,,,,?,,', ',,,,x,,,,', '6,01144960124,,,,,,,'],
    ];
    const straight = await evidenceOf(HEADER, rows);
    expect(new Set(straight.map((row) => JSON.stringify(row))).size).toBeGreaterThan(5);
    for (const turned of [[...rows].reverse(), [...rows.slice(4), ...rows.slice(0, 4)]]) {
      const evidence = await evidenceOf(HEADER, turned);
      expect(turned.map((row) => evidence[turned.indexOf(row)])).toEqual(
        turned.map((row) => straight[rows.indexOf(row)]),
      );
    }
  });

  test('an unread value is told of the right column among very many', async () => {
    const flags = Array.from({ length: 70 }, (_, place) => `Do not call ${place}`);
    const blank = flags.map(() => '');
    for (const place of [0, 29, 30, 59, 60, 69]) {
      const row = blank.map((cell, column) => (column === place ? 'maybe' : cell));
      const [, other] = await evidenceOf(`Phone,${flags.join(',')}`, [
        `07700900123,${row.join(',')}`,
        `07700900123,${blank.join(',')}`,
      ]);
      expect(other?.unreadFlags).toEqual([`Do not call ${place}`]);
    }
  });
});

describe('what the survey counts', () => {
  test('records, empty lines, damage, and the digest of the file', async () => {
    const { found } = await survey('Phone,Name\n5,A\n2\n\n3,"A"b\n4\n5,A,\n6,A\0\n');
    expect(found).toMatchObject({ records: 6, blankLines: 1, hasOptOutColumn: false, flagColumns: [] });
    expect(found.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(found.damage).toEqual([
      { kind: 'broken-quotes', count: 1, firstLines: [5] },
      { kind: 'nul-byte', count: 1, firstLines: [8] },
      { kind: 'ragged', count: 3, firstLines: [3, 6, 7] },
    ]);
  });

  test('what stands in the pieces of a cell torn by a quote binds the number before it, and nobody behind them', async () => {
    const rows = [
      '07700900123,"rang on Monday',
      'please do not call again',
      '07700900124,next',
      '07700900123,again',
      '07700900124,again',
    ];
    const evidence = await evidenceOf('Phone,Notes', rows);
    expect(evidence.map(({ optOutWords }) => optOutWords)).toEqual([true, true, false, true, false]);
  });

  test('a sound record ends the pieces of a torn one, though nobody looked at it closely', async () => {
    const torn = '07700900123,"rang\n07700900130,Bo"';
    const rows = [
      '07700900120,first',
      '07700900121,second',
      torn,
      '07700900124,sound',
      'please do not call again',
    ];
    const behind = await evidenceOf('Phone,Notes', [...rows, '07700900123,again']);
    expect(behind.map(({ optOutWords }) => optOutWords)).toEqual([false, false, false, false, true, false]);
    const [first = '', second = '', , , refusal = ''] = rows;
    const next = await evidenceOf('Phone,Notes', [first, second, torn, refusal, '07700900123,again']);
    expect(next.map(({ optOutWords }) => optOutWords)).toEqual([false, false, true, true, true]);
  });

  test('a flag within quotes of its own is counted as it is, and not as it was written', async () => {
    const rows = ['5,no', '6,no', '7,"""no"""', '8,""""', '9,no'];
    const { found } = await survey(`ref,do_not_call,phone\n${rows.map((row) => `${row},\n`).join('')}`);
    expect(found.flagColumns[0]?.values.map(({ value, count }) => [value, count])).toEqual([
      ['no', 3],
      ['"', 1],
      ['"no"', 1],
    ]);
  });

  test('of much damage the first lines only', async () => {
    const { found } = await survey(`Phone,Name\n${'5\n'.repeat(9)}`);
    expect(found.damage).toEqual([{ kind: 'ragged', count: 9, firstLines: [2, 3, 4, 5, 6] }]);
  });

  test('each value of each flag column, how it was read, and how often', async () => {
    const { found } = await survey(
      'Phone,do_not_call,deceased,unsubscribed_at,mps_listed\n5,Yes,0,2026-01-01,\n2, Yes,0,2026-02-01,yes\n3,,0,,\n4,maybe,0,,\n',
    );
    expect(found.hasOptOutColumn).toBe(true);
    expect(found.flagColumns).toEqual([
      {
        column: 1,
        header: 'do_not_call',
        roles: ['do_not_call'],
        values: [
          { value: 'Yes', readAs: 'yes', count: 2 },
          { value: '', readAs: 'not-recorded', count: 1 },
          { value: 'maybe', readAs: 'unread', count: 1 },
        ],
        otherValues: 0,
        readings: { yes: 2, no: 0, 'not-recorded': 1, unread: 1 },
        isDefault: false,
      },
      {
        column: 2,
        header: 'deceased',
        roles: ['deceased'],
        values: [{ value: '0', readAs: 'no', count: 4 }],
        otherValues: 0,
        readings: { yes: 0, no: 4, 'not-recorded': 0, unread: 0 },
        isDefault: true,
      },
      {
        column: 3,
        header: 'unsubscribed_at',
        roles: ['do_not_email'],
        values: [
          { value: '', readAs: 'not-recorded', count: 2 },
          { value: '(a date)', readAs: 'yes', count: 2 },
        ],
        otherValues: 0,
        readings: { yes: 2, no: 0, 'not-recorded': 2, unread: 0 },
        isDefault: false,
      },
      expect.objectContaining({ header: 'mps_listed', roles: ['mps_listed'] }),
    ]);
  });

  test.for<[string, string[], boolean]>([
    ['one value on every row', ['N', 'N', 'N'], true],
    ['nothing on every row', ['', '', ''], false],
    ['two values', ['N', 'N', 'Y'], false],
    ['a row without it', ['N', '', 'N'], false],
    ['one row only', ['N'], false],
  ])('%s is a default', async ([, cells, isDefault]) => {
    const { found } = await survey(`Phone,do_not_call\n${cells.map((cell) => `5,${cell}\n`).join('')}`);
    expect(found.flagColumns[0]?.isDefault).toBe(isDefault);
  });

  test('only so many values of a column are kept, and the rest are counted', async () => {
    const rows = Array.from({ length: 80 }, (_, place) => `5,value ${place}`);
    const { found } = await survey(`Phone,do_not_call\n${rows.join('\n')}\n`);
    expect(found.flagColumns[0]).toMatchObject({ otherValues: 30, readings: { unread: 80 } });
    expect(found.flagColumns[0]?.values.length).toBe(50);
  });
});

describe('a column without a role that holds telephone numbers', () => {
  const filled = (cell: string, count: number): string[] => Array.from({ length: count }, () => cell);

  test.for<[string, string[], boolean]>([
    ['numbers from a zero on', ['07700 900123'], true],
    ['numbers from +44 on', ['+44 7700 900123'], true],
    ['numbers from 0044 on', ['0044 114 496 0123'], true],
    ['numbers in brackets', ['(0114) 496 0123'], true],
    ['numbers behind an apostrophe', ["'07700900123"], true],
    ['one number in twenty cells', [...filled('tea', 19), '07700 900123'], true],
    ['one number among fifty texts', [...filled('tea', 50), '07700 900123'], true],
    ['a number behind a label', ['Mob: 07700 900123'], true],
    ['two numbers in a cell', ['07700 900123/07700 900124'], true],
    ['numbers with a slash', ['0114/4960123'], true],
    ['numbers in full width', ['０７７００９００１２３'], true],
    ['numbers with hard blanks', ['07700\u00a0900123'], true],
    ['landlines without their zero', ['1632960123', '1144960123'], true],
    ['one number, and empty cells', [...filled('', 50), '07700 900123'], true],
    ['one number, and blank cells', [...filled(' ', 50), '07700 900123'], true],
    ['ten digits from 7 on, a fifth of them', ['7700900123', ...filled('tea', 4)], true],
    ['ten digits from 7 on, fewer', ['7700900123', ...filled('tea', 5)], false],
    ['ten digits from 7 on, and n/a', ['7700900123', ...filled('n/a', 50)], true],
    ['twelve digits from 44 on', ['447700900123'], true],
    ['decimal ten digits', ['7700900123.0'], true],
    ['premium numbers', ['0909 879 0123'], true],
    ['foreign numbers by prefix', ['0061 491 570 156'], true],
    ['numbers in sentences, half of them', ['please ring her on 07700 900123 after five', 'tea'], true],
    [
      'numbers in sentences, fewer',
      ['please ring her on 07700 900123 after five', ...filled('tea', 2)],
      false,
    ],
    ['numbers that nobody has', ['0400 000 0000'], false],
    ['years, dates and amounts', ['2024', '01/02/2024', '0.50', '01.02.2024', '2018-06-12 07:53'], false],
    ['account numbers', ['00012345', '12345678', '000123456789'], false],
    ['ten digits that are no mobile number', ['3234567890', '9876543210'], false],
    ['nothing', ['', ' '], false],
  ])('%s', async ([, cells, stops]) => {
    const content = `Phone,Reference\n${cells.map((cell) => `07700900199,${cell}\n`).join('')}`;
    const complaint =
      '`members.csv`: a column that is no phone column holds telephone numbers; say what to do with them: `Reference` (`--map phone="Reference"` to screen them, or `--map ignore="Reference"`)';
    if (stops) await expect(survey(content)).rejects.toThrow(complaint);
    else await survey(content);
    for (const role of ['phone', 'ignore']) await survey(content, { maps: [`${role}=Reference`] });
  });

  test('is named by its label, and so are all of them', async () => {
    const content = 'Phone,Other,Other,Notes,\n5,07700900123,07700900123,07700900123,07700900123\n';
    await expect(survey(content)).rejects.toThrow(
      /columns that are no phone columns hold .*`Other#1` .*`Other#2` .*`Notes` .*`column 5` \(`--map phone="column 5"`/,
    );
  });

  test('says nothing of what the cells hold', async () => {
    await expect(survey('Phone,Other\n5,07700 900123\n')).rejects.toThrow(/^(?!.*900).*$/);
  });
});

describe('a column about contact that holds yes and no', () => {
  test.for<
    [string, string, string[], 'do_not_call' | 'do_not_text' | 'do_not_email' | 'do_not_contact' | null]
  >([
    ['whose header asks nothing', 'Call Y/N', ['Y', 'N'], 'do_not_call'],
    ['that is called by the channel alone', 'By telephone', ['No', 'Yes'], 'do_not_call'],
    ['of emails', 'Newsletter', ['true', 'false'], 'do_not_email'],
    ['of texts', 'SMS consent', ['1', '', '0'], 'do_not_text'],
    ['of no channel', 'GDPR', ['x', ''], 'do_not_contact'],
    ['in another language', 'E-Mails erlaubt', ['no', 'yes'], 'do_not_email'],
    ['in a column of numbers', 'Mobile', ['N', 'N', '07700 900123'], 'do_not_contact'],
    ['in a column of addresses', 'Email', ['No', 'Yes'], 'do_not_email'],
    ['of which most cells say something else', 'Calls', ['No', 'evenings', 'anytime'], 'do_not_call'],
    ['of preferences, beside words', 'Contact preferences', ['N', 'Y', 'by letter'], 'do_not_contact'],
    ['but half of it numbers', 'Mobile', ['N', '07700 900123', '07700 900124'], null],
    ['but it counts', 'Number of calls', ['0', '1', '1'], null],
    ['but it tells of the number', 'Phone verified', ['yes', 'no'], null],
    ['but it is the opt-in of a known system', 'mobile_opt_in', ['Y', 'N'], null],
    ['but it tells what was sent', 'Emails opened', ['1', '0'], null],
    ['but it is about something else', 'Volunteer', ['yes', 'no'], null],
    ['but it holds other words', 'Marketing', ['North', 'South'], null],
    ['but it is empty', 'By post', ['', ''], null],
  ])('%s', async ([, header, cells, role]) => {
    const content = `Phone,${header}\n${cells.map((cell) => `07700900199,${cell}\n`).join('')}`;
    if (role === null) {
      await survey(content);
      return;
    }
    await expect(survey(content)).rejects.toThrow(
      `\`members.csv\`: a column about contact holds answers such as yes and no; say what it means: \`${header}\` (\`--map ${role}="${header}"\` or \`--map ignore="${header}"\`)`,
    );
    await survey(content, { maps: [`ignore=${header}`] });
  });

  test('an opt-in is asked about where it is of the channel', async () => {
    const content = 'Phone,Email,SMS opt in\n07700900199,a@example.org,No\n';
    await survey(content);
    await expect(survey(content, { channel: 'sms' })).rejects.toThrow('--map do_not_text="SMS opt in"');
  });

  test('a refusal in an address or an account is read', async () => {
    const { evidenceOf } = await survey('Phone,Address\n07700900123,DO NOT CALL 1 High Street\n');
    expect(await evidenceOf('live-call')).toEqual([
      {
        ...NOTHING,
        optOutWords: true,
        wordsHere: [{ column: 'Address', isDeath: false, words: 'DO NOT CALL' }],
      },
    ]);
  });

  test.for(['="17"', '17.0', "'17", '１７', '#17'])('a person_id written as `%s` is the same', async (id) => {
    const rows = [`17,07700900123,yes`, `"${id.replaceAll('"', '""')}",07700900124,`];
    const { evidenceOf } = await survey(`Member ID,Phone,Do not call\n${rows.join('\n')}\n`);
    expect((await evidenceOf('live-call')).map(({ optOut }) => optOut)).toEqual(['number', 'person']);
  });

  test.for<[string, string, Partial<ListEvidence>]>([
    ['No', 'OK to call', { optOut: 'number' }],
    ['Yes', 'OK to call', {}],
    ['No', 'Call Y/N', { unreadFlags: ['Call Y/N'] }],
    ['Yes', 'Call Y/N', { unreadFlags: ['Call Y/N'] }],
    ['No', 'Do not call removed', { unreadFlags: ['Do not call removed'] }],
    ['refused', 'Call Y/N', { optOut: 'number' }],
    ['Yes', 'No calls', { optOut: 'number' }],
    ['No', 'No calls', {}],
  ])('a mapped `%s` in `%s`', async ([cell, header, expected]) => {
    const { evidenceOf } = await survey(`Phone,${header}\n07700900123,${cell}\n07700900124,\n`, {
      maps: [`do_not_call=${header}`],
    });
    const [first, second] = await evidenceOf('live-call');
    expect(first).toEqual({ ...NOTHING, ...expected });
    expect(second).toEqual(NOTHING);
  });
});

describe('another header within the list', () => {
  test.for<[string, string, string]>([
    [
      'of an export put behind',
      'Ref,Mobile,Notes\nA1,07700900101,\nRef,Mobile,Do not call\nA2,07700900102,Y\n',
      'line 3',
    ],
    ['in a second line', 'Name,Phone,Preferences,,\n,,Email,Text,Call\nAnn,07700900101,Y,Y,N\n', 'line 2'],
    ['that is the first again', 'Name,Mobile,Email\nAnn,07700900101,\nName,Mobile,Email\n', 'line 3'],
  ])('%s stops the run', async ([, content, where]) => {
    await expect(survey(content)).rejects.toThrow(
      `\`members.csv\`, ${where}: another header seems to stand within the list`,
    );
  });

  test.for([
    'Name,Mobile,Notes\nAnn,Email,07700 900101\n',
    'Name,Mobile,Notes\nAnn,n/a,call\n',
    'Name,Mobile,Notes\nAnn,07700900101,Mobile\n',
  ])('is not seen in %j', async (content) => {
    await survey(content, { maps: ['ignore=Notes'] });
  });

  test.for<[string, string, string[]]>([
    [
      'a record whose answers are names of columns',
      'Name,Email,Email opt out,Text opt out\nAnn,ann@example.com,Unsubscribed,Unsubscribed\n',
      [],
    ],
    ['an answer below a header of its own', 'Name,Mobile,do_not_call,Town\n,n/a,DNC,Stop Cross\n', []],
    [
      'an address in a list without figures',
      'Name,Email,Kind,Group\nAnn,ann@example.com,Mobile,Phone\n',
      ['ignore=Kind', 'ignore=Group'],
    ],
  ])('is not seen in %s', async ([, content, maps]) => {
    await survey(content, { maps });
  });
});

describe('words in the cell of a name', () => {
  const quoted = (words: string, isDeath: boolean): Partial<ListEvidence> => ({
    ...(isDeath ? { deceasedWords: true } : { optOutWords: true }),
    wordsHere: [{ column: 'Name', isDeath, words }],
  });

  test.for<[string, Partial<ListEvidence>]>([
    ['Ann Example (DO NOT CALL)', quoted('DO NOT CALL', false)],
    ['Ann Example - deceased', quoted('deceased', true)],
    ['Stop the War Coalition', {}],
    ['Norman Notley', {}],
  ])('%s', async ([name, expected]) => {
    const { evidenceOf } = await survey(`Name,Phone\n${name},07700900123\n`);
    expect(await evidenceOf('live-call')).toEqual([{ ...NOTHING, ...expected }]);
  });
});

describe('the order of day and month', () => {
  const list = (...dates: string[]): string =>
    `Phone,DOB,Membership end date\n${dates.map((date) => `5,${date}\n`).join('')}`;

  test.for<[string, string[], 'dmy' | 'mdy' | null, 'dmy' | 'mdy' | null]>([
    ['the day first', ['31/12/1990,', '03/04/1990,'], null, 'dmy'],
    ['the month first', ['03/04/1990,', '12/31/1990,'], null, 'mdy'],
    ['the day first, by the other column', ['03/04/1990,', ',31/12/2025'], null, 'dmy'],
    ['nothing to decide', ['1990-12-31,', '05/05/1990,', 'spring,', ','], null, null],
    ['what was asked for', ['03/04/1990,'], 'mdy', 'mdy'],
    ['what was asked for, against the file', ['31/12/1990,'], 'mdy', 'mdy'],
  ])('%s', async ([, dates, asked, order]) => {
    const { found } = await survey(list(...dates), { dateOrder: asked });
    expect(found.dateOrder).toBe(order);
  });

  test.for<[string, string[], string]>([
    [
      'nothing tells',
      ['1990-12-31,', '03/04/1990,', ',01/02/2025'],
      '`members.csv`: nothing tells whether its dates write the day or the month first (lines 3, 4); say which with `--date-order dmy` or `--date-order mdy`',
    ],
    [
      'both are proved',
      ['31/12/1990,', '12/31/1990,'],
      '`members.csv` writes some dates with the day first (line 2) and some with the month first (line 3); say which with `--date-order dmy` or `--date-order mdy`, and correct the others',
    ],
  ])('stops the run where %s', async ([, dates, complaint]) => {
    await expect(survey(list(...dates))).rejects.toThrow(complaint);
  });
});

test('progress tells bytes and records', async () => {
  const list = await listOf('Phone\n1\n2\n3\n', {}, 4);
  const scratch = openScratchIndex();
  open.push(scratch);
  const told: [number, number][] = [];
  const columns = resolveColumns(list.header, [], 'members.csv');
  const settings = { channel: 'live-call', callDate, dateOrder: null } as const;
  const tell = (bytes: number, records: number): number => told.push([bytes, records]);
  await surveyList(list, columns, settings, scratch, tell);
  expect(told.map(([bytes]) => bytes)).toEqual([4, 8, 12]);
  expect(told.every(([, records]) => records <= 3)).toBe(true);
});
