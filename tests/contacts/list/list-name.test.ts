import { describe, expect, test } from 'vitest';
import { openList } from '../../../src/contacts/list/list-file.js';
import {
  DEFAULT_READING_OPTIONS,
  parseMappings,
  type ReadingOptions,
} from '../../../src/contacts/reading-options.js';
import { complaintOf, fileOf } from '../lists-for-tests.js';
import { textRow, workbookOf } from '../workbook/workbooks-for-tests.js';
import { zipOf } from './zip-for-tests.js';

const LIST = 'Name,Phone\nAnn,07700 900201\n';

async function open(
  content: string | Uint8Array,
  name = 'members.csv',
  options: Partial<ReadingOptions> = {},
): Promise<{ asks: readonly string[]; optOuts: readonly string[] }> {
  const list = await openList(fileOf(content), name, { ...DEFAULT_READING_OPTIONS, ...options });
  return {
    asks: list.questions.map((question) =>
      question.kind === 'name-refuses' ? `${question.place} ${question.role}` : question.kind,
    ),
    optOuts: list.parts.flatMap(({ origin }) => origin.optOuts),
  };
}

const workbook = (...names: readonly string[]): Buffer =>
  workbookOf({
    sheets: names.map((name) => ({ name, rows: textRow(1, ['Name']) + textRow(2, ['Ann']) })),
  });

describe('a list given alone whose name refuses is asked about', () => {
  test.for<[string, string | Uint8Array, string, Partial<ReadingOptions>, readonly string[]]>([
    ['a file', LIST, 'DNC.csv', {}, ['file do_not_call']],
    ['a file of the unsubscribed', LIST, 'opted-out.csv', {}, ['file do_not_contact']],
    ['a file that may mean the opposite', LIST, 'members-no-opt-outs.csv', {}, ['file do_not_contact']],
    ['a title', `DO NOT CALL LIST\n\n${LIST}`, 'members.csv', { skipLines: 2 }, ['title do_not_call']],
    ['a title of the dead', `Deceased members\n${LIST}`, 'm.csv', { skipLines: 1 }, ['title do_not_contact']],
    ['the only sheet', workbook('Do not contact'), 'members.xlsx', {}, ['sheet do_not_contact']],
    [
      'two names at once',
      `Stop list\n${LIST}`,
      'suppression_list.csv',
      { skipLines: 1 },
      ['file do_not_contact', 'title do_not_contact'],
    ],
    [
      'the title of the only list in a zip',
      zipOf([{ name: 'a.csv', content: `DNC\n${LIST}` }]),
      'a.zip',
      { skipLines: 1 },
      ['title do_not_call'],
    ],
    ['an ordinary name', LIST, 'members 2026.csv', {}, []],
    ['an ordinary title', `Branch members, November\n${LIST}`, 'members.csv', { skipLines: 1 }, []],
  ])('%s', async ([, content, name, options, expected]) => {
    const { asks, optOuts } = await open(content, name, options);
    expect(asks).toEqual(expected);
    expect(optOuts).toEqual([]);
  });

  test.for<[string, readonly string[]]>([
    ['file=do_not_contact', ['do_not_contact']],
    ['file=ignore', []],
  ])('`--map %s` answers it', async ([typed, expected]) => {
    const { asks, optOuts } = await open(LIST, 'DNC.csv', parseMappings([typed]));
    expect(asks).toEqual([]);
    expect(optOuts).toEqual(expected);
  });

  test('an answer that is no opt-out is refused with those there are', () => {
    expect(() => parseMappings(['file=yes'])).toThrow(
      '`--map file=yes`: say what the name means for everybody in the list, with one of `do_not_call`, `do_not_text`, `do_not_email`, `do_not_mail`, `do_not_contact`, `ignore`',
    );
  });
});

describe('beside other lists such a name binds', () => {
  test('a title in a zip', async () => {
    const zip = zipOf([
      { name: 'a.csv', content: `Members\n${LIST}` },
      { name: 'b.csv', content: `Do not call list\n${LIST}` },
    ]);
    const { asks, optOuts } = await open(zip, 'all.zip', { skipLines: 1 });
    expect(asks).toEqual([]);
    expect(optOuts).toEqual(['do_not_call']);
  });

  test('a sheet that was chosen', async () => {
    const { asks, optOuts } = await open(workbook('Members', 'Do not call'), 'm.xlsx', {
      sheet: 'Do not call',
    });
    expect(asks).toEqual([]);
    expect(optOuts).toEqual(['do_not_call']);
  });
});

describe('lines that are passed over', () => {
  test.for<[string, string, string]>([
    ['a number', 'Ada,07700 900201,Y\n', 'line 1'],
    ['an address', 'Club,November\nAda;ada@example.org\nName;Email\n', 'line 2'],
  ])('are refused where one looks like a record: %s', async ([, above, where]) => {
    const skipLines = above.split('\n').length - 1 - (above.includes('Name;') ? 1 : 0);
    const content = above.includes('Name;') ? `${above}Bob;bob@example.org\n` : `${above}${LIST}`;
    expect(await complaintOf(content, { skipLines })).toContain(
      `\`members.csv\`, ${where}: \`--skip-lines\` passes over this line, but it holds a telephone number or an email address and looks like a record`,
    );
  });

  test('may name the office that made the list', async () => {
    expect(await complaintOf(`Questions: 020 7946 0000\n${LIST}`, { skipLines: 1 })).toBe(
      'nothing was thrown',
    );
  });

  test('are told', async () => {
    const list = await openList(fileOf(`Members\n${LIST}`), 'members.csv', {
      ...DEFAULT_READING_OPTIONS,
      skipLines: 1,
    });
    expect(list.notes).toEqual([{ kind: 'skipped-lines', list: 'members.csv', count: 1 }]);
  });
});
