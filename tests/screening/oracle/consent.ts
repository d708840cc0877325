/** law.md section 1, "Consent (P6)" and the P8 codes in it, with product.md, "Ledger CSV". */
import type { ConsentEntry, LedgerChannel } from '../../../src/screening/evidence.js';
import { isTheController, membershipOfTheController } from './bodies.js';
import { monthsLater } from './calendar.js';
import type { FoundKey, World } from './found.js';
import { isSaidToThisCampaign } from './said-to-campaign.js';

/** The keys that consents to these channels make, for a bar that consent opens. */
export function consentKeys(
  world: World,
  channels: readonly LedgerChannel[],
  codeOfValid = 'consent-valid',
): readonly FoundKey[] {
  return consentsTo(world, channels, codeOfValid).flatMap(({ keys }) => keys);
}

/** Each consent of the ledger with what it comes to: it opens, or what is wanting, or it fails. */
export function consentsTo(
  world: World,
  channels: readonly LedgerChannel[],
  codeOfValid = 'consent-valid',
): readonly { readonly consent: ConsentEntry; readonly keys: readonly FoundKey[] }[] {
  const judged: { consent: ConsentEntry; keys: readonly FoundKey[] }[] = [];
  for (const consent of world.evidence.ledger) {
    if (consent.record !== 'consent') continue;
    const failure = whyItFails(world, consent, channels);
    if (failure !== null) {
      judged.push({ consent, keys: [{ key: 'fails', code: failure }] });
      continue;
    }
    const wanting = whatIsWanting(world, consent, channels);
    if (wanting.length > 0)
      judged.push({ consent, keys: wanting.map((code) => ({ key: 'unproven', code })) });
    else judged.push({ consent, keys: [{ key: 'opens', code: codeOfValid }] });
  }
  return judged;
}

/** Whether the number that is used was reported as somebody else's. */
export function isWrongNumber({ evidence }: World): boolean {
  for (const { record, match } of evidence.ledger) {
    if (record !== 'wrong-number') continue;
    if (match.contact) return true;
    // No number is named: it may be this one.
    if (match.person && !match.namesContact) return true;
  }
  return false;
}

function whyItFails(world: World, consent: ConsentEntry, channels: readonly LedgerChannel[]): string | null {
  const { campaign, callDate } = world;
  const { match } = consent;
  if (match.namesContact && !match.contact) return 'somebody else';
  if (!match.namesContact && !match.person) return 'somebody else';
  if (match.otherPerson) return 'somebody else';
  if (isWrongNumber(world)) return 'wrong-number';
  if (!isTheController(campaign, consent.controller)) return 'consent-wrong-controller';
  if (consent.controllerNamed === false) return 'consent-not-named';
  if (consent.obtained === 'third-party' && consent.controllerNamed === null) return 'consent-not-named';
  for (const channel of channels) {
    if (!consent.channels.includes(channel)) return 'consent-wrong-channel';
  }
  if (consent.purposes.length > 0 && !consent.purposes.includes(campaign.purpose))
    return 'consent-purpose-mismatch';
  if (consent.method === 'pre-ticked') return 'consent-invalid-method';
  if (consent.method === 'bundled-terms') return 'consent-invalid-method';
  if (consent.method === 'opt-out-not-used') return 'consent-invalid-method';
  if (isTiedToWhatIsNoMore(world, consent)) return 'consent-lapsed-membership';
  if (consent.on !== null && consent.on > callDate) return 'consent-not-yet-given';
  if (consent.withdrawnOn !== null) return 'consent-withdrawn';
  for (const entry of world.evidence.ledger) {
    if (entry.record !== 'withdrawal') continue;
    if (!entry.match.contact && !entry.match.person) continue;
    if (!isSaidToThisCampaign(world, entry)) continue;
    if (entry.on === null || consent.on === null || entry.on >= consent.on) return 'consent-withdrawn';
  }
  return null;
}

function whatIsWanting(
  world: World,
  consent: ConsentEntry,
  channels: readonly LedgerChannel[],
): readonly string[] {
  const { campaign, callDate } = world;
  const wanting: string[] = [];
  const membership = membershipOfTheController(world);
  const isByPersonAlone = !consent.match.namesContact;
  const isByTelephone = channels.some(
    (channel) =>
      channel === 'live-call' || channel === 'automated-call' || channel === 'fax' || channel === 'voicemail',
  );
  if (
    consent.on === null ||
    consent.source === null ||
    consent.wording === null ||
    consent.method === null ||
    consent.obtained === null ||
    consent.purposes.length === 0 ||
    (consent.tiedTo === null && membership !== 'current') ||
    (consent.tiedTo === 'membership' && membership === 'unknown') ||
    (isByPersonAlone && isByTelephone)
  ) {
    wanting.push('consent-evidence-incomplete');
  }
  if (
    consent.obtained !== 'third-party' &&
    consent.on !== null &&
    callDate > monthsLater(consent.on, campaign.policy.consent_max_age_months)
  ) {
    wanting.push('consent-stale');
  }
  if (consent.obtained === 'third-party' && consent.on !== null && callDate > monthsLater(consent.on, 6)) {
    wanting.push('consent-third-party-stale');
  }
  if (consent.obtained === 'third-party' && consent.dueDiligence === null) {
    wanting.push('consent-third-party-unverified');
  }
  return wanting;
}

/** Tied to a membership that has ended, or that a registered supporter or nobody's member does not have. */
function isTiedToWhatIsNoMore(world: World, consent: ConsentEntry): boolean {
  const membership = membershipOfTheController(world);
  return consent.tiedTo === 'membership' && (membership === 'ended' || membership === 'other');
}
