/** product.md, "Ledger CSV": which caller, purpose and channels an objection or withdrawal is about. */
import type { LedgerChannel, ObjectionEntry } from '../../../src/screening/evidence.js';
import { isTheController } from './bodies.js';
import type { World } from './found.js';

export function isSaidToThisCampaign(world: World, entry: ObjectionEntry): boolean {
  const { campaign } = world;
  if (entry.controller !== null && !isTheController(campaign, entry.controller)) return false;
  if (channelsBound(world, entry).length === 0) return false;
  if (entry.purposes === 'any' || entry.purposes.length === 0) return true;
  if (entry.purposes.includes(campaign.purpose)) return true;
  if (entry.purposes.includes('marketing')) return true;
  // Business that promotes, or a request to agree again, is the campaigning that was objected to.
  if (campaign.purpose === 'political-campaign') return false;
  if (campaign.purpose === 'fundraising') return false;
  if (campaign.purpose === 'marketing') return false;
  return entry.purposes.includes('political-campaign') || entry.purposes.includes('fundraising');
}

/** Which of the channels that the run uses the entry forbids. */
export function channelsBound({ campaign }: World, entry: ObjectionEntry): readonly LedgerChannel[] {
  const used: LedgerChannel[] = [campaign.channel];
  if (campaign.channel === 'live-call' && campaign.calls.leaves_voicemail === true) used.push('voicemail');
  if (entry.channels === 'all' || entry.channels.length === 0) return used;
  return used.filter((channel) => entry.channels.includes(channel));
}
