import { describe, expect, test } from 'vitest';
import type { LoadPlan } from '../../../src/registers/load/copy-plan.js';
import { trippedGuards } from '../../../src/registers/load/guards.js';
import { codesOfRegions } from '../../../src/registers/load/numbering-regions.js';
import { movementLimits } from '../../../src/registers/load/register-movement.js';
import { addDays } from '../../../src/screening/dates.js';
import { REGISTERS, type Register } from '../../../src/store/registers/register-copies.js';
import { day } from '../register-for-tests.js';

/** A TPS copy of 13.5 million numbers, one day after the copy in force, with an ordinary day's movement. */
const ordinary: LoadPlan = {
  kind: 'full',
  register: 'tps',
  asOf: day('2026-11-20'),
  today: day('2026-11-21'),
  modifiedOn: day('2026-11-20'),
  numbers: 13_500_000,
  diallingCodes: [],
  counts: everyRegion('tps'),
  inForce: {
    asOf: day('2026-11-19'),
    numbers: 13_500_000,
    diallingCodes: [],
    overridden: [],
    removalsKnownTo: null,
  },
  movement: { added: 3000, removed: 4000 },
  sameBytesSince: null,
};

const first: Partial<LoadPlan> = { inForce: null };
const part: Partial<LoadPlan> = {
  kind: 'part',
  inForce: null,
  numbers: 40,
  diallingCodes: ['0113', '0161'],
  counts: {
    byCode: new Map([
      ['0113', 30],
      ['0161', 10],
    ]),
    outside: 0,
  },
};

function everyRegion(register: Register, ...without: string[]): LoadPlan['counts'] {
  const byCode = new Map(codesOfRegions(register).map((code) => [code, without.includes(code) ? 0 : 1000]));
  return { byCode, outside: 0 };
}

/** A copy `days` after the one in force, which had `numbers`. */
function later(
  register: Register,
  days: number,
  numbers: number,
  movement: LoadPlan['movement'],
): Partial<LoadPlan> {
  const asOf = day(`2026-11-${String(20 - days).padStart(2, '0')}`);
  return {
    register,
    inForce: { asOf, numbers, diallingCodes: [], overridden: [], removalsKnownTo: null },
    movement,
  };
}

/** The same, where the copy in force was updated without removals for `days`. */
function withRemovalsKnownTo(days: number, facts: Partial<LoadPlan>): Partial<LoadPlan> {
  const { inForce } = facts;
  if (inForce === null || inForce === undefined) throw new Error('the test has no copy in force');
  return { ...facts, inForce: { ...inForce, removalsKnownTo: addDays(day('2026-11-20'), -days) } };
}

describe('the guards', () => {
  test.for<[string, Partial<LoadPlan>, string[]]>([
    ['let an ordinary copy pass', {}, []],
    ['let a full first copy pass', first, []],

    ['refuse a first TPS copy of 4,999,999', { ...first, numbers: 4_999_999 }, ['first-copy-too-small']],
    ['let a first TPS copy of 5,000,000 pass', { ...first, numbers: 5_000_000 }, []],
    [
      'refuse a first CTPS copy of 499,999',
      { ...first, register: 'ctps', counts: everyRegion('ctps'), numbers: 499_999 },
      ['first-copy-too-small'],
    ],
    [
      'let a first CTPS copy of 500,000 pass',
      { ...first, register: 'ctps', counts: everyRegion('ctps'), numbers: 500_000 },
      [],
    ],
    [
      'refuse a first FPS copy of 499,999',
      { ...first, register: 'fps', counts: everyRegion('fps'), numbers: 499_999 },
      ['first-copy-too-small'],
    ],
    [
      'let a first FPS copy of 500,000 pass',
      { ...first, register: 'fps', counts: everyRegion('fps'), numbers: 500_000 },
      [],
    ],
    [
      'do not ask the size of a later copy',
      {
        numbers: 4_000_000,
        inForce: {
          asOf: day('2026-11-19'),
          numbers: 4_001_000,
          diallingCodes: [],
          overridden: [],
          removalsKnownTo: null,
        },
      },
      [],
    ],

    ['refuse a first copy without 020', { ...first, counts: everyRegion('tps', '020') }, ['regions-missing']],
    [
      'refuse a first TPS copy without 073',
      { ...first, counts: everyRegion('tps', '073') },
      ['regions-missing'],
    ],
    [
      'let a first CTPS copy without 073 pass',
      { ...first, register: 'ctps', counts: everyRegion('ctps', '073') },
      [],
    ],
    [
      'refuse a first CTPS copy without any mobile number',
      { ...first, register: 'ctps', counts: everyRegion('ctps', '073', '074', '075', '077', '078', '079') },
      ['regions-missing'],
    ],
    [
      'let a first FPS copy without any mobile number pass',
      { ...first, register: 'fps', counts: everyRegion('fps') },
      [],
    ],
    ['do not ask the regions of a later copy', { counts: everyRegion('tps', '020') }, []],

    ['let 5,000 TPS additions in a day pass', later('tps', 1, 13_500_000, { added: 5000, removed: 0 }), []],
    [
      'refuse 5,001 TPS additions in a day',
      later('tps', 1, 13_500_000, { added: 5001, removed: 0 }),
      ['too-many-added'],
    ],
    [
      'let 15,000 TPS additions in three days pass',
      later('tps', 3, 13_500_000, { added: 15_000, removed: 0 }),
      [],
    ],
    [
      'refuse 15,001 TPS additions in three days',
      later('tps', 3, 13_500_000, { added: 15_001, removed: 0 }),
      ['too-many-added'],
    ],
    [
      'let 126,000 TPS removals in a day pass',
      later('tps', 1, 13_500_000, { added: 0, removed: 126_000 }),
      [],
    ],
    [
      'refuse 126,001 TPS removals in a day',
      later('tps', 1, 13_500_000, { added: 0, removed: 126_001 }),
      ['too-many-removed'],
    ],
    [
      'let a tenth of the TPS go in 19 days',
      later('tps', 19, 13_500_000, { added: 0, removed: 1_350_000 }),
      [],
    ],
    [
      'count the days of removals from the last day on which they were known',
      withRemovalsKnownTo(12, later('tps', 1, 13_500_000, { added: 0, removed: 1_350_000 })),
      [],
    ],
    [
      'but not those of additions',
      withRemovalsKnownTo(12, later('tps', 1, 13_500_000, { added: 5001, removed: 0 })),
      ['too-many-added'],
    ],
    [
      'refuse more than a tenth, whatever the days',
      later('tps', 19, 13_500_000, { added: 0, removed: 1_350_001 }),
      ['too-many-removed'],
    ],
    [
      "let the greatest known CTPS day pass at today's size",
      later('ctps', 1, 1_100_000, { added: 100_351, removed: 182_252 }),
      [],
    ],
    [
      'refuse one CTPS addition more',
      later('ctps', 1, 1_100_000, { added: 100_352, removed: 0 }),
      ['too-many-added'],
    ],
    [
      'refuse one CTPS removal more',
      later('ctps', 1, 1_100_000, { added: 0, removed: 182_253 }),
      ['too-many-removed'],
    ],
    [
      'refuse more than a fifth of the CTPS, whatever the days',
      later('ctps', 9, 1_100_000, { added: 0, removed: 220_001 }),
      ['too-many-removed'],
    ],
    ['let a fifth of the CTPS go', later('ctps', 9, 1_100_000, { added: 0, removed: 220_000 }), []],
    ['let the known fall of the FPS pass', later('fps', 1, 2_040_000, { added: 5000, removed: 55_199 }), []],
    [
      'refuse more',
      later('fps', 1, 2_040_000, { added: 5001, removed: 55_200 }),
      ['too-many-added', 'too-many-removed'],
    ],
    [
      'refuse a "changes since" file over a full copy',
      { numbers: 4000, movement: { added: 3000, removed: 13_499_000 } },
      ['too-many-removed'],
    ],
    [
      'hold a small part copy to its share',
      {
        ...part,
        inForce: {
          asOf: day('2026-11-19'),
          numbers: 50,
          diallingCodes: ['0113', '0161'],
          overridden: [],
          removalsKnownTo: null,
        },
        movement: { added: 4, removed: 6 },
      },
      ['too-many-added', 'too-many-removed'],
    ],
    [
      'let a small part copy move a little',
      {
        ...part,
        inForce: {
          asOf: day('2026-11-19'),
          numbers: 50,
          diallingCodes: ['0113', '0161'],
          overridden: [],
          removalsKnownTo: null,
        },
        movement: { added: 3, removed: 5 },
      },
      [],
    ],

    ['let an as-of of today pass', { asOf: day('2026-11-21'), modifiedOn: day('2026-11-21') }, []],
    [
      'refuse an as-of after today',
      { asOf: day('2026-11-22'), modifiedOn: day('2026-11-22') },
      ['as-of-in-future'],
    ],
    ['let an as-of of the day the file was changed pass', { modifiedOn: day('2026-11-20') }, []],
    [
      'refuse an as-of after the day the file was changed',
      { modifiedOn: day('2026-11-19') },
      ['as-of-after-file'],
    ],
    ['refuse the as-of of the copy in force', { asOf: day('2026-11-19') }, ['as-of-not-later']],
    ['refuse an as-of before the copy in force', { asOf: day('2026-11-18') }, ['as-of-not-later']],

    [
      'let the same bytes pass three days later',
      { sameBytesSince: day('2026-11-17'), movement: { added: 0, removed: 0 } },
      [],
    ],
    [
      'refuse the same bytes four days later',
      { sameBytesSince: day('2026-11-16'), movement: { added: 0, removed: 0 } },
      ['same-bytes'],
    ],

    ['let a part copy of few numbers and regions pass', part, []],
    [
      'refuse a part copy with a number of another code',
      {
        ...part,
        counts: {
          byCode: new Map([
            ['0113', 30],
            ['0161', 9],
          ]),
          outside: 1,
        },
      },
      ['outside-dialling-codes'],
    ],
    [
      'refuse a part copy with a code that has no number',
      {
        ...part,
        counts: {
          byCode: new Map([
            ['0113', 40],
            ['0161', 0],
          ]),
          outside: 0,
        },
      },
      ['dialling-code-empty'],
    ],
    [
      'take a full copy after a part copy for a first one',
      {
        numbers: 4_000_000,
        counts: everyRegion('tps', '029'),
        inForce: {
          asOf: day('2026-11-19'),
          numbers: 40,
          diallingCodes: ['0113'],
          overridden: [],
          removalsKnownTo: null,
        },
        movement: { added: 3_999_960, removed: 0 },
      },
      ['first-copy-too-small', 'regions-missing'],
    ],
    [
      'refuse a part copy that would take the place of a full one',
      { ...part, inForce: ordinary.inForce, movement: { added: 0, removed: 13_499_960 } },
      ['narrower-coverage'],
    ],
    [
      'refuse a part copy that leaves out a code of the one in force',
      {
        ...part,
        inForce: {
          asOf: day('2026-11-19'),
          numbers: 500,
          diallingCodes: ['0113', '0191'],
          overridden: [],
          removalsKnownTo: null,
        },
      },
      ['narrower-coverage'],
    ],
    [
      'take a part copy of other codes for a first one',
      {
        ...part,
        inForce: {
          asOf: day('2026-11-19'),
          numbers: 500,
          diallingCodes: ['0113'],
          overridden: [],
          removalsKnownTo: null,
        },
        movement: { added: 10, removed: 470 },
      },
      [],
    ],
    [
      'still ask the day of a copy of other coverage',
      { ...part, asOf: day('2026-11-19'), inForce: ordinary.inForce },
      ['as-of-not-later', 'narrower-coverage'],
    ],
  ])('%s', ([, change, expected]) => {
    const tripped = trippedGuards({ ...ordinary, ...change });
    expect(tripped.map(({ guard }) => guard)).toEqual(expected);
  });

  test('about the day can never be overridden, and all others can', () => {
    const everything = trippedGuards({
      ...ordinary,
      asOf: day('2026-11-19'),
      today: day('2026-11-18'),
      modifiedOn: day('2026-11-17'),
      movement: { added: 9_000_000, removed: 9_000_000 },
      sameBytesSince: day('2026-11-01'),
    });
    expect(everything.map(({ guard, overridable }) => [guard, overridable])).toEqual([
      ['as-of-in-future', false],
      ['as-of-after-file', false],
      ['as-of-not-later', false],
      ['same-bytes', true],
      ['too-many-added', true],
      ['too-many-removed', true],
    ]);
    const small = trippedGuards({ ...ordinary, ...first, numbers: 1, counts: everyRegion('tps', '020') });
    const odd = trippedGuards({ ...ordinary, ...part, counts: { byCode: new Map(), outside: 3 } });
    expect([...small, ...odd].every(({ overridable }) => overridable)).toBe(true);
  });

  test('say what they saw with its counts', () => {
    const tripped = trippedGuards({
      ...ordinary,
      ...first,
      numbers: 4_999_999,
      counts: everyRegion('tps', '020', '079'),
    });
    expect(tripped.map(({ saw }) => saw)).toEqual([
      'a TPS copy of 4,999,999 numbers, where the register has at least 5,000,000 numbers',
      'not one number begins with 020, 079: this may be a part or "changes since" file',
    ]);
    const removed = trippedGuards({ ...ordinary, movement: { added: 0, removed: 126_001 } });
    expect(removed.map(({ saw }) => saw)).toEqual([
      '126,001 numbers removed since the copy of 2026-11-19 with 13,500,000 numbers, where 126,000 numbers are the most to expect',
    ]);
  });

  test.for(REGISTERS)('never allow more of the %s to move for a smaller copy or fewer days', (register) => {
    for (const [numbers, days] of [
      [100, 1],
      [10_000, 1],
      [1_000_000, 2],
      [13_500_000, 5],
    ] as const) {
      const limits = movementLimits(register, numbers, days);
      const wider = movementLimits(register, numbers * 2, days + 1);
      expect(limits.added).toBeLessThanOrEqual(wider.added);
      expect(limits.removed).toBeLessThanOrEqual(wider.removed);
      expect(limits.removed).toBeLessThanOrEqual(numbers / 5);
    }
  });
});
