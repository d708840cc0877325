import { expect, test } from 'vitest';
import { callerNumber } from '../../../../src/screening/rules/campaign/caller-number.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { type Change, SERVICE_CALL, toldBy } from '../../facts-for-tests.js';

test.for<[string, Change, string[]]>([
  ['calls that show a number close no gate', {}, []],
  ['calls that hide their number block', { calls: { number_presented: false } }, ['gate block cli-withheld']],
  [
    'nobody has said whether a number shows: review',
    { calls: { number_presented: null } },
    ['gate review campaign-fact-missing'],
  ],
  [
    'a call that was asked for shows its number too',
    { ...SERVICE_CALL, calls: { number_presented: false } },
    ['gate block cli-withheld'],
  ],
  [
    'an automated call shows its number',
    { campaign: { channel: 'automated-call' }, calls: { number_presented: false } },
    ['gate block cli-withheld'],
  ],
  ['a letter has no number', { campaign: { channel: 'post' }, calls: { number_presented: false } }, []],
])('%s', ([, change, lines]) => {
  expect(toldBy(callerNumber, change)).toEqual(lines);
});

eachCodeHasItsWorld(callerNumber.codes, {
  'cli-withheld': { calls: { number_presented: false } },
});
