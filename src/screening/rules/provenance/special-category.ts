import { isAnothersList, isCampaignController, mayListMembers } from '../../campaign.js';
import { mayBeIndividual } from '../../contact.js';
import { bar, closedGate, doubt } from '../../finding.js';
import { type ContactRule, type Facts, NONE } from '../../rule.js';
import { consentKeys } from '../consent/consent.js';
import { isMembershipOfListController } from '../membership/membership.js';

/**
 * May another body's membership list be used that shows what people believe?
 *
 * Membership of a party, a church or a union is special category data. Its condition covers the body
 * itself and its members, former members and regular contacts, on condition that the data is not
 * disclosed outside that body without the consent of the people concerned (UK GDPR Art. 9(2)(d)). A
 * faction, a candidate and a branch with a registration of its own are outside. The bar stands for
 * marketing and anything else; valid consent to this caller opens it. A row that records a membership of a
 * third body waits for a person: a list is not made one's own by calling it so.
 */
export const specialCategory = {
  id: 'special-category',
  codes: {
    'special-category-disclosure': {
      title:
        "Another body's membership list shows what these people believe, and they did not agree to this use",
      law: 'UK GDPR Art. 9(2)(d)',
      effect: 'block',
      sentence: ({ controller }) =>
        `The list shows who is or was a member of ${controller}, and this person has not agreed that anybody else may use it.`,
      settledBy: null,
    },
  },
  findings: (facts) => {
    const { campaign, person } = facts;
    if (isAnothersList(campaign) && campaign.list.controller_kind === null && isMembershipData(facts)) {
      return [closedGate('review', 'campaign-fact-missing', { fact: 'list.controller_kind' })];
    }
    if (!mayBeIndividual(person.subscriberKind)) return NONE;
    const strangers = isOfThirdBody(facts)
      ? [doubt('list-provenance-unknown', { controller: person.membership.controller ?? '' })]
      : NONE;
    if (!isAnothersList(campaign)) return strangers;
    switch (campaign.list.controller_kind) {
      case 'political-party':
      case 'religious-body':
      case 'trade-union':
        return [
          ...strangers,
          bar('special-category-disclosure', consentKeys(facts, campaign.channel, 'consent-valid'), {
            controller: campaign.list.controller,
          }),
        ];
      case 'other':
      case null:
        return strangers;
    }
  },
} satisfies ContactRule;

/** The list may be one of members, or the row says that the person is or was one. */
function isMembershipData({ campaign, person }: Facts): boolean {
  return mayListMembers(campaign.list.source) || saysMember(person);
}

/** A membership of a body that neither makes the contact nor owns the list: how did it come here? */
function isOfThirdBody(facts: Facts): boolean {
  const { campaign, person } = facts;
  const { controller } = person.membership;
  if (controller === null || !saysMember(person)) return false;
  return !isCampaignController(campaign, controller) && !isMembershipOfListController(facts);
}

function saysMember({ membership: { status, endedOn } }: Facts['person']): boolean {
  return endedOn.status !== 'not-recorded' || (status.status === 'recorded' && status.value !== 'none');
}
