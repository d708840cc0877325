/** law.md section 1, "Objections (P4)", with promise 4 and "Ledger CSV" of product.md. */
import type { LedgerChannel, ObjectionEntry } from '../../../src/screening/evidence.js';
import { consentsTo } from './consent.js';
import type { Found, FoundKey, World } from './found.js';
import { channelsBound, isSaidToThisCampaign } from './said-to-campaign.js';
import { isMarketing } from './scope.js';

export function objections(world: World): readonly Found[] {
  if (!isMarketing(world)) return [];
  const { campaign, person, evidence } = world;
  const found: Found[] = [];

  for (const code of [
    'objection-number',
    'objection-person',
    'consent-withdrawn',
    'fundraising-preference-suppressed',
  ]) {
    if (code === 'objection-number' && evidence.list.optOut === 'number')
      found.push({ what: 'bar', code, keys: [] });
    if (code === 'objection-person' && evidence.list.optOut === 'person')
      found.push({ what: 'bar', code, keys: [] });
    for (const entry of evidence.ledger) {
      if (entry.record === 'consent' || entry.record === 'wrong-number' || entry.record === 'soft-opt-in')
        continue;
      if (codeOf(entry) !== code) continue;
      const channels = channelsBound(world, entry);
      if (channels.length === 0) continue;
      if (!binds(world, entry)) continue;
      found.push({ what: 'bar', code, keys: laterConsent(world, entry, channels) });
    }
  }
  if (campaign.channel === 'post' && person.subscriberKind !== 'corporate') {
    if (person.mpsListed.status === 'unreadable') found.push({ what: 'doubt', code: 'flag-unread' });
    if (person.mpsListed.status === 'recorded' && person.mpsListed.value) {
      found.push({ what: 'doubt', code: 'mps-listed' });
    }
  }
  return found;
}

function codeOf(entry: ObjectionEntry): string {
  if (entry.record === 'withdrawal') return 'consent-withdrawn';
  if (entry.record === 'fundraising-preference') return 'fundraising-preference-suppressed';
  return entry.match.contact && entry.scope !== 'person' ? 'objection-number' : 'objection-person';
}

function binds(world: World, entry: ObjectionEntry): boolean {
  const { campaign } = world;
  if (!isSaidToThisCampaign(world, entry)) return false;
  if (entry.match.contact) return true;
  if (!entry.match.person) return false;
  if (entry.scope !== 'number') return true;
  // It binds a line that it does not name: all lines of the person.
  if (!entry.match.namesNumber) return true;
  // No line is reached by a letter or a direct message: an entry that names these binds the person.
  return (
    (campaign.channel === 'post' || campaign.channel === 'social-dm') &&
    entry.channels !== 'all' &&
    entry.channels.includes(campaign.channel)
  );
}

/** A fully proven consent of a later day for every channel that the objection forbids. */
function laterConsent(
  world: World,
  entry: ObjectionEntry,
  channels: readonly LedgerChannel[],
): readonly FoundKey[] {
  const objectedOn = entry.on;
  if (objectedOn === null) return [];
  for (const channel of channels) {
    const isLifted = consentsTo(world, [channel]).some(
      ({ consent, keys }) =>
        keys.every(({ key }) => key === 'opens') && consent.on !== null && consent.on > objectedOn,
    );
    if (!isLifted) return [];
  }
  return [{ key: 'opens', code: 'objection-superseded-by-consent' }];
}
