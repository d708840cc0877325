import { expect, test } from 'vitest';
import { processorContract } from '../../../../src/screening/rules/campaign/processor-contract.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { type Change, FIRM, toldBy } from '../../facts-for-tests.js';

test.for<[string, Change, string[]]>([
  ['a controller that rings itself needs no contract', { campaign: { processor: null } }, []],
  [
    'a processor under a written contract closes no gate',
    { campaign: { processor: { name: FIRM, contract: 'DPA-2026-04', country: 'UK' } } },
    [],
  ],
  [
    'a processor without a contract blocks',
    { campaign: { processor: { name: FIRM, contract: null, country: 'UK' } } },
    ['gate block processor-contract-missing'],
  ],
  [
    'a contract without a reference is none',
    { campaign: { processor: { name: FIRM, contract: '', country: 'UK' } } },
    ['gate block processor-contract-missing'],
  ],
  [
    'it is asked of contact that is no marketing too',
    {
      campaign: {
        purpose: 'service',
        contains_promotion: false,
        processor: { name: FIRM, contract: null, country: 'UK' },
      },
    },
    ['gate block processor-contract-missing'],
  ],
])('%s', ([, change, lines]) => {
  expect(toldBy(processorContract, change)).toEqual(lines);
});

eachCodeHasItsWorld(processorContract.codes, {
  'processor-contract-missing': { campaign: { processor: { name: FIRM, contract: null, country: 'UK' } } },
});
