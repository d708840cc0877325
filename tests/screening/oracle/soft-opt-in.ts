/** law.md section 1, "Soft opt-in (P7)" and `pension-existing-client`, with product.md, "Ledger CSV". */
import type { SoftOptInEntry } from '../../../src/screening/evidence.js';
import { isTheController } from './bodies.js';
import { isWrongNumber } from './consent.js';
import type { FoundKey, World } from './found.js';

/** Keys of an electronic message. */
export function softOptInKeys(world: World): readonly FoundKey[] {
  return keysOf(world, (entry) => whatTheMessageLacks(world, entry));
}

/** Keys of a pension call. */
export function existingClientKeys(world: World): readonly FoundKey[] {
  return keysOf(world, (entry) => whatTheClientLacks(world, entry));
}

/** What an entry comes to: a code that it fails with, `wanting`, or what opens. */
type Answer = { readonly fails: string } | 'wanting' | { readonly opens: string };

function keysOf(world: World, answerOf: (entry: SoftOptInEntry) => Answer): readonly FoundKey[] {
  const keys: FoundKey[] = [];
  for (const entry of world.evidence.ledger) {
    if (entry.record !== 'soft-opt-in') continue;
    const answer = generalFailure(world, entry) ?? answerOf(entry);
    if (answer === 'wanting') keys.push({ key: 'unproven', code: 'consent-evidence-incomplete' });
    else if ('fails' in answer) keys.push({ key: 'fails', code: answer.fails });
    else if (!entry.match.namesContact) keys.push({ key: 'unproven', code: 'consent-evidence-incomplete' });
    else keys.push({ key: 'opens', code: answer.opens });
  }
  return keys;
}

function generalFailure(world: World, entry: SoftOptInEntry): Answer | null {
  const { campaign, callDate } = world;
  const { match } = entry;
  if (match.namesContact && !match.contact) return { fails: 'somebody else' };
  if (!match.namesContact && !match.person) return { fails: 'somebody else' };
  if (match.otherPerson) return { fails: 'somebody else' };
  if (isWrongNumber(world)) return { fails: 'wrong-number' };
  if (entry.controller !== null && !isTheController(campaign, entry.controller)) {
    return { fails: 'consent-wrong-controller' };
  }
  if (entry.obtainedBy !== null && !isTheController(campaign, entry.obtainedBy)) {
    return { fails: 'soft-opt-in-third-party' };
  }
  if (!entry.coversAnyChannel && !entry.channels.includes(campaign.channel))
    return { fails: 'consent-wrong-channel' };
  if (entry.purposes.length > 0 && !entry.purposes.includes(campaign.purpose)) {
    return { fails: 'consent-purpose-mismatch' };
  }
  if (entry.obtainedOn !== null && entry.obtainedOn > callDate) return { fails: 'consent-not-yet-given' };
  if (entry.optOutAtCollection === false) return { fails: 'soft-opt-in-no-opt-out-at-collection' };
  return null;
}

function whatTheMessageLacks({ campaign, callDate }: World, entry: SoftOptInEntry): Answer {
  const kind = campaign.controller_kind;
  const isBlank =
    entry.controller === null ||
    entry.obtainedBy === null ||
    entry.obtainedOn === null ||
    entry.optOutAtCollection === null;

  if (entry.basis === 'sale' || entry.basis === 'negotiation') {
    if (kind !== 'business' && kind !== 'charity' && kind !== 'non-profit')
      return { fails: 'soft-opt-in-unavailable' };
    if (campaign.purpose !== 'marketing') return { fails: 'soft-opt-in-unavailable' };
    if (entry.similarProducts === false) return { fails: 'soft-opt-in-dissimilar' };
    if (campaign.messages.similar_products === false) return { fails: 'soft-opt-in-dissimilar' };
    if (isBlank || entry.similarProducts === null) return 'wanting';
    return { opens: 'soft-opt-in' };
  }
  if (entry.basis === 'charity-support') {
    if (kind !== 'charity') return { fails: 'soft-opt-in-unavailable' };
    if (callDate < '2026-02-05') return { fails: 'charity-soft-opt-in-pre-commencement' };
    if (entry.obtainedOn !== null && entry.obtainedOn < '2026-02-05') {
      return { fails: 'charity-soft-opt-in-pre-commencement' };
    }
    if (entry.soleCharitablePurpose === false) return { fails: 'charity-soft-opt-in-mixed-purpose' };
    if (campaign.messages.sole_charitable_purpose === false)
      return { fails: 'charity-soft-opt-in-mixed-purpose' };
    if (isBlank || entry.soleCharitablePurpose === null) return 'wanting';
    return { opens: 'charity-soft-opt-in' };
  }
  if (entry.basis === 'existing-client') return { fails: 'soft-opt-in-unavailable' };
  // No basis is stated: it may be one that this body and purpose can have.
  if (kind === 'charity') return 'wanting';
  if ((kind === 'business' || kind === 'non-profit') && campaign.purpose === 'marketing') return 'wanting';
  return { fails: 'soft-opt-in-unavailable' };
}

function whatTheClientLacks({ campaign }: World, entry: SoftOptInEntry): Answer {
  if (entry.basis !== null && entry.basis !== 'existing-client') return { fails: 'soft-opt-in-unavailable' };
  if (entry.similarProducts === false) return { fails: 'soft-opt-in-dissimilar' };
  if (campaign.messages.similar_products === false) return { fails: 'soft-opt-in-dissimilar' };
  if (
    entry.basis === null ||
    entry.controller === null ||
    entry.obtainedBy === null ||
    entry.obtainedOn === null ||
    entry.optOutAtCollection === null ||
    entry.similarProducts === null
  ) {
    return 'wanting';
  }
  return { opens: 'pension-existing-client' };
}
