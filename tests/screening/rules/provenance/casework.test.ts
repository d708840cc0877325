import { expect, test } from 'vitest';
import { casework } from '../../../../src/screening/rules/provenance/casework.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { type Change, consent, toldBy } from '../../facts-for-tests.js';

const CASEWORK = { list: { source: 'casework' } } as const;

test.for<[string, Change, string[]]>([
  ['details from a membership are not from casework', {}, []],
  ['details from casework serve no marketing', CASEWORK, ['bar casework-data-reuse']],
  ['consent opens nothing here', { ...CASEWORK, ledger: [consent()] }, ['bar casework-data-reuse']],
  [
    'the line of an unknown subscriber may be that of a person',
    { ...CASEWORK, person: { subscriberKind: 'unknown' } },
    ['bar casework-data-reuse'],
  ],
  [
    'a sole trader is a person',
    { ...CASEWORK, person: { subscriberKind: 'sole-trader' } },
    ['bar casework-data-reuse'],
  ],
  ["a company's line is not a person's", { ...CASEWORK, person: { subscriberKind: 'corporate' } }, []],
  [
    'to answer the case is no marketing',
    { ...CASEWORK, campaign: { purpose: 'service', contains_promotion: false } },
    [],
  ],
])('%s', ([, change, lines]) => {
  expect(toldBy(casework, change)).toEqual(lines);
});

eachCodeHasItsWorld(casework.codes, {
  'casework-data-reuse': { list: { source: 'casework' } },
});
