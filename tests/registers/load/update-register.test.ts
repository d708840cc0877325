import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.js';
import {
  type UpdateRequest,
  type UpdateResult,
  updateRegister,
} from '../../../src/registers/load/update-register.js';
import { openRegister } from '../../../src/registers/look-up/register-reader.js';
import { registerStatus } from '../../../src/registers/look-up/register-status.js';
import { addDays } from '../../../src/screening/dates.js';
import type { Store } from '../../../src/store/open-store.js';
import { readCopies } from '../../../src/store/registers/register-copies.js';
import { zipOf } from '../file/archives-for-tests.js';
import {
  clockOn,
  day,
  e164,
  load,
  makeStore,
  mobile,
  officialText,
  writeFile,
} from '../register-for-tests.js';

const mobiles = Array.from({ length: 400 }, (_, index) => mobile(index));
const LEEDS = '01134960000';
const MANCHESTER = '01614960000';

function spacedText(numbers: readonly string[]): string {
  return numbers
    .map((number) => `${number.slice(0, 5).padEnd(5)}${number.slice(5).padStart(7)}\r\n`)
    .join('');
}

/** A request to apply these additions to the TPS copy of 1 November. */
function requestFor(additions: readonly string[], change: Partial<UpdateRequest> = {}): UpdateRequest {
  return {
    register: 'tps',
    path: writeFile(officialText(additions), '2026-11-30', 'tps_changes.txt'),
    since: day('2026-11-01'),
    asOf: day('2026-11-02'),
    removalsPath: null,
    expectCount: null,
    ...change,
  };
}

function removals(numbers: readonly string[]): Partial<UpdateRequest> {
  return { removalsPath: writeFile(officialText(numbers), '2026-11-30', 'tps_removed.txt') };
}

function update(store: Store, request: UpdateRequest): Promise<UpdateResult> {
  return updateRegister(store, clockOn('2026-11-30'), request);
}

async function storeWith(numbers: readonly string[], asOf = '2026-11-01'): Promise<Store> {
  const store = makeStore();
  await load(store, numbers, asOf);
  return store;
}

function listed(store: Store, numbers: readonly string[], revision?: number): string[] {
  const reader = openRegister(store, 'tps', revision);
  return numbers.filter((number) => reader?.listing(e164(number)).status === 'listed');
}

async function refusalOf(store: Store, request: UpdateRequest, today = '2026-11-30'): Promise<string> {
  const before = readCopies(store, 'tps');
  const thrown: unknown = await updateRegister(store, clockOn(today), request).catch(
    (error: unknown) => error,
  );
  if (!(thrown instanceof UserError)) throw new Error(`not refused: ${String(thrown)}`);
  expect(readCopies(store, 'tps')).toEqual(before);
  return thrown.message;
}

describe('an update', () => {
  test('adds what it holds, and takes nothing off', async () => {
    const store = await storeWith(mobiles);
    const result = await update(store, requestFor([LEEDS, mobile(0)]));
    expect(result).toMatchObject({
      outcome: 'updated',
      revision: 2,
      numbers: 401,
      additions: { numbers: 2, held: 1 },
      removals: null,
      movement: { added: 1, removed: 0 },
      previousAsOf: '2026-11-01',
      removalsKnownTo: '2026-11-01',
    });
    expect(listed(store, [...mobiles, LEEDS])).toEqual([...mobiles, LEEDS]);
    expect(openRegister(store, 'tps')).toMatchObject({ asOf: '2026-11-02', count: 401, revision: 2 });
  });

  test('takes off what the removals name, and keeps what the additions name too', async () => {
    const store = await storeWith(mobiles);
    const gone = Array.from({ length: 12 }, (_, index) => mobile(index));
    const result = await update(store, requestFor([LEEDS, mobile(0)], removals([...gone, MANCHESTER])));
    expect(result).toMatchObject({
      numbers: 390,
      removals: { numbers: 13, notHeld: 1, alsoAdded: 1 },
      movement: { added: 1, removed: 11 },
      removalsKnownTo: '2026-11-02',
    });
    expect(listed(store, [...mobiles, LEEDS, MANCHESTER])).toEqual([mobile(0), ...mobiles.slice(12), LEEDS]);
  });

  test.for<[string, (numbers: readonly string[]) => Partial<UpdateRequest>]>([
    ['text without spaces', () => ({})],
    ['text with spaces', (numbers) => ({ path: writeFile(spacedText(numbers)) })],
    ['one column with a header', (numbers) => ({ path: writeFile(`phone\n${numbers.join('\n')}\n`) })],
    ['gzip', (numbers) => ({ path: writeFile(gzipSync(spacedText(numbers))) })],
    ['zip', (numbers) => ({ path: writeFile(zipOf([{ name: 'x.txt', content: officialText(numbers) }])) })],
  ])('from %s gives the same copy as a full file', async ([, change]) => {
    const added = [LEEDS, MANCHESTER, '0120496000', '08001111'];
    const removed = mobiles.slice(5, 15);
    const store = await storeWith(mobiles);
    await update(store, requestFor(added, { ...change(added), ...removals(removed) }));
    const full = await storeWith([...mobiles.slice(0, 5), ...mobiles.slice(15), ...added], '2026-11-02');
    const rows = (of: Store) =>
      ['register_block', 'register_directory'].map((table) =>
        of.connection.prepare(`SELECT * FROM ${table}`).all(),
      );
    expect(rows(store)).toEqual(rows(full));
  });

  test('of the same files for the same days changes nothing', async () => {
    const store = await storeWith(mobiles);
    const request = requestFor([LEEDS], removals(mobiles.slice(0, 3)));
    await update(store, request);
    expect(await update(store, request)).toMatchObject({ outcome: 'already-updated', copy: { revision: 2 } });
    expect(readCopies(store, 'tps')).toHaveLength(2);
  });

  test('is not the same again under other days', async () => {
    const store = await storeWith(mobiles);
    const request = requestFor([LEEDS]);
    await update(store, request);
    expect(await refusalOf(store, { ...request, since: day('2026-10-31') })).toContain(
      '2026-11-02 is not later',
    );
    expect(await update(store, { ...request, asOf: day('2026-11-03') })).toMatchObject({
      outcome: 'updated',
      asOf: '2026-11-03',
      movement: { added: 0, removed: 0 },
    });
  });

  test('may reach back before the copy held', async () => {
    const store = await storeWith(mobiles);
    const request = requestFor([LEEDS, ...mobiles.slice(0, 15)], { since: day('2026-10-01') });
    expect(await update(store, request)).toMatchObject({ movement: { added: 1, removed: 0 } });
  });

  test('carries what was accepted of the copy it stands on', async () => {
    const store = await storeWith(mobiles);
    await update(store, requestFor([LEEDS]));
    expect(readCopies(store, 'tps').at(-1)?.overridden).toEqual(readCopies(store, 'tps')[0]?.overridden);
    expect(readCopies(store, 'tps').at(-1)?.overridden.length).toBeGreaterThan(0);
  });

  test('is a revision of its own kind', async () => {
    const store = await storeWith(mobiles);
    await update(store, requestFor([LEEDS]));
    const row = store.connection
      .prepare('SELECT kind, file_name, counts FROM revision WHERE number = 2')
      .get();
    expect(row).toEqual({
      kind: 'register-update',
      file_name: 'tps_changes.txt',
      counts: JSON.stringify({ additions: 1, added: 1, removed: 0 }),
    });
  });
});

describe('an update is refused and changes nothing', () => {
  test('where no copy is held', async () => {
    expect(await refusalOf(makeStore(), requestFor([LEEDS]))).toContain('no TPS copy is held');
  });

  test.for<[string, () => Partial<UpdateRequest>, string[]]>([
    [
      'where days are missing between the copy held and the changes',
      () => ({ since: day('2026-11-02'), asOf: day('2026-11-03') }),
      ['complete to the end of 2026-11-01', 'begins only after 2026-11-02', 'changes since 2026-11-01'],
    ],
    [
      'where removals reach back before the copy held',
      () => ({ since: day('2026-10-31'), ...removals([mobile(0)]) }),
      ['begin after 2026-10-31, before the TPS copy of 2026-11-01', 'came back between'],
    ],
    [
      'where it is not later than the copy held',
      () => ({ asOf: day('2026-11-01') }),
      ['2026-11-01 is not later'],
    ],
    ['where it is of tomorrow', () => ({ asOf: day('2026-12-01') }), ['after today', 'No option lifts this']],
    [
      'where the removals are older than their day',
      () => ({ removalsPath: writeFile(officialText([mobile(0)]), '2026-11-01') }),
      ['last changed on 2026-11-01', 'No option lifts this'],
    ],
    [
      'where it is a full file',
      () => ({ path: writeFile(officialText(mobiles)), expectCount: 400 }),
      ['this is a full file, not a "changes since" one', 'Load it with `ringfence register load`'],
    ],
    [
      'where it is too large',
      () => ({
        path: writeFile(officialText(Array.from({ length: 21 }, (_, index) => mobile(500 + index)))),
      }),
      ['21 numbers said to be added since 2026-11-01, where 20 numbers are the most', '--expect-count 21'],
    ],
    [
      'where too much would be removed',
      () => removals(mobiles.slice(0, 41)),
      ['41 numbers removed since the copy of 2026-11-01', '--expect-count 42'],
    ],
    [
      'where the removals are of another register',
      () => removals([mobile(0), LEEDS]),
      ['1 number of the 2 numbers removed are not in the copy', 'another register'],
    ],
    ['where the count is another', () => ({ expectCount: 2 }), ['has 1 distinct numbers, not the 2']],
    ['where it is empty', () => ({ path: writeFile('') }), ['is empty']],
    ['where a line is no number', () => ({ path: writeFile('7700900123\n') }), ['Line 1', 'leading zero']],
  ])('%s', async ([, change, saying]) => {
    const store = await storeWith(mobiles);
    const message = await refusalOf(store, requestFor([LEEDS], change()));
    for (const words of saying) expect(message).toContain(words);
    expect(listed(store, [...mobiles, LEEDS])).toEqual(mobiles);
  });

  test('where most of the additions are held already, as if they were the removals', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => `0${1_632_960_000 + index * 10_007}`);
    const store = await storeWith(many);
    const message = await refusalOf(store, requestFor(many.slice(0, 140)));
    expect(message).toContain('140 numbers of the additions are in the copy of 2026-11-01 already');
    expect(await update(store, requestFor(many.slice(0, 140), { expectCount: 140 }))).toMatchObject({
      movement: { added: 0, removed: 0 },
    });
  });

  test('where a region is missing from it that the copy held has', async () => {
    const leeds = Array.from({ length: 1000 }, (_, index) => `0${1_134_960_000 + index}`);
    const store = await storeWith([...leeds, ...mobiles]);
    const additions = Array.from({ length: 40 }, (_, index) => mobile(500 + index));
    expect(await refusalOf(store, requestFor(additions))).toContain('not one number begins with 011, where');
  });

  test('where a part copy is held and it goes beyond its dialling codes', async () => {
    const store = makeStore();
    const leeds = Array.from({ length: 400 }, (_, index) => `0${1_134_960_000 + index}`);
    await load(store, leeds, '2026-11-01', { diallingCodes: ['0113'] });
    expect(await refusalOf(store, requestFor([MANCHESTER]))).toContain(
      '1 number outside the dialling codes 0113 of the copy held',
    );
    expect(await update(store, requestFor(['01134960999']))).toMatchObject({ movement: { added: 1 } });
    const reader = openRegister(store, 'tps');
    expect(reader?.diallingCodes).toEqual(['0113']);
    expect(reader?.listing(e164('01134960999')).status).toBe('listed');
    expect(reader?.listing(e164('01134960998')).status).toBe('not-listed');
    expect(reader?.listing(e164(MANCHESTER)).status).toBe('outside-coverage');
  });

  test('where the copy held is damaged', async () => {
    const store = await storeWith(mobiles);
    store.connection.exec('DELETE FROM register_block');
    expect(await refusalOf(store, requestFor([mobile(500)]))).toContain('is damaged');
  });
});

describe('the status of an updated register', () => {
  test('says since when it is not known what left', async () => {
    const store = await storeWith(mobiles);
    const status = () => registerStatus(store, day('2026-11-30'))[0];
    expect(status()?.current?.removalsKnownTo).toBe('2026-11-01');
    await update(store, requestFor([LEEDS], removals([mobile(0)])));
    expect(status()?.current?.removalsKnownTo).toBe('2026-11-02');
    await update(store, requestFor([MANCHESTER], { since: day('2026-11-02'), asOf: day('2026-11-04') }));
    expect(status()?.current).toMatchObject({
      removalsKnownTo: '2026-11-02',
      hasRemovals: false,
      since: '2026-11-02',
    });
    // Removals that came later do not tell what left in the gap.
    await update(
      store,
      requestFor([mobile(600)], {
        since: day('2026-11-04'),
        asOf: day('2026-11-05'),
        ...removals([mobile(1)]),
      }),
    );
    expect(status()?.current?.removalsKnownTo).toBe('2026-11-02');
    expect(status()?.history.map(({ movement }) => movement)).toEqual([
      { since: '2026-11-04', added: 1, removed: 1 },
      { since: '2026-11-02', added: 1, removed: 0 },
      { since: '2026-11-01', added: 1, removed: 1 },
      null,
    ]);
    await load(store, [...mobiles.slice(30), LEEDS], '2026-11-06');
    expect(status()?.current?.removalsKnownTo).toBe('2026-11-06');
  });
});

describe('the earliest day of a listing that came with an update', () => {
  test('is the day after the copy it updates', async () => {
    const store = await storeWith(mobiles, '2026-11-01');
    await update(store, requestFor([LEEDS], { asOf: day('2026-11-09') }));
    expect(openRegister(store, 'tps')?.listing(e164(LEEDS))).toMatchObject({ earliestOn: '2026-11-02' });
  });

  test('is as old as before where the number left and came back unseen', async () => {
    const store = await storeWith(mobiles, '2026-11-01');
    await update(store, requestFor([LEEDS]));
    // It left after 2 November, and came back: the update without removals kept it all the while.
    await update(
      store,
      requestFor([LEEDS, MANCHESTER], { since: day('2026-11-02'), asOf: day('2026-11-20') }),
    );
    expect(openRegister(store, 'tps')?.listing(e164(LEEDS))).toMatchObject({ earliestOn: '2026-11-02' });
  });

  test('begins anew where removals took the number off and it comes back', async () => {
    const store = await storeWith(mobiles, '2026-11-01');
    await update(store, requestFor([LEEDS], removals([mobile(0)])));
    await update(store, requestFor([mobile(0)], { since: day('2026-11-02'), asOf: day('2026-11-20') }));
    expect(openRegister(store, 'tps')?.listing(e164(mobile(0)))).toMatchObject({ earliestOn: '2026-11-03' });
  });
});

test('whatever loads and updates came, each copy holds what a plain model says, then and now', async () => {
  const pool = [...mobiles.slice(0, 12), LEEDS, MANCHESTER, '0120496000', '08001111'];
  const step = fc.record({
    isFull: fc.boolean(),
    additions: fc.subarray(pool, { minLength: 1, maxLength: 6 }),
    removals: fc.option(fc.subarray(pool, { minLength: 1, maxLength: 6 })),
    gap: fc.integer({ min: 1, max: 9 }),
  });
  // Never removed or counted: it keeps every step below the size of a full file.
  const base = Array.from({ length: 60 }, (_, index) => mobile(700 + index));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      let held = new Set(base);
      let asOf = day('2026-01-01');
      const store = await storeWith(base, asOf);
      const model = [held];
      for (const { isFull, additions, removals: leaving, gap } of steps) {
        const since = asOf;
        asOf = addDays(asOf, gap);
        if (isFull) {
          held = new Set([...base, ...additions]);
          await load(store, [...held], asOf);
        } else {
          const kept = [...held].filter((number) => leaving?.includes(number) !== true);
          held = new Set([...kept, ...additions]);
          const request = requestFor(additions, {
            since,
            asOf,
            ...(leaving === null ? {} : removals(leaving)),
          });
          const expectCount = additions.length + (leaving?.length ?? 0);
          const result = await update(store, { ...request, expectCount });
          expect(result).toMatchObject({ numbers: held.size });
        }
        model.push(held);
      }
      for (const [index, numbers] of model.entries()) {
        const expected = [...pool, ...base].filter((number) => numbers.has(number));
        expect(listed(store, [...pool, ...base], index + 1)).toEqual(expected);
      }
      expect(registerStatus(store, asOf)[0]?.current?.count).toBe(held.size);
      store.close();
    }),
    { numRuns: 60 },
  );
});
