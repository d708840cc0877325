/** What a record says of membership, for one body. A status counts for the body it is of, and no other. */
import { isCampaignController, isSameBody } from '../campaign.js';
import { hasEnded } from '../contact.js';
import type { Facts } from './rule.js';

export type Standing =
  /** A member today. */
  | 'current'
  /** Was a member: lapsed, resigned or expelled. */
  | 'ended'
  /** Readable, and neither: a registered supporter, or nobody's member. */
  | 'no-member'
  | 'unknown';

/** How the person stands to the body that owns the list. */
export function standingWithListController({ person, campaign }: Facts): Standing {
  const { controller } = person.membership;
  return controller === null || isSameBody(controller, campaign.list.controller)
    ? standingIn(person)
    : 'unknown';
}

/** How the person stands to the body on whose behalf the contact is made. */
export function standingWithCaller({ person, campaign }: Facts): Standing {
  const body = person.membership.controller ?? campaign.list.controller;
  return isCampaignController(campaign, body) ? standingIn(person) : 'unknown';
}

function standingIn({ membership }: Facts['person']): Standing {
  if (membership.status.status !== 'recorded') {
    // An end date without a status is the record of an ended membership.
    return membership.endedOn.status === 'recorded' ? 'ended' : 'unknown';
  }
  if (membership.status.value === 'current') return 'current';
  return hasEnded(membership.status.value) ? 'ended' : 'no-member';
}
