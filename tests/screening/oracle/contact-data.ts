/** law.md section 1, "Contact data (P3)", with the house codes of product.md on records and their text. */
import type { Found, World } from './found.js';

export function contactData(world: World): readonly Found[] {
  const { campaign, person, point, evidence } = world;
  const found: Found[] = [];
  const doubt = (code: string): number => found.push({ what: 'doubt', code });

  if (point.kind === 'missing') doubt('contact-detail-missing');
  if (point.kind === 'unreadable') doubt(point.problem);
  if (point.kind === 'number') {
    if (point.numberStatus.kind === 'invalid') doubt('number-invalid');
    if (point.numberStatus.kind === 'not-callable') doubt('number-kind-not-callable');
    if (point.numberStatus.kind === 'crown-dependency') doubt('crown-dependency-number');
    if (point.numberStatus.kind === 'non-uk') doubt('non-uk-number');
  }
  if (campaign.channel === 'post' || campaign.channel === 'social-dm') {
    const isKnownById = person.foundBy.personId && campaign.list.id_system !== null;
    if (!person.foundBy.numberOrEmail && !isKnownById) doubt('contact-detail-missing');
  }
  if (person.isMalformed) doubt('record-malformed');
  if (evidence.list.unreadFlags.length > 0 || evidence.list.isDeathUnread) doubt('flag-unread');
  if (person.deceased.status === 'unreadable') doubt('flag-unread');
  if (evidence.list.optOutWords || evidence.list.deceasedWords) doubt('opt-out-in-text');

  if (evidence.list.deceasedElsewhere || (person.deceased.status === 'recorded' && person.deceased.value)) {
    found.push({ what: 'bar', code: 'deceased', keys: [] });
  }
  return found;
}
