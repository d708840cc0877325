/** The core against the oracle: the tables of law.md told again in plain words, which share no rule with it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../src/screening/dates.js';
import type { Listing } from '../../src/screening/evidence.js';
import { codesInOrder } from '../../src/screening/precedence.js';
import { reasonCodes } from '../../src/screening/reasons.js';
import type { Facts } from '../../src/screening/rules/rule.js';
import { CALL_DATE, day, verdictOnFacts } from './facts-for-tests.js';
import { judgeByTheText } from './oracle/judge.js';
import { ORDER_OF_REASONS } from './oracle/order-of-reasons.js';
import { world, worldOfSecondThoughts } from './worlds-for-tests.js';

const WORLDS = Number(process.env.RINGFENCE_ORACLE_WORLDS ?? 10_000);

/** The world with what the other worlds seldom have: strictness, days on either side of a boundary, an island. */
const worldAtTheEdges: fc.Arbitrary<Facts> = fc
  .record({
    facts: world,
    callDate: fc.constantFrom(CALL_DATE, CALL_DATE, day('2026-02-04'), day('2026-02-05'), day('2026-03-30')),
    strict: fc.boolean(),
    copyAge: fc.constantFrom(0, 26, 27, 28),
    listedFor: fc.constantFrom(0, 26, 27, 28, 29),
    isOnAnIsland: fc.constantFrom(false, false, false, true),
    kind: fc.constantFrom<Facts['campaign']['controller_kind'][]>(
      'campaign-group',
      'elected-representative',
      'charity',
      'business',
    ),
  })
  .map(({ facts, callDate, strict, copyAge, listedFor, isOnAnIsland, kind }): Facts => {
    const asOf = addDays(callDate, -copyAge);
    const atTheEdge = (listing: Listing): Listing =>
      listing.status === 'listed'
        ? { status: 'listed', asOf, earliestOn: addDays(callDate, -listedFor) }
        : { status: 'not-listed', asOf };
    const { tps, ctps, fps } = facts.evidence.registers;
    return {
      ...facts,
      callDate,
      campaign: {
        ...facts.campaign,
        controller_kind: kind,
        policy: { ...facts.campaign.policy, strict },
      },
      point:
        isOnAnIsland && facts.point.kind === 'number'
          ? { ...facts.point, standing: { kind: 'crown-dependency', territory: 'Jersey' } }
          : facts.point,
      evidence: { ...facts.evidence, registers: { tps: atTheEdge(tps), ctps, fps: atTheEdge(fps) } },
    };
  });

const anyWorld = fc.oneof(
  { weight: 12, arbitrary: world },
  { weight: 7, arbitrary: worldAtTheEdges },
  { weight: 1, arbitrary: worldOfSecondThoughts },
);

test('core and oracle tell reasons in one order, each code once', () => {
  expect(codesInOrder).toEqual(ORDER_OF_REASONS);
  expect(codesInOrder.toSorted()).toEqual(reasonCodes.toSorted());
});

test(`core and oracle agree on verdict and decisive reason in ${WORLDS} worlds`, { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(anyWorld, (facts) => {
      const { outcome, decisive } = verdictOnFacts(facts);
      expect({ outcome, decisive: decisive.code }).toEqual(judgeByTheText(facts));
    }),
    { seed: 20261124, numRuns: WORLDS },
  );
});
