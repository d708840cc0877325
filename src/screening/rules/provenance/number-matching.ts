import { mayBeIndividual } from '../../contact.js';
import { closedGate } from '../../finding.js';
import { type ContactRule, NONE } from '../../rule.js';

/**
 * Was the number bought and matched to the person?
 *
 * Adding numbers that people never gave, without their knowledge, is likely unfair (UK GDPR Art.
 * 5(1)(a)). Calls and texts to individuals on such a list wait for a person.
 */
export const numberMatching: ContactRule = {
  id: 'number-matching',
  findings: ({ campaign: { list, channel }, person }) =>
    list.source === 'number-matching' &&
    (channel === 'live-call' || channel === 'sms') &&
    mayBeIndividual(person.subscriberKind)
      ? [closedGate('review', 'number-matched-without-knowledge')]
      : NONE,
};
