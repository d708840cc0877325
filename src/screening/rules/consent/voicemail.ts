import { isReachable } from '../../contact.js';
import { bar } from '../../finding.js';
import { type ContactRule, NONE } from '../../rule.js';
import { consentKeys } from './consent.js';
import { corporateKeys } from './corporate-subscriber.js';

/**
 * May a message be left on voicemail?
 *
 * A message stored until the recipient collects it is electronic mail (PECR 2003 reg. 2(1)), and to an
 * individual that needs prior consent (reg. 22(2)), here consent to voicemail. A corporate subscriber's
 * line is outside reg. 22. What is barred is the message: a campaign that leaves none may ring on.
 */
export const voicemail = {
  id: 'voicemail',
  codes: {
    'voicemail-needs-consent': {
      title: 'A message left on voicemail needs prior consent',
      law: 'PECR 2003 reg. 2(1) and 22(2)',
      effect: 'block',
      sentence: 'The campaign leaves messages on voicemail, and this person has not consented to that.',
      settledBy: null,
    },
  },
  findings: (facts) =>
    facts.isMarketing &&
    facts.campaign.channel === 'live-call' &&
    facts.campaign.calls.leaves_voicemail === true &&
    isReachable(facts.point)
      ? [
          bar('voicemail-needs-consent', [
            ...consentKeys(facts, 'voicemail', 'consent-valid'),
            ...corporateKeys(facts),
          ]),
        ]
      : NONE,
} satisfies ContactRule;
