import { mayBeIndividual } from '../../contact.js';
import { gateFindings } from '../../declared-fact.js';
import { type ContactRule, type Facts, NONE } from '../../rule.js';

/**
 * Were these people told of this use?
 *
 * They must have been (UK GDPR Art. 13 where they gave the details, Art. 14 where others did). It
 * concerns people: individual subscribers, lines of an unknown kind, and named staff of a corporate one.
 */
export const privacyNotice: ContactRule = {
  id: 'privacy-notice',
  findings: (facts) => (concernsAPerson(facts) ? gateFindings('list.privacy_notice_given', facts) : NONE),
};

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
