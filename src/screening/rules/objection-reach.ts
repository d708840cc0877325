/** Which callers, purposes and channels a recorded objection speaks to. */
import { isCampaignController } from '../campaign.js';
import type { LedgerChannel, ObjectionEntry } from '../evidence.js';
import type { CampaignFacts } from './rule.js';

/**
 * Whether the objection was made to this campaign's controller, for its purpose, on a channel it uses.
 * Nobody named means every caller. An objection to `marketing` is one to direct marketing of any kind
 * (UK GDPR Art. 21(2)).
 */
export function bindsCampaign(entry: ObjectionEntry, facts: CampaignFacts): boolean {
  return (
    (entry.controller === null || isCampaignController(facts.campaign, entry.controller)) &&
    (entry.purposes === 'any' ||
      entry.purposes.includes(facts.campaign.purpose) ||
      entry.purposes.includes('marketing')) &&
    boundChannels(entry, facts).length > 0
  );
}

/** The channels of this campaign that the objection covers: its own, and voicemail where messages are left. */
export function boundChannels(entry: ObjectionEntry, { campaign }: CampaignFacts): readonly LedgerChannel[] {
  const used: LedgerChannel[] = [campaign.channel];
  if (campaign.channel === 'live-call' && campaign.calls.leaves_voicemail === true) used.push('voicemail');
  const { channels } = entry;
  return channels === 'all' ? used : used.filter((channel) => channels.includes(channel));
}
