import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openRegister } from '../../../src/registers/look-up/register-reader.js';
import { addDays, type IsoDate } from '../../../src/screening/dates.js';
import type { Listing } from '../../../src/screening/evidence.js';
import type { Store } from '../../../src/store/open-store.js';
import { day, e164, load, makeStore, mobile, phone } from '../register-for-tests.js';

const LEEDS = '01134960000';
const MANCHESTER = '01614960000';
const LONDON = '02079460000';

function listingOf(store: Store, national: string): Listing | undefined {
  return openRegister(store, 'tps')?.listing(e164(national));
}

describe('a register', () => {
  test('of which no copy was ever loaded cannot be opened', async () => {
    const store = makeStore();
    await load(store, [LEEDS], '2026-11-20', { register: 'ctps' });
    expect(openRegister(store, 'tps')).toBeNull();
    expect(openRegister(store, 'ctps')).not.toBeNull();
  });

  test.for<[string, string, Listing['status']]>([
    ['a number that is on it', '+441134960000', 'listed'],
    ['a number that is not', '+441134960001', 'not-listed'],
    ['a number of nine digits that is on it', '+44120496000', 'listed'],
    ['a number that only begins like one that is on it', '+441204960000', 'not-listed'],
    ['a number of seven digits that is on it', '+448001111', 'listed'],
    ['a number of another country', '+353209100000', 'outside-coverage'],
    ['a number of another country that ends like one that is on it', '+11134960000', 'outside-coverage'],
    ['a number of eight digits that begins like one that is on it', '+4411349600', 'not-listed'],
    [
      'a number with a zero after +44, which would be another one without it',
      '+4401134960000',
      'outside-coverage',
    ],
    ['the same with ten digits', '+440120496000', 'outside-coverage'],
    ['a number that is too long for the plan', '+4411349600001', 'outside-coverage'],
    ['a number that is too short for the plan', '+44113496', 'outside-coverage'],
  ])('says of %s: %s', async ([, number, status]) => {
    const store = makeStore();
    await load(store, [LEEDS, '0120496000', '08001111'], '2026-11-20');
    const listing = openRegister(store, 'tps')?.listing(phone(number));
    expect(listing).toMatchObject({ status, asOf: '2026-11-20' });
  });

  test.for<[string, string, Listing['status']]>([
    ['a listed number of the code', '01134960000', 'listed'],
    ['another number of the code', '01134960999', 'not-listed'],
    ['a number of another code', '01614960000', 'outside-coverage'],
    ['a mobile number', mobile(1), 'outside-coverage'],
    ['a number of another code that the file held all the same', LONDON, 'listed'],
  ])('of which a part copy is in force says of %s: %s', async ([, number, status]) => {
    const store = makeStore();
    await load(store, [LEEDS, LONDON], '2026-11-20', { diallingCodes: ['0113'] });
    expect(listingOf(store, number)).toMatchObject({ status });
  });

  test('answers from the copy it was opened on, although another is loaded meanwhile', async () => {
    const store = makeStore();
    await load(store, [LEEDS, LONDON], '2026-11-20');
    const reader = openRegister(store, 'tps');
    expect(reader?.listing(e164(LEEDS)).status).toBe('listed');
    await load(store, [LEEDS, MANCHESTER, mobile(1)], '2026-11-21');
    expect(reader?.listing(e164(LEEDS)).status).toBe('listed');
    // The block of this one is gone from the store: not listed would be wrong, and so is a guess.
    expect(() => reader?.listing(e164(LONDON))).toThrow('Run the command again');
    expect(reader?.listing(e164(MANCHESTER))).toEqual({ status: 'not-listed', asOf: '2026-11-20' });
  });
});

describe('the earliest day of a listing', () => {
  type Load = readonly [asOf: string, numbers: readonly string[], codes?: readonly string[]];
  test.for<[string, readonly Load[], IsoDate | 'unknown']>([
    ['is unknown in a first copy', [['2026-11-01', [LEEDS]]], 'unknown'],
    [
      'stays unknown while the number stays',
      [
        ['2026-11-01', [LEEDS]],
        ['2026-11-02', [LEEDS, LONDON]],
      ],
      'unknown',
    ],
    [
      'is the day after the last copy without it',
      [
        ['2026-11-01', [LONDON]],
        ['2026-11-09', [LONDON, LEEDS]],
      ],
      day('2026-11-02'),
    ],
    [
      'does not move while the number stays',
      [
        ['2026-11-01', [LONDON]],
        ['2026-11-09', [LONDON, LEEDS]],
        ['2026-11-12', [LEEDS, MANCHESTER]],
      ],
      day('2026-11-02'),
    ],
    [
      'counts from the last copy without it, not the first',
      [
        ['2026-11-01', [LONDON]],
        ['2026-11-05', [LONDON, MANCHESTER]],
        ['2026-11-09', [LONDON, LEEDS]],
      ],
      day('2026-11-06'),
    ],
    [
      'begins anew when the number was taken off and comes back',
      [
        ['2026-11-01', [LONDON]],
        ['2026-11-05', [LONDON, LEEDS]],
        ['2026-11-07', [LONDON]],
        ['2026-11-09', [LONDON, LEEDS]],
      ],
      day('2026-11-08'),
    ],
    [
      'begins when a number of the first copy was taken off and comes back',
      [
        ['2026-11-01', [LEEDS, LONDON]],
        ['2026-11-05', [LONDON]],
        ['2026-11-09', [LONDON, LEEDS]],
      ],
      day('2026-11-06'),
    ],
    [
      'goes back further than any grace',
      [
        ['2026-01-01', [LONDON]],
        ['2026-01-02', [LONDON, LEEDS]],
        ['2026-11-09', [LONDON, LEEDS, mobile(1)]],
      ],
      day('2026-01-02'),
    ],
    [
      'is unknown where the copy before did not cover the number',
      [
        ['2026-11-01', [MANCHESTER], ['0161']],
        ['2026-11-09', [MANCHESTER, LEEDS]],
      ],
      'unknown',
    ],
    [
      'is known where the copy before was a part copy that covered it',
      [
        ['2026-11-01', ['01134960009'], ['0113']],
        ['2026-11-09', ['01134960009', LEEDS]],
      ],
      day('2026-11-02'),
    ],
    [
      'is known where a part copy follows a full one without it',
      [
        ['2026-11-01', [MANCHESTER]],
        ['2026-11-09', [LEEDS], ['0113']],
      ],
      day('2026-11-02'),
    ],
    [
      'is unknown where a gap in coverage hides whether it stayed',
      [
        ['2026-11-01', [LEEDS, MANCHESTER]],
        ['2026-11-05', [MANCHESTER], ['0161']],
        ['2026-11-09', [LEEDS, MANCHESTER]],
      ],
      'unknown',
    ],
    [
      'is unknown where the codes change to others',
      [
        ['2026-11-01', [MANCHESTER], ['0161']],
        ['2026-11-09', [LEEDS], ['0113']],
      ],
      'unknown',
    ],
  ])('%s', async ([, loads, earliestOn]) => {
    const store = makeStore();
    for (const [asOf, numbers, codes] of loads)
      await load(store, numbers, asOf, { diallingCodes: codes ?? [] });
    expect(listingOf(store, LEEDS)).toEqual({ status: 'listed', asOf: loads.at(-1)?.[0], earliestOn });
  });

  test('of the fax register takes nothing from the others', async () => {
    const store = makeStore();
    await load(store, [LEEDS], '2026-11-01');
    await load(store, [LONDON], '2026-11-01', { register: 'fps' });
    await load(store, [LONDON, LEEDS], '2026-11-05', { register: 'fps' });
    expect(openRegister(store, 'fps')?.listing(e164(LEEDS))).toMatchObject({ earliestOn: '2026-11-02' });
  });

  type TwoFiles = readonly (readonly [
    register: 'tps' | 'ctps',
    asOf: string,
    numbers: readonly string[],
    codes?: readonly string[],
  ])[];
  // TPS and CTPS are two files of one register: grace begins when a number is new to both.
  test.for<[string, TwoFiles, IsoDate | 'unknown']>([
    [
      'counts where the other file lacked the number on the same day',
      [
        ['tps', '2026-11-01', [LONDON]],
        ['ctps', '2026-11-01', [MANCHESTER]],
        ['ctps', '2026-11-09', [MANCHESTER, LEEDS]],
      ],
      day('2026-11-02'),
    ],
    [
      'counts from the older of the two copies that lacked it',
      [
        ['tps', '2026-10-20', [LONDON]],
        ['ctps', '2026-11-01', [MANCHESTER]],
        ['ctps', '2026-11-09', [MANCHESTER, LEEDS]],
        ['tps', '2026-11-09', [LONDON]],
      ],
      day('2026-10-21'),
    ],
    [
      'is unknown where the number left the other file between the same two days',
      [
        ['tps', '2026-11-01', [LONDON, LEEDS]],
        ['ctps', '2026-11-01', [MANCHESTER]],
        ['tps', '2026-11-09', [LONDON]],
        ['ctps', '2026-11-09', [MANCHESTER, LEEDS]],
      ],
      'unknown',
    ],
    [
      'is known where it had left the other file before',
      [
        ['tps', '2026-10-01', [LONDON, LEEDS]],
        ['tps', '2026-11-01', [LONDON]],
        ['ctps', '2026-11-01', [MANCHESTER]],
        ['tps', '2026-11-09', [LONDON]],
        ['ctps', '2026-11-09', [MANCHESTER, LEEDS]],
      ],
      day('2026-11-02'),
    ],
    [
      'is unknown where no copy of the other file reaches back so far',
      [
        ['ctps', '2026-11-01', [MANCHESTER]],
        ['ctps', '2026-11-09', [MANCHESTER, LEEDS]],
        ['tps', '2026-11-09', [LONDON]],
      ],
      'unknown',
    ],
    [
      'is unknown where the copy of the other file did not cover the number',
      [
        ['tps', '2026-11-01', ['01614960009'], ['0161']],
        ['ctps', '2026-11-01', [MANCHESTER]],
        ['ctps', '2026-11-09', [MANCHESTER, LEEDS]],
      ],
      'unknown',
    ],
    [
      'does not move when the number comes to the other file later',
      [
        ['tps', '2026-11-01', [LONDON]],
        ['ctps', '2026-11-01', [MANCHESTER]],
        ['ctps', '2026-11-09', [MANCHESTER, LEEDS]],
        ['tps', '2026-11-12', [LONDON, LEEDS]],
      ],
      day('2026-11-02'),
    ],
  ])('on the CTPS %s', async ([, loads, earliestOn]) => {
    const store = makeStore();
    for (const [register, asOf, numbers, codes] of loads) {
      await load(store, numbers, asOf, { register, diallingCodes: codes ?? [] });
    }
    expect(openRegister(store, 'ctps')?.listing(e164(LEEDS))).toMatchObject({ status: 'listed', earliestOn });
  });

  test('and every other answer are those of a plain model, whatever copies came and went', async () => {
    const numbers = [
      ...[0, 1, 2, 3].map((index) => `011349600${index}0`),
      '01614960000',
      '01614960001',
      mobile(1),
      LONDON,
    ];
    const copy = fc.record({
      held: fc.subarray(numbers, { minLength: 1 }),
      gap: fc.integer({ min: 1, max: 20 }),
      codes: fc.constantFrom<readonly string[]>([], [], ['0113'], ['0113', '0161'], ['0770', '0161']),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(copy, { minLength: 1, maxLength: 7 }), async (copies) => {
        const store = makeStore();
        const model: ModelCopy[] = [];
        let asOf = day('2026-01-01');
        for (const { held, gap, codes } of copies) {
          asOf = addDays(asOf, gap);
          await load(store, held, asOf, { diallingCodes: codes });
          model.push({ asOf, held: new Set(held), codes });
        }
        // As it stands now, and as it stood at every revision before.
        for (const revision of [undefined, ...model.map((_, place) => place + 1)]) {
          const reader = openRegister(store, 'tps', revision);
          const known = revision === undefined ? model : model.slice(0, revision);
          for (const number of [...numbers, mobile(2), '01144960000']) {
            expect(reader?.listing(e164(number)), number).toEqual(modelListing(known, number));
          }
        }
        store.close();
      }),
      { numRuns: 60 },
    );
  });
});

interface ModelCopy {
  readonly asOf: IsoDate;
  readonly held: ReadonlySet<string>;
  readonly codes: readonly string[];
}

/** The same question put to whole copies, one after the other. */
function modelListing(copies: readonly ModelCopy[], number: string): Listing {
  const inForce = copies.at(-1);
  if (inForce === undefined) return { status: 'not-loaded' };
  const covers = ({ codes }: ModelCopy) =>
    codes.length === 0 || codes.some((code) => number.startsWith(code));
  const { asOf } = inForce;
  if (!inForce.held.has(number)) return { status: covers(inForce) ? 'not-listed' : 'outside-coverage', asOf };
  const without = copies.findLast(({ held }) => !held.has(number));
  if (without === undefined || !covers(without)) return { status: 'listed', asOf, earliestOn: 'unknown' };
  return { status: 'listed', asOf, earliestOn: addDays(without.asOf, 1) };
}
