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
  callDate,
}: World): 'current' | 'ended' | 'other' | 'unknown' {
  const body = person.membership.controller ?? campaign.list.controller;
  if (!isTheController(campaign, body)) return 'unknown';
  return statusOf(person, callDate);
}

/** The same of a membership of the list's controller. */
export function membershipOfTheList({
  campaign,
  person,
  callDate,
}: World): 'current' | 'ended' | 'other' | 'unknown' {
  const body = person.membership.controller ?? campaign.list.controller;
  return isTheListsBody(campaign, body) ? statusOf(person, callDate) : 'unknown';
}

/** Whether the name is that of the list's controller, under any name the campaign declares. */
export function isTheListsBody(campaign: Campaign, name: string): boolean {
  if (plain(name) === plain(campaign.list.controller)) return true;
  return isTheController(campaign, name) && isTheController(campaign, campaign.list.controller);
}

function statusOf(person: World['person'], callDate: string): 'current' | 'ended' | 'other' | 'unknown' {
  const { status, endedOn } = person.membership;
  if (status.status === 'recorded' && status.value === 'current') return 'current';
  if (endedOn.status === 'recorded' && endedOn.value <= callDate) return 'ended';
  if (status.status !== 'recorded') return 'unknown';
  if (status.value === 'lapsed' || status.value === 'resigned' || status.value === 'expelled') return 'ended';
  return 'other';
}

function plain(name: string): string {
  return name.trim().split(/\s+/).join(' ').toLowerCase();
}
