import { describe, expect, test } from 'vitest';
import { registerStatus } from '../../../src/registers/look-up/register-status.js';
import { day, load, makeStore, mobile, writeFile } from '../register-for-tests.js';

const mobiles = Array.from({ length: 60 }, (_, index) => mobile(index));

describe('the status of the registers', () => {
  test('of an empty store is that nothing is held', () => {
    expect(registerStatus(makeStore(), day('2026-11-30'))).toEqual([
      { register: 'tps', current: null, history: [], results: [] },
      { register: 'ctps', current: null, history: [], results: [] },
      { register: 'fps', current: null, history: [], results: [] },
    ]);
  });

  test('has the copy in force with its last movement, and every copy before it', async () => {
    const store = makeStore();
    await load(store, mobiles, '2026-11-01');
    await load(store, [...mobiles.slice(2), mobile(100)], '2026-11-20', { expectCount: null });
    const [tps] = registerStatus(store, day('2026-11-30'));
    const newest = {
      revision: 2,
      asOf: '2026-11-20',
      since: null,
      hasRemovals: true,
      loadedOn: '2026-11-30',
      fileName: 'tps_ns.txt',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      count: 59,
      diallingCodes: [],
      movement: { since: '2026-11-01', added: 1, removed: 2 },
      overridden: [
        expect.objectContaining({ guard: 'first-copy-too-small' }),
        expect.objectContaining({ guard: 'regions-missing' }),
      ],
    };
    expect(tps?.current).toEqual({
      ...newest,
      ageInDays: 10,
      daysLeft: 17,
      isStale: false,
      removalsKnownTo: '2026-11-20',
    });
    expect(tps?.history).toMatchObject([
      newest,
      {
        revision: 1,
        count: 60,
        movement: null,
        overridden: [{ guard: 'first-copy-too-small' }, { guard: 'regions-missing' }],
      },
    ]);
  });

  test('has no movement where the coverage changed', async () => {
    const store = makeStore();
    await load(store, ['01134960000'], '2026-11-01', { diallingCodes: ['0113'] });
    await load(store, ['01134960000', '01614960000'], '2026-11-02', { diallingCodes: ['0113', '0161'] });
    const [tps] = registerStatus(store, day('2026-11-30'));
    expect(tps?.current).toMatchObject({ diallingCodes: ['0113', '0161'], movement: null });
  });

  test.for([
    ['on the day of the copy', '2026-11-01', 0, 27, false],
    ['on its last usable day', '2026-11-28', 27, 0, false],
    ['on the day after', '2026-11-29', 28, -1, true],
    ['before the copy, as in a replay', '2026-10-30', -2, 29, false],
  ] as const)('counts the days %s', async ([, on, ageInDays, daysLeft, isStale]) => {
    const store = makeStore();
    await load(store, mobiles, '2026-11-01');
    expect(registerStatus(store, day(on))[0]?.current).toMatchObject({ ageInDays, daysLeft, isStale });
  });

  test('names the file without its folder', async () => {
    const store = makeStore();
    await load(store, mobiles, '2026-11-01', {
      path: writeFile('07700900000 \r\n', '2026-11-30', 'tps.txt'),
      expectCount: 1,
    });
    expect(registerStatus(store, day('2026-11-30'))[0]?.current?.fileName).toBe('tps.txt');
  });
});
