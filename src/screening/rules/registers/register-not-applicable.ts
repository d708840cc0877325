import type { Channel } from '../../campaign.js';
import { note } from '../../finding.js';
import { type ContactRule, NONE } from '../../rule.js';
import { isListed } from './registers-asked.js';

/**
 * Does a listing on the TPS or CTPS stop a text, an email or a letter?
 *
 * No: reg. 21 of PECR 2003 is about live calls. It is noted all the same, since who listed a number has
 * said something; and a number that is not listed makes none of these lawful.
 */
export const registerNotApplicable = {
  id: 'register-not-applicable',
  codes: {
    'tps-not-applicable': {
      title: 'The number is on the TPS or CTPS register, which is about live calls only',
      law: 'PECR 2003 reg. 21',
      effect: 'note',
      sentence: 'A number of this person is on the TPS or CTPS register, which is about live calls only.',
      settledBy: null,
    },
  },
  findings: (facts) =>
    facts.isMarketing && isWriting(facts.campaign.channel) && isListed(facts)
      ? [note('tps-not-applicable')]
      : NONE,
} satisfies ContactRule;

function isWriting(channel: Channel): boolean {
  switch (channel) {
    case 'sms':
    case 'email':
    case 'social-dm':
    case 'post':
      return true;
    case 'live-call':
    case 'automated-call':
    case 'fax':
      return false;
  }
}
