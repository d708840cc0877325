import { isCampaignController } from '../../campaign.js';
import { closedGate } from '../../finding.js';
import { type CampaignRule, NONE } from '../../rule.js';

/**
 * Did another body ask for this contact?
 *
 * Who instigates a call answers for it as the caller does (PECR 2003 reg. 21(1), for messages reg.
 * 22(2)). Consents and objections held for the controller say nothing of the instigator.
 */
export const instigator = {
  id: 'instigator',
  codes: {
    'instigator-not-covered': {
      title: 'Another body asked for this contact and answers for it too',
      law: 'PECR 2003 reg. 21(1) and 22(2): "instigate"',
      effect: 'review',
      sentence: ({ controller }) =>
        `${controller} asked for this contact and answers for it too; nothing here was recorded for it.`,
      settledBy: null,
    },
  },
  findings: ({ campaign }) =>
    campaign.instigator === null || isCampaignController(campaign, campaign.instigator)
      ? NONE
      : [closedGate('review', 'instigator-not-covered', { controller: campaign.instigator })],
} satisfies CampaignRule;
