import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnAnswer, ValueAnswer } from '../../../src/contacts/accounting/column-answer.js';
import { VALUE_ANSWERS } from '../../../src/contacts/accounting/column-answer.js';
import { accountForList, questionsOf } from '../../../src/contacts/accounting/list-questions.js';
import { profileOf, valueKey } from '../../../src/contacts/accounting/profile.js';
import { VOCABULARY_OF_REFUSAL } from '../../../src/contacts/accounting/vocabulary-of-refusal.js';
import { columnLabel } from '../../../src/contacts/columns/column-names.js';
import { resolveColumns } from '../../../src/contacts/columns/column-roles.js';
import { findMap, headerDifference, requireHeader } from '../../../src/contacts/map-file/find-map.js';
import { type ListMap, NO_READING } from '../../../src/contacts/map-file/list-map.js';
import { mapAsJsonSchema } from '../../../src/contacts/map-file/map-schema.js';
import { parseListMap } from '../../../src/contacts/map-file/read-map.js';
import { spellingsOf, writeListMap } from '../../../src/contacts/map-file/write-map.js';
import { OPT_OUT_ROLES } from '../../../src/contacts/roles.js';
import { factsOf } from './accounting-for-tests.js';

const OF_THE_CONTRACT = `
header: [Member ID, First name, Mobile, Status, Ward, Source notes]
columns:
  Status: { role: do_not_contact, values: { Active: no, Lapsed: no, Blocklisted: yes, Unsub: yes } }
  Ward: ignore
  Source notes: text
words:
  "OK to do not email": harmless
skip_lines: 0
`;

describe('a map file that is read', () => {
  test('says of each column what a person said', () => {
    const { header, answers, harmlessWords, reading } = parseListMap(OF_THE_CONTRACT, 'members.map.yaml');
    expect(header).toHaveLength(6);
    expect([...answers.columns]).toEqual([
      [
        'Status',
        {
          kind: 'role',
          role: 'do_not_contact',
          values: new Map([
            ['active', 'no'],
            ['lapsed', 'no'],
            ['blocklisted', 'yes'],
            ['unsub', 'yes'],
          ]),
        },
      ],
      ['Ward', { kind: 'ignore', values: null }],
      ['Source notes', { kind: 'text' }],
    ]);
    expect(harmlessWords).toEqual(['OK to do not email']);
    expect(reading).toEqual({ ...NO_READING, skipLines: 0 });
  });

  test('keeps values that YAML would take for something else', () => {
    const map = parseListMap(
      'header: [A]\ncolumns:\n  A: { role: do_not_call, values: { 1: yes, 0: no, true: yes, no: no, null: review, 2026-05-01: yes } }\n',
      'm.yaml',
    );
    const answer = map.answers.columns.get('A');
    expect(answer?.kind === 'role' ? answer.values : null).toEqual(
      new Map([
        ['1', 'yes'],
        ['0', 'no'],
        ['true', 'yes'],
        ['no', 'no'],
        ['null', 'review'],
        ['(a day)', 'yes'],
      ]),
    );
  });

  test.for([
    [
      'a role that is none',
      'header: [Status]\ncolumns:\n  Status: do_not_cal\n',
      'm.yaml line 3: `Status` is `do_not_cal`, and there is no such role; did you mean `do_not_call`?',
    ],
    [
      'a role with values that is none',
      'header: [Status]\ncolumns:\n  Status: { role: do_not_cal }\n',
      'm.yaml line 3: `Status` has the role `do_not_cal`, and there is no such role; did you mean `do_not_call`?',
    ],
    [
      'an answer that is none',
      'header: [Status]\ncolumns:\n  Status:\n    role: do_not_call\n    values:\n      Active: revew\n',
      'm.yaml line 6: `Status`: `Active` is `revew`, and an answer is one of yes, no, not-recorded, dead, review; did you mean `review`?',
    ],
    [
      'a key that is none',
      'header: [A]\ncolums: {}\n',
      'm.yaml line 2: unknown key `colums`; did you mean `columns`?',
    ],
    [
      'a key within a column',
      'header: [A]\ncolumns:\n  A: { role: do_not_call, value: {} }\n',
      'm.yaml line 3: unknown key `value`; did you mean `values`?',
    ],
    [
      'a column that the header has not',
      'header: [Status]\ncolumns:\n  Statuss: ignore\n',
      'm.yaml line 3: `header` has no column `Statuss`; did you mean `Status`?',
    ],
    [
      'a column that is not filled in',
      'header: [Status]\ncolumns:\n  Status:\n',
      'm.yaml line 3: `Status` is not filled in; say `ignore`, `text` or a role, or take the line out',
    ],
    [
      'values of a role that has none',
      'header: [A]\ncolumns:\n  A: { role: phone, values: { x: yes } }\n',
      'm.yaml line 3: `A` has the role `phone`, which takes no `values`; they go with do_not_call, do_not_text, do_not_email, do_not_mail, do_not_contact, deceased, mps_listed and ignore',
    ],
    [
      'an ignored value that refuses',
      'header: [A]\ncolumns:\n  A: { role: ignore, values: { x: yes } }\n',
      'm.yaml line 3: `A` is ignored, and `x` is `yes`; give the column a role instead',
    ],
    [
      'one value with two answers',
      'header: [A]\ncolumns:\n  A: { role: do_not_call, values: { Stop: yes, STOP: no } }\n',
      'm.yaml line 3: `A`: `STOP` is `no`, and written another way `yes`; it is one value',
    ],
    [
      'a name that would be lost',
      'header: [A]\nwords:\n  __proto__: harmless\n',
      'm.yaml line 3: `__proto__` can be no name here',
    ],
    [
      'a column twice',
      'header: [A]\ncolumns:\n  A: ignore\n  A: text\n',
      'm.yaml line 4: `A` stands here again; remove one of them',
    ],
    ['no header', 'columns: {}\n', 'm.yaml: `header` is missing'],
    [
      'words that are not harmless',
      'header: [A]\nwords:\n  "no calls": refusal\n',
      'm.yaml line 3: `no calls` is `refusal`; words can only be `harmless`',
    ],
    [
      'a rest that is not ignored',
      'header: [A]\nrest: text\n',
      'm.yaml line 2: `rest` is `text`; it can only be `ignore`',
    ],
    ['nothing', '', 'm.yaml: nothing is filled in'],
    ['a list', '[1]', 'm.yaml: no keys stand here; a map file has `header` and `columns`'],
    [
      'an alias',
      'header: &a [A]\ncolumns: *a\n',
      'm.yaml line 2: a YAML alias (`*name`) stands here; write the value itself',
    ],
  ] as const)('%s is refused with its line', ([, text, message]) => {
    expect(() => parseListMap(text, 'm.yaml')).toThrow(message);
  });

  test('broken YAML is refused with its line', () => {
    expect(() => parseListMap('header: [A\ncolumns: {}\n', 'm.yaml')).toThrow(
      /^m\.yaml line 2: this is not YAML: /,
    );
  });

  test('all that is wrong is said at once, in the order of the file', () => {
    const text = 'header: [A, B]\ncolumns:\n  A: ignor\n  B: tex\n';
    expect(() => parseListMap(text, 'm.yaml')).toThrow(/line 3: .*`ignore`\?\n.*line 4: .*`text`\?/);
  });
});

/** No key that the reader of checked values would lose: it is refused. */
const isName = (text: string): boolean => text !== '__proto__';

describe('a map file that is written', () => {
  const text = fc.oneof(
    fc.constantFrom(
      'Status',
      'true',
      'null',
      'no',
      '1',
      '',
      ' ',
      'a: b',
      '# x',
      '-',
      '"',
      "'",
      'Ünï',
      '…',
      '{a}',
      '? k',
      'constructor',
    ),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ maxLength: 5 }).map((end) => 'wide '.repeat(250) + end),
  );
  const values = fc
    .array(
      fc.tuple(
        text.map(valueKey).filter((key) => key !== '' && isName(key)),
        fc.constantFrom(...VALUE_ANSWERS),
      ),
      { maxLength: 5 },
    )
    .map((pairs): ReadonlyMap<string, ValueAnswer> => new Map(pairs));
  const answer: fc.Arbitrary<ColumnAnswer> = fc.oneof(
    fc.constant<ColumnAnswer>({ kind: 'text' }),
    fc.constant<ColumnAnswer>({ kind: 'ignore', values: null }),
    values.map((found): ColumnAnswer => ({ kind: 'ignore', values: new Set(found.keys()) })),
    fc
      .tuple(fc.constantFrom(...OPT_OUT_ROLES), fc.option(values))
      .map(([role, found]): ColumnAnswer => ({ kind: 'role', role, values: found })),
    fc.constant<ColumnAnswer>({ kind: 'role', role: 'phone', values: null }),
  );
  const map: fc.Arbitrary<ListMap> = fc
    .record({
      header: fc.array(text.filter(isName), { minLength: 1, maxLength: 6 }),
      said: fc.array(answer, { maxLength: 6 }),
      isRestIgnored: fc.boolean(),
      harmlessWords: fc.uniqueArray(
        text.filter((words) => words !== '' && isName(words)),
        { maxLength: 3 },
      ),
      skipLines: fc.option(fc.nat(9)),
      delimiter: fc.option(fc.constantFrom(',', '\t', '|', ';', '\u0001')),
      hasHeader: fc.option(fc.boolean()),
    })
    .map(({ header, said, isRestIgnored, harmlessWords, skipLines, delimiter, hasHeader }) => ({
      header,
      answers: {
        columns: new Map(
          said.flatMap((one, column) =>
            column < header.length ? [[columnLabel(header, column), one] as const] : [],
          ),
        ),
        isRestIgnored,
      },
      harmlessWords,
      reading: { ...NO_READING, skipLines, delimiter, hasHeader },
    }));

  test('keeps its meaning when it is read again', () => {
    fc.assert(
      fc.property(map, (written) => {
        const read = parseListMap(writeListMap(written, null), 'm.yaml');
        expect({ ...read, harmlessWords: [...read.harmlessWords].sort() }).toEqual({
          ...written,
          harmlessWords: [...written.harmlessWords].sort(),
        });
      }),
      { numRuns: 150 },
    );
  });

  const header = ['Status', 'Zed', 'X1', 'phone', 'first_name'];
  const facts = factsOf(resolveColumns(header, [], 'list.csv'));
  const cells = [
    ['Active', 'Active', 'Unsub\u2028'],
    ['Oak', 'Ash', 'Oak'],
    ['Y', '', ''],
    ['07700 900001'],
    ['Ann'],
  ];
  const profiles = cells.map(profileOf);
  const answers = { columns: new Map<string, ColumnAnswer>(), isRestIgnored: false };
  const accounts = accountForList(facts, profiles, VOCABULARY_OF_REFUSAL);
  const questions = questionsOf(facts, profiles, accounts, answers, VOCABULARY_OF_REFUSAL);
  const empty: ListMap = { header, answers, harmlessWords: [], reading: NO_READING };
  const written = writeListMap(
    empty,
    questions,
    spellingsOf(new Map(header.map((label, column) => [label, profileOf(cells[column] ?? [])]))),
  );

  test('shows each open column with its values, counts and likeliest answer, in comments', () => {
    expect(written).toMatchInlineSnapshot(`
      "# How ringfence reads lists with this header. It is found again by the header, whatever the list is called.
      # A column is \`ignore\` (says nothing of contact), \`text\` (searched for words), a role, or a role with \`values\`:
      # yes (refuses), no, not-recorded, dead, review (a person looks).
      header: [Status, Zed, X1, phone, first_name]
      columns:
        # OPEN: Status: does it say that somebody may not be contacted?
        #   Active x2, Unsub x1
        # Status: { role: do_not_contact, values: { Unsub: yes, Active: no } }
        # OPEN: X1: does it say that somebody may not be contacted?
        #   Y x1
        # X1: { role: ignore, values: { Y: no } }
        # OPEN, the rest: does any of these say that somebody may not be contacted? If none does, write \`rest: ignore\`
        # at the start of a line below.
        #   Zed: Oak x2, Ash x1
        # Zed: { role: ignore, values: { Oak: no, Ash: no } }
      "
    `);
    expect(parseListMap(written, 'm.yaml')).toEqual(empty);
  });

  test('settles what it shows once the comments of its answers are taken off', () => {
    const filled = written.replace(/^ {2}# (?=(?:Status|Zed|X1): )/gm, '  ');
    expect([...parseListMap(filled, 'm.yaml').answers.columns.keys()]).toEqual(['Status', 'X1', 'Zed']);
  });
});

describe('the map for a list', () => {
  const made = (...header: string[]): ListMap => ({
    header,
    answers: { columns: new Map(), isRestIgnored: false },
    harmlessWords: [],
    reading: NO_READING,
  });
  const first = { name: 'members.map.yaml', map: made('Name', 'Phone', 'Status') };
  const other = { name: 'donors.map.yaml', map: made('Name', 'Phone', 'Fund') };

  test.for<readonly [string, readonly string[], string | null]>([
    ['the same header', ['Name', 'Phone', 'Status'], 'members.map.yaml'],
    ['another order', ['Status', 'Name', 'Phone'], 'members.map.yaml'],
    ['case and blanks', ['name', ' PHONE ', 'Status'], 'members.map.yaml'],
    ['a column more', ['Name', 'Phone', 'Status', 'Ward'], null],
    ['a column twice', ['Name', 'Phone', 'Phone', 'Status'], null],
  ])('%s', ([, header, name]) => {
    expect(findMap([first, other], header)?.name ?? null).toBe(name);
  });

  test('two that fit are refused with both names', () => {
    const again = { name: 'old.map.yaml', map: made('Status', 'Phone', 'Name') };
    expect(() => findMap([first, other, again], ['Name', 'Phone', 'Status'])).toThrow(
      '`members.map.yaml` and `old.map.yaml` are both made for a list with this header',
    );
  });

  test('one for another header says which columns differ', () => {
    expect(headerDifference(first.map, ['Name', 'Phone', 'Phone', 'Fund'])).toEqual({
      missing: ['Status'],
      added: ['Phone', 'Fund'],
    });
    expect(() => requireHeader(first, ['Name', 'Phone', 'Fund'], 'list.csv')).toThrow(
      '`members.map.yaml` is made for another header than that of `list.csv`: the list has no `Status`, and the map does not know `Fund`',
    );
  });
});

test('the JSON Schema names every key and answer', () => {
  const schema = JSON.stringify(mapAsJsonSchema());
  for (const word of [
    'header',
    'columns',
    'rest',
    'words',
    'skip_lines',
    'not-recorded',
    'do_not_contact',
    'text',
  ]) {
    expect(schema).toContain(`"${word}"`);
  }
});
