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
export const children: ContactRule = {
  id: 'children',
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
};
