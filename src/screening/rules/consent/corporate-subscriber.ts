import { type KeyFinding, opens, unproven } from '../../finding.js';
import type { Codes, Facts } from '../../rule.js';

export const corporateSubscriberCodes = {
  'corporate-subscriber': {
    title: 'A corporate subscriber holds the line or mailbox',
    law: 'PECR 2003 reg. 2(1) and 22(1)',
    effect: 'key',
    sentence: 'A corporate subscriber holds the line or mailbox.',
    settledBy: null,
  },
  'subscriber-kind-unknown': {
    title: 'It is not known whether an individual or a corporate body holds the line or mailbox',
    law: 'PECR 2003 reg. 2(1) and 22(1)',
    effect: 'key',
    sentence: 'It is not known whether an individual or a corporate body holds the line or mailbox.',
    settledBy: ['clear'],
  },
  'personal-mailbox': {
    title: 'The mailbox or account may be a personal one, whoever holds the contract',
    law: 'PECR 2003 reg. 2(1)',
    effect: 'key',
    sentence:
      'The subscriber is corporate, but the mailbox or account may be a personal one: its kind is personal, unreadable or not recorded.',
    settledBy: null,
  },
} satisfies Codes;

/**
 * Does a corporate subscriber hold the line or the mailbox?
 *
 * The rule of prior consent to electronic mail and faxes protects individual subscribers (PECR 2003 reg.
 * 22(1), 20(1)(a), 2(1)): companies, LLPs, Scottish partnerships and public bodies are outside it. Where
 * nobody knows the kind, nobody knows the rule; and a personal mailbox may be held by the person.
 */
export function corporateKeys({ person, campaign }: Facts): readonly KeyFinding[] {
  switch (person.subscriberKind) {
    case 'individual':
    case 'sole-trader':
    case 'partnership':
      return [];
    case 'unknown':
      return [unproven('subscriber-kind-unknown')];
    case 'corporate':
      switch (person.mailboxKind) {
        case 'personal':
        case 'unreadable':
          return [unproven('personal-mailbox')];
        case 'not-recorded':
          // A social account comes with no contract of a company, so somebody must have said whose it is.
          return campaign.channel === 'social-dm'
            ? [unproven('personal-mailbox')]
            : [opens('corporate-subscriber', null)];
        case 'role':
        case 'named-work':
          return [opens('corporate-subscriber', null)];
      }
  }
}
