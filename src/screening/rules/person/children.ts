import { mayBeIndividual } from '../../contact.js';
import { birthday } from '../../dates.js';
import { doubt } from '../../finding.js';
import { ADULT_AGE } from '../../law.js';
import { type ContactRule, NONE } from '../../rule.js';

/**
 * Is the person under 18 on the day of the contact?
 *
 * Contact with children is not forbidden, but needs an assessment first (UK GDPR recital 38, Art.
 * 6(1)(f)). A date of birth that nobody can read leaves the question open. From the eighteenth birthday
 * on there is no finding.
 */
export const children = {
  id: 'children',
  codes: {
    'child-contact': {
      title: 'The person is under 18, or their age cannot be read',
      law: 'UK GDPR recital 38 and Art. 6(1)(f)',
      effect: 'review',
      sentence: ({ missing }) =>
        missing === undefined
          ? 'The person is under 18 on the day of the contact.'
          : 'The date of birth cannot be read, so the person may be under 18.',
      settledBy: ['clear'],
    },
  },
  findings: ({ person, callDate }) => {
    if (!mayBeIndividual(person.subscriberKind)) return NONE;
    switch (person.dateOfBirth.status) {
      case 'not-recorded':
        return NONE;
      case 'unreadable':
        return [doubt('child-contact', { missing: ['date_of_birth'] })];
      case 'recorded':
        return callDate < birthday(person.dateOfBirth.value, ADULT_AGE.value)
          ? [doubt('child-contact')]
          : NONE;
    }
  },
} satisfies ContactRule;
