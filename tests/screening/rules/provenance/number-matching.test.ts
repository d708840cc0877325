import { expect, test } from 'vitest';
import { numberMatching } from '../../../../src/screening/rules/provenance/number-matching.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { type Change, toldBy } from '../../facts-for-tests.js';

const MATCHED = { list: { source: 'number-matching' } } as const;
const WAITS = ['gate review number-matched-without-knowledge'];

test.for<[string, Change, string[]]>([
  ['numbers that people gave themselves', {}, []],
  ['numbers that were bought and matched', MATCHED, WAITS],
  ['matched numbers for texts', { ...MATCHED, campaign: { channel: 'sms' } }, WAITS],
  ['a list of matched numbers that is written to', { ...MATCHED, campaign: { channel: 'post' } }, []],
  ['the line of a sole trader', { ...MATCHED, person: { subscriberKind: 'sole-trader' } }, WAITS],
  ['the line of an unknown subscriber', { ...MATCHED, person: { subscriberKind: 'unknown' } }, WAITS],
  ["a company's line", { ...MATCHED, person: { subscriberKind: 'corporate' } }, []],
  [
    'contact that is no marketing',
    { ...MATCHED, campaign: { purpose: 'service', contains_promotion: false } },
    WAITS,
  ],
])('%s', ([, change, lines]) => {
  expect(toldBy(numberMatching, change)).toEqual(lines);
});

eachCodeHasItsWorld(numberMatching.codes, {
  'number-matched-without-knowledge': { list: { source: 'number-matching' } },
});
