import { note } from '../../finding.js';
import { type CampaignRule, NONE } from '../../rule.js';

/**
 * Does a machine choose when to dial?
 *
 * Silent and abandoned calls can be persistent misuse of a network (Communications Act 2003 ss. 128 to
 * 131; Ofcom's policy from 1 March 2017, in which 3% is no safe harbour). A note: screening cannot judge it.
 */
export const predictiveDialler = {
  id: 'predictive-dialler',
  codes: {
    'predictive-dialler-duty': {
      title: 'A predictive dialler brings its own duties on silent and abandoned calls',
      law: 'Communications Act 2003 ss. 128 to 131',
      effect: 'note',
      sentence:
        'A predictive dialler brings its own duties on silent and abandoned calls, which no screening can check.',
      settledBy: null,
    },
  },
  findings: ({ campaign }) =>
    campaign.channel === 'live-call' && campaign.calls.dialler === 'predictive'
      ? [note('predictive-dialler-duty')]
      : NONE,
} satisfies CampaignRule;
