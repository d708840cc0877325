import { positive } from '../../finding.js';
import { type ContactRule, NONE } from '../../rule.js';

/**
 * Does a marketing letter need anybody's leave?
 *
 * PECR 2003 says nothing of post, so that a letter needs no consent. An objection stops it (UK GDPR Art.
 * 21(2) and (3)), and so does every gate and bar that asks where the list comes from; those are asked
 * elsewhere. What is said here is that nothing else bars it.
 */
export const post = {
  id: 'post',
  codes: {
    'post-open': {
      title: 'A letter needs no consent, and no register binds it',
      law: 'PECR 2003 says nothing of post',
      effect: 'positive',
      sentence: 'A letter needs no consent, and no register binds it.',
      settledBy: null,
    },
  },
  findings: ({ isMarketing, campaign, point }) =>
    isMarketing && campaign.channel === 'post' && point.kind === 'postal-address'
      ? [positive('post-open')]
      : NONE,
} satisfies ContactRule;
