import { isReachable } from '../../contact.js';
import { bar } from '../../finding.js';
import { type ContactRule, NONE } from '../../rule.js';
import { consentKeys } from './consent.js';

/**
 * May a claims management firm ring without having been asked?
 *
 * No (PECR 2003 reg. 21A, in force 8 September 2018): such calls need the prior consent of the
 * subscriber to this caller's calls, whoever holds the line. Reg. 21(6) takes them out of reg. 21(1), so
 * the register does not matter once consent is given.
 */
export const claimsManagement = {
  id: 'claims-management',
  codes: {
    'claims-management-no-consent': {
      title: 'A claims management call needs prior consent to this caller',
      law: 'PECR 2003 reg. 21A',
      effect: 'block',
      sentence: 'A claims management call needs prior consent to this caller.',
      settledBy: null,
    },
  },
  findings: (facts) =>
    facts.isMarketing &&
    facts.campaign.sector === 'claims-management' &&
    facts.campaign.channel === 'live-call' &&
    isReachable(facts.point)
      ? [bar('claims-management-no-consent', consentKeys(facts, 'live-call', 'consent-valid'))]
      : NONE,
} satisfies ContactRule;
