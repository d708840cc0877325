import { isReachable } from '../../contact.js';
import { bar } from '../../finding.js';
import { type ContactRule, NONE } from '../../rule.js';
import { consentKeys } from './consent.js';

/**
 * May a machine ring and play a recording to somebody who has not asked for it?
 *
 * No, to any subscriber (PECR 2003 reg. 19(1) and (2)): it takes prior consent to such calls from
 * this caller. Consent to live calls, or to contact in general, is none. The TPS is not asked.
 */
export const automatedCalls = {
  id: 'automated-calls',
  codes: {
    'automated-call-no-consent': {
      title: 'An automated call needs prior consent to such calls from this caller',
      law: 'PECR 2003 reg. 19(1) and (2)',
      effect: 'block',
      sentence:
        'An automated call needs consent to automated calls from this caller, and none is held that covers it.',
      settledBy: null,
    },
  },
  findings: (facts) =>
    facts.isMarketing && facts.campaign.channel === 'automated-call' && isReachable(facts.point)
      ? [bar('automated-call-no-consent', consentKeys(facts, 'automated-call', 'consent-valid'))]
      : NONE,
} satisfies ContactRule;
