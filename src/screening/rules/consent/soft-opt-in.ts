import { type Campaign, isCampaignController } from '../../campaign.js';
import type { SoftOptInEntry } from '../../evidence.js';
import { fails, type KeyFinding, opens, unproven } from '../../finding.js';
import { isCharitySoftOptInInForce } from '../../law.js';
import type { Codes, Facts } from '../../rule.js';
import { onDay } from '../../sentence-parts.js';
import { holdsHere, isOnWrongNumber } from './consent.js';

export const softOptInCodes = {
  'soft-opt-in': {
    title: 'The details were obtained in a sale or its negotiation, and refusal was offered',
    law: 'PECR 2003 reg. 22(3)',
    effect: 'key',
    sentence: ({ on }) =>
      `This sender obtained the details in a sale or its negotiation${onDay(on)}, and offered a way to refuse.`,
    settledBy: null,
  },
  'charity-soft-opt-in': {
    title: 'The person supported this charity or showed interest, and refusal was offered',
    law: 'PECR 2003 reg. 22(3A) and (5), from 5 February 2026',
    effect: 'key',
    sentence: ({ on }) =>
      `The person supported this charity or showed interest${onDay(on)}, and could refuse such messages.`,
    settledBy: null,
  },
  'soft-opt-in-unavailable': {
    title: 'There is no soft opt-in for this organisation and this purpose',
    law: 'PECR 2003 reg. 22(3)(b), (3A) and (5)',
    effect: 'key',
    sentence: 'A soft opt-in is held, but there is none for this kind of organisation and this purpose.',
    settledBy: null,
  },
  'soft-opt-in-third-party': {
    title: 'Another body obtained the details',
    law: 'PECR 2003 reg. 21B(3), 22(3)(a) and (3A)',
    effect: 'key',
    sentence: 'Another body than this one obtained the details.',
    settledBy: null,
  },
  'soft-opt-in-no-opt-out-at-collection': {
    title: 'Refusal was not offered when the details were taken and each time since',
    law: 'PECR 2003 reg. 21B(3), 22(3)(c)',
    effect: 'key',
    sentence: 'Refusal was not offered when the details were taken, or not each time since.',
    settledBy: null,
  },
  'soft-opt-in-dissimilar': {
    title: 'The person would not expect this contact from what they were told',
    law: 'PECR 2003 reg. 21B(3), 22(3)(b)',
    effect: 'key',
    sentence: 'The person would not expect this from the sale or relation in which the details were taken.',
    settledBy: null,
  },
  'charity-soft-opt-in-pre-commencement': {
    title: "The details were taken, or the message is sent, before the charities' soft opt-in was law",
    law: 'Data (Use and Access) Act 2025 s. 114; SI 2026/82 reg. 2(x)',
    effect: 'key',
    sentence: ({ on }) =>
      on === undefined
        ? "The message would go out before 5 February 2026, when the charities' soft opt-in became law."
        : `The details were taken on ${on}, and the charities' soft opt-in covers only details taken, and messages sent, from 5 February 2026 on.`,
    settledBy: null,
  },
  'charity-soft-opt-in-mixed-purpose': {
    title: "The message serves something else than the charity's own charitable purposes",
    law: 'PECR 2003 reg. 22(3A): "sole purpose"',
    effect: 'key',
    sentence: "The message does not serve the charity's own charitable purposes alone.",
    settledBy: null,
  },
} satisfies Codes;

/**
 * Does the soft opt-in cover this message?
 *
 * It does where this sender obtained the details itself in a sale or its negotiation, writes about its own
 * similar goods, and offered a simple way to refuse then and in each message (PECR 2003 reg. 22(3)). For a
 * charity it does where the person supported it or showed interest, the details were taken on or after 5
 * February 2026, and the sole purpose is its own charitable one (reg. 22(3A), (5)). Parties and other
 * bodies with aims and ideals have none.
 */
export function softOptInKeys(facts: Facts): readonly KeyFinding[] {
  return softOptInsHeld(facts).flatMap((entry) => keysOf(entry, facts));
}

/** The relations whose keys say that they hold for this number or address or, keyed to nothing else, for this person. */
export function softOptInsHeld(facts: Facts): readonly SoftOptInEntry[] {
  return facts.evidence.ledger.filter(
    (entry): entry is SoftOptInEntry => entry.record === 'soft-opt-in' && holdsHere(entry.match),
  );
}

/** In which ways a relation fails whatever its basis. */
export function commonFailures(entry: SoftOptInEntry, facts: Facts): readonly KeyFinding[] {
  const { campaign, callDate } = facts;
  const failures: KeyFinding[] = [];
  if (isAnother(entry.obtainedBy, campaign) || isAnother(entry.controller, campaign)) {
    failures.push(fails('soft-opt-in-third-party'));
  }
  if (entry.optOutAtCollection === false) failures.push(fails('soft-opt-in-no-opt-out-at-collection'));
  if (!entry.coversAnyChannel && !entry.channels.some((channel) => channel === campaign.channel)) {
    failures.push(fails('consent-wrong-channel'));
  }
  if (entry.purposes.length > 0 && !entry.purposes.includes(campaign.purpose)) {
    failures.push(fails('consent-purpose-mismatch', { purpose: campaign.purpose }));
  }
  if (entry.obtainedOn !== null && entry.obtainedOn > callDate) {
    failures.push(fails('consent-not-yet-given', { on: entry.obtainedOn }));
  }
  if (isOnWrongNumber(facts)) failures.push(fails('wrong-number'));
  return failures;
}

/** Whether the entry, or this very message, is about something else than the person would expect. */
export function isDissimilar(entry: SoftOptInEntry, { messages }: Campaign): boolean {
  return entry.similarProducts === false || messages.similar_products === false;
}

/** What every relation needs and this one leaves blank. */
export function commonGaps(entry: SoftOptInEntry): string[] {
  const missing: string[] = [];
  if (entry.basis === null) missing.push('basis');
  if (entry.controller === null) missing.push('controller');
  if (entry.obtainedBy === null) missing.push('obtained_by');
  if (entry.obtainedOn === null) missing.push('obtained_on');
  if (entry.optOutAtCollection === null) missing.push('opt_out_at_collection');
  return missing;
}

function keysOf(entry: SoftOptInEntry, facts: Facts): readonly KeyFinding[] {
  const failures = [
    ...(isAvailable(entry.basis, facts.campaign) ? [] : [fails('soft-opt-in-unavailable')]),
    ...commonFailures(entry, facts),
    ...failuresOfBasis(entry, facts),
  ];
  if (failures.length > 0) return failures;
  const missing = missingFrom(entry, facts.campaign);
  if (missing.length > 0) return [unproven('consent-evidence-incomplete', { missing })];
  const detail = entry.obtainedOn === null ? {} : { on: entry.obtainedOn };
  return [opens(entry.basis === 'charity-support' ? 'charity-soft-opt-in' : 'soft-opt-in', null, detail)];
}

/** Whether a relation of this basis can serve this sender for this purpose; of an unknown basis, whether any can. */
function isAvailable(basis: SoftOptInEntry['basis'], campaign: Campaign): boolean {
  const isCharity = campaign.controller_kind === 'charity';
  switch (basis) {
    case 'sale':
    case 'negotiation':
      return maySell(campaign);
    case 'charity-support':
      return isCharity;
    case 'existing-client':
      return false;
    case null:
      return isCharity || maySell(campaign);
  }
}

function maySell({ controller_kind, purpose }: Campaign): boolean {
  switch (controller_kind) {
    case 'business':
    case 'charity':
    case 'non-profit':
      return purpose === 'marketing';
    case 'political-party':
    case 'candidate':
    case 'elected-representative':
    case 'campaign-group':
      return false;
  }
}

function failuresOfBasis(entry: SoftOptInEntry, { campaign, callDate }: Facts): readonly KeyFinding[] {
  switch (entry.basis) {
    case 'sale':
    case 'negotiation':
      return isDissimilar(entry, campaign) ? [fails('soft-opt-in-dissimilar')] : [];
    case 'charity-support': {
      const failures: KeyFinding[] = [];
      const isTooEarly =
        !isCharitySoftOptInInForce(callDate) ||
        (entry.obtainedOn !== null && !isCharitySoftOptInInForce(entry.obtainedOn));
      if (isTooEarly) {
        const detail = entry.obtainedOn === null ? {} : { on: entry.obtainedOn };
        failures.push(fails('charity-soft-opt-in-pre-commencement', detail));
      }
      if (entry.soleCharitablePurpose === false || campaign.messages.sole_charitable_purpose === false) {
        failures.push(fails('charity-soft-opt-in-mixed-purpose'));
      }
      return failures;
    }
    case 'existing-client':
    case null:
      return [];
  }
}

function missingFrom(entry: SoftOptInEntry, { channel }: Campaign): readonly string[] {
  const missing = commonGaps(entry);
  if (entry.basis === 'charity-support') {
    if (entry.soleCharitablePurpose === null) missing.push('sole_charitable_purpose');
  } else if (entry.similarProducts === null) missing.push('similar_products');
  // It is the details obtained in the sale that may be used, and of a person alone nobody can say which those were.
  if (!entry.match.namesContact) missing.push(channel === 'email' ? 'email' : 'phone');
  return missing;
}

function isAnother(body: string | null, campaign: Campaign): boolean {
  return body !== null && !isCampaignController(campaign, body);
}
