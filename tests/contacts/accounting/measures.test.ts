/** How many harmless columns are asked about, and how many refusing ones are not: measured, and held. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ColumnAccount } from '../../../src/contacts/accounting/account-for-column.js';
import { accountOf } from './accounting-for-tests.js';

const OWN = resolve(import.meta.dirname, '../../../fixtures/accounting');
const SHARED = resolve(import.meta.dirname, '../../../../shared/cases');

const rowSchema = z.object({
  header: z.string(),
  values: z.string().default(''),
  sense: z.enum(['refusal', 'permission']).optional(),
});
type Row = z.infer<typeof rowSchema>;

function rowsOf(path: string): readonly Row[] {
  return z.array(rowSchema).parse(parse(readFileSync(path), { columns: true }));
}

const strengthOf = (account: ColumnAccount): string =>
  account.kind === 'open' ? account.strength : account.kind;

function tally(rows: readonly Row[], wanted: (strength: string) => boolean): readonly string[] {
  return rows
    .map(({ header, values }) => ({
      header,
      account: accountOf(header, Array(3).fill(values.split(';')).flat()),
    }))
    .filter(({ account }) => wanted(strengthOf(account)))
    .map(({ header, account }) => `${header} ${JSON.stringify(account)}`);
}

function show(what: string, of: number, found: readonly string[]): void {
  if (process.env.RINGFENCE_SHOW !== undefined)
    console.log(`${what}: ${found.length} of ${of}\n  ${found.join('\n  ')}`);
}

const isStrong = (strength: string): boolean => strength === 'strong';
const isWeak = (strength: string): boolean => strength === 'weak';

describe('harmless columns', () => {
  const own = rowsOf(resolve(OWN, 'harmless-columns.csv'));
  for (const [part, odd] of [
    ['seen', 0],
    ['held out', 1],
  ] as const) {
    test(`of every day, ${part}`, () => {
      const rows = own.filter((_, index) => index % 2 === odd);
      const strong = tally(rows, isStrong);
      const weak = tally(rows, isWeak);
      show(`harmless ${part}, strong`, rows.length, strong);
      show(`harmless ${part}, weak`, rows.length, weak);
      expect(strong.length).toBeLessThanOrEqual(rows.length * 0.03);
      expect(weak.length).toBeLessThanOrEqual(rows.length * 0.25);
    });
  }

  test.skipIf(!existsSync(SHARED))('of the cases', () => {
    const rows = rowsOf(resolve(SHARED, 'harmless-columns.csv'));
    const strong = tally(rows, isStrong);
    const weak = tally(rows, isWeak);
    show('cases harmless, strong', rows.length, strong);
    show('cases harmless, weak', rows.length, weak);
    expect(strong.length).toBeLessThanOrEqual(1);
    expect(weak.length).toBeLessThanOrEqual(10);
  });
});

describe('refusing columns', () => {
  const own = rowsOf(resolve(OWN, 'refusing-columns.csv'));
  const isMissed = (strength: string): boolean => strength !== 'strong' && strength !== 'role';
  for (const [part, odd] of [
    ['seen', 0],
    ['held out', 1],
  ] as const) {
    test(`in people's own words, ${part}`, () => {
      const rows = own.filter((_, index) => index % 2 === odd);
      const missed = tally(rows, isMissed);
      show(`refusing ${part}, not asked strongly`, rows.length, missed);
      expect(missed.length).toBeLessThanOrEqual(rows.length * 0.05);
    });
  }

  test.skipIf(!existsSync(SHARED))('headers of the cases, with a yes, a 1, a day, or with a no', () => {
    const sets = {
      refusal: [
        ['Y', '', '', ''],
        ['1', '', '', ''],
        ['2026-05-01', '', '', ''],
      ],
      permission: [
        ['No', 'Yes', 'Yes', 'Yes'],
        ['FALSE', 'TRUE', 'TRUE', 'TRUE'],
        ['0', '1', '1', '1'],
      ],
    } as const;
    const missed = rowsOf(resolve(SHARED, 'headers.csv')).flatMap(({ header, sense = 'refusal' }) =>
      sets[sense].flatMap((cells) => {
        const account = accountOf(header, cells);
        return isMissed(strengthOf(account)) ? [`${header} = ${cells[0]}: ${JSON.stringify(account)}`] : [];
      }),
    );
    show('headers of the cases, missed', 204 * 3, missed);
    expect(missed).toEqual([]);
  });
});
