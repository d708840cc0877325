/**
 * What allowed marketing rests on where it is no live call, in every world: the contract once more, as
 * conditions that each allowed contact meets, written without the rules.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Channel } from '../../src/screening/campaign.js';
import { addMonths, daysBetween, type IsoDate } from '../../src/screening/dates.js';
import type { LedgerChannel } from '../../src/screening/evidence.js';
import type { Facts } from '../../src/screening/rule.js';
import { PARTY, verdictOnFacts } from './facts-for-tests.js';
import { ALIAS, world } from './worlds-for-tests.js';

const allowed = fc
  .sample(world, { seed: 20261125, numRuns: 25_000 })
  .filter(
    (facts) =>
      facts.isMarketing &&
      facts.campaign.channel !== 'live-call' &&
      verdictOnFacts(facts).outcome === 'allowed',
  );

/** Says of each allowed contact on `channels` whether the condition holds; shows the world of the first that fails. */
function expectOfEach(channels: readonly Channel[], condition: (facts: Facts) => boolean): void {
  const asked = allowed.filter(({ campaign }) => channels.includes(campaign.channel));
  expect(asked.length).toBeGreaterThan(15);
  expect(asked.filter((facts) => !condition(facts)).slice(0, 1)).toEqual([]);
}

const MAIL: readonly Channel[] = ['email', 'sms', 'social-dm'];
const OTHERS: readonly Channel[] = [...MAIL, 'automated-call', 'fax', 'post'];

const isParty = (name: string | null): boolean =>
  name !== null &&
  [PARTY, ALIAS].some((own) => own.toLowerCase() === name.replaceAll(/\s+/g, ' ').toLowerCase());
const isPerson = ({ person }: Facts): boolean => person.subscriberKind !== 'corporate';

/** A corporate subscriber whose mailbox is not a person's; of a social account somebody must have said so. */
function isCompany({ person, campaign }: Facts): boolean {
  if (person.subscriberKind !== 'corporate') return false;
  if (person.mailboxKind === 'role' || person.mailboxKind === 'named-work') return true;
  return person.mailboxKind === 'not-recorded' && campaign.channel !== 'social-dm';
}

/** Whether a consent stands that nothing is wanting in, given after `since` where that is asked. */
function hasAgreed(facts: Facts, since: IsoDate | null): boolean {
  const { campaign, callDate, evidence, person } = facts;
  const channel: LedgerChannel = campaign.channel;
  const isForOneLine = channel === 'automated-call' || channel === 'fax';
  const hasWrongNumber = evidence.ledger.some(
    (entry) => entry.record === 'wrong-number' && entry.match.contact,
  );
  return evidence.ledger.some((entry) => {
    if (entry.record !== 'consent' || entry.on === null || hasWrongNumber) return false;
    const holds = entry.match.namesContact
      ? entry.match.contact && !entry.match.otherPerson
      : entry.match.person && !isForOneLine;
    const months = entry.obtained === 'direct' ? campaign.policy.consent_max_age_months : 6;
    const isMember =
      person.membership.status.status === 'recorded' && person.membership.status.value === 'current';
    return (
      holds &&
      isParty(entry.controller) &&
      entry.channels.includes(channel) &&
      entry.purposes.includes(campaign.purpose) &&
      entry.on <= callDate &&
      (since === null || entry.on > since) &&
      addMonths(entry.on, months) >= callDate &&
      entry.withdrawnOn === null &&
      entry.controllerNamed !== false &&
      (entry.obtained === 'direct' ||
        (entry.obtained === 'third-party' &&
          entry.controllerNamed === true &&
          entry.dueDiligence !== null)) &&
      entry.method === 'opt-in' &&
      entry.source !== null &&
      entry.wording !== null &&
      (entry.tiedTo === 'standalone' || isMember)
    );
  });
}

/** Whether a soft opt-in stands that nothing is wanting in. */
function hasSoftOptIn({ campaign, callDate, evidence }: Facts): boolean {
  return evidence.ledger.some((entry) => {
    if (entry.record !== 'soft-opt-in' || entry.obtainedOn === null) return false;
    const isSale =
      (entry.basis === 'sale' || entry.basis === 'negotiation') &&
      ['business', 'charity', 'non-profit'].includes(campaign.controller_kind) &&
      campaign.purpose === 'marketing' &&
      entry.similarProducts === true &&
      campaign.messages.similar_products !== false;
    const isSupport =
      entry.basis === 'charity-support' &&
      campaign.controller_kind === 'charity' &&
      entry.obtainedOn >= '2026-02-05' &&
      entry.soleCharitablePurpose === true &&
      campaign.messages.sole_charitable_purpose !== false;
    return (
      (isSale || isSupport) &&
      entry.match.contact &&
      !entry.match.otherPerson &&
      isParty(entry.obtainedBy) &&
      entry.optOutAtCollection === true &&
      entry.obtainedOn <= callDate
    );
  });
}

test('a message was agreed to, follows a sale or support, or goes to a company', () => {
  expectOfEach(MAIL, (facts) => hasAgreed(facts, null) || hasSoftOptIn(facts) || isCompany(facts));
});

test('a message says how to refuse', () => {
  expectOfEach(MAIL, ({ campaign }) => campaign.messages.opt_out_included === true);
});

test('an automated call was agreed to, names its caller and shows a number', () => {
  expectOfEach(['automated-call'], (facts) => {
    const { number_presented, caller_identified } = facts.campaign.calls;
    return hasAgreed(facts, null) && number_presented === true && caller_identified === true;
  });
});

test('a fax was agreed to or goes to a company, and a fresh copy of its register clears the number', () => {
  expectOfEach(['fax'], (facts) => {
    const copy = facts.evidence.registers.fps;
    if (copy.status === 'not-loaded' || copy.status === 'outside-coverage') return false;
    if (daysBetween(copy.asOf, facts.callDate) > 27) return false;
    const isRecent =
      copy.status === 'listed' &&
      copy.earliestOn !== 'unknown' &&
      daysBetween(copy.earliestOn, facts.callDate) < 28 &&
      facts.campaign.policy.listing_grace === 'allow';
    const isCleared =
      copy.status === 'not-listed' ? copy.asOf <= facts.callDate : isRecent || hasAgreed(facts, null);
    return isCleared && (hasAgreed(facts, null) || isCompany(facts));
  });
});

test('a letter or a direct message goes to somebody whose objection could have been found', () => {
  expectOfEach(['post', 'social-dm'], ({ person: { foundBy }, campaign }) => {
    return foundBy.numberOrEmail || (foundBy.personId && campaign.list.id_system !== null);
  });
});

test('a letter goes to nobody who is with the Mailing Preference Service, or may be', () => {
  expectOfEach(['post'], (facts) => {
    const { mpsListed } = facts.person;
    if (!isPerson(facts) || mpsListed.status === 'not-recorded') return true;
    return mpsListed.status === 'recorded' && !mpsListed.value;
  });
});

test('details that a friend gave are used with the own consent of the person alone', () => {
  expectOfEach([...MAIL, 'automated-call'], (facts) => {
    const { source } = facts.campaign.list;
    const isReferred = source === 'referral' || source === 'volunteer-contacts';
    return !isReferred || !isPerson(facts) || hasAgreed(facts, null);
  });
});

test('no objection stands that a later consent does not answer', () => {
  expectOfEach(OTHERS, (facts) => {
    const { campaign, evidence } = facts;
    if (evidence.list.optOut !== null || evidence.list.optOutWords || evidence.list.unreadFlags.length > 0)
      return false;
    return evidence.ledger.every((entry) => {
      switch (entry.record) {
        case 'consent':
        case 'soft-opt-in':
        case 'wrong-number':
          return true;
        case 'fundraising-preference':
          if (!isPerson(facts)) return true;
          break;
        case 'objection':
        case 'withdrawal':
          break;
      }
      const { match, scope, controller, channels, purposes, on } = entry;
      const isAnotherLine = scope === 'number' && match.namesContact && !match.contact;
      if (isAnotherLine || (!match.contact && !match.person)) return true;
      if (controller !== null && !isParty(controller)) return true;
      if (purposes !== 'any' && !purposes.includes(campaign.purpose) && !purposes.includes('marketing'))
        return true;
      if (channels !== 'all' && !channels.includes(campaign.channel)) return true;
      return on !== null && hasAgreed(facts, on);
    });
  });
});

test('it has a point to reach, in a record that is whole, of nobody who is dead', () => {
  expectOfEach(OTHERS, ({ point, person, evidence }) => {
    const isAlive =
      person.deceased.status === 'not-recorded' ||
      (person.deceased.status === 'recorded' && !person.deceased.value);
    const isReached = point.kind !== 'missing' && point.kind !== 'unreadable' && !person.isMalformed;
    return isReached && isAlive && !evidence.list.deceasedElsewhere && !evidence.list.deceasedWords;
  });
});
