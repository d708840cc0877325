import { doubt } from '../finding.js';
import { standingWithCaller } from './membership.js';
import { type ContactRule, type Facts, NONE } from './rule.js';

/**
 * Is it known whether the membership is current?
 *
 * A house setting: on a membership list, a row without a readable status cannot be judged, and neither
 * can membership business with somebody who is not known to be a member of the caller. A membership
 * called current that has an end in the past contradicts itself.
 */
export const membershipStatus: ContactRule = {
  id: 'membership-status',
  findings: (facts) => (isUnknown(facts) ? [doubt('membership-status-unknown')] : NONE),
};

function isUnknown(facts: Facts): boolean {
  const { campaign, person, callDate } = facts;
  const { status, endedOn } = person.membership;
  if (campaign.list.source === 'membership' && status.status !== 'recorded') return true;
  if (status.status === 'recorded' && status.value === 'current') {
    if (endedOn.status === 'unreadable') return true;
    if (endedOn.status === 'recorded' && endedOn.value <= callDate) return true;
  }
  if (campaign.purpose !== 'membership-admin') return false;
  const standing = standingWithCaller(facts);
  return standing !== 'current' && standing !== 'ended';
}
