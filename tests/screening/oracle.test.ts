/** The core against the oracle: the tables of law.md told again in plain words, which share no rule with it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reasonCodes } from '../../src/screening/precedence.js';
import {
  worldAtTheEdges,
  worldOfConsentsAtTheEdge,
  worldOfPeopleAtTheEdge,
} from './boundary-worlds-for-tests.js';
import { verdictOnFacts } from './facts-for-tests.js';
import { judgeByTheText } from './oracle/judge.js';
import { ORDER_OF_REASONS } from './oracle/order-of-reasons.js';
import { world, worldOfSecondThoughts } from './worlds-for-tests.js';

const WORLDS = Number(process.env.RINGFENCE_ORACLE_WORLDS ?? 10_000);

const anyWorld = fc.oneof(
  { weight: 12, arbitrary: world },
  { weight: 7, arbitrary: worldAtTheEdges },
  { weight: 2, arbitrary: worldOfConsentsAtTheEdge },
  { weight: 2, arbitrary: worldOfPeopleAtTheEdge },
  { weight: 1, arbitrary: worldOfSecondThoughts },
);

test('core and oracle give reasons in one order, each code once', () => {
  expect(reasonCodes).toEqual(ORDER_OF_REASONS);
  expect(new Set(reasonCodes).size).toBe(reasonCodes.length);
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
