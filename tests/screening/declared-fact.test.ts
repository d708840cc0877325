import { expect, test } from 'vitest';
import { gateFindings, gateForFact } from '../../src/screening/declared-fact.js';
import { type Change, factsWith, told, toldBy } from './facts-for-tests.js';

test.for<[string, Change, string[]]>([
  ['a wanted answer closes no gate', {}, []],
  [
    'a wrong answer does what the table says',
    { calls: { number_presented: false } },
    ['gate block cli-withheld'],
  ],
  [
    'an open fact does what the table says',
    { calls: { number_presented: null } },
    ['gate review campaign-fact-missing'],
  ],
  [
    'a fact that the channel does not need is not asked for',
    { campaign: { channel: 'email' }, calls: { number_presented: null } },
    [],
  ],
])('%s', ([, change, lines]) => {
  expect(gateFindings('calls.number_presented', factsWith(change)).flatMap(told)).toEqual(lines);
});

test('an open fact that is taken as an answer closes no gate', () => {
  const facts = factsWith({ calls: { leaves_voicemail: null } });
  expect(gateFindings('calls.leaves_voicemail', facts)).toEqual([]);
});

test('a wrong answer that a rule of its own takes up closes no gate', () => {
  const facts = factsWith({ calls: { leaves_voicemail: true } });
  expect(gateFindings('calls.leaves_voicemail', facts)).toEqual([]);
});

test('a rule made from a fact has its name and names the fact in what it finds', () => {
  const rule = gateForFact('caller-number', 'calls.number_presented', {});
  const change = { calls: { number_presented: false } };
  expect(rule).toMatchObject({ id: 'caller-number', codes: {} });
  expect(toldBy(rule, change)).toEqual(['gate block cli-withheld']);
  expect(rule.findings(factsWith(change)).map(({ detail }) => detail.fact)).toEqual([
    'calls.number_presented',
  ]);
});
