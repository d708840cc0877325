import { expect, test } from 'vitest';
import { pensionAuthorisation } from '../../../../src/screening/rules/campaign/pension-authorisation.js';
import { type Change, consentToFirm, PENSION_CALL, toldBy } from '../../facts-for-tests.js';

test.for<[string, Change, string[]]>([
  ['an authorised firm may ring about pensions', PENSION_CALL, []],
  [
    'a firm that is not authorised is blocked',
    { ...PENSION_CALL, pensions: { fca_authorised_or_trustee: false } },
    ['gate block pension-call-restricted'],
  ],
  [
    'consent does not cure the lack of authorisation',
    { ...PENSION_CALL, pensions: { fca_authorised_or_trustee: false }, ledger: [consentToFirm()] },
    ['gate block pension-call-restricted'],
  ],
  [
    'the gate stands before corporate subscribers of the list too',
    {
      ...PENSION_CALL,
      pensions: { fca_authorised_or_trustee: false },
      person: { subscriberKind: 'corporate' },
    },
    ['gate block pension-call-restricted'],
  ],
  [
    'nobody has said whether the firm is authorised: review',
    { ...PENSION_CALL, pensions: { fca_authorised_or_trustee: null } },
    ['gate review campaign-fact-missing'],
  ],
  [
    'calls about anything else need no such authority',
    { pensions: { fca_authorised_or_trustee: false } },
    [],
  ],
])('%s', ([, change, lines]) => {
  expect(toldBy(pensionAuthorisation, change)).toEqual(lines);
});
