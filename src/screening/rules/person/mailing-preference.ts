import { mayBeIndividual } from '../../contact.js';
import { doubt } from '../../finding.js';
import { type ContactRule, type Facts, NONE } from '../../rule.js';

/**
 * Has the person asked the Mailing Preference Service to stop letters?
 *
 * A house setting: the service is voluntary and no law requires it, but it says what the person
 * wants, so that the letter waits for somebody's judgement. A mark that nobody can read is not taken for
 * a no.
 */
export const mailingPreference = {
  id: 'mailing-preference',
  codes: {
    'mps-listed': {
      title: 'The list says that the person is with the Mailing Preference Service',
      law: 'house setting: the service is voluntary',
      effect: 'review',
      sentence: 'The list says that this person has asked the Mailing Preference Service to stop letters.',
      settledBy: null,
    },
  },
  findings: (facts) => (isAsked(facts) ? findingsFor(facts) : NONE),
} satisfies ContactRule;

function isAsked({ isMarketing, campaign, person }: Facts): boolean {
  return isMarketing && campaign.channel === 'post' && mayBeIndividual(person.subscriberKind);
}

function findingsFor({ person: { mpsListed } }: Facts): ReturnType<ContactRule['findings']> {
  switch (mpsListed.status) {
    case 'not-recorded':
      return NONE;
    case 'unreadable':
      return [doubt('flag-unread', { columns: ['mps_listed'] })];
    case 'recorded':
      return mpsListed.value ? [doubt('mps-listed')] : NONE;
  }
}
