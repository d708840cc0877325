import { expect, test } from 'vitest';
import { callerIdentity } from '../../../../src/screening/rules/campaign/caller-identity.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { type Change, SERVICE_CALL, toldBy } from '../../facts-for-tests.js';

test.for<[string, Change, string[]]>([
  ['a script that names the organisation closes no gate', {}, []],
  [
    'a script that names nobody blocks',
    { calls: { caller_identified: false } },
    ['gate block caller-identity-missing'],
  ],
  [
    'nobody has said what the script names: review',
    { calls: { caller_identified: null } },
    ['gate review campaign-fact-missing'],
  ],
  [
    'contact that is no marketing names its caller too',
    { ...SERVICE_CALL, calls: { caller_identified: false } },
    ['gate block caller-identity-missing'],
  ],
  [
    'an automated call names its caller',
    { campaign: { channel: 'automated-call' }, calls: { caller_identified: false } },
    ['gate block caller-identity-missing'],
  ],
  [
    'a fax names its sender',
    { campaign: { channel: 'fax' }, calls: { caller_identified: false } },
    ['gate block caller-identity-missing'],
  ],
  ['a text is no call', { campaign: { channel: 'sms' }, calls: { caller_identified: false } }, []],
])('%s', ([, change, lines]) => {
  expect(toldBy(callerIdentity, change)).toEqual(lines);
});

eachCodeHasItsWorld(callerIdentity.codes, {
  'caller-identity-missing': { calls: { caller_identified: false } },
});
