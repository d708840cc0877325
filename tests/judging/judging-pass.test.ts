/** One pass over batches: what was judged ahead and what remains come out in list order, and are counted once. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCampaignFile } from '../../src/campaign/read-campaign.js';
import { resolveColumns } from '../../src/contacts/columns/column-roles.js';
import { DEFAULT_READING_OPTIONS } from '../../src/contacts/reading-options.js';
import { NOTHING_FOUND } from '../../src/contacts/survey/survey.js';
import { type JudgedRows, noneJudged, REFERENCE_PATH } from '../../src/judging/batch-worker.js';
import { beginPass, type JudgingPass, type RunOutputs } from '../../src/judging/judging-pass.js';
import { OptimisticPass } from '../../src/judging/optimistic-pass.js';
import { openLedger } from '../../src/ledger/look-up/ledger-look-up.js';
import { openListings } from '../../src/registers/look-up/listing-reader.js';
import { openRegisters } from '../../src/registers/look-up/register-reader.js';
import { OUTCOMES, prepareJudgement } from '../../src/screening/verdict/decide.js';
import { createStore } from '../../src/store/open-store.js';
import { listOf } from '../contacts/lists-for-tests.js';
import { day, mobile } from '../registers/register-for-tests.js';
import { campaignText, workdir } from '../workdir.js';

const SERVICE = { purpose: 'service', contains_promotion: 'false' };
const LIST = `name,phone\n${[0, 1, 2, 3, 4].map((row) => `P${row},${mobile(row)}\n`).join('')}`;

/** A pass over a list of five people, with what it did in its order. */
async function passOver(changes: Readonly<Record<string, string>>, hasOutputs = true) {
  const dir = workdir();
  dir.write('campaign.yaml', campaignText(changes));
  const campaign = await readCampaignFile(join(dir.path, 'campaign.yaml'));
  const store = createStore(join(dir.path, 'store.db'));
  const registers = openRegisters(store);
  const callDate = day('2026-11-22');
  const list = await listOf(LIST);
  const judging = {
    columns: resolveColumns(list.header, [], 'members.csv'),
    listings: openListings(store, registers),
    ledger: openLedger(store),
    judgement: prepareJudgement(campaign, callDate, null),
    reading: { channel: campaign.channel, callDate, dateOrder: null },
    findings: NOTHING_FOUND,
  };
  const done: string[] = [];
  const outputs: RunOutputs = {
    rowDialect: () => null,
    listsAllowed: true,
    open: () => ({
      add: (outcome, cells) => done.push(`${outcome} row ${cells[0]}`),
      addBytes: (outcome, bytes, records) => {
        if (bytes.length + records > 0) done.push(`${outcome} bytes ${Buffer.from(bytes)} ${records}`);
      },
      addRecord: ({ row }) => done.push(`record ${row}`),
      reportAllowed: (_batch, { number }) => done.push(`dial ${number}`),
      flush: () => done.push('flush'),
      rollBack: () => done.push('roll back'),
    }),
  };
  const pass = beginPass(list, judging, hasOutputs ? outputs : null, false);
  const [batch] = await all(list.readRecords());
  if (batch === undefined) throw new Error('the list has no batch');
  const run = {
    store,
    list,
    reading: DEFAULT_READING_OPTIONS,
    registers,
    judging,
    output: null,
    isReplay: false,
  };
  return { pass, batch, done, run };
}

async function all<T>(found: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of found) items.push(item);
  return items;
}

/** Rows 0, 2 and 4 were judged ahead, and allowed; 1 and 3 remain. */
const AHEAD: JudgedRows = {
  remaining: [1, 3],
  rows: OUTCOMES.map((outcome) =>
    outcome === 'allowed'
      ? { bytes: Buffer.from('ace'), records: 3, gaps: [1, 2] }
      : { bytes: Buffer.alloc(0), records: 0, gaps: [0, 0] },
  ),
  allowed: [0, 2, 4].map((row) => ({ row, number: String(row), validUntil: null })),
};

describe('a pass', () => {
  test('writes rows that came as bytes and rows it judges in the order of the list', async () => {
    const { pass, batch, done } = await passOver(SERVICE);
    expect(pass.add(batch, AHEAD, false)).toBe(true);
    expect(done).toEqual([
      ...['allowed bytes a 0', 'dial 0', 'allowed row P1', 'record 1'],
      ...['allowed bytes c 0', 'dial 2', 'allowed row P3', 'record 3'],
      ...['allowed bytes e 3', 'dial 4', 'flush'],
    ]);
  });

  test('counts every record of a batch, and verdicts only of those it judged', async () => {
    const { pass, batch } = await passOver(SERVICE);
    pass.add(batch, AHEAD, false);
    expect(pass.tally.records()).toBe(5);
    expect(pass.tally.result().outcomes.allowed.rows).toBe(2);
  });

  test('counts the same where nothing is written', async () => {
    const { pass, batch, done } = await passOver(SERVICE, false);
    pass.add(batch, noneJudged(batch), false);
    expect(pass.tally.result().outcomes.allowed.rows).toBe(5);
    expect(done).toEqual([]);
  });

  test('stops an optimistic batch at a number that waits for a register, and is rolled back', async () => {
    const { pass, batch, done } = await passOver({});
    expect(pass.add(batch, noneJudged(batch), true)).toBe(false);
    pass.rollBack();
    expect(done).toEqual(['roll back']);
  });

  test('goes on there where it is not optimistic', async () => {
    const { pass, batch, done } = await passOver({});
    expect(pass.add(batch, noneJudged(batch), false)).toBe(true);
    expect(done.filter((what) => what.startsWith('needs-review row'))).toHaveLength(5);
  });
});

describe('an optimistic pass', () => {
  const batches = [0, 1, 2];

  test.for<
    [name: string, isOpen: boolean, quiet: boolean[], fits: boolean[], done: string[], isWhole: boolean]
  >([
    ['judges a quiet list', true, [true, true, true], [true, true, true], ['add', 'add', 'add'], true],
    ['does nothing where it may not begin', false, [true, true, true], [true, true, true], [], false],
    [
      'does not begin where the first batch binds',
      true,
      [false, false, false],
      [true, true, true],
      [],
      false,
    ],
    [
      'is rolled back once, where one binds later',
      true,
      [true, false, false],
      [true, true, true],
      ['add', 'back'],
      false,
    ],
    [
      'is rolled back where a batch does not fit',
      true,
      [true, true, true],
      [true, false, true],
      ['add', 'add', 'back'],
      false,
    ],
  ])('%s', async ([, isOpen, quiet, fits, expected, isWhole]) => {
    const { pass: real, batch } = await passOver(SERVICE);
    const done: string[] = [];
    let at = 0;
    const pass: JudgingPass = {
      tally: real.tally,
      add: (_batch, _judged, isOptimistic) => {
        expect(isOptimistic).toBe(true);
        done.push('add');
        return fits[at] === true;
      },
      rollBack: () => done.push('back'),
    };
    const optimistic = new OptimisticPass(() => pass, isOpen);
    for (at of batches) optimistic.add(batch, noneJudged(batch), quiet[at] === true);
    expect(done).toEqual(expected);
    expect(optimistic.whole() === pass).toBe(isWhole);
    expect(optimistic.mayJudge()).toBe(isWhole);
  });
});

test('the reference path leaves every row of every batch', async () => {
  const { batch, run } = await passOver(SERVICE);
  async function* two() {
    yield batch;
    yield batch;
  }
  const worker = await REFERENCE_PATH.open(run);
  const pass = await worker.begin({ isSurvey: true, judging: run.judging });
  const worked = await all(pass.work(two(), () => true));
  expect(worked.map(({ surveyed, judged }) => [surveyed.remaining, judged.remaining])).toEqual([
    [
      [0, 1, 2, 3, 4],
      [0, 1, 2, 3, 4],
    ],
    [
      [0, 1, 2, 3, 4],
      [0, 1, 2, 3, 4],
    ],
  ]);
  expect([worker.judgesAhead, await pass.counts()]).toEqual([false, []]);
});
