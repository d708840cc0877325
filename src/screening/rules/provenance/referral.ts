import type { Channel } from '../../campaign.js';
import { isReachable, mayBeIndividual } from '../../contact.js';
import { bar } from '../../finding.js';
import { type ContactRule, NONE } from '../../rule.js';
import { consentKeys } from '../consent/consent.js';

/**
 * May somebody be written to whose details a friend or a volunteer gave?
 *
 * Not by email, text, direct message or automated call without their own consent (PECR 2003 reg. 22(2),
 * 19; who asks a volunteer to send instigates the message). A friend's word is no consent. The bar stands
 * for marketing and anything else, like the other questions of where a list comes from.
 */
export const referral = {
  id: 'referral',
  codes: {
    'referral-no-consent': {
      title: 'Somebody else gave the details, and the person has not agreed to such contact',
      law: 'PECR 2003 reg. 22(2) and 19',
      effect: 'block',
      sentence:
        'A friend or volunteer gave these details, and the person has not agreed to such contact themselves.',
      settledBy: null,
    },
  },
  findings: (facts) => {
    const { channel, list } = facts.campaign;
    const isReferred = list.source === 'referral' || list.source === 'volunteer-contacts';
    return isReferred &&
      needsOwnConsent(channel) &&
      mayBeIndividual(facts.person.subscriberKind) &&
      isReachable(facts.point)
      ? [bar('referral-no-consent', consentKeys(facts, channel, 'consent-valid'))]
      : NONE;
  },
} satisfies ContactRule;

function needsOwnConsent(channel: Channel): boolean {
  switch (channel) {
    case 'email':
    case 'sms':
    case 'social-dm':
    case 'automated-call':
      return true;
    case 'live-call':
    case 'fax':
    case 'post':
      return false;
  }
}
