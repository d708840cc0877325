/**
 * What an allowed call rests on, in every world: the contract once more, as conditions that each
 * allowed marketing call meets, written without the rules.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, birthday, daysBetween, type IsoDate } from '../../src/screening/dates.js';
import { CALL_REGISTERS, type LedgerChannel } from '../../src/screening/evidence.js';
import type { Facts } from '../../src/screening/rule.js';
import { PARTY, verdictOnFacts } from './facts-for-tests.js';
import { ALIAS, world, worldOfSecondThoughts } from './worlds-for-tests.js';

const calls = fc
  .sample(fc.oneof({ weight: 4, arbitrary: world }, { weight: 1, arbitrary: worldOfSecondThoughts }), {
    seed: 20261124,
    numRuns: 15_000,
  })
  .filter(
    (facts) =>
      facts.isMarketing &&
      facts.campaign.channel === 'live-call' &&
      verdictOnFacts(facts).outcome === 'allowed',
  );

/** Says of each allowed call whether the condition holds; names what the call fails, with its world. */
function expectOfEach(condition: (facts: Facts) => boolean): void {
  expect(calls.filter((facts) => !condition(facts)).slice(0, 1)).toEqual([]);
}

const isParty = (name: string | null): boolean =>
  name !== null &&
  [PARTY, ALIAS].some((own) => own.toLowerCase() === name.replaceAll(/\s+/g, ' ').toLowerCase());
const isPerson = ({ person }: Facts): boolean => person.subscriberKind !== 'corporate';

/** Whether a consent stands that nothing is wanting in, given after `since` where that is asked. */
function hasAgreed(facts: Facts, channel: LedgerChannel, since: IsoDate | null): boolean {
  const { campaign, callDate, evidence, person } = facts;
  return evidence.ledger.some((entry) => {
    if (entry.record !== 'consent' || entry.on === null) return false;
    const months = entry.obtained === 'direct' ? campaign.policy.consent_max_age_months : 6;
    const isIndirectlySound = entry.controllerNamed === true && entry.dueDiligence !== null;
    const isMember =
      person.membership.status.status === 'recorded' && person.membership.status.value === 'current';
    return (
      entry.match.contact &&
      !entry.match.otherPerson &&
      isParty(entry.controller) &&
      entry.channels.includes(channel) &&
      entry.purposes.includes(campaign.purpose) &&
      entry.on <= callDate &&
      (since === null || entry.on > since) &&
      addMonths(entry.on, months) >= callDate &&
      entry.withdrawnOn === null &&
      (entry.obtained === 'direct' || (entry.obtained === 'third-party' && isIndirectlySound)) &&
      entry.method === 'opt-in' &&
      entry.source !== null &&
      entry.wording !== null &&
      (entry.tiedTo === 'standalone' || isMember)
    );
  });
}

test('enough calls are allowed for what follows to mean something', () => {
  expect(calls.length).toBeGreaterThan(1000);
});

test('it shows a number and names its caller', () => {
  expectOfEach(
    ({ campaign }) => campaign.calls.number_presented === true && campaign.calls.caller_identified === true,
  );
});

test('its controller acts for itself, or through a processor under contract in a declared country', () => {
  expectOfEach(({ campaign: { instigator, processor } }) => {
    const isCovered = processor === null || (processor.contract !== null && processor.country === 'UK');
    return (instigator === null || isParty(instigator)) && isCovered;
  });
});

test('it falls into no moratorium', () => {
  expectOfEach(({ campaign, callDate }) =>
    campaign.moratoria.every(
      ({ from, to, exempt_purposes }) =>
        callDate < from || callDate > to || exempt_purposes.includes(campaign.purpose),
    ),
  );
});

test('its list is its own, or used with an authority on record, and nobody has refused', () => {
  expectOfEach(({ campaign: { list }, callDate }) => {
    if (isParty(list.controller)) return list.authorised !== false;
    return list.authorised === true && list.authorisation !== null && list.authorisation.on <= callDate;
  });
});

test('its list comes from somewhere, and people were told of the use', () => {
  expectOfEach((facts) => {
    const { source, privacy_notice_given } = facts.campaign.list;
    if (source === null || source === 'unknown') return false;
    if (!isPerson(facts)) return true;
    return source !== 'casework' && source !== 'number-matching' && privacy_notice_given === true;
  });
});

test('it uses no membership list of belief, unless the person agreed', () => {
  expectOfEach((facts) => {
    const { list } = facts.campaign;
    if (isParty(list.controller) || list.controller_kind === 'other' || !isPerson(facts)) return true;
    return list.source !== 'membership' || hasAgreed(facts, 'live-call', null);
  });
});

test('it reaches a number that can be rung, of a record that is whole', () => {
  expectOfEach(
    ({ point, person }) =>
      point.kind === 'number' && point.numberStatus.kind === 'callable' && !person.isMalformed,
  );
});

test('it reaches nobody who is dead, or may be', () => {
  expectOfEach(({ person, evidence }) => {
    const isAlive =
      person.deceased.status === 'not-recorded' ||
      (person.deceased.status === 'recorded' && !person.deceased.value);
    return isAlive && !evidence.list.deceasedElsewhere && !evidence.list.deceasedWords;
  });
});

test('it reaches no child, nor a person who may be one', () => {
  expectOfEach((facts) => {
    const { dateOfBirth } = facts.person;
    if (!isPerson(facts) || dateOfBirth.status === 'not-recorded') return true;
    return dateOfBirth.status === 'recorded' && birthday(dateOfBirth.value, 18) <= facts.callDate;
  });
});

test('it reaches former members within the retention only, and if they were told', () => {
  expectOfEach((facts) => {
    const { list } = facts.campaign;
    const { status, controller, endedOn } = facts.person.membership;
    const isOfListOwner =
      controller === null ||
      controller === list.controller ||
      (isParty(controller) && isParty(list.controller));
    if (!isPerson(facts) || !isOfListOwner || status.status !== 'recorded') return true;
    if (!['lapsed', 'resigned', 'expelled'].includes(status.value)) return true;
    const months = list.retention_months_after_lapse;
    const isKept =
      months === null || (endedOn.status === 'recorded' && facts.callDate < addMonths(endedOn.value, months));
    return isKept && list.post_lapse_notice === true;
  });
});

test('it reaches nobody whose membership cannot be read', () => {
  expectOfEach(({ campaign, person: { membership } }) => {
    if (membership.status.status === 'unreadable' || membership.endedOn.status === 'unreadable') return false;
    return campaign.list.source !== 'membership' || membership.status.status === 'recorded';
  });
});

test('the list says nothing against it', () => {
  expectOfEach(
    ({ evidence: { list } }) => list.optOut === null && list.unreadFlags.length === 0 && !list.optOutWords,
  );
});

test('the number is in neither file of a fresh copy, or the person agreed, or was listed of late', () => {
  expectOfEach((facts) => {
    const { campaign, callDate, evidence, person } = facts;
    if (campaign.sector === 'claims-management') return true;
    if (campaign.sector === 'pensions' && isPerson(facts) && person.subscriberKind !== 'unknown') return true;
    return CALL_REGISTERS.every((register) => {
      const copy = evidence.registers[register];
      if (copy.status === 'not-loaded' || copy.status === 'outside-coverage') return false;
      if (daysBetween(copy.asOf, callDate) > 27) return false;
      if (copy.status === 'not-listed') return copy.asOf <= callDate;
      const isRecent = copy.earliestOn !== 'unknown' && daysBetween(copy.earliestOn, callDate) < 28;
      return hasAgreed(facts, 'live-call', null) || (isRecent && campaign.policy.listing_grace === 'allow');
    });
  });
});

test('no objection stands that a later consent does not answer', () => {
  expectOfEach((facts) => {
    const { campaign, evidence } = facts;
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
      const used: LedgerChannel[] = campaign.calls.leaves_voicemail
        ? ['live-call', 'voicemail']
        : ['live-call'];
      return used
        .filter((channel) => channels === 'all' || channels.includes(channel))
        .every((channel) => on !== null && hasAgreed(facts, channel, on));
    });
  });
});

test('a call about claims was agreed to', () => {
  expectOfEach(
    (facts) => facts.campaign.sector !== 'claims-management' || hasAgreed(facts, 'live-call', null),
  );
});

test('a call to a person about a pension is made by an authorised firm, and was agreed to or expected', () => {
  expectOfEach((facts) => {
    const { campaign, callDate, evidence } = facts;
    if (campaign.sector !== 'pensions') return true;
    if (campaign.pensions.fca_authorised_or_trustee !== true) return false;
    if (!isPerson(facts) || hasAgreed(facts, 'live-call', null)) return true;
    return evidence.ledger.some(
      (entry) =>
        entry.record === 'soft-opt-in' &&
        entry.basis === 'existing-client' &&
        entry.match.contact &&
        !entry.match.otherPerson &&
        isParty(entry.obtainedBy) &&
        entry.obtainedOn !== null &&
        entry.obtainedOn <= callDate &&
        entry.similarProducts === true &&
        entry.optOutAtCollection === true &&
        campaign.messages.similar_products !== false,
    );
  });
});

test('messages are left for companies, and for people who agreed to it', () => {
  expectOfEach((facts) => {
    const { campaign, person } = facts;
    if (campaign.calls.leaves_voicemail !== true) return true;
    const isCompany = person.subscriberKind === 'corporate' && person.mailboxKind !== 'personal';
    return isCompany || hasAgreed(facts, 'voicemail', null);
  });
});

test('what is unanswered about marketing was taken as marketing', () => {
  expectOfEach(({ campaign }) => {
    if (campaign.purpose !== 'market-research') return true;
    return campaign.research.answers_reused_for_marketing !== null;
  });
});

test('it holds no longer than a copy of the register that it asked', () => {
  expectOfEach((facts) => {
    const { validUntil } = verdictOnFacts(facts);
    if (facts.campaign.sector !== 'none' || validUntil === null) return true;
    return CALL_REGISTERS.every((register) => {
      const copy = facts.evidence.registers[register];
      return copy.status !== 'not-loaded' && validUntil <= addDays(copy.asOf, 27);
    });
  });
});
