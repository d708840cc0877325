import type { Channel } from '../../campaign.js';
import { isReachable } from '../../contact.js';
import { bar, type Detail } from '../../finding.js';
import { type ContactRule, NONE } from '../../rule.js';
import { consentKeys } from './consent.js';
import { corporateKeys } from './corporate-subscriber.js';
import { softOptInKeys } from './soft-opt-in.js';

/**
 * May a marketing email, text or direct message be sent to somebody who has not asked for it?
 *
 * Not to an individual subscriber (PECR 2003 reg. 22(2)) unless they have told this sender beforehand that
 * they consent, or the soft opt-in covers the message (reg. 22(3), for charities (3A)). Corporate
 * subscribers are outside (reg. 22(1)). That a number is on no register makes no text lawful.
 */
export const electronicMail = {
  id: 'electronic-mail',
  codes: {
    'no-consent': {
      title: 'Such a message needs prior consent or a soft opt-in, and none is held that covers it',
      law: 'PECR 2003 reg. 22(2); for faxes reg. 20(1)(a)',
      effect: 'block',
      sentence: ({ channel }) =>
        `${messageOf(channel)} to this person needs their consent to this sender${channel === 'fax' ? '' : ', or the soft opt-in'}, and none is held that covers it.`,
      settledBy: null,
    },
  },
  findings: (facts) => {
    const { channel } = facts.campaign;
    return facts.isMarketing && isElectronicMail(channel) && isReachable(facts.point)
      ? [
          bar(
            'no-consent',
            [
              ...consentKeys(facts, channel, 'consent-valid'),
              ...softOptInKeys(facts),
              ...corporateKeys(facts),
            ],
            { channel },
          ),
        ]
      : NONE;
  },
} satisfies ContactRule;

/** Text, voice or image messages that wait for their recipient (reg. 2(1)); messages on voicemail are asked for apart. */
export function isElectronicMail(channel: Channel): boolean {
  switch (channel) {
    case 'email':
    case 'sms':
    case 'social-dm':
      return true;
    case 'live-call':
    case 'automated-call':
    case 'fax':
    case 'post':
      return false;
  }
}

function messageOf(channel: Detail['channel']): string {
  switch (channel) {
    case 'email':
      return 'A marketing email';
    case 'sms':
      return 'A marketing text';
    case 'social-dm':
      return 'A marketing direct message';
    case 'fax':
      return 'A marketing fax';
    case 'live-call':
    case 'automated-call':
    case 'post':
    case undefined:
      return 'Such contact';
  }
}
