/** What a record says of membership, for one body. A status counts for the body it is of, and no other. */
import { isCampaignController, isSameBody } from '../../campaign.js';
import { hasEnded } from '../../contact.js';
import type { Facts } from '../../rule.js';

export type Standing =
  /** A member today. */
  | 'current'
  /** Was a member: lapsed, resigned or expelled. */
  | 'ended'
  /** Readable, and neither: a registered supporter, or nobody's member. */
  | 'no-member'
  | 'unknown';

/** What the person is to the body that owns the list. */
export function standingWithListController(facts: Facts): Standing {
  return isMembershipOfListController(facts) ? standingIn(facts) : 'unknown';
}

/** Whether the membership is one of the body that owns the list, under any name the campaign declares. */
export function isMembershipOfListController({ person, campaign }: Facts): boolean {
  const body = person.membership.controller ?? campaign.list.controller;
  return (
    isSameBody(body, campaign.list.controller) ||
    (isCampaignController(campaign, body) && isCampaignController(campaign, campaign.list.controller))
  );
}

/** What the person is to the body on whose behalf the contact is made. */
export function standingWithCaller(facts: Facts): Standing {
  const body = facts.person.membership.controller ?? facts.campaign.list.controller;
  return isCampaignController(facts.campaign, body) ? standingIn(facts) : 'unknown';
}

function standingIn({ person: { membership }, callDate }: Facts): Standing {
  const { status, endedOn } = membership;
  if (status.status === 'recorded' && status.value === 'current') return 'current';
  // An end that is past is the record of an ended membership, whatever else the row calls the person.
  if (endedOn.status === 'recorded' && endedOn.value <= callDate) return 'ended';
  if (status.status !== 'recorded') return 'unknown';
  return hasEnded(status.value) ? 'ended' : 'no-member';
}
