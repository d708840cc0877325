/** A rule's test gives every code of the rule a world in which the verdict gives it. */
import { describe, expect, test } from 'vitest';
import type { Reason } from '../../src/screening/finding.js';
import { isReasonCode } from '../../src/screening/precedence.js';
import type { Codes, ReasonInfo } from '../../src/screening/rule.js';
import { type Change, verdictOn } from './facts-for-tests.js';

/** Does not compile where a code of `codes` has no world. */
export function eachCodeHasItsWorld<Own extends Codes>(
  codes: Own,
  worlds: Readonly<Record<keyof Own, Change>>,
): void {
  describe('each code is given in its world, and does what the catalogue says', () => {
    test.for(Object.entries<Change>(worlds))('%s', ([code, world]) => {
      const info = isReasonCode(code) ? codes[code] : undefined;
      const given = verdictOn(world).reasons.filter((reason) => reason.code === code);
      // The catalogue calls a wrong number a note; in a verdict it is a key that fails.
      expect([...new Set(given.map(effectOf))]).toEqual([code === 'wrong-number' ? 'key' : info?.effect]);
    });
  });
}

/** What a reason does to the row, in the words of the catalogue. */
function effectOf(reason: Reason): ReasonInfo['effect'] {
  switch (reason.kind) {
    case 'gate':
      return reason.effect;
    case 'bar':
      return 'block';
    case 'doubt':
      return 'review';
    case 'key':
    case 'positive':
    case 'note':
      return reason.kind;
  }
}
