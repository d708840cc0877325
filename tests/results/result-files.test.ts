/** A result file of a screening service from its bytes to what is known of a number, and back out of the store. */
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/look-up/ledger-look-up.js';
import { erasePerson } from '../../src/ledger/person/erase-person.js';
import { answersHeldOn } from '../../src/registers/look-up/answers-held.js';
import { openListings } from '../../src/registers/look-up/listing-reader.js';
import { openRegister } from '../../src/registers/look-up/register-reader.js';
import { registerStatus } from '../../src/registers/look-up/register-status.js';
import { describeResults, describeRetractedResults } from '../../src/reports/registers/register-results.js';
import { describeStatus } from '../../src/reports/registers/register-status.js';
import { importResults, type ResultsImport, type ResultsRequest } from '../../src/results/import-results.js';
import { retractResults } from '../../src/results/retract-results.js';
import type { Listing, RegisterName } from '../../src/screening/evidence.js';
import type { Store } from '../../src/store/open-store.js';
import { currentRevision } from '../../src/store/revisions.js';
import { clockOn, day, e164, load, makeStore, mobile, writeFile } from '../registers/register-for-tests.js';
import { resultsRequest } from './results-for-tests.js';

const NUMBER = mobile(611);
const CLOCK = clockOn('2026-11-22');

type Change = Partial<Omit<ResultsRequest, 'path' | 'checkedOn'>>;

function taking(
  store: Store,
  content: string,
  checkedOn: string,
  change: Change = {},
): Promise<ResultsImport> {
  const path = writeFile(content, '2026-11-22', 'checked.csv');
  return importResults(store, CLOCK, resultsRequest(path, day(checkedOn), change));
}

const saying = (result: string, number = NUMBER): string => `number,result\n${number},${result}\n`;

function listing(store: Store, register: RegisterName = 'tps', number = NUMBER): Listing {
  const copies = {
    tps: openRegister(store, 'tps'),
    ctps: openRegister(store, 'ctps'),
    fps: openRegister(store, 'fps'),
  };
  return openListings(store, copies).listing(register, e164(number));
}

const clearOn = (asOf: string): Listing => ({ status: 'not-listed', asOf: day(asOf), by: 'service' });

describe('the same bytes under a later day', () => {
  test('are refused with the count that accepts them, and nothing is changed', async () => {
    const store = makeStore();
    await taking(store, saying('OK'), '2026-11-20');
    await expect(taking(store, saying('OK'), '2026-11-22')).rejects.toThrow('`--expect-count 1`');
    expect([currentRevision(store), listing(store)]).toEqual([1, clearOn('2026-11-20')]);
  });

  test('count as a check of that day once accepted, and the acceptance is told', async () => {
    const store = makeStore();
    await taking(store, saying('OK'), '2026-11-20');
    const result = await taking(store, saying('OK'), '2026-11-22', { expectCount: 1 });
    expect(listing(store)).toEqual(clearOn('2026-11-22'));
    const saw = 'the same bytes as the check of 2026-11-20 (revision 1); numbers in it: 1';
    expect(result).toMatchObject({ overridden: [{ guard: 'same-bytes', saw }] });
    expect(describeResults(result)).toContain(`Accepted by hand: ${saw}.`);
    expect(describeStatus(registerStatus(store, CLOCK.today), false)).toContain(`accepted by hand: ${saw}`);
  });

  test('are refused where another count is accepted', async () => {
    const store = makeStore();
    await taking(store, saying('OK'), '2026-11-20');
    await expect(taking(store, saying('OK'), '2026-11-22', { expectCount: 2 })).rejects.toThrow(
      '`--expect-count 2` accepts another file: `checked.csv` has answers for 1',
    );
    expect(currentRevision(store)).toBe(1);
  });

  test('of a file that was taken back need the acceptance, too', async () => {
    const store = makeStore();
    await taking(store, saying('OK'), '2026-11-20');
    retractResults(store, CLOCK, 1);
    await expect(taking(store, saying('OK'), '2026-11-22')).rejects.toThrow('byte for byte');
  });
});

describe('a result file that is taken back', () => {
  test('clears nobody any more, and says so', async () => {
    const store = makeStore();
    await taking(store, saying('OK'), '2026-11-20');
    const result = retractResults(store, CLOCK, 1);
    expect(result).toMatchObject({ revision: 2, listed: 0, clear: 2 });
    expect(listing(store)).toEqual({ status: 'not-loaded' });
    expect(result && describeRetractedResults(result)).toContain('2 clear answers clear nobody any more');
    expect(describeStatus(registerStatus(store, CLOCK.today), false)).toContain('taken back by revision 2');
  });

  test('leaves what it found listed undecided, even where a copy of that day does not list it', async () => {
    const store = makeStore();
    await load(store, [mobile(1)], '2026-11-20');
    await taking(store, saying('TPS'), '2026-11-20');
    const result = retractResults(store, CLOCK, 2);
    expect(listing(store)).toEqual({ status: 'not-loaded', takenBackOn: '2026-11-20' });
    expect(result && describeRetractedResults(result)).toContain('1 number found listed waits');
  });

  test('is settled by the same file read again, or by a later full copy', async () => {
    const [again, copy] = [makeStore(), makeStore()];
    for (const store of [again, copy]) {
      await taking(store, saying('TPS'), '2026-11-20');
      retractResults(store, CLOCK, 1);
    }
    const result = await taking(again, saying('OK'), '2026-11-20');
    expect([result.outcome, listing(again)]).toEqual(['taken-in', clearOn('2026-11-20')]);
    await load(copy, [mobile(1)], '2026-11-21');
    expect(listing(copy)).toEqual({ status: 'not-listed', asOf: '2026-11-21' });
  });

  test('is not settled by a check before it', async () => {
    const store = makeStore();
    await taking(store, saying('OK'), '2026-11-19');
    await taking(store, saying('TPS'), '2026-11-20');
    retractResults(store, CLOCK, 2);
    expect(listing(store)).toMatchObject({ status: 'not-loaded', takenBackOn: '2026-11-20' });
  });

  test('comes in again as it was when it is imported again', async () => {
    const store = makeStore();
    await taking(store, saying('OK'), '2026-11-20');
    retractResults(store, CLOCK, 1);
    expect((await taking(store, saying('OK'), '2026-11-20')).outcome).toBe('taken-in');
    expect(listing(store)).toEqual(clearOn('2026-11-20'));
  });

  test('is taken back once, and an import is none', async () => {
    const store = makeStore();
    await taking(store, saying('OK'), '2026-11-20');
    retractResults(store, CLOCK, 1);
    expect(retractResults(store, CLOCK, 1)?.revision).toBe(null);
    expect([currentRevision(store), store.connection.inTransaction]).toEqual([2, false]);
    expect(retractResults(store, CLOCK, 2)).toBe(null);
  });
});

test('the status shows the newest check first, whichever was taken in first', async () => {
  const store = makeStore();
  await taking(store, saying('OK'), '2026-11-20');
  await taking(store, saying('TPS'), '2026-11-22');
  await taking(store, saying('INVALID'), '2026-11-21');
  const results = registerStatus(store, CLOCK.today)[0]?.results;
  expect(results?.map(({ checkedOn }) => checkedOn)).toEqual(['2026-11-22', '2026-11-21', '2026-11-20']);
});

test('a day of listing may be that of the check, and none after it', async () => {
  const store = makeStore();
  const listedOn = (written: string): string => `number,result,dates\n${NUMBER},TPS,${written}\n`;
  await expect(taking(store, listedOn('21/11/2026'), '2026-11-20')).rejects.toThrow('is after the check');
  await taking(store, listedOn('20/11/2026'), '2026-11-20');
  expect(answersHeldOn(store, [e164(NUMBER)]).map(({ answer }) => answer?.listedOn ?? null)).toEqual([
    null,
    '2026-11-20',
  ]);
});

describe('a number that a service calls invalid', () => {
  test('is no evidence, and told with the day', async () => {
    const store = makeStore();
    await taking(store, saying('INVALID'), '2026-11-20');
    expect(listing(store)).toEqual({ status: 'not-loaded', invalidOn: '2026-11-20' });
  });

  test.for<[string, string, string, isKept: boolean]>([
    ['a later answer overtakes it', '2026-11-19', '2026-11-20', false],
    ['an answer of the same day leaves it', '2026-11-20', '2026-11-20', true],
    ['an earlier answer leaves it', '2026-11-21', '2026-11-20', true],
  ])('%s', async ([, invalidOn, answeredOn, isKept]) => {
    const store = makeStore();
    await taking(store, saying('INVALID'), invalidOn);
    await taking(store, saying('OK'), answeredOn);
    expect(listing(store)).toEqual({ ...clearOn(answeredOn), ...(isKept ? { invalidOn } : {}) });
  });

  test('is not told by a file that was taken back, nor of an empty result', async () => {
    const store = makeStore();
    await taking(store, saying('INVALID'), '2026-11-20');
    retractResults(store, CLOCK, 1);
    await taking(store, saying(''), '2026-11-21');
    expect(listing(store)).toEqual({ status: 'not-loaded' });
  });

  test('is known by the word that the user names, for any other service', async () => {
    const store = makeStore();
    const words = { provider: 'Example Screening', numberColumn: 'number', resultColumn: 'result' };
    await taking(store, saying('bad'), '2026-11-20', {
      ...words,
      registers: ['tps', 'ctps'],
      listed: ['Y'],
      invalid: ['bad'],
    });
    expect(listing(store)).toEqual({ status: 'not-loaded', invalidOn: '2026-11-20' });
  });
});

test('a word for one register answers for that one alone', async () => {
  const store = makeStore();
  await taking(store, saying('TPS-Listed'), '2026-11-20', { provider: 'tpsclear' });
  expect(listing(store, 'tps')).toMatchObject({ status: 'listed', by: 'service' });
  expect(listing(store, 'ctps')).toEqual({ status: 'not-loaded' });
});

test.for<[string, boolean, Listing]>([
  ['an empty result is no evidence', false, { status: 'not-loaded' }],
  ['an empty result is clear where the user says so of the file', true, clearOn('2026-11-20')],
])('%s', async ([, isEmptyClear, wanted]) => {
  const store = makeStore();
  const asked: Change = { provider: 'data8', registers: ['tps'], isEmptyClear };
  await taking(store, `number,flag\n${NUMBER},\n`, '2026-11-20', asked);
  expect(listing(store)).toEqual(wanted);
});

describe('what is held on a number', () => {
  test('is told file by file, with its register, day and revision', async () => {
    const store = makeStore();
    await taking(store, 'number,result,dates\n07700900611,TPS,13/07/11\n', '2026-11-19');
    await taking(store, saying('INVALID'), '2026-11-20');
    const held = answersHeldOn(store, [e164(NUMBER)]);
    expect(held.map(({ file, answer }) => [file.revision, answer])).toEqual([
      [1, { register: 'ctps', isListed: false, listedOn: null }],
      [1, { register: 'tps', isListed: true, listedOn: '2011-07-13' }],
      [2, null],
    ]);
  });

  test('goes with an erasure, and the number stays objected', async () => {
    const store = makeStore();
    await taking(store, saying('TPS'), '2026-11-19');
    await taking(store, saying('INVALID'), '2026-11-20');
    await taking(store, saying('OK', mobile(612)), '2026-11-20');
    const result = erasePerson(store, CLOCK, { kind: 'phone', value: e164(NUMBER) });
    expect(result).toMatchObject({ erased: 0, erasedAnswers: 3, kept: { phone: 1 }, revision: 4 });
    expect(answersHeldOn(store, [e164(NUMBER)])).toEqual([]);
    expect(answersHeldOn(store, [e164(mobile(612))])).toHaveLength(2);
    const keys = { numbers: [e164(NUMBER)], emails: [], personId: null, idSystem: null };
    expect(openLedger(store).entriesFor(keys)).toMatchObject([
      { record: { record: 'objection', channels: 'all', controller: null, scope: null } },
    ]);
  });

  test('goes with a second erasure where it came after the first', async () => {
    const store = makeStore();
    erasePerson(store, CLOCK, { kind: 'phone', value: e164(NUMBER) });
    await taking(store, saying('OK'), '2026-11-20');
    const result = erasePerson(store, CLOCK, { kind: 'phone', value: e164(NUMBER) });
    expect(result).toMatchObject({ erased: 0, erasedAnswers: 2, revision: 3 });
    expect(answersHeldOn(store, [e164(NUMBER)])).toEqual([]);
  });
});
