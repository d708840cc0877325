/** law.md section 1, "Scope: is it marketing at all (P1)", with product.md, "What is marketing". */
import { membershipOfTheController, membershipOfTheList } from './bodies.js';
import type { Found, World } from './found.js';

export function isMarketing({ campaign }: World): boolean {
  const { purpose } = campaign;
  if (purpose === 'political-campaign') return true;
  if (purpose === 'fundraising') return true;
  if (purpose === 'marketing') return true;
  if (purpose === 'consent-request') return true;
  if (purpose === 'election-address') return campaign.channel !== 'post';
  if (campaign.contains_promotion !== false) return true;
  if (purpose === 'market-research') return campaign.research.answers_reused_for_marketing !== false;
  return false;
}

/** The doubts and positive findings of the scope. */
export function scope(world: World): readonly Found[] {
  const { campaign, person, callDate } = world;
  const found: Found[] = [];
  if (campaign.purpose === 'membership-admin') {
    const membership = membershipOfTheController(world);
    if (membership === 'ended') found.push({ what: 'doubt', code: 'admin-purpose-lapsed-member' });
    else if (membership !== 'current') found.push({ what: 'doubt', code: 'membership-status-unknown' });
    if (membership === 'current' && !isMarketing(world))
      found.push({ what: 'positive', code: 'membership-admin' });
  }
  const { status, endedOn } = person.membership;
  if (status.status === 'unreadable' || endedOn.status === 'unreadable') {
    found.push({ what: 'doubt', code: 'membership-status-unknown' });
  }
  if (
    status.status === 'recorded' &&
    status.value === 'current' &&
    endedOn.status === 'recorded' &&
    endedOn.value <= callDate
  ) {
    found.push({ what: 'doubt', code: 'membership-status-unknown' });
  }
  if (
    campaign.list.source === 'membership' &&
    (status.status !== 'recorded' || membershipOfTheList(world) === 'unknown')
  ) {
    found.push({ what: 'doubt', code: 'membership-status-unknown' });
  }
  if (!isMarketing(world)) {
    if (campaign.purpose === 'service') found.push({ what: 'positive', code: 'not-direct-marketing' });
    if (campaign.purpose === 'debt-recovery') found.push({ what: 'positive', code: 'not-direct-marketing' });
    if (campaign.purpose === 'market-research') found.push({ what: 'positive', code: 'market-research' });
    if (campaign.purpose === 'election-address') found.push({ what: 'positive', code: 'election-address' });
  }
  return found;
}
