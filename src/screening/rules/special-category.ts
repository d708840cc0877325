import { isAnothersList } from '../campaign.js';
import { mayBeIndividual } from '../contact.js';
import { bar, closedGate } from '../finding.js';
import { consentKeys } from './consent.js';
import { type ContactRule, type Facts, NONE } from './rule.js';

/**
 * May another body's membership list be used that shows what people believe?
 *
 * Membership of a party, a church or a union is special category data. Its condition covers the body
 * itself and its members, former members and regular contacts, on condition that the data is not
 * disclosed outside that body without the consent of the people concerned (UK GDPR Art. 9(2)(d)). A
 * faction, a candidate and a branch with a registration of its own are outside. The bar stands for
 * marketing and anything else; valid consent to this caller opens it.
 */
export const specialCategory: ContactRule = {
  id: 'special-category',
  findings: (facts) => {
    const { campaign, person } = facts;
    if (!isAnothersList(campaign) || !mayBeIndividual(person.subscriberKind)) return NONE;
    switch (campaign.list.controller_kind) {
      case 'political-party':
      case 'religious-body':
      case 'trade-union':
        return [
          bar('special-category-disclosure', consentKeys(facts, campaign.channel, 'consent-valid'), {
            controller: campaign.list.controller,
          }),
        ];
      case 'other':
        return NONE;
      case null:
        return isMembershipData(facts)
          ? [closedGate('review', 'campaign-fact-missing', { fact: 'list.controller_kind' })]
          : NONE;
    }
  },
};

/** The list is declared as a membership list, or the row says that the person is or was a member. */
function isMembershipData({ campaign, person }: Facts): boolean {
  if (campaign.list.source === 'membership') return true;
  return person.membership.status.status === 'recorded' && person.membership.status.value !== 'none';
}
