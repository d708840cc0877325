import { isCampaignController } from '../../campaign.js';
import { addMonths, type IsoDate } from '../../dates.js';
import type { ConsentEntry, KeyMatch, LedgerChannel } from '../../evidence.js';
import { fails, type KeyFinding, opens, unproven } from '../../finding.js';
import { indirectConsentEndsOn } from '../../law.js';
import type { ReasonCode } from '../../precedence.js';
import type { Codes, Facts } from '../../rule.js';
import { listOf, onDay } from '../../sentence-parts.js';
import { standingWithCaller } from '../membership/membership.js';
import { bindsCampaign } from './objection-reach.js';

export const consentCodes = {
  'consent-valid': {
    title: 'Valid consent to this caller, this channel and this purpose',
    law: 'UK GDPR Art. 4(11) and 7',
    effect: 'key',
    sentence: ({ on }) => `The person consented to such contact by this organisation${onDay(on)}.`,
    settledBy: null,
  },
  'consent-wrong-controller': {
    title: 'The consent was given to another organisation',
    law: 'PECR 2003 reg. 21(4): "that caller"; 22(2): "the sender"',
    effect: 'key',
    sentence: ({ controller }) =>
      controller === undefined
        ? 'A consent is held that names no organisation.'
        : `The consent held was given to ${controller}, not to this organisation.`,
    settledBy: null,
  },
  'consent-not-named': {
    title: 'The consent does not show that this caller was named to the person',
    law: 'UK GDPR recital 42 and Art. 4(11)',
    effect: 'key',
    sentence: 'The consent held does not show that this organisation was named to the person.',
    settledBy: null,
  },
  'consent-wrong-channel': {
    title: 'The consent does not cover this channel',
    law: 'PECR 2003 reg. 21(4): "such calls"; UK GDPR Art. 4(11)',
    effect: 'key',
    sentence: 'The consent held does not cover this channel.',
    settledBy: null,
  },
  'consent-purpose-mismatch': {
    title: 'The consent does not cover this purpose',
    law: 'UK GDPR Art. 5(1)(b) and 4(11)',
    effect: 'key',
    sentence: ({ purpose }) => `The consent held does not cover the purpose ${purpose}.`,
    settledBy: null,
  },
  'consent-invalid-method': {
    title: 'What was taken as consent was no positive act',
    law: 'UK GDPR Art. 4(11) and 7(4)',
    effect: 'key',
    sentence: 'What was taken as consent was no positive act of the person.',
    settledBy: null,
  },
  'consent-not-yet-given': {
    title: 'The consent or relation is dated after the day of the contact',
    law: 'PECR 2003 reg. 21A(2), 22(2): "previously notified"',
    effect: 'key',
    sentence: ({ on }) => `The consent or relation held is dated ${on}, after the day of the contact.`,
    settledBy: null,
  },
  'consent-withdrawn': {
    title: 'Consent was given and then withdrawn',
    law: 'PECR 2003 reg. 21(5) and 22(2); UK GDPR Art. 7(3)',
    effect: 'block',
    sentence: ({ on }) => `Consent was withdrawn${onDay(on)}.`,
    settledBy: null,
  },
  'consent-lapsed-membership': {
    title: 'The consent came with a membership and ended with it',
    law: 'PECR 2003 reg. 21(4) and 22(2): "for the time being"',
    effect: 'key',
    sentence: 'The consent came with a membership that has ended.',
    settledBy: null,
  },
  'wrong-number': {
    title: 'The number was reported to be somebody else’s, which ends consent on it',
    law: 'UK GDPR Art. 5(1)(d)',
    effect: 'note',
    sentence: "The number was reported to be somebody else's, which ends consent on it.",
    settledBy: null,
  },
  'consent-evidence-incomplete': {
    title: 'The consent cannot be proven: part of its record is missing',
    law: 'UK GDPR Art. 7(1) and 5(2)',
    effect: 'key',
    sentence: ({ missing }) =>
      `A consent or soft opt-in is held, but its record lacks ${listOf(missing)}, so it cannot be proven.`,
    settledBy: null,
  },
  'consent-stale': {
    title: 'The consent is older than the house limit',
    law: 'house setting: no period in law',
    effect: 'key',
    sentence: ({ until }) => `The consent reached the house age limit on ${until}.`,
    settledBy: null,
  },
  'consent-third-party-stale': {
    title: 'The consent was given through somebody else more than six months ago',
    law: 'house setting: ICO rule of thumb',
    effect: 'key',
    sentence: ({ until }) =>
      `The consent was given through somebody else and should have been used by ${until}.`,
    settledBy: null,
  },
  'consent-third-party-unverified': {
    title: 'Nobody has checked the supplier of this consent',
    law: 'UK GDPR Art. 5(2) and 7(1)',
    effect: 'key',
    sentence: 'The consent was given through somebody else, and no check of that supplier is recorded.',
    settledBy: null,
  },
} satisfies Codes;

/**
 * Has this person told this caller that they agree to this contact?
 *
 * Consent is a positive act towards this organisation, for this channel and this purpose (PECR 2003
 * reg. 21(4), 21A(2), 21B(2), 22(2); UK GDPR Art. 4(11) and 7). It lasts "for the time being": until it
 * is withdrawn, or the membership it came with ends. What would be consent but cannot be proven, or is
 * old, is unproven: a person may still find the proof. Every consent held is reported, opened or not.
 *
 * `opensAs` is the code an opening consent gets at the bar that asks.
 */
export function consentKeys(
  facts: Facts,
  channel: LedgerChannel,
  opensAs: ReasonCode,
): readonly KeyFinding[] {
  return [
    ...consentsHeld(facts).flatMap((consent) => keysOf(consent, facts, channel, opensAs)),
    ...consentsToAnotherPoint(facts).flatMap((consent) => {
      const failures = failuresOf(consent, facts, channel);
      return failures.length > 0
        ? failures
        : [fails('consent-evidence-incomplete', { missing: ['person_id'] })];
    }),
  ];
}

/**
 * Consents of this person that are keyed to a number or an email address, where the contact goes to a postal
 * address or an account, which no ledger names. They hold for what they name only, and so fail here; they are reported
 * because somebody may still record whose consent it is.
 */
function consentsToAnotherPoint({ point, evidence }: Facts): readonly ConsentEntry[] {
  if (point.kind !== 'postal-address' && point.kind !== 'social-handle') return [];
  return evidence.ledger.filter(
    (entry): entry is ConsentEntry =>
      entry.record === 'consent' &&
      entry.match.namesContact &&
      entry.match.person &&
      !entry.match.otherPerson,
  );
}

/** The consents whose keys say that they were given for this number or, keyed to nothing else, by this person. */
export function consentsHeld(facts: Facts): readonly ConsentEntry[] {
  return facts.evidence.ledger.filter(
    (entry): entry is ConsentEntry => entry.record === 'consent' && holdsHere(entry.match),
  );
}

/**
 * Whether an entry that speaks for somebody holds for the contact point: it names it and no other
 * person, or it is keyed to the person alone.
 */
export function holdsHere(match: KeyMatch): boolean {
  return match.namesContact ? match.contact && !match.otherPerson : match.person;
}

/** What one consent is worth as a key: one opening finding, or every way in which it fails, or is unproven. */
export function keysOf(
  consent: ConsentEntry,
  facts: Facts,
  channel: LedgerChannel,
  opensAs: ReasonCode,
): readonly KeyFinding[] {
  const failures = failuresOf(consent, facts, channel);
  if (failures.length > 0) return failures;
  const gaps = gapsOf(consent, facts, channel);
  if (gaps.length > 0) return gaps;
  return [opens(opensAs, endsOn(consent, facts), consent.on === null ? {} : { on: consent.on })];
}

function failuresOf(consent: ConsentEntry, facts: Facts, channel: LedgerChannel): readonly KeyFinding[] {
  const { campaign, callDate } = facts;
  const failures: KeyFinding[] = [];
  if (consent.controller === null || !isCampaignController(campaign, consent.controller)) {
    failures.push(
      fails(
        'consent-wrong-controller',
        consent.controller === null ? {} : { controller: consent.controller },
      ),
    );
  }
  if (isCallerUnnamed(consent)) failures.push(fails('consent-not-named'));
  if (!consent.channels.includes(channel)) failures.push(fails('consent-wrong-channel'));
  if (consent.purposes.length > 0 && !consent.purposes.includes(campaign.purpose)) {
    failures.push(fails('consent-purpose-mismatch', { purpose: campaign.purpose }));
  }
  if (consent.method !== null && consent.method !== 'opt-in') failures.push(fails('consent-invalid-method'));
  if (consent.on !== null && consent.on > callDate)
    failures.push(fails('consent-not-yet-given', { on: consent.on }));
  if (isWithdrawn(consent, facts)) failures.push(fails('consent-withdrawn'));
  if (consent.tiedTo === 'membership') {
    const standing = standingWithCaller(facts);
    if (standing === 'ended' || standing === 'no-member') failures.push(fails('consent-lapsed-membership'));
  }
  if (isOnWrongNumber(facts)) failures.push(fails('wrong-number'));
  return failures;
}

function gapsOf(consent: ConsentEntry, facts: Facts, channel: LedgerChannel): readonly KeyFinding[] {
  const gaps: KeyFinding[] = [];
  const missing = missingEvidence(consent, facts);
  if (!consent.match.namesContact && isForOneLine(channel)) missing.push('phone');
  if (missing.length > 0) gaps.push(unproven('consent-evidence-incomplete', { missing }));
  const end = endsOn(consent, facts);
  if (consent.obtained === 'third-party') {
    if (consent.dueDiligence === null) gaps.push(unproven('consent-third-party-unverified'));
    if (isPast(end, facts.callDate)) gaps.push(unproven('consent-third-party-stale', { until: end }));
  } else if (isPast(end, facts.callDate)) {
    gaps.push(unproven('consent-stale', { until: end }));
  }
  return gaps;
}

/**
 * Calls and faxes are agreed to line by line. For text and email the person's word is enough, and a letter
 * or a social account is nothing that the ledger could name.
 */
function isForOneLine(channel: LedgerChannel): boolean {
  switch (channel) {
    case 'live-call':
    case 'automated-call':
    case 'voicemail':
    case 'fax':
      return true;
    case 'sms':
    case 'email':
    case 'social-dm':
    case 'post':
      return false;
  }
}

function missingEvidence(consent: ConsentEntry, facts: Facts): string[] {
  const missing: string[] = [];
  if (consent.on === null) missing.push('on');
  if (consent.source === null) missing.push('source');
  if (consent.wording === null) missing.push('wording');
  if (consent.purposes.length === 0) missing.push('purposes');
  if (consent.method === null) missing.push('method');
  if (consent.obtained === null) missing.push('obtained');
  if (isTieMissing(consent, facts)) missing.push('tied_to');
  return missing;
}

/** Whether the person was not told who would contact them; through somebody else, that must be shown. */
function isCallerUnnamed({ obtained, controllerNamed }: ConsentEntry): boolean {
  return controllerNamed === false || (obtained === 'third-party' && controllerNamed !== true);
}

/** Unless the person is a member still, it must be known whether the consent went with a membership. */
function isTieMissing(consent: ConsentEntry, facts: Facts): boolean {
  const standing = standingWithCaller(facts);
  switch (consent.tiedTo) {
    case 'standalone':
      return false;
    case 'membership':
      return standing === 'unknown';
    case null:
      return standing !== 'current';
  }
}

/** The last day on which the consent is fresh; null where it is undated. */
function endsOn(consent: ConsentEntry, { campaign }: Facts): IsoDate | null {
  if (consent.on === null) return null;
  return consent.obtained === 'third-party'
    ? indirectConsentEndsOn(consent.on)
    : addMonths(consent.on, campaign.policy.consent_max_age_months);
}

function isPast(end: IsoDate | null, callDate: IsoDate): end is IsoDate {
  return end !== null && end < callDate;
}

/** Withdrawn by its own record, or by a withdrawal that is not older than it. */
function isWithdrawn(consent: ConsentEntry, facts: Facts): boolean {
  if (consent.withdrawnOn !== null) return true;
  return facts.evidence.ledger.some(
    (entry) =>
      entry.record === 'withdrawal' &&
      bindsCampaign(entry, facts) &&
      (entry.match.contact || entry.match.person) &&
      (entry.on === null || consent.on === null || entry.on >= consent.on),
  );
}

/**
 * Whether the number has been reported as somebody else's, which ends every consent on it. A report that
 * names no number may be of any that the person has.
 */
export function isOnWrongNumber(facts: Facts): boolean {
  return facts.evidence.ledger.some(
    ({ record, match }) =>
      record === 'wrong-number' && (match.contact || (match.person && !match.namesContact)),
  );
}
