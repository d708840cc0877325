/**
 * law.md, section 1, row by row as the table stands there, each with its class; and the codes of the house with
 * the class of the question that each answers. law.md, section 3: "Give one `primary_reason`: the first by class".
 */
type Class = 'P0' | 'P1' | 'P2' | 'P3' | 'P4' | 'P5' | 'P6' | 'P7' | 'P8' | '-';

const TABLE_OF_THE_LAW: readonly (readonly [code: string, Class])[] = [
  // Scope
  ['not-direct-marketing', 'P1'],
  ['membership-admin', 'P1'],
  ['admin-purpose-lapsed-member', 'P1'],
  ['market-research', 'P1'],
  ['research-script-unreviewed', 'P1'],
  ['election-address', 'P1'],
  // Campaign gates
  ['moratorium-window', 'P0'],
  ['processor-contract-missing', 'P0'],
  ['transfer-undeclared-territory', 'P0'],
  ['instigator-not-covered', 'P0'],
  ['cli-withheld', 'P0'],
  ['caller-identity-missing', 'P0'],
  ['opt-out-facility-missing', 'P0'],
  ['predictive-dialler-duty', 'P0'],
  // Provenance
  ['list-unauthorised', 'P2'],
  ['special-category-disclosure', 'P2'],
  ['list-provenance-unknown', 'P2'],
  ['privacy-notice-missing', 'P2'],
  ['number-matched-without-knowledge', 'P2'],
  ['casework-data-reuse', 'P2'],
  ['referral-no-consent', 'P2'],
  ['lapsed-no-post-lapse-notice', 'P2'],
  ['retention-exceeded', 'P2'],
  ['child-contact', 'P2'],
  // Contact data
  ['number-invalid', 'P3'],
  ['email-invalid', 'P3'],
  ['contact-detail-missing', 'P3'],
  ['crown-dependency-number', 'P3'],
  ['non-uk-number', 'P3'],
  // Objections
  ['objection-number', 'P4'],
  ['objection-person', 'P4'],
  ['objection-superseded-by-consent', 'P4'],
  ['consent-withdrawn', 'P4'],
  ['fundraising-preference-suppressed', 'P4'],
  ['mps-listed', 'P4'],
  // Register
  ['tps-listed', 'P5'],
  ['ctps-listed', 'P5'],
  ['register-grace-28d', 'P5'],
  ['listing-date-unknown', 'P5'],
  ['register-overridden-by-consent', 'P5'],
  ['register-stale', 'P5'],
  ['register-missing', 'P5'],
  ['register-incomplete', 'P5'],
  ['register-clear', 'P5'],
  // Consent
  ['consent-valid', 'P6'],
  ['no-consent', 'P6'],
  ['automated-call-no-consent', 'P6'],
  ['claims-management-no-consent', 'P6'],
  ['pension-call-restricted', 'P6'],
  ['pension-existing-client', 'P6'],
  ['consent-wrong-controller', 'P6'],
  ['consent-not-named', 'P6'],
  ['consent-wrong-channel', 'P6'],
  ['consent-purpose-mismatch', 'P6'],
  ['consent-invalid-method', 'P6'],
  ['consent-lapsed-membership', 'P6'],
  ['consent-not-yet-given', 'P6'],
  ['consent-evidence-incomplete', 'P8'],
  ['consent-stale', 'P8'],
  ['consent-third-party-stale', 'P8'],
  ['consent-third-party-unverified', 'P8'],
  ['voicemail-needs-consent', 'P6'],
  ['fps-listed', 'P5'],
  // Soft opt-in
  ['soft-opt-in', 'P7'],
  ['charity-soft-opt-in', 'P7'],
  ['soft-opt-in-unavailable', 'P7'],
  ['soft-opt-in-third-party', 'P7'],
  ['soft-opt-in-no-opt-out-at-collection', 'P7'],
  ['soft-opt-in-dissimilar', 'P7'],
  ['charity-soft-opt-in-pre-commencement', 'P7'],
  ['charity-soft-opt-in-mixed-purpose', 'P7'],
  // Subscriber kind
  ['corporate-subscriber', 'P6'],
  ['subscriber-kind-unknown', 'P6'],
  ['personal-mailbox', 'P6'],
  ['tps-not-applicable', '-'],
];

/** product.md names no class for these. Each is told right before or after the row it is kin to. */
const CODES_OF_THE_HOUSE: readonly (readonly [code: string, where: 'before' | 'after', row: string])[] = [
  ['campaign-fact-missing', 'before', 'moratorium-window'],
  ['membership-status-unknown', 'before', 'lapsed-no-post-lapse-notice'],
  ['deceased', 'after', 'retention-exceeded'],
  ['record-malformed', 'before', 'number-invalid'],
  ['number-repaired', 'after', 'number-invalid'],
  ['number-kind-not-callable', 'after', 'number-invalid'],
  ['number-ambiguous', 'after', 'number-invalid'],
  ['opt-out-in-text', 'after', 'fundraising-preference-suppressed'],
  ['flag-unread', 'after', 'fundraising-preference-suppressed'],
  ['outside-register-coverage', 'after', 'register-incomplete'],
  ['wrong-number', 'after', 'consent-not-yet-given'],
  ['post-open', 'after', 'personal-mailbox'],
  ['nothing-known', 'after', 'tps-not-applicable'],
];

/** All codes, the first to be told first. */
export const ORDER_OF_REASONS: readonly string[] = orderOfReasons();

function orderOfReasons(): readonly string[] {
  const order: string[] = [];
  for (const aClass of ['P0', 'P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', '-']) {
    for (const [code, itsClass] of TABLE_OF_THE_LAW) if (itsClass === aClass) order.push(code);
  }
  for (const [code, where, row] of CODES_OF_THE_HOUSE) {
    const place = order.indexOf(row) + (where === 'after' ? 1 : 0);
    order.splice(place, 0, code);
  }
  return order;
}

/** The first of the codes by that order. */
export function firstTold(codes: readonly string[]): string {
  const [first] = codes.toSorted((one, other) => placeOf(one) - placeOf(other));
  if (first === undefined) throw new Error('no reason was found');
  return first;
}

function placeOf(code: string): number {
  const place = ORDER_OF_REASONS.indexOf(code);
  if (place < 0) throw new Error(`no place for ${code}`);
  return place;
}
