/** The judgement as a lawyer can check it: one fact changed, the verdict, every code, and where it stands. */
import { describe, expect, test } from 'vitest';
import { codesOf } from '../../src/screening/verdict/decide.js';
import { verdictOn } from './facts-for-tests.js';
import { rows as consents } from './one-fact-changed/consents.js';
import { rows as liveCalls } from './one-fact-changed/live-calls.js';
import { rows as messages } from './one-fact-changed/messages.js';
import { rows as others } from './one-fact-changed/other-channels-and-purposes.js';
import { rows as readings } from './one-fact-changed/readings-that-allow-less.js';

const tables = [
  ['live calls', liveCalls],
  ['consents', consents],
  ['messages', messages],
  ['other channels and purposes', others],
  ['readings that allow less', readings],
] as const;

describe.each(tables)('%s', (_name, rows) => {
  test.for(rows)('%s: $2', ([, change, outcome, codes]) => {
    const verdict = verdictOn(change);
    expect(`${verdict.outcome} ${codesOf(verdict).join(' ')}`).toBe(`${outcome} ${codes}`);
  });
});

test('there are enough of them, each with a sentence of its own and a source', () => {
  const rows = tables.flatMap(([, table]) => table);
  expect(rows.length).toBeGreaterThan(200);
  expect(new Set(rows.map(([sentence]) => sentence)).size).toBe(rows.length);
  expect(rows.filter(([, , , , source]) => source === '')).toEqual([]);
});
