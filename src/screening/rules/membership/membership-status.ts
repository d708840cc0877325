import { recordedValue } from '../../contact.js';
import { addDays, type IsoDate } from '../../dates.js';
import { doubt } from '../../finding.js';
import { type ContactRule, type Facts, NONE } from '../../rule.js';
import { isMembershipOfListController, standingWithCaller } from './membership.js';

/**
 * Is it known whether the membership is current?
 *
 * A house setting: on a membership list, a row without a readable status cannot be judged, and neither
 * can membership business with somebody who is not known to be a member of the caller. On any list, a
 * status or an end date that nobody can read may be that of a lapsed member, and a membership called
 * current that has an end in the past contradicts itself.
 */
export const membershipStatus = {
  id: 'membership-status',
  codes: {
    'membership-status-unknown': {
      title: 'It is not known whether the membership is current',
      law: 'house setting',
      effect: 'review',
      sentence: ({ missing }) =>
        missing === undefined
          ? 'It is not known whether the membership is current.'
          : 'It is not known when the membership ended, so the retention period cannot be reckoned.',
      settledBy: null,
    },
  },
  findings: (facts) => (isUnknown(facts) ? [doubt('membership-status-unknown')] : NONE),
  endsOn: dayBeforeTheEnd,
} satisfies ContactRule;

function isUnknown(facts: Facts): boolean {
  const { campaign, person, callDate } = facts;
  const { status, endedOn } = person.membership;
  if (status.status === 'unreadable' || endedOn.status === 'unreadable') return true;
  if (campaign.list.source === 'membership' && !isStatusRecorded(facts)) return true;
  if (isCurrent(facts) && endedOn.status === 'recorded' && endedOn.value <= callDate) return true;
  if (campaign.purpose !== 'membership-admin') return false;
  const standing = standingWithCaller(facts);
  return standing !== 'current' && standing !== 'ended';
}

/** A status counts for the body it is of: of another's membership, the list's own status is not recorded. */
function isStatusRecorded(facts: Facts): boolean {
  return facts.person.membership.status.status === 'recorded' && isMembershipOfListController(facts);
}

/** The last day before a membership ends whose end is still to come; null where none is stated. */
function dayBeforeTheEnd({ person, callDate }: Facts): IsoDate | null {
  const endedOn = recordedValue(person.membership.endedOn);
  return endedOn !== null && endedOn > callDate ? addDays(endedOn, -1) : null;
}

function isCurrent({ person }: Facts): boolean {
  const { status } = person.membership;
  return status.status === 'recorded' && status.value === 'current';
}
