import { mayBeIndividual } from '../../contact.js';
import { closedGate } from '../../finding.js';
import { type ContactRule, NONE } from '../../rule.js';

/**
 * Was the number bought and matched to the person?
 *
 * Adding numbers that people never gave, without their knowledge, is likely unfair (UK GDPR Art.
 * 5(1)(a)). Calls and texts to individuals on such a list wait for a person.
 */
export const numberMatching = {
  id: 'number-matching',
  codes: {
    'number-matched-without-knowledge': {
      title: 'The number was bought and matched to the person without their knowledge',
      law: 'UK GDPR Art. 5(1)(a)',
      effect: 'review',
      sentence: 'The number was matched to the person by somebody else, without their knowledge.',
      settledBy: null,
    },
  },
  findings: ({ campaign: { list, channel }, person }) =>
    list.source === 'number-matching' &&
    (channel === 'live-call' || channel === 'sms') &&
    mayBeIndividual(person.subscriberKind)
      ? [closedGate('review', 'number-matched-without-knowledge')]
      : NONE,
} satisfies ContactRule;
