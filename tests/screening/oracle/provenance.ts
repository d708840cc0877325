/** law.md section 1, "Provenance (P2)", with product.md, "Bars without a key" and the table of declared facts. */
import { isAnothers, membershipOfTheList } from './bodies.js';
import { isMoreThanMonthsAgo, isUnder18 } from './calendar.js';
import { consentKeys } from './consent.js';
import type { Found, World } from './found.js';
import { isMarketing } from './scope.js';

export function provenance(world: World): readonly Found[] {
  const { campaign, person, callDate, point } = world;
  const { channel, list } = campaign;
  const found: Found[] = [];
  const isIndividual = person.subscriberKind !== 'corporate';
  const isNamedStaff = person.mailboxKind === 'named-work' || person.mailboxKind === 'personal';
  const membership = membershipOfTheList(world);

  if (list.authorised === false) found.push({ what: 'blocking gate', code: 'list-unauthorised' });
  if (
    isIndividual &&
    isAnothers(campaign) &&
    (list.controller_kind === 'political-party' ||
      list.controller_kind === 'religious-body' ||
      list.controller_kind === 'trade-union')
  ) {
    found.push({ what: 'bar', code: 'special-category-disclosure', keys: consentKeys(world, [channel]) });
  }
  if (list.source === null || list.source === 'unknown') {
    found.push({ what: 'reviewing gate', code: 'list-provenance-unknown' });
  }
  if (isIndividual || isNamedStaff) {
    if (list.privacy_notice_given === null)
      found.push({ what: 'reviewing gate', code: 'campaign-fact-missing' });
    if (list.privacy_notice_given === false)
      found.push({ what: 'reviewing gate', code: 'privacy-notice-missing' });
  }
  if (isIndividual && list.source === 'number-matching' && (channel === 'live-call' || channel === 'sms')) {
    found.push({ what: 'reviewing gate', code: 'number-matched-without-knowledge' });
  }
  if (isIndividual && list.source === 'casework' && isMarketing(world)) {
    found.push({ what: 'bar', code: 'casework-data-reuse', keys: [] });
  }
  if (
    isIndividual &&
    (list.source === 'referral' || list.source === 'volunteer-contacts') &&
    (channel === 'email' || channel === 'sms' || channel === 'social-dm' || channel === 'automated-call') &&
    point.kind !== 'missing' &&
    point.kind !== 'unreadable'
  ) {
    found.push({ what: 'bar', code: 'referral-no-consent', keys: consentKeys(world, [channel]) });
  }
  if (isIndividual && membership === 'ended' && (channel === 'live-call' || channel === 'post')) {
    if (list.post_lapse_notice === null)
      found.push({ what: 'reviewing gate', code: 'campaign-fact-missing' });
    if (list.post_lapse_notice === false) found.push({ what: 'doubt', code: 'lapsed-no-post-lapse-notice' });
  }
  if (isIndividual && membership === 'ended' && list.retention_months_after_lapse !== null) {
    const { endedOn } = person.membership;
    if (endedOn.status !== 'recorded') found.push({ what: 'doubt', code: 'membership-status-unknown' });
    else if (isMoreThanMonthsAgo(endedOn.value, list.retention_months_after_lapse, callDate)) {
      found.push({ what: 'bar', code: 'retention-exceeded', keys: [] });
    }
  }
  if (isIndividual && person.dateOfBirth.status === 'unreadable')
    found.push({ what: 'doubt', code: 'child-contact' });
  if (
    isIndividual &&
    person.dateOfBirth.status === 'recorded' &&
    isUnder18(person.dateOfBirth.value, callDate)
  ) {
    found.push({ what: 'doubt', code: 'child-contact' });
  }
  return found;
}
