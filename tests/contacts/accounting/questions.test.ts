/** Every kind of question is raised, and each answer that is offered is accepted and settles it. */
import { describe, expect, test } from 'vitest';
import type { ColumnFacts, StrongReason } from '../../../src/contacts/accounting/account-for-column.js';
import { applyAnswers } from '../../../src/contacts/accounting/apply-answers.js';
import {
  answeredReading,
  type ColumnAnswer,
  type ListAnswers,
  NO_ANSWERS,
} from '../../../src/contacts/accounting/column-answer.js';
import {
  accountForList,
  type ListQuestions,
  MOST_SHOWN,
  questionsOf,
} from '../../../src/contacts/accounting/list-questions.js';
import { type ColumnProfile, profileOf } from '../../../src/contacts/accounting/profile.js';
import { VOCABULARY_OF_REFUSAL } from '../../../src/contacts/accounting/vocabulary-of-refusal.js';
import { resolveColumns } from '../../../src/contacts/columns/column-roles.js';
import { factsOf } from './accounting-for-tests.js';

/** A list of a number, a name and this column. */
function listOf(header: string, cells: readonly string[], change: Partial<ColumnFacts> = {}) {
  const facts = factsOf(resolveColumns([header, 'phone', 'first_name'], [], 'list.csv'));
  const changed = facts.map((fact, column) => (column === 0 ? { ...fact, ...change } : fact));
  const profiles = [profileOf(cells), profileOf(['07700 900001']), profileOf(['Ann'])];
  return { facts: changed, profiles };
}

function asked(
  facts: readonly ColumnFacts[],
  profiles: readonly ColumnProfile[],
  answers: ListAnswers = NO_ANSWERS,
): ListQuestions {
  return questionsOf(
    facts,
    profiles,
    accountForList(facts, profiles, VOCABULARY_OF_REFUSAL),
    answers,
    VOCABULARY_OF_REFUSAL,
  );
}

function answersOf(label: string, answer: ColumnAnswer): ListAnswers {
  return { columns: new Map([[label, answer]]), isRestIgnored: false };
}

const many = Array.from({ length: 900 }, (_, index) => `Kind ${index % 300}`);
const answered: ColumnAnswer = { kind: 'role', role: 'do_not_contact', values: new Map([['active', 'no']]) };

const EACH: Readonly<
  Record<StrongReason['kind'], readonly [string, readonly string[], Partial<ColumnFacts>?][]>
> = {
  'refusing-header': [
    ['DNC 2024', ['Y', '']],
    ['TPS', ['listed', '']],
    ['Marketing restriction', ['2026-05-01', '']],
    ['Customer Deceased', ['2026-05-01', '']],
  ],
  'permission-header': [
    ['OK to call', ['Yes', 'No']],
    ['Consent', many],
  ],
  'telling-header': [
    ['Status', ['Active', 'Vetoed']],
    ['Outcome code', ['101', '102', '106', '101']],
    ['Call?', ['No', 'Yes']],
    ['Preferred channel', many.map((value) => `${value} `)],
  ],
  'gone-rows': [
    ['is_deleted', ['0', '1']],
    ['deleted_at', ['2026-05-01', '']],
    ['Archived', ['TRUE', 'FALSE']],
    ['is_active', ['1', '0']],
  ],
  answers: [
    ['X1', ['Y', '']],
    ['Zed', ['✓', '']],
    ['Zed', ['A', 'B', 'C']],
    ['Zed', ['"', 'yes']],
  ],
  'refusing-values': [
    ['Zed', ['blue', 'blue', 'blocklisted', 'blue']],
    ['Ward', ['Abbey', 'DO NOT CALL', 'Abbey']],
    ['Zed', ['Email only', 'Phone and post', 'blue', 'blue']],
  ],
  codes: [['Agent zed', ['NI', 'XFER', 'NI', 'SALE', 'NI']]],
  'words-for-contacts': [
    ['Contact by Phone', ['No', 'Yes']],
    ['Phone contact', ['Denied', 'Not given', 'Revoked']],
    ['Mobile', ['Refused', 'Refused', '07700 900001']],
    ['Email', ['No', 'no', 'ann@example.org']],
  ],
  'calling-code': [
    ['phone_code', ['49', '44', '353']],
    ['Primary Phone Calling Code', ['+49', '+44']],
  ],
  'new-values': [
    ['Status', ['Active', 'Blocklisted'], { answer: answered, roles: ['do_not_contact'] }],
    [
      'do_not_call',
      ['Active', 'Sometimes'],
      { answer: answered, roles: ['do_not_call'], isPresetOptOut: true, isNamedByPreset: true },
    ],
    ['Zed', ['red', 'mauve'], { answer: { kind: 'ignore', values: new Set(['red']) }, roles: ['ignore'] }],
  ],
};

describe('a question of its own', () => {
  for (const [kind, columns] of Object.entries(EACH)) {
    test.for(columns)(`${kind}: %s`, ([header, cells, change]) => {
      const { facts, profiles } = listOf(header, cells, change);
      const [question, second] = asked(facts, profiles).strong;
      expect([header, question?.why.kind]).toEqual([header, kind]);
      expect(second).toBeUndefined();
      expect(question?.offers.length).toBeGreaterThan(1);
      for (const offer of question?.offers ?? []) {
        const { columns: now, refused } = applyAnswers(facts, answersOf(header, offer));
        expect(refused).toEqual([]);
        expect(asked(now, profiles)).toEqual({ strong: [], rest: null });
      }
    });
  }

  test('shows the values with their counts, the most frequent first, and the likeliest answer', () => {
    const { facts, profiles } = listOf('Status', ['Active', 'Active', 'Blocklisted', 'Vetoed', 'n/a']);
    const [question] = asked(facts, profiles).strong;
    expect(question?.shown.values.map(({ text, count }) => `${text} x${count}`)).toEqual([
      'Active x2',
      'Blocklisted x1',
      'n/a x1',
      'Vetoed x1',
    ]);
    expect(question?.offers[0]).toEqual({
      kind: 'role',
      role: 'do_not_contact',
      values: new Map([
        ['active', 'no'],
        ['blocklisted', 'yes'],
        ['vetoed', 'review'],
        ['n/a', 'not-recorded'],
      ]),
    });
  });

  test('of a permission reads a no as the refusal', () => {
    const { facts, profiles } = listOf('OK to call', ['Yes', 'No']);
    expect(asked(facts, profiles).strong[0]?.offers[0]).toEqual({
      kind: 'role',
      role: 'do_not_call',
      values: new Map([
        ['yes', 'no'],
        ['no', 'yes'],
      ]),
    });
  });
});

describe('the rest', () => {
  const facts = factsOf(resolveColumns(['Zed', 'Quux', 'phone'], [], 'list.csv'));
  const profiles = [
    profileOf(['Oak', 'Ash', 'Oak', 'Ash']),
    profileOf(['Jazz', 'Folk', 'Folk']),
    profileOf(['07700 900001']),
  ];

  test('is one question about all columns of which nothing is known', () => {
    const { strong, rest } = asked(facts, profiles);
    expect(strong).toEqual([]);
    expect(rest?.columns.map(({ label }) => label)).toEqual(['Zed', 'Quux']);
    expect(rest?.columns[1]?.shown.values.map(({ text, count }) => `${text} x${count}`)).toEqual([
      'Folk x2',
      'Jazz x1',
    ]);
  });

  test('is gone with the answer that none of them matters', () => {
    expect(asked(facts, profiles, { columns: new Map(), isRestIgnored: true }).rest).toBeNull();
  });

  test('is gone with an answer for each', () => {
    for (const column of asked(facts, profiles).rest?.columns ?? []) {
      for (const offer of column.offers) {
        const { columns, refused } = applyAnswers(facts, answersOf(column.label, offer));
        expect(refused).toEqual([]);
        expect(asked(columns, profiles).rest?.columns.map(({ label }) => label)).not.toContain(column.label);
      }
    }
  });

  test('does not swallow a question of its own', () => {
    const { facts: own, profiles: cells } = listOf('X1', ['Y', '']);
    expect(asked(own, cells, { columns: new Map(), isRestIgnored: true }).strong).toHaveLength(1);
  });

  test('of 300 columns of 10,000 values each stays one that can be shown', () => {
    const headers = Array.from({ length: 300 }, (_, index) => `Quux ${'abcdefghij'[index % 10]}${index}`);
    const wide = factsOf(resolveColumns(headers, [], 'list.csv'));
    const cells = profileOf(
      Array.from({ length: 20_000 }, (_, index) => `Kind ${index % 10_000}`).concat(
        Array(30_000).fill('Oak'),
      ),
    );
    const { rest } = asked(
      wide,
      wide.map(() => cells),
    );
    expect(rest?.columns).toHaveLength(300);
    for (const { shown } of rest?.columns ?? []) expect(shown.values.length).toBeLessThanOrEqual(MOST_SHOWN);
  });
});

describe('answers', () => {
  test('replace what the header suggested', () => {
    const { facts, profiles } = listOf('Mobile', ['Refused', 'Refused']);
    const { columns } = applyAnswers(
      facts,
      answersOf('Mobile', { kind: 'role', role: 'do_not_call', values: null }),
    );
    expect(columns[0]?.roles).toEqual(['do_not_call']);
    expect(asked(columns, profiles).strong).toEqual([]);
  });

  test.for<readonly [string, ColumnAnswer]>([
    ['ignored', { kind: 'ignore', values: null }],
    ['called a text', { kind: 'text' }],
    ['given a role that protects nobody', { kind: 'role', role: 'phone', values: null }],
  ])('an opt-out column of a preset cannot be %s', ([, answer]) => {
    const { facts } = listOf('Do Not Phone', ['1'], { isPresetOptOut: true, isNamedByPreset: true });
    const { columns, refused } = applyAnswers(facts, answersOf('Do Not Phone', answer));
    expect(columns).toEqual(facts);
    expect(refused).toEqual([{ kind: 'preset-opt-out', label: 'Do Not Phone', roles: ['do_not_call'] }]);
  });

  test('a column that is not there is named', () => {
    const { facts } = listOf('Zed', ['Oak']);
    expect(applyAnswers(facts, answersOf('Zeta', { kind: 'text' })).refused).toEqual([
      { kind: 'no-such-column', label: 'Zeta' },
    ]);
  });

  test.for([
    ['ACTIVE ', 'no'],
    ['', 'not-recorded'],
    ['Blocklisted', 'unread'],
  ] as const)('%j is read as %s where only Active was answered', ([cell, reading]) => {
    expect(answeredReading(answered, cell)).toBe(reading);
  });
});

describe('what raises no question', () => {
  test.for<readonly [string, readonly string[]]>([
    ['Ward', ['Abbey', 'Castle', 'Abbey']],
    ['Street', ['Stop Lane', 'Deadman Lane', 'Call Lane']],
    ['Email status', ['Valid', 'Bounced', 'Valid']],
    ['is_deleted', ['0', '0', '0']],
    ['is_active', ['true', 'true']],
    ['phone_code', ['44', '+44']],
    ['Last contacted', ['2026-05-01', '']],
    ['Opt-in date', ['2026-05-01', '']],
    ['Status', ['Active', 'Active']],
    ['Status', ['', '']],
    ['Mobile', ['07700 900001', 'unknown', 'n/a', 'unknown']],
    ['Anything', ['£3.00', '£5.00', '£3.00']],
  ])('%s: %j', ([header, cells]) => {
    const { facts, profiles } = listOf(header, cells);
    expect(asked(facts, profiles)).toEqual({ strong: [], rest: null });
  });
});
