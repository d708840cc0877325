import { expect, test } from 'vitest';
import { dataTransfer } from '../../../../src/screening/rules/campaign/data-transfer.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { type Change, FIRM, factsWith, toldBy } from '../../facts-for-tests.js';

test.for<[string, Change, string[]]>([
  ['without a processor the data goes nowhere', { campaign: { declared_territories: [] } }, []],
  [
    'a processor in a declared country closes no gate',
    { campaign: { processor: { name: FIRM, contract: 'DPA-2026-04', country: 'UK' } } },
    [],
  ],
  [
    'case and spacing of a country do not matter',
    { campaign: { processor: { name: FIRM, contract: 'DPA-2026-04', country: ' uk ' } } },
    [],
  ],
  [
    'a processor in a country that the notice does not name waits for a person',
    { campaign: { processor: { name: FIRM, contract: 'DPA-2026-04', country: 'US' } } },
    ['gate review transfer-undeclared-territory'],
  ],
  [
    'one of several declared countries is enough',
    {
      campaign: {
        processor: { name: FIRM, contract: 'DPA-2026-04', country: 'IE' },
        declared_territories: ['UK', 'IE'],
      },
    },
    [],
  ],
  [
    'a processor whose country is not stated waits for a person',
    { campaign: { processor: { name: FIRM, contract: 'DPA-2026-04', country: null } } },
    ['gate review transfer-undeclared-territory'],
  ],
  [
    'a notice that names no country covers none',
    {
      campaign: {
        processor: { name: FIRM, contract: 'DPA-2026-04', country: 'UK' },
        declared_territories: [],
      },
    },
    ['gate review transfer-undeclared-territory'],
  ],
])('%s', ([, change, lines]) => {
  expect(toldBy(dataTransfer, change)).toEqual(lines);
});

test.for<[string | null, unknown]>([
  ['US', { country: 'US' }],
  [null, {}],
])('the finding names the country %s', ([country, detail]) => {
  const facts = factsWith({ campaign: { processor: { name: FIRM, contract: 'DPA-2026-04', country } } });
  expect(dataTransfer.findings(facts).map((finding) => finding.detail)).toEqual([detail]);
});

eachCodeHasItsWorld(dataTransfer.codes, {
  'transfer-undeclared-territory': {
    campaign: { processor: { name: FIRM, contract: 'DPA-2026-04', country: 'US' } },
  },
});
