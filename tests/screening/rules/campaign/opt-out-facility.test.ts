import { expect, test } from 'vitest';
import { optOutFacility } from '../../../../src/screening/rules/campaign/opt-out-facility.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { type Change, onChannel, toldBy } from '../../facts-for-tests.js';

test.for<[string, Change, string[]]>([
  [
    'an email that says how to opt out closes no gate',
    { campaign: { channel: 'email' }, messages: { opt_out_included: true } },
    [],
  ],
  [
    'an email without a way out blocks',
    { campaign: { channel: 'email' }, messages: { opt_out_included: false } },
    ['gate block opt-out-facility-missing'],
  ],
  [
    'a text without a way out blocks',
    { campaign: { channel: 'sms' }, messages: { opt_out_included: false } },
    ['gate block opt-out-facility-missing'],
  ],
  [
    'a direct message without a way out blocks',
    { campaign: { channel: 'social-dm' }, messages: { opt_out_included: false } },
    ['gate block opt-out-facility-missing'],
  ],
  [
    'nobody has said what the email contains: review',
    { campaign: { channel: 'email' }, messages: { opt_out_included: null } },
    ['gate review campaign-fact-missing'],
  ],
  ['a live call is no message', { messages: { opt_out_included: false } }, []],
])('%s', ([, change, lines]) => {
  expect(toldBy(optOutFacility, change)).toEqual(lines);
});

eachCodeHasItsWorld(optOutFacility.codes, {
  'opt-out-facility-missing': onChannel('email', { messages: { opt_out_included: false } }),
});
