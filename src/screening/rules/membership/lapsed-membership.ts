import { mayBeIndividual } from '../../contact.js';
import { gateFindings } from '../../declared-fact.js';
import { doubt, type Finding } from '../../finding.js';
import { type ContactRule, NONE } from '../../rule.js';
import { standingWithListController } from './membership.js';

/**
 * May people be rung after their membership has ended?
 *
 * Only if members were told that their details would still be used (UK GDPR Art. 5(1)(a) and 13).
 * There is no exemption for "our members or ex-members". Without such a notice, or without an answer,
 * the row waits for a person.
 */
export const lapsedMembership = {
  id: 'lapsed-membership',
  codes: {
    'lapsed-no-post-lapse-notice': {
      title: 'The membership has ended, and members were not told of use after that',
      law: 'UK GDPR Art. 5(1)(a) and 13',
      effect: 'review',
      sentence: 'The membership has ended, and members were not told that their details would still be used.',
      settledBy: null,
    },
  },
  findings: (facts) => {
    if (!mayBeIndividual(facts.person.subscriberKind) || standingWithListController(facts) !== 'ended')
      return NONE;
    return gateFindings('list.post_lapse_notice', facts).map(asDoubt);
  },
} satisfies ContactRule;

/** The fact is one of the campaign, the question one of the row: it is asked of ended memberships only. */
function asDoubt(finding: Finding): Finding {
  return doubt(finding.code, finding.detail);
}
