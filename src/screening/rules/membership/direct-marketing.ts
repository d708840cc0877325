import { doubt, type Finding, positive } from '../../finding.js';
import { type ContactRule, type Facts, NONE } from '../../rule.js';
import { standingWithCaller } from './membership.js';

/**
 * Is the contact direct marketing at all?
 *
 * Marketing is "the communication (by whatever means) of advertising or marketing material" directed to
 * particular individuals (PECR 2003 reg. 2(1)); it includes the promotion of aims, parties and
 * candidates. Ordinary messages about a membership or a contract, debt recovery and genuine research
 * are outside, until they promote anything. A candidate's election address by post (Representation of the
 * People Act 1983 s. 91) is the one letter that no objection stops. Outside marketing no objection, register or opt-in bar is
 * raised. Membership business with somebody whose membership has ended needs a person's judgement.
 */
export const directMarketing = {
  id: 'direct-marketing',
  codes: {
    'not-direct-marketing': {
      title: 'The contact is not direct marketing',
      law: 'PECR 2003 reg. 2(1)',
      effect: 'positive',
      sentence: 'The contact is not direct marketing.',
      settledBy: null,
    },
    'membership-admin': {
      title: 'Membership business with a current member',
      law: 'PECR 2003 reg. 2(1)',
      effect: 'positive',
      sentence: 'Ordinary membership business with a current member.',
      settledBy: null,
    },
    'market-research': {
      title: 'Research whose answers are not used for marketing',
      law: 'PECR 2003 reg. 2(1)',
      effect: 'positive',
      sentence: 'Research whose answers are not used for marketing.',
      settledBy: null,
    },
    'election-address': {
      title: "A candidate's election address by post, which no objection stops",
      law: 'Representation of the People Act 1983 s. 91',
      effect: 'positive',
      sentence: "A candidate's election address by post, which no objection stops.",
      settledBy: null,
    },
    'admin-purpose-lapsed-member': {
      title: 'Membership business with somebody whose membership has ended',
      law: 'PECR 2003 reg. 2(1)',
      effect: 'review',
      sentence: 'The membership has ended, so this may not be ordinary membership business.',
      settledBy: null,
    },
  },
  findings: (facts) => [...adminFindings(facts), ...(facts.isMarketing ? NONE : outsideMarketing(facts))],
} satisfies ContactRule;

function adminFindings(facts: Facts): readonly Finding[] {
  return facts.campaign.purpose === 'membership-admin' && standingWithCaller(facts) === 'ended'
    ? [doubt('admin-purpose-lapsed-member')]
    : NONE;
}

function outsideMarketing(facts: Facts): readonly Finding[] {
  switch (facts.campaign.purpose) {
    case 'membership-admin':
      return standingWithCaller(facts) === 'current' ? [positive('membership-admin')] : NONE;
    case 'market-research':
      return [positive('market-research')];
    case 'service':
    case 'debt-recovery':
      return [positive('not-direct-marketing')];
    case 'election-address':
      return [positive('election-address')];
    case 'political-campaign':
    case 'fundraising':
    case 'marketing':
    case 'consent-request':
      return NONE;
  }
}
