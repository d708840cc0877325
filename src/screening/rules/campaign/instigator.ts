import { isCampaignController } from '../../campaign.js';
import { closedGate } from '../../finding.js';
import { type CampaignRule, NONE } from '../../rule.js';

/**
 * Did another body ask for this contact?
 *
 * Who instigates a call answers for it as the caller does (PECR 2003 reg. 21(1), for messages reg.
 * 22(2)). Consents and objections held for the controller say nothing of the instigator.
 */
export const instigator: CampaignRule = {
  id: 'instigator',
  findings: ({ campaign }) =>
    campaign.instigator === null || isCampaignController(campaign, campaign.instigator)
      ? NONE
      : [closedGate('review', 'instigator-not-covered', { controller: campaign.instigator })],
};
