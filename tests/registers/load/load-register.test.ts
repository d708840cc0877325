import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.js';
import { type LoadRequest, loadRegister } from '../../../src/registers/load/load-register.js';
import { openRegister } from '../../../src/registers/look-up/register-reader.js';
import { openStore, type Store } from '../../../src/store/open-store.js';
import { readCopies } from '../../../src/store/registers/register-copies.js';
import {
  clockOn,
  day,
  e164,
  load,
  makeStore,
  mobile,
  officialText,
  requestFor,
  writeFile,
} from '../register-for-tests.js';

const LEEDS = ['01134960000', '01134960001', '01134960002'];
const MANCHESTER = ['01614960000', '01614960001'];
const mobiles = Array.from({ length: 60 }, (_, index) => mobile(index));

/** Everything a refused load must not change. */
function contentOf(store: Store): unknown {
  return ['revision', 'register_copy', 'register_directory', 'register_block', 'register_delta'].map(
    (table) => store.connection.prepare(`SELECT * FROM ${table}`).all(),
  );
}

async function refusalOf(store: Store, request: LoadRequest, today = '2026-11-30'): Promise<string> {
  const before = contentOf(store);
  const thrown: unknown = await loadRegister(store, clockOn(today), request).catch((error: unknown) => error);
  if (!(thrown instanceof UserError)) throw new Error(`not refused: ${String(thrown)}`);
  expect(contentOf(store)).toEqual(before);
  return thrown.message.replace(request.path, 'tps_ns.txt');
}

function listed(
  store: Store,
  numbers: readonly string[],
  register: LoadRequest['register'] = 'tps',
): string[] {
  const reader = openRegister(store, register);
  return numbers.filter((number) => reader?.listing(e164(number)).status === 'listed');
}

describe('a load', () => {
  test('brings a first copy into force, and says what it saw', async () => {
    const store = makeStore();
    const result = await load(store, [...mobiles, mobile(0), mobile(1)], '2026-11-20');
    expect(result).toMatchObject({
      outcome: 'loaded',
      revision: 1,
      register: 'tps',
      asOf: '2026-11-20',
      layout: 'official',
      lines: 62,
      numbers: 60,
      duplicates: 2,
      diallingCodes: [],
      movement: null,
      previousAsOf: null,
      overridden: [{ guard: 'first-copy-too-small' }, { guard: 'regions-missing' }],
    });
    expect(openRegister(store, 'tps')).toMatchObject({
      asOf: '2026-11-20',
      count: 60,
      revision: 1,
      diallingCodes: [],
    });
    expect(listed(store, [...mobiles, mobile(999)])).toEqual(mobiles);
  });

  test('lists a number that was padded with a blank', async () => {
    const store = makeStore();
    await load(store, [], '2026-11-20', { path: writeFile('07700900123 \r\n'), expectCount: 1 });
    expect(listed(store, [mobile(123)])).toEqual([mobile(123)]);
  });

  test('replaces the copy in force, and counts what moved', async () => {
    const store = makeStore();
    await load(store, [...mobiles, ...LEEDS], '2026-11-20');
    const next = [...mobiles.slice(2), mobile(100), ...MANCHESTER];
    expect(await load(store, next, '2026-11-21')).toMatchObject({
      revision: 2,
      movement: { added: 3, removed: 5 },
      previousAsOf: '2026-11-20',
    });
    expect(listed(store, [...mobiles, ...LEEDS, ...MANCHESTER, mobile(100)])).toEqual([
      ...mobiles.slice(2),
      ...MANCHESTER,
      mobile(100),
    ]);
  });

  test('of an ordinary day needs no acceptance; what was accepted before stays on record', async () => {
    const store = makeStore();
    await load(store, mobiles, '2026-11-20');
    const result = await load(store, [...mobiles.slice(1), mobile(100)], '2026-11-21', { expectCount: null });
    expect(result).toMatchObject({
      outcome: 'loaded',
      movement: { added: 1, removed: 1 },
      overridden: [{ guard: 'first-copy-too-small' }, { guard: 'regions-missing' }],
    });
  });

  test('keeps the registers apart', async () => {
    const store = makeStore();
    await load(store, mobiles.slice(0, 10), '2026-11-20');
    await load(store, mobiles.slice(10, 20), '2026-11-20', { register: 'ctps' });
    await load(store, LEEDS, '2026-11-20', { register: 'fps' });
    expect(listed(store, [...mobiles, ...LEEDS], 'tps')).toEqual(mobiles.slice(0, 10));
    expect(listed(store, [...mobiles, ...LEEDS], 'ctps')).toEqual(mobiles.slice(10, 20));
    expect(listed(store, [...mobiles, ...LEEDS], 'fps')).toEqual(LEEDS);
  });

  test('is a revision with the day, the base name, the SHA-256, the counts and what was accepted', async () => {
    const store = makeStore();
    const result = await load(store, mobiles, '2026-11-20');
    const row = store.connection.prepare<[], Record<string, unknown>>('SELECT * FROM revision').get();
    expect(row).toMatchObject({
      number: 1,
      kind: 'register-load',
      made_on: '2026-11-30',
      file_name: 'tps_ns.txt',
    });
    if (result.outcome !== 'loaded') throw new Error('not loaded');
    expect(row?.file_sha256).toBe(result.sha256);
    expect(JSON.parse(String(row?.counts))).toEqual({
      lines: 60,
      numbers: 60,
      duplicates: 0,
      added: 0,
      removed: 0,
    });
    expect(JSON.parse(String(row?.overridden))).toEqual(result.overridden);
  });

  test('of the same bytes for the same day and codes changes nothing', async () => {
    const store = makeStore();
    const request = requestFor(mobiles, '2026-11-20');
    await loadRegister(store, clockOn('2026-11-30'), request);
    const before = contentOf(store);
    const again = await loadRegister(store, clockOn('2026-11-30'), { ...request, expectCount: null });
    expect(again).toMatchObject({ outcome: 'already-loaded', copy: { asOf: '2026-11-20', numbers: 60 } });
    expect(contentOf(store)).toEqual(before);
  });

  test('of a part copy needs no size, only its codes', async () => {
    const store = makeStore();
    const request = { diallingCodes: ['0161', '0113'], expectCount: null };
    expect(await load(store, [...LEEDS, ...MANCHESTER], '2026-11-20', request)).toMatchObject({
      outcome: 'loaded',
      diallingCodes: ['0113', '0161'],
      movement: null,
      overridden: [],
    });
    expect(readCopies(store, 'tps')).toMatchObject([{ diallingCodes: ['0113', '0161'] }]);
  });

  test('of other coverage is a first copy that compares with nothing', async () => {
    const store = makeStore();
    await load(store, LEEDS, '2026-11-20', { diallingCodes: ['0113'], expectCount: null });
    const wider = await load(store, [...LEEDS, ...mobiles], '2026-11-21');
    expect(wider).toMatchObject({
      movement: null,
      previousAsOf: '2026-11-20',
      overridden: [{ guard: 'first-copy-too-small' }, { guard: 'regions-missing' }],
    });
    const narrower = await load(store, MANCHESTER, '2026-11-22', { diallingCodes: ['0161'] });
    expect(narrower).toMatchObject({ movement: null, overridden: [{ guard: 'narrower-coverage' }] });
  });
});

describe('a refused load changes nothing, and says why', () => {
  test('for a first copy that is too small, with the count that would accept it', async () => {
    const request = requestFor(mobiles, '2026-11-20', { expectCount: null });
    expect(await refusalOf(makeStore(), request)).toBe(
      'the register file `tps_ns.txt` was refused and nothing was changed. It has 60 distinct numbers. Found: ' +
        'a TPS copy of 60 numbers, where the register has at least 5,000,000 numbers; ' +
        'not one number begins with 011, 012, 013, 014, 015, 016, 017, 018, 019, 020, 023, 024, 028, 029, 073, 074, 075, 078, 079: this may be a part or "changes since" file. ' +
        'If you know this file to be right, `--expect-count 60` accepts exactly it',
    );
  });

  test.for<[string, (numbers: readonly string[]) => Partial<LoadRequest>, string[]]>([
    [
      'too much removed',
      (numbers) => ({ path: writeFile(officialText(numbers.slice(0, 53))) }),
      ['7 numbers removed since the copy of 2026-11-20', '--expect-count 53'],
    ],
    [
      'too much added',
      (numbers) => ({ path: writeFile(officialText([...numbers, ...LEEDS, mobile(100)])) }),
      ['4 numbers added', '--expect-count 64'],
    ],
    ['a count one too small', () => ({ expectCount: 59 }), ['it has 60 distinct numbers, not the 59']],
    ['a count one too large', () => ({ expectCount: 61 }), ['it has 60 distinct numbers, not the 61']],
    [
      'an as-of after today',
      () => ({ asOf: day('2026-12-01'), path: writeFile(officialText(mobiles), '2026-12-01') }),
      ['after today, 2026-11-30', 'No option lifts this'],
    ],
    [
      'an as-of after the file was changed',
      (numbers) => ({ path: writeFile(officialText(numbers), '2026-11-20') }),
      ['last changed on 2026-11-20', 'No option lifts this'],
    ],
    [
      'the as-of of the copy in force',
      (numbers) => ({ asOf: day('2026-11-20'), path: writeFile(officialText(numbers.slice(1))) }),
      ['2026-11-20 is not later', 'No option lifts this'],
    ],
    [
      'the same bytes four days later',
      () => ({ asOf: day('2026-11-24') }),
      ['byte for byte', '4 days earlier', '--expect-count 60'],
    ],
    ['a code that is none', () => ({ diallingCodes: ['113'] }), ['`113` is no dialling code']],
    [
      'numbers outside the codes',
      (numbers) => ({ diallingCodes: ['0113'], path: writeFile(officialText([...LEEDS, ...numbers])) }),
      ['60 numbers outside the dialling codes 0113', '--expect-count 63'],
    ],
    [
      'a code without a number',
      () => ({ diallingCodes: ['0113', '0161'], path: writeFile(officialText(LEEDS)) }),
      ['not one number has the dialling code 0161', '--expect-count 3'],
    ],
    ['a file that is malformed', () => ({ path: writeFile('7700900123\n') }), ['Line 1', 'leading zero']],
    ['a file that is empty', () => ({ path: writeFile('') }), ['is empty']],
  ])('for %s', async ([, change, saying]) => {
    const store = makeStore();
    await load(store, mobiles, '2026-11-20');
    const request = requestFor(mobiles, '2026-11-21', { expectCount: null, ...change(mobiles) });
    const message = await refusalOf(store, request);
    for (const words of saying) expect(message).toContain(words);
    expect(listed(store, mobiles)).toEqual(mobiles);
  });

  test.for<[string, () => Partial<LoadRequest>]>([
    [
      'after today',
      () => ({ asOf: day('2026-12-01'), path: writeFile(officialText(mobiles.slice(0, 30)), '2026-12-01') }),
    ],
    [
      'after the file was changed',
      () => ({ path: writeFile(officialText(mobiles.slice(0, 30)), '2026-11-20') }),
    ],
    ['not later than the copy in force', () => ({ asOf: day('2026-11-20') })],
  ])('for an as-of %s, even with the right count', async ([, change]) => {
    const store = makeStore();
    await load(store, mobiles, '2026-11-20');
    const numbers = mobiles.slice(0, 30);
    const request = requestFor(numbers, '2026-11-21', { ...change(), expectCount: 30 });
    expect(await refusalOf(store, request)).toContain('No option lifts this');
  });

  test('for a stuck feed that is loaded day by day, on the fourth day', async () => {
    const store = makeStore();
    const path = writeFile(officialText(mobiles));
    await load(store, mobiles, '2026-11-20', { path });
    for (const asOf of ['2026-11-21', '2026-11-22', '2026-11-23']) {
      expect(await load(store, mobiles, asOf, { path, expectCount: null })).toMatchObject({
        outcome: 'loaded',
      });
    }
    expect(await refusalOf(store, requestFor(mobiles, '2026-11-24', { path, expectCount: null }))).toContain(
      '4 days earlier',
    );
    expect(await load(store, mobiles, '2026-11-24', { path })).toMatchObject({
      overridden: [{ guard: 'first-copy-too-small' }, { guard: 'regions-missing' }, { guard: 'same-bytes' }],
    });
  });

  test('for an old file under a new date, although other copies came between', async () => {
    const store = makeStore();
    const old = writeFile(officialText(mobiles));
    await load(store, mobiles, '2026-11-20', { path: old });
    await load(store, [...mobiles, mobile(100)], '2026-11-22');
    expect(
      await refusalOf(store, requestFor(mobiles, '2026-11-28', { path: old, expectCount: null })),
    ).toContain('8 days earlier');
  });
});

describe('a load that fails half way', () => {
  test('leaves the last good copy in force, whichever table it was writing', async () => {
    for (const table of [
      'revision',
      'register_copy',
      'register_directory',
      'register_block',
      'register_delta',
    ]) {
      const store = makeStore();
      await load(store, [...mobiles, ...LEEDS], '2026-11-20');
      const before = contentOf(store);
      store.connection.exec(
        `CREATE TEMP TRIGGER failing AFTER INSERT ON main.${table} BEGIN SELECT RAISE(ABORT, 'the power went'); END`,
      );
      await expect(load(store, [...mobiles.slice(9), ...MANCHESTER], '2026-11-21')).rejects.toThrow(
        'the power went',
      );
      store.connection.exec('DROP TRIGGER failing');
      expect(contentOf(store)).toEqual(before);
      expect(listed(store, [...mobiles, ...LEEDS, ...MANCHESTER])).toEqual([...mobiles, ...LEEDS]);
    }
  });

  test('because what stands in the store is not what was read keeps nothing', async () => {
    const store = makeStore();
    await load(store, mobiles, '2026-11-20');
    const before = contentOf(store);
    store.connection.exec(
      `CREATE TEMP TRIGGER losing AFTER INSERT ON main.register_block
       BEGIN DELETE FROM register_block WHERE key = new.key; END`,
    );
    await expect(load(store, [...mobiles, ...LEEDS], '2026-11-21')).rejects.toThrow('is damaged');
    store.connection.exec('DROP TRIGGER losing');
    expect(contentOf(store)).toEqual(before);
  });

  test('because the store may only be read is a known error', async () => {
    const store = makeStore();
    const reading = openStore(store.path, 'read');
    await expect(load(reading, mobiles, '2026-11-20')).rejects.toThrow(UserError);
    reading.close();
  });
});

describe('two processes that load at once', () => {
  test('compare with the copy in force when they write, not with that of when they began', async () => {
    const first = makeStore();
    const second = openStore(first.path, 'write');
    const same = requestFor(mobiles, '2026-11-20');
    const clock = clockOn('2026-11-30');
    const outcomes = await Promise.all([loadRegister(first, clock, same), loadRegister(second, clock, same)]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['already-loaded', 'loaded']);

    const other = requestFor(mobiles.slice(1), '2026-11-20');
    const settled = await Promise.allSettled([
      loadRegister(first, clock, { ...other, asOf: day('2026-11-21') }),
      loadRegister(second, clock, { ...requestFor(mobiles.slice(2), '2026-11-21') }),
    ]);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(openRegister(first, 'tps')?.asOf).toBe('2026-11-21');
    second.close();
  });
});
