/**
 * Every reason code, in the order in which a verdict gives its reasons. The classes are those of the law in research
 * terms, P0 to P8, and within a class the order is that of its table of rules. A code of the house is in the class
 * whose question it answers, beside the codes it is kin to. What a code means is with the rule that raises it.
 */

const CLASSES = [
  // P0, gates of the campaign. An open fact comes first: nobody knows what else its answer would raise.
  [
    'campaign-fact-missing',
    'moratorium-window',
    'processor-contract-missing',
    'transfer-undeclared-territory',
    'instigator-not-covered',
    'cli-withheld',
    'caller-identity-missing',
    'opt-out-facility-missing',
    'predictive-dialler-duty',
  ],
  // P1, scope: is it marketing at all
  [
    'not-direct-marketing',
    'membership-admin',
    'admin-purpose-lapsed-member',
    'market-research',
    'research-script-unreviewed',
    'election-address',
  ],
  // P2, provenance; with the house's bar that no key opens, and the doubt on which everything after a membership hangs
  [
    'list-unauthorised',
    'special-category-disclosure',
    'list-provenance-unknown',
    'privacy-notice-missing',
    'number-matched-without-knowledge',
    'casework-data-reuse',
    'referral-no-consent',
    'membership-status-unknown',
    'lapsed-no-post-lapse-notice',
    'retention-exceeded',
    'deceased',
    'child-contact',
  ],
  // P3, contact data. In a broken record everything else may be read from the wrong cell.
  [
    'record-malformed',
    'number-invalid',
    'number-ambiguous',
    'number-kind-not-callable',
    'number-repaired',
    'email-invalid',
    'contact-detail-missing',
    'crown-dependency-number',
    'non-uk-number',
  ],
  // P4, objections; what may be one comes before what no law requires
  [
    'objection-number',
    'objection-person',
    'objection-superseded-by-consent',
    'consent-withdrawn',
    'fundraising-preference-suppressed',
    'flag-unread',
    'opt-out-in-text',
    'mps-listed',
  ],
  // P5, registers
  [
    'tps-listed',
    'ctps-listed',
    'register-grace-28d',
    'listing-date-unknown',
    'register-overridden-by-consent',
    'register-stale',
    'register-missing',
    'register-incomplete',
    'outside-register-coverage',
    'register-clear',
    'fps-listed',
  ],
  // P6, consent and the kind of subscriber
  [
    'consent-valid',
    'no-consent',
    'automated-call-no-consent',
    'claims-management-no-consent',
    'pension-call-restricted',
    'pension-existing-client',
    'consent-wrong-controller',
    'consent-not-named',
    'consent-wrong-channel',
    'consent-purpose-mismatch',
    'consent-invalid-method',
    'consent-lapsed-membership',
    'consent-not-yet-given',
    'wrong-number',
    'voicemail-needs-consent',
    'corporate-subscriber',
    'subscriber-kind-unknown',
    'personal-mailbox',
    'post-open',
  ],
  // P7, soft opt-in
  [
    'soft-opt-in',
    'charity-soft-opt-in',
    'soft-opt-in-unavailable',
    'soft-opt-in-third-party',
    'soft-opt-in-no-opt-out-at-collection',
    'soft-opt-in-dissimilar',
    'charity-soft-opt-in-pre-commencement',
    'charity-soft-opt-in-mixed-purpose',
  ],
  // P8, proof and age
  [
    'consent-evidence-incomplete',
    'consent-stale',
    'consent-third-party-stale',
    'consent-third-party-unverified',
  ],
  // Of no class
  ['tps-not-applicable', 'nothing-known'],
] as const;

export type ReasonCode = (typeof CLASSES)[number][number];

/** Every reason code, the one that comes first in a verdict first. */
export const reasonCodes: readonly ReasonCode[] = CLASSES.flat();

const places: ReadonlyMap<string, number> = new Map(reasonCodes.map((code, place) => [code, place]));

/** Whether `text` is a reason code. */
export function isReasonCode(text: string): text is ReasonCode {
  return places.has(text);
}

/** The reasons in that order; those of one code stay as they came. */
export function inOrder<Given extends { readonly code: ReasonCode }>(reasons: readonly Given[]): Given[] {
  return reasons.toSorted((one, other) => placeOf(one.code) - placeOf(other.code));
}

/** A code without a place is a bug: without the error, an order would be made up. */
function placeOf(code: ReasonCode): number {
  const place = places.get(code);
  if (place === undefined) throw new Error(`the reason code ${code} has no place`);
  return place;
}
