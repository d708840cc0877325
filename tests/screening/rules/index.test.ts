import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { campaignRules, contactRules } from '../../../src/screening/rules/index.js';

/** What rules share; each other file of the folder is a rule of its name. */
const SHARED = [
  ...['campaign-facts', 'consent', 'corporate-subscriber', 'index', 'listing-grace', 'membership'],
  ...[
    'nothing-known',
    'objection-reach',
    'register-copy',
    'register-words',
    'registers-asked',
    'soft-opt-in',
  ],
];

function baseNames(folder: string, ending: string): readonly string[] {
  return readdirSync(new URL(folder, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => basename(path, ending));
}

const ids = [...campaignRules, ...contactRules].map(({ id }) => id);

test('every rule of the folder is asked, once', () => {
  const inFolder = baseNames('../../../src/screening/rules/', '.ts').filter((name) => !SHARED.includes(name));
  expect(ids.toSorted()).toEqual(inFolder.toSorted());
});

test('every rule has a test of its name', () => {
  expect(baseNames('./', '.test.ts')).toEqual(expect.arrayContaining(ids));
});

test('every rule with codes gives each a world in its test', () => {
  const folder = new URL('./', import.meta.url);
  const silent = [...campaignRules, ...contactRules]
    .filter(({ codes }) => Object.keys(codes).length > 0)
    .filter(({ id }) => {
      const path = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(
        (each) => basename(each) === `${id}.test.ts`,
      );
      return (
        path === undefined || !readFileSync(new URL(path, folder), 'utf8').includes('eachCodeHasItsWorld(')
      );
    })
    .map(({ id }) => id);
  expect(silent).toEqual([]);
});
