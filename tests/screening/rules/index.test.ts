import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { campaignRules, contactRules } from '../../../src/screening/rules/index.js';

/** What rules share; each other file of the folder is a rule of its name. */
const SHARED = [
  ...['consent', 'corporate-subscriber', 'declared-fact', 'index', 'listing-grace', 'membership'],
  ...['objection-reach', 'register-copy', 'registers-asked', 'rule', 'soft-opt-in'],
];

function baseNames(folder: string, ending: string): readonly string[] {
  return readdirSync(new URL(folder, import.meta.url))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));
}

const ids = [...campaignRules, ...contactRules].map(({ id }) => id);

test('every rule of the folder is asked, once', () => {
  const inFolder = baseNames('../../../src/screening/rules/', '.ts').filter((name) => !SHARED.includes(name));
  expect(ids.toSorted()).toEqual(inFolder.toSorted());
});

test('every rule has a test of its name', () => {
  expect(baseNames('./', '.test.ts')).toEqual(expect.arrayContaining(ids));
});
