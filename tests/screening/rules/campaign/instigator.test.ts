import { expect, test } from 'vitest';
import { instigator } from '../../../../src/screening/rules/campaign/instigator.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { type Change, FACTION, toldBy } from '../../facts-for-tests.js';

test.for<[string, Change, string[]]>([
  ['nobody asked for this contact', { campaign: { instigator: null } }, []],
  [
    'a faction that asked the party to ring answers for the calls too',
    { campaign: { instigator: FACTION } },
    ['gate review instigator-not-covered'],
  ],
  ['a controller does not instigate itself', { campaign: { instigator: 'NORTHFIELD  party' } }, []],
  [
    'nor under a declared alias',
    { campaign: { instigator: 'The Northfield Party', controller_aliases: ['the northfield party'] } },
    [],
  ],
  [
    'a name that is merely like the controller is another body',
    { campaign: { instigator: 'The Northfield Party' } },
    ['gate review instigator-not-covered'],
  ],
  [
    'it is asked of contact that is no marketing too',
    { campaign: { purpose: 'membership-admin', contains_promotion: false, instigator: FACTION } },
    ['gate review instigator-not-covered'],
  ],
])('%s', ([, change, lines]) => {
  expect(toldBy(instigator, change)).toEqual(lines);
});

eachCodeHasItsWorld(instigator.codes, {
  'instigator-not-covered': { campaign: { instigator: FACTION } },
});
