/** Which callers, purposes and channels a recorded objection speaks to. */
import { isCampaignController, type Purpose } from '../../campaign.js';
import type { LedgerChannel, ObjectionEntry } from '../../evidence.js';
import type { CampaignFacts } from '../../rule.js';

/**
 * Whether the objection was made to this campaign's controller, for its purpose, on a channel it uses.
 * Nobody named means every caller. An objection to `marketing` is one to direct marketing of any kind
 * (UK GDPR Art. 21(2)).
 */
export function bindsCampaign(entry: ObjectionEntry, facts: CampaignFacts): boolean {
  return (
    (entry.controller === null || isCampaignController(facts.campaign, entry.controller)) &&
    coversPurpose(entry.purposes, facts.campaign.purpose) &&
    boundChannels(entry, facts).length > 0
  );
}

/** What the objection is to. It is asked of marketing only, of which every purpose is one once it promotes. */
function coversPurpose(objectedTo: ObjectionEntry['purposes'], purpose: Purpose): boolean {
  if (objectedTo === 'any' || objectedTo.length === 0) return true;
  if (objectedTo.includes(purpose) || objectedTo.includes('marketing')) return true;
  switch (purpose) {
    case 'political-campaign':
    case 'fundraising':
    case 'marketing':
      return false;
    case 'consent-request':
    case 'membership-admin':
    case 'service':
    case 'market-research':
    case 'debt-recovery':
    case 'election-address':
      // Asking again, or promoting under another name, is what was objected to.
      return objectedTo.some((objected) => objected === 'political-campaign' || objected === 'fundraising');
  }
}

/** The channels of this campaign that the objection covers: its own, and voicemail where messages are left. */
export function boundChannels(entry: ObjectionEntry, { campaign }: CampaignFacts): readonly LedgerChannel[] {
  const used: LedgerChannel[] = [campaign.channel];
  if (campaign.channel === 'live-call' && campaign.calls.leaves_voicemail === true) used.push('voicemail');
  const { channels } = entry;
  return channels === 'all' || channels.length === 0
    ? used
    : used.filter((channel) => channels.includes(channel));
}
