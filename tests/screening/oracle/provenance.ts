/** law.md section 1, "Provenance (P2)", with product.md, "Bars without a key" and the table of declared facts. */
import { isAnothers, isTheController, isTheListsBody, membershipOfTheList } from './bodies.js';
import { isUnder18, monthsLater } from './calendar.js';
import { consentKeys } from './consent.js';
import type { Found, World } from './found.js';
import { isMarketing } from './scope.js';

export function provenance(world: World): readonly Found[] {
  const { campaign, person, callDate, point } = world;
  const { channel, list } = campaign;
  const found: Found[] = [];
  const isIndividual = person.subscriberKind !== 'corporate';
  const { mailboxKind } = person;
  const isNamedStaff =
    mailboxKind === 'named-work' || mailboxKind === 'personal' || mailboxKind === 'unreadable';
  const { status, endedOn, controller } = person.membership;
  const saysMember =
    endedOn.status !== 'not-recorded' || (status.status === 'recorded' && status.value !== 'none');

  // A list may be one of members because a row of it says so.
  if (isAnothers(campaign) && list.controller_kind === null && saysMember) {
    found.push({ what: 'reviewing gate', code: 'campaign-fact-missing' });
  }
  // A membership of a body that neither makes the contact nor owns the list: whence is the record?
  if (
    isIndividual &&
    saysMember &&
    controller !== null &&
    !isTheController(campaign, controller) &&
    !isTheListsBody(campaign, controller)
  ) {
    found.push({ what: 'doubt', code: 'list-provenance-unknown' });
  }
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
    if (list.post_lapse_notice === null) found.push({ what: 'doubt', code: 'campaign-fact-missing' });
    if (list.post_lapse_notice === false) found.push({ what: 'doubt', code: 'lapsed-no-post-lapse-notice' });
  }
  if (isIndividual && membership === 'ended' && list.retention_months_after_lapse !== null) {
    const { endedOn } = person.membership;
    if (endedOn.status !== 'recorded') found.push({ what: 'doubt', code: 'membership-status-unknown' });
    else if (callDate >= monthsLater(endedOn.value, list.retention_months_after_lapse)) {
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
