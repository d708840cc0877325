/** Who is who: product.md, "compared exactly (case and spacing aside), never by likeness". */
import type { World } from './found.js';

type Campaign = World['campaign'];

/** Whether the name is the controller's, or one of its aliases. */
export function isTheController(campaign: Campaign, name: string | null): boolean {
  if (name === null) return false;
  if (plain(name) === plain(campaign.controller)) return true;
  for (const alias of campaign.controller_aliases) {
    if (plain(name) === plain(alias)) return true;
  }
  return false;
}

/** Whether the list is another controller's. */
export function isAnothers(campaign: Campaign): boolean {
  return !isTheController(campaign, campaign.list.controller);
}

/** What the record says of a membership of the controller itself: `unknown` where it says nothing of it. */
export function membershipOfTheController({
  campaign,
  person,
}: World): 'current' | 'ended' | 'other' | 'unknown' {
  const body = person.membership.controller ?? campaign.list.controller;
  if (!isTheController(campaign, body)) return 'unknown';
  return statusOf(person);
}

/** The same of a membership of the list's controller. */
export function membershipOfTheList({ campaign, person }: World): 'current' | 'ended' | 'other' | 'unknown' {
  const body = person.membership.controller ?? campaign.list.controller;
  const isListsBody =
    plain(body) === plain(campaign.list.controller) ||
    (isTheController(campaign, body) && isTheController(campaign, campaign.list.controller));
  return isListsBody ? statusOf(person) : 'unknown';
}

function statusOf(person: World['person']): 'current' | 'ended' | 'other' | 'unknown' {
  const status = person.membership.status;
  if (status.status !== 'recorded') return 'unknown';
  if (status.value === 'current') return 'current';
  if (status.value === 'lapsed' || status.value === 'resigned' || status.value === 'expelled') return 'ended';
  return 'other';
}

function plain(name: string): string {
  return name.trim().split(/\s+/).join(' ').toLowerCase();
}
