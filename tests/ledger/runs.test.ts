import { expect, test } from 'vitest';
import { addRun, listRuns, type RunRecord } from '../../src/store/runs.js';
import { clock, day, temporaryStore } from './ledger-fixtures.js';

const run: RunRecord = {
  revision: 0,
  command: 'screen',
  list: 'branch.csv',
  listSha256: 'a'.repeat(64),
  controller: 'Northfield Party',
  purpose: 'political-campaign',
  channel: 'live-call',
  callDate: day('2026-11-22'),
  isReplay: false,
  counts: { records: 3, allowed: 1, blocked: 1, needsReview: 2 },
  folder: 'screened/branch-2026-11-22',
  receiptSha256: 'b'.repeat(64),
};

test('runs come back as they were logged, the latest first', () => {
  const store = temporaryStore();
  const check: RunRecord = { ...run, command: 'check', revision: 7, folder: null, receiptSha256: null };
  expect(addRun(store, clock, run)).toBe(1);
  expect(addRun(store, clock, check)).toBe(2);
  expect(listRuns(store)).toEqual([
    { ...check, id: 2, ranAt: clock.now },
    { ...run, id: 1, ranAt: clock.now },
  ]);
});

test.for<[string, object]>([
  ['a count that is no whole number', { counts: { ...run.counts, records: 1.5 } }],
  ['a hash that is none', { listSha256: 'abc' }],
  ['anything more than a run has', { numbers: ['+447700900123'] }],
])('%s is not logged', ([, change]) => {
  const store = temporaryStore();
  expect(() => addRun(store, clock, { ...run, ...change })).toThrow();
  expect(listRuns(store)).toEqual([]);
});
