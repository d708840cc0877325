/** How many questions the accounting asks of whole lists: exports of known systems, and lists of our own tests. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NO_ANSWERS } from '../../../src/contacts/accounting/column-answer.js';
import { accountForList, questionsOf } from '../../../src/contacts/accounting/list-questions.js';
import { createProfileTaker } from '../../../src/contacts/accounting/profile.js';
import { VOCABULARY_OF_REFUSAL } from '../../../src/contacts/accounting/vocabulary-of-refusal.js';
import { readListColumns } from '../../../src/contacts/columns/read-columns.js';
import { openList } from '../../../src/contacts/list/list-file.js';
import { DEFAULT_READING_OPTIONS } from '../../../src/contacts/reading-options.js';
import { factsOf } from './accounting-for-tests.js';

const ROOT = resolve(import.meta.dirname, '../../..');
const REAL = resolve(ROOT, '../shared/corpora/real');

function filesUnder(folder: string, isWanted: (name: string) => boolean): readonly string[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return filesUnder(path, isWanted);
      return isWanted(name) ? [path] : [];
    })
    .sort();
}

interface Asked {
  readonly name: string;
  readonly strong: readonly string[];
  readonly rest: readonly string[];
}

/** What is asked of the list; null where it cannot be opened as one. */
async function askedOf(path: string): Promise<Asked | null> {
  const opened = await openList(path, relative(ROOT, path), DEFAULT_READING_OPTIONS).catch(() => null);
  if (opened === null) return null;
  const columns = await readListColumns(opened.header, DEFAULT_READING_OPTIONS, opened.displayName);
  const takers = opened.header.map(() => createProfileTaker());
  for await (const batch of opened.readRecords()) {
    for (let row = 0; row < batch.count; row += 1) {
      if (batch.damage(row) !== null) continue;
      for (const [column, taker] of takers.entries()) taker.add(batch.cell(row, column), 1);
    }
  }
  const facts = factsOf(columns);
  const profiles = takers.map((taker) => taker.result());
  const accounts = accountForList(facts, profiles, VOCABULARY_OF_REFUSAL);
  const { strong, rest } = questionsOf(facts, profiles, accounts, NO_ANSWERS, VOCABULARY_OF_REFUSAL);
  return {
    name: relative(ROOT, path),
    strong: strong.map(({ label, why }) => `${label} (${why.kind})`),
    rest: (rest?.columns ?? []).map(({ label }) => label),
  };
}

async function askedOfAll(paths: readonly string[]): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (const path of paths) {
    const one = await askedOf(path);
    if (one !== null) asked.push(one);
  }
  if (process.env.RINGFENCE_SHOW !== undefined) {
    const open = asked.filter(({ strong, rest }) => strong.length + rest.length > 0);
    console.log(
      `${asked.length} lists; strong ${asked
        .map(({ strong }) => strong.length)
        .sort()
        .join('')}; rest ${asked.filter(({ rest }) => rest.length > 0).length}\n` +
        open
          .map(({ name, strong, rest }) => `  ${name}: ${strong.join(', ')} | ${rest.join(', ')}`)
          .join('\n'),
    );
  }
  return asked;
}

/** Columns of a known system that its preset does not name yet. */
const LEFT_TO_PRESETS: readonly string[] = ['Private (answers)'];

const isList = (name: string): boolean => /\.(?:csv|txt)$/.test(name) && !/tps|expected/.test(name);

describe('questions of a list', () => {
  test('an untouched export of a known system raises none', async () => {
    const files = filesUnder(resolve(ROOT, 'fixtures/systems'), isList);
    const asked = await askedOfAll(files.filter((path) => path.includes('/list/')));
    expect(asked.length).toBeGreaterThan(20);
    const known = asked.flatMap(({ strong }) => strong).filter((label) => !LEFT_TO_PRESETS.includes(label));
    expect(known).toEqual([]);
  });

  test.for([['fixtures/systems'], ['fixtures/world'], ['fixtures/tutorial'], ['fixtures/cases']] as const)(
    'of %s there are three at most, and of most none',
    async ([folder]) => {
      const isContacts = (name: string): boolean =>
        folder.endsWith('cases')
          ? /^contacts.*\.csv$/.test(name)
          : isList(name) &&
            !/^(?:allowed|blocked|needs-review|key|to-check|register|checked)|ledger\.csv/.test(name);
      const files = filesUnder(resolve(ROOT, folder), isContacts);
      // What systems export as contact lists is the test above.
      const asked = await askedOfAll(files.filter((path) => !path.includes('/list/')));
      const counts = asked.map(({ strong }) => strong.length).sort((one, other) => one - other);
      expect(counts[Math.floor(counts.length / 2)]).toBe(0);
      expect(counts.at(-1)).toBeLessThanOrEqual(3);
    },
  );

  test.skipIf(!existsSync(REAL))('of public lists', async () => {
    const asked = await askedOfAll(filesUnder(REAL, isList));
    expect(asked).toHaveLength(4);
    expect(asked.filter(({ strong }) => strong.length > 0).length).toBeLessThanOrEqual(1);
    expect(Math.max(...asked.map(({ strong }) => strong.length))).toBeLessThanOrEqual(3);
  });
});
