import { mayBeIndividual } from '../../contact.js';
import { bar } from '../../finding.js';
import { type ContactRule, NONE } from '../../rule.js';

/**
 * May details given for casework be used for marketing?
 *
 * No (UK GDPR Art. 5(1)(b)): who asked an elected representative for help did not ask for campaign
 * calls. No key opens this bar.
 */
export const casework = {
  id: 'casework',
  codes: {
    'casework-data-reuse': {
      title: 'The details were given for casework and may not be used for marketing',
      law: 'UK GDPR Art. 5(1)(b)',
      effect: 'block',
      sentence: 'The details were given for casework and may not be used for marketing.',
      settledBy: null,
    },
  },
  findings: ({ campaign, isMarketing, person }) =>
    isMarketing && campaign.list.source === 'casework' && mayBeIndividual(person.subscriberKind)
      ? [bar('casework-data-reuse', [])]
      : NONE,
} satisfies ContactRule;
