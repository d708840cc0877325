/** The guards on a "changes since" file, on both sides of each limit. */
import { expect, test } from 'vitest';
import type { UpdatePlan } from '../../../src/registers/load/copy-plan.js';
import { trippedGuards } from '../../../src/registers/load/guards.js';
import { day } from '../register-for-tests.js';

const spread = (leeds: number, london: number, outside = 0): UpdatePlan['counts'] => ({
  byCode: new Map([
    ['0113', leeds],
    ['020', london],
  ]),
  outside,
});

const held = {
  asOf: day('2026-11-17'),
  numbers: 13_500_000,
  diallingCodes: [],
  overridden: [],
  counts: spread(1_350_000, 12_150_000),
};

/** Three days of changes to a TPS copy of 13.5 million numbers. */
const ordinary: UpdatePlan = {
  kind: 'update',
  register: 'tps',
  since: day('2026-11-17'),
  asOf: day('2026-11-20'),
  today: day('2026-11-21'),
  modifiedOn: day('2026-11-20'),
  numbers: 3000,
  diallingCodes: [],
  counts: spread(300, 2700),
  inForce: held,
  additionsHeld: 0,
  removals: null,
  sameBytesSince: null,
};

const small = { ...held, numbers: 10_000 };
const removing = (numbers: number, change: Partial<UpdatePlan['removals']> = {}): Partial<UpdatePlan> => ({
  removals: { numbers, held: numbers, removed: numbers, ...change },
});

test.for<[string, Partial<UpdatePlan>, string[]]>([
  ['ordinary changes pass', {}, []],
  ['15,000 additions in three days pass', { numbers: 15_000 }, []],
  ['15,001 additions in three days are refused', { numbers: 15_001 }, ['too-many-added']],
  [
    '5,000 additions of one day pass',
    { numbers: 5000, since: day('2026-11-19'), inForce: { ...held, asOf: day('2026-11-19') } },
    [],
  ],
  [
    '5,001 additions of one day are refused',
    { numbers: 5001, since: day('2026-11-19'), inForce: { ...held, asOf: day('2026-11-19') } },
    ['too-many-added'],
  ],
  ['378,000 removals in three days pass', removing(378_000), []],
  ['378,001 removals in three days are refused', removing(378_001), ['too-many-removed']],
  [
    'a file of half the copy is a full one, and nothing else of its size is asked',
    { numbers: 5000, inForce: small },
    ['full-file'],
  ],
  ['a number fewer is too many additions', { numbers: 4999, inForce: small }, ['too-many-added']],
  ['a file with the smallest size of a full copy is one', { numbers: 5_000_000 }, ['full-file']],
  ['additions of which half are held pass', { additionsHeld: 1500 }, []],
  ['additions of which more are held may be removals', { additionsHeld: 1501 }, ['additions-held']],
  ['a hundred additions are enough to say so', { numbers: 100, additionsHeld: 100 }, ['additions-held']],
  ['ninety-nine are not', { numbers: 99, additionsHeld: 99 }, []],
  [
    'changes from before the copy held are in it already',
    { since: day('2026-11-16'), additionsHeld: 3000 },
    [],
  ],
  [
    'a region is missed where twenty of its numbers are expected',
    { numbers: 200, counts: spread(0, 200) },
    ['regions-missing'],
  ],
  ['not where fewer are', { numbers: 199, counts: spread(0, 199) }, []],
  ['removals of which a tenth are not held pass', removing(1000, { held: 900 }), []],
  ['removals of which more are not held are refused', removing(1000, { held: 899 }), ['removals-not-held']],
  ['numbers outside a full copy are none', { counts: spread(300, 2700, 1) }, []],
  [
    'numbers outside a part copy are refused',
    { counts: spread(300, 2700, 1), inForce: { ...held, diallingCodes: ['0113', '020'] } },
    ['outside-dialling-codes'],
  ],
  ['the day is asked as of every copy', { asOf: day('2026-11-22') }, ['as-of-in-future', 'as-of-after-file']],
])('%s', ([, change, expected]) => {
  const tripped = trippedGuards({ ...ordinary, ...change });
  expect(tripped.map(({ guard }) => guard)).toEqual(expected);
});
