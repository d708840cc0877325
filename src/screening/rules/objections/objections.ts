import type { Channel } from '../../campaign.js';
import type { IsoDate } from '../../dates.js';
import type { LedgerChannel, ObjectionEntry } from '../../evidence.js';
import { bar, type Finding, fails, type KeyFinding, opens } from '../../finding.js';
import type { ReasonCode } from '../../precedence.js';
import { type ContactRule, type Facts, NONE } from '../../rule.js';
import { onDay } from '../../sentence-parts.js';
import { consentsHeld, keysOf } from '../consent/consent.js';
import { bindsCampaign, boundChannels } from '../consent/objection-reach.js';

/**
 * Has somebody told this caller to stop?
 *
 * A subscriber who has previously notified the caller that calls should not be made on that line may not
 * be rung (PECR 2003 reg. 21(1)(a)), at once and without any 28 days; a person who objects to direct
 * marketing may not be sent it (UK GDPR Art. 21(2) and (3)); consent withdrawn is such an objection
 * (reg. 21(5), Art. 7(3)). The key is valid consent to this caller, for this channel and purpose, given
 * on a later day. An objection without a
 * date counts as newer than any consent, and the list's own opt-outs have none.
 */
export const objections = {
  id: 'objections',
  codes: {
    'objection-number': {
      title: 'Somebody on this line or address has asked not to be contacted',
      law: 'PECR 2003 reg. 21(1)(a); UK GDPR Art. 21(2)',
      effect: 'block',
      sentence: ({ recordedIn, on }) =>
        recordedIn === 'list'
          ? 'The list itself records an opt-out for a number or address of this record.'
          : `Somebody on this line or address asked not to be contacted${onDay(on)}.`,
      settledBy: null,
    },
    'objection-person': {
      title: 'This person has objected to such contact',
      law: 'UK GDPR Art. 21(2) and (3)',
      effect: 'block',
      sentence: ({ recordedIn, on }) =>
        recordedIn === 'list'
          ? 'The list itself records an opt-out for this person.'
          : `This person asked not to be contacted${onDay(on)}.`,
      settledBy: null,
    },
    'fundraising-preference-suppressed': {
      title: 'The person has stopped contact from this charity through the Fundraising Preference Service',
      law: 'UK GDPR Art. 21(3); Code of Fundraising Practice',
      effect: 'block',
      sentence: ({ on }) =>
        `This person stopped such contact through the Fundraising Preference Service${onDay(on)}.`,
      settledBy: null,
    },
    'objection-superseded-by-consent': {
      title: 'The person has agreed to such contact since objecting',
      law: 'PECR 2003 reg. 21(1)(a): "for the time being"',
      effect: 'key',
      sentence: ({ on }) => `The person objected, and has since agreed to such contact${onDay(on)}.`,
      settledBy: null,
    },
  },
  findings: (facts) => {
    if (!facts.isMarketing) return NONE;
    const ledger = facts.evidence.ledger.flatMap((entry) => {
      switch (entry.record) {
        case 'objection':
        case 'withdrawal':
        case 'fundraising-preference':
          return barsFor(entry, facts);
        case 'consent':
        case 'wrong-number':
        case 'soft-opt-in':
          return [];
      }
    });
    return [...ledger, ...listBars(facts)];
  },
} satisfies ContactRule;

/** Whether the contact point or its person has objected, whatever the purpose of the contact. */
export function isObjectedTo(facts: Facts): boolean {
  return objections.findings({ ...facts, isMarketing: true }).length > 0;
}

function listBars({ evidence }: Facts): readonly Finding[] {
  switch (evidence.list.optOut) {
    case 'number':
      return [bar('objection-number', [], { recordedIn: 'list' })];
    case 'person':
      return [bar('objection-person', [], { recordedIn: 'list' })];
    case null:
      return NONE;
  }
}

function barsFor(entry: ObjectionEntry, facts: Facts): readonly Finding[] {
  const code = codeFor(entry, facts);
  if (code === null || !bindsCampaign(entry, facts)) return NONE;
  const detail =
    entry.on === null ? { recordedIn: 'ledger' as const } : { recordedIn: 'ledger' as const, on: entry.on };
  return [bar(code, laterConsent(entry, facts), detail)];
}

/** The code of the bar, or null where the entry binds another line or nobody here. */
function codeFor(entry: ObjectionEntry, { campaign }: Facts): ReasonCode | null {
  const bound = boundAs(entry, campaign.channel);
  if (bound === null) return null;
  switch (entry.record) {
    case 'withdrawal':
      return 'consent-withdrawn';
    case 'fundraising-preference':
      // Only a person can have asked the service, whoever the list says holds the line.
      return 'fundraising-preference-suppressed';
    case 'objection':
      return bound === 'number' ? 'objection-number' : 'objection-person';
  }
}

/** Whether the entry binds this line, this person, or neither. */
function boundAs({ scope, match, channels }: ObjectionEntry, channel: Channel): 'number' | 'person' | null {
  switch (scope) {
    case 'number':
      if (match.contact) return 'number';
      // It names no line, or a channel that reaches no line: whose it is can only be told from the person.
      return match.person && (!match.namesNumber || (!reachesLine(channel) && channels.includes(channel)))
        ? 'person'
        : null;
    case 'person':
      return match.contact || match.person ? 'person' : null;
    case null:
      if (match.contact) return 'number';
      return match.person ? 'person' : null;
  }
}

/** Whether the channel reaches a number or an email address, which the ledger can name. */
function reachesLine(channel: Channel): boolean {
  switch (channel) {
    case 'live-call':
    case 'automated-call':
    case 'sms':
    case 'email':
    case 'fax':
      return true;
    case 'post':
    case 'social-dm':
      return false;
  }
}

/**
 * The key of an objection. Every channel it covers needs its own later consent, and the key opens for as long
 * as the first of them to end; an unproven consent fails here, because a person has said no.
 */
function laterConsent(entry: ObjectionEntry, facts: Facts): readonly KeyFinding[] {
  const perChannel = boundChannels(entry, facts).map((channel) => keysLaterThan(entry.on, channel, facts));
  const failed = perChannel.flatMap((keys) => keys.filter(({ outcome }) => outcome !== 'opens'));
  let shortest: KeyFinding | undefined;
  for (const keys of perChannel) {
    const longest = longestLived(keys);
    if (longest === undefined) return failed;
    if (shortest === undefined || endsBefore(longest, shortest)) shortest = longest;
  }
  return shortest === undefined ? failed : [shortest, ...failed];
}

function longestLived(keys: readonly KeyFinding[]): KeyFinding | undefined {
  let longest: KeyFinding | undefined;
  for (const key of keys) {
    if (key.outcome === 'opens' && (longest === undefined || endsBefore(longest, key))) longest = key;
  }
  return longest;
}

function endsBefore(one: KeyFinding, other: KeyFinding): boolean {
  return one.until !== null && (other.until === null || one.until < other.until);
}

function keysLaterThan(
  objectedOn: IsoDate | null,
  channel: LedgerChannel,
  facts: Facts,
): readonly KeyFinding[] {
  return consentsHeld(facts).flatMap((consent) => {
    const keys = keysOf(consent, facts, channel, 'objection-superseded-by-consent');
    const isLater = objectedOn !== null && consent.on !== null && consent.on > objectedOn;
    return keys.flatMap((key) => {
      switch (key.outcome) {
        case 'opens':
          return isLater ? [opens(key.code, key.until, key.detail)] : [];
        case 'unproven':
        case 'fails':
          return [fails(key.code, key.detail)];
      }
    });
  });
}
