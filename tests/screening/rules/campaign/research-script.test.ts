import { expect, test } from 'vitest';
import { researchScript } from '../../../../src/screening/rules/campaign/research-script.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { type Change, toldBy } from '../../facts-for-tests.js';

const research = { purpose: 'market-research', contains_promotion: false } as const;

test.for<[string, Change, string[]]>([
  [
    'answers that are used for nothing else close no gate',
    { campaign: research, research: { answers_reused_for_marketing: false } },
    [],
  ],
  [
    'nobody has said what becomes of the answers: review',
    { campaign: research, research: { answers_reused_for_marketing: null } },
    ['gate review research-script-unreviewed'],
  ],
  [
    'answers that serve marketing later make the contact marketing, and close no gate',
    { campaign: research, research: { answers_reused_for_marketing: true } },
    [],
  ],
  ['a campaign call asks no research questions', { research: { answers_reused_for_marketing: null } }, []],
])('%s', ([, change, lines]) => {
  expect(toldBy(researchScript, change)).toEqual(lines);
});

eachCodeHasItsWorld(researchScript.codes, {
  'research-script-unreviewed': {
    campaign: { purpose: 'market-research', contains_promotion: false },
    research: { answers_reused_for_marketing: null },
  },
});
