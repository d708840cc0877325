import { mayBeIndividual } from '../../contact.js';
import { gateFindings } from '../../declared-fact.js';
import { type ContactRule, type Facts, NONE } from '../../rule.js';

/**
 * Were these people told of this use?
 *
 * They must have been (UK GDPR Art. 13 where they gave the details, Art. 14 where others did). It
 * concerns people: individual subscribers, lines of an unknown kind, and named staff of a corporate one.
 */
export const privacyNotice = {
  id: 'privacy-notice',
  codes: {
    'privacy-notice-missing': {
      title: 'These people were not told that their details would be used in this way',
      law: 'UK GDPR Art. 13 and 14',
      effect: 'review',
      sentence: 'This person was not told that their details would be used in this way.',
      settledBy: null,
    },
  },
  findings: (facts) => (concernsAPerson(facts) ? gateFindings('list.privacy_notice_given', facts) : NONE),
} satisfies ContactRule;

function concernsAPerson({ person }: Facts): boolean {
  if (mayBeIndividual(person.subscriberKind)) return true;
  switch (person.mailboxKind) {
    case 'named-work':
    case 'personal':
    case 'unreadable':
      return true;
    case 'role':
    case 'not-recorded':
      return false;
  }
}
