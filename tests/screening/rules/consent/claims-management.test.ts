import { expect, test } from 'vitest';
import { claimsManagement } from '../../../../src/screening/rules/consent/claims-management.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { type Change, CLAIMS_CALL, consentToFirm, existingClient, toldBy } from '../../facts-for-tests.js';

const BAR = 'bar claims-management-no-consent';

test.for<[string, Change, string[]]>([
  ['calls about anything else', {}, []],
  ['without consent', CLAIMS_CALL, [BAR]],
  [
    'with consent to this caller',
    { ...CLAIMS_CALL, ledger: [consentToFirm()] },
    [BAR, 'opens consent-valid'],
  ],
  [
    'with consent to somebody else',
    { ...CLAIMS_CALL, ledger: [consentToFirm({ controller: 'Elmet Donkey Sanctuary' })] },
    [BAR, 'fails consent-wrong-controller'],
  ],
  [
    'with a consent that cannot be proven',
    { ...CLAIMS_CALL, ledger: [consentToFirm({ on: null })] },
    [BAR, 'unproven consent-evidence-incomplete'],
  ],
  ['an existing client has not agreed', { ...CLAIMS_CALL, ledger: [existingClient()] }, [BAR]],
  ['a company is asked first as well', { ...CLAIMS_CALL, person: { subscriberKind: 'corporate' } }, [BAR]],
  [
    'contact that is no marketing',
    { ...CLAIMS_CALL, campaign: { ...CLAIMS_CALL.campaign, purpose: 'service', contains_promotion: false } },
    [],
  ],
  ['a text', { ...CLAIMS_CALL, campaign: { ...CLAIMS_CALL.campaign, channel: 'sms' } }, []],
])('%s', ([, change, lines]) => {
  expect(toldBy(claimsManagement, change)).toEqual(lines);
});

eachCodeHasItsWorld(claimsManagement.codes, {
  'claims-management-no-consent': CLAIMS_CALL,
});
