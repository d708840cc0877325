import { bar } from '../../finding.js';
import { type ContactRule, NONE } from '../../rule.js';

/**
 * Is the person dead?
 *
 * A house setting: nobody is to be rung who is recorded as dead, in this row or in another one of the
 * same person. No key opens this bar, and it holds for contact of every purpose.
 */
export const deceased = {
  id: 'deceased',
  codes: {
    deceased: {
      title: 'The person is recorded as dead',
      law: 'house setting',
      effect: 'block',
      sentence: 'The person is recorded as dead.',
      settledBy: null,
    },
  },
  findings: ({ person, evidence }) =>
    (person.deceased.status === 'recorded' && person.deceased.value) || evidence.list.deceasedElsewhere
      ? [bar('deceased', [])]
      : NONE,
} satisfies ContactRule;
