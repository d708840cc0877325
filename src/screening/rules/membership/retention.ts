import { mayBeIndividual, recordedValue } from '../../contact.js';
import { addDays, addMonths, type IsoDate } from '../../dates.js';
import { bar, doubt } from '../../finding.js';
import { type ContactRule, type Facts, NONE } from '../../rule.js';
import { standingWithListController } from './membership.js';

/**
 * Should the details of this former member still be held?
 *
 * No longer than is needed (UK GDPR Art. 5(1)(e)), and no longer than the controller itself has stated.
 * The stated months run from the day the membership ended; on the day they are over the data is to be
 * gone but for a suppression entry. No stated retention, no finding. No key opens this bar.
 */
export const retention = {
  id: 'retention',
  codes: {
    'retention-exceeded': {
      title: 'The membership ended longer ago than the stated retention period',
      law: 'UK GDPR Art. 5(1)(e)',
      effect: 'block',
      sentence: ({ until }) =>
        `The membership ended so long ago that the stated retention period was over on ${until}.`,
      settledBy: null,
    },
  },
  findings: (facts) => {
    if (!isHeldAfterMembership(facts)) return NONE;
    const endsOn = retentionEndsOn(facts);
    if (endsOn === null) return [doubt('membership-status-unknown', { missing: ['membership_ended_on'] })];
    return facts.callDate > endsOn ? [bar('retention-exceeded', [], { until: endsOn })] : NONE;
  },
  endsOn: retentionEndsOn,
} satisfies ContactRule;

/** The last day of the stated retention of this former member's details; null where none is known. */
function retentionEndsOn(facts: Facts): IsoDate | null {
  const months = facts.campaign.list.retention_months_after_lapse;
  const endedOn = recordedValue(facts.person.membership.endedOn);
  if (months === null || endedOn === null || !isHeldAfterMembership(facts)) return null;
  return addDays(addMonths(endedOn, months), -1);
}

function isHeldAfterMembership(facts: Facts): boolean {
  return (
    facts.campaign.list.retention_months_after_lapse !== null &&
    mayBeIndividual(facts.person.subscriberKind) &&
    standingWithListController(facts) === 'ended'
  );
}
