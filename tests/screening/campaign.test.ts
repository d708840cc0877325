import { expect, test } from 'vitest';
import { isAnothersList, isCampaignController, isSameBody } from '../../src/screening/campaign.js';
import { ANOTHERS_LIST, campaignWith } from './facts-for-tests.js';

test.for<[string, string, boolean]>([
  ['Northfield Party', 'Northfield Party', true],
  ['Northfield Party', 'NORTHFIELD PARTY', true],
  ['Northfield Party', '  Northfield \t Party ', true],
  ['Northfield Party', 'Northfield\u00a0Party', true],
  ['Caf\u00e9 Northfield', 'Cafe\u0301 Northfield', true],
  ['Northfield Party', 'The Northfield Party', false],
  ['Northfield Party', 'Northfield Party Ltd', false],
  ['Northfield Party', 'Northfeild Party', false],
  ['Northfield Party', 'Renew Northfield', false],
  ['Northfield Party', '', false],
])('%j and %j are the same body: %s', ([one, other, answer]) => {
  expect([isSameBody(one, other), isSameBody(other, one)]).toEqual([answer, answer]);
});

test('the controller of a campaign goes by its name and its declared aliases, and no other', () => {
  const campaign = campaignWith({ campaign: { controller_aliases: ['Northfield Party HQ'] } });
  const names = ['northfield party', 'NORTHFIELD PARTY HQ', 'Northfield', 'Renew Northfield'];
  expect(names.map((name) => isCampaignController(campaign, name))).toEqual([true, true, false, false]);
});

test('a list is its own under the name or an alias of the controller', () => {
  const campaign = { controller_aliases: ['Northfield Party HQ'] };
  expect(isAnothersList(campaignWith())).toBe(false);
  expect(isAnothersList(campaignWith({ campaign, list: { controller: 'northfield party hq' } }))).toBe(false);
  expect(isAnothersList(campaignWith({ list: ANOTHERS_LIST }))).toBe(true);
});
