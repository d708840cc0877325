/**
 * The catalogue of reason codes: what each is called, what it can do to a row, and the law behind it.
 * A code that is not catalogued does not compile; a test holds that each has a rule, a page and a case.
 */

export interface ReasonInfo {
  /** A short sentence without a final stop. */
  readonly title: string;
  /** The provision, or `house setting` where no provision sets it. */
  readonly law: string;
  /** The strongest thing the code can do to a row. `key`: it says how a bar was opened, or why it was not. */
  readonly effect: 'block' | 'review' | 'key' | 'positive' | 'note';
}

export const reasons = {
  // Gates: facts of the campaign and of the list's provenance
  'campaign-fact-missing': {
    title: 'The campaign file leaves a fact open that this contact needs',
    law: 'house setting: an open fact is never taken as favourable',
    effect: 'review',
  },
  'moratorium-window': {
    title: 'The controller has forbidden contact for this purpose on this day',
    law: "UK GDPR Art. 5(1)(a), (b); the controller's own direction",
    effect: 'block',
  },
  'processor-contract-missing': {
    title: 'Somebody else makes the contact without a written contract',
    law: 'UK GDPR Art. 28(3)',
    effect: 'block',
  },
  'transfer-undeclared-territory': {
    title: 'The data goes to a country that the public notice does not name',
    law: 'UK GDPR Art. 13(1)(f), 14(1)(f) and Ch. V',
    effect: 'review',
  },
  'instigator-not-covered': {
    title: 'Another body asked for this contact and answers for it too',
    law: 'PECR 2003 reg. 21(1) and 22(2): "instigate"',
    effect: 'review',
  },
  'cli-withheld': {
    title: 'The calls would hide the number they come from',
    law: 'PECR 2003 reg. 21(A1), for automated calls reg. 19',
    effect: 'block',
  },
  'caller-identity-missing': {
    title: 'The script or fax does not say who makes the contact',
    law: 'PECR 2003 reg. 24',
    effect: 'block',
  },
  'opt-out-facility-missing': {
    title: 'The message does not say how to opt out of further ones',
    law: 'PECR 2003 reg. 23(b)',
    effect: 'block',
  },
  'predictive-dialler-duty': {
    title: 'A predictive dialler brings its own duties on silent and abandoned calls',
    law: 'Communications Act 2003 ss. 128 to 131',
    effect: 'note',
  },
  'list-unauthorised': {
    title: 'The list may not be used: its controller has not authorised it',
    law: 'Data Protection Act 2018 s. 170(1)',
    effect: 'block',
  },
  'list-provenance-unknown': {
    title: 'It is not known where the list, or this record in it, comes from',
    law: 'UK GDPR Art. 14 and 5(2)',
    effect: 'review',
  },
  'privacy-notice-missing': {
    title: 'These people were not told that their details would be used in this way',
    law: 'UK GDPR Art. 13 and 14',
    effect: 'review',
  },
  'number-matched-without-knowledge': {
    title: 'The number was bought and matched to the person without their knowledge',
    law: 'UK GDPR Art. 5(1)(a)',
    effect: 'review',
  },
  'research-script-unreviewed': {
    title: 'Nobody has said whether the research answers will be used for marketing',
    law: 'PECR 2003 reg. 2(1)',
    effect: 'review',
  },

  // Bars
  'special-category-disclosure': {
    title:
      "Another body's membership list shows what these people believe, and they did not agree to this use",
    law: 'UK GDPR Art. 9(2)(d)',
    effect: 'block',
  },
  'referral-no-consent': {
    title: 'Somebody else gave the details, and the person has not agreed to such contact',
    law: 'PECR 2003 reg. 22(2) and 19',
    effect: 'block',
  },
  'casework-data-reuse': {
    title: 'The details were given for casework and may not be used for marketing',
    law: 'UK GDPR Art. 5(1)(b)',
    effect: 'block',
  },
  'retention-exceeded': {
    title: 'The membership ended longer ago than the stated retention period',
    law: 'UK GDPR Art. 5(1)(e)',
    effect: 'block',
  },
  deceased: {
    title: 'The person is recorded as dead',
    law: 'house setting',
    effect: 'block',
  },
  'objection-number': {
    title: 'Somebody on this line or address has asked not to be contacted',
    law: 'PECR 2003 reg. 21(1)(a); UK GDPR Art. 21(2)',
    effect: 'block',
  },
  'objection-person': {
    title: 'This person has objected to such contact',
    law: 'UK GDPR Art. 21(2) and (3)',
    effect: 'block',
  },
  'consent-withdrawn': {
    title: 'Consent was given and then withdrawn',
    law: 'PECR 2003 reg. 21(5) and 22(2); UK GDPR Art. 7(3)',
    effect: 'block',
  },
  'fundraising-preference-suppressed': {
    title: 'The person has stopped contact from this charity through the Fundraising Preference Service',
    law: 'UK GDPR Art. 21(3); Code of Fundraising Practice',
    effect: 'block',
  },
  'tps-listed': {
    title: 'The number is on the TPS register',
    law: 'PECR 2003 reg. 21(1)(b) and 26',
    effect: 'block',
  },
  'ctps-listed': {
    title: 'The number is on the CTPS register',
    law: 'PECR 2003 reg. 21(1)(b) and 26',
    effect: 'block',
  },
  'fps-listed': {
    title: 'The number is on the register of the Fax Preference Service',
    law: 'PECR 2003 reg. 20(1)(c) and 25',
    effect: 'block',
  },
  'no-consent': {
    title: 'Such a message needs prior consent or a soft opt-in, and none is held that covers it',
    law: 'PECR 2003 reg. 22(2); for faxes reg. 20(1)(a)',
    effect: 'block',
  },
  'automated-call-no-consent': {
    title: 'An automated call needs prior consent to such calls from this caller',
    law: 'PECR 2003 reg. 19(1) and (2)',
    effect: 'block',
  },
  'claims-management-no-consent': {
    title: 'A claims management call needs prior consent to this caller',
    law: 'PECR 2003 reg. 21A',
    effect: 'block',
  },
  'pension-call-restricted': {
    title: 'A pension call needs an authorised caller, and consent or an existing client',
    law: 'PECR 2003 reg. 21B',
    effect: 'block',
  },
  'voicemail-needs-consent': {
    title: 'A message left on voicemail needs prior consent',
    law: 'PECR 2003 reg. 2(1) and 22(2)',
    effect: 'block',
  },

  // Keys: why a bar opened or stands
  'consent-valid': {
    title: 'Valid consent to this caller, this channel and this purpose',
    law: 'UK GDPR Art. 4(11) and 7',
    effect: 'key',
  },
  'register-overridden-by-consent': {
    title: 'The person has told this caller that they do not object to its calls or faxes',
    law: 'PECR 2003 reg. 21(4); for faxes reg. 20(2)',
    effect: 'key',
  },
  'objection-superseded-by-consent': {
    title: 'The person has agreed to such contact since objecting',
    law: 'PECR 2003 reg. 21(1)(a): "for the time being"',
    effect: 'key',
  },
  'register-grace-28d': {
    title: 'The number was listed less than 28 days before the contact',
    law: 'PECR 2003 reg. 21(3); for faxes a house setting after reg. 20(4)',
    effect: 'key',
  },
  'pension-existing-client': {
    title: 'An existing client who expects such calls and was offered refusal each time',
    law: 'PECR 2003 reg. 21B(3)',
    effect: 'key',
  },
  'soft-opt-in': {
    title: 'The details were obtained in a sale or its negotiation, and refusal was offered',
    law: 'PECR 2003 reg. 22(3)',
    effect: 'key',
  },
  'charity-soft-opt-in': {
    title: 'The person supported this charity or showed interest, and refusal was offered',
    law: 'PECR 2003 reg. 22(3A) and (5), from 5 February 2026',
    effect: 'key',
  },
  'corporate-subscriber': {
    title: 'A corporate subscriber holds the line or mailbox',
    law: 'PECR 2003 reg. 2(1) and 22(1)',
    effect: 'key',
  },
  'subscriber-kind-unknown': {
    title: 'It is not known whether an individual or a corporate body holds the line or mailbox',
    law: 'PECR 2003 reg. 2(1) and 22(1)',
    effect: 'key',
  },
  'personal-mailbox': {
    title: 'The mailbox or account may be a personal one, whoever holds the contract',
    law: 'PECR 2003 reg. 2(1)',
    effect: 'key',
  },
  'consent-wrong-controller': {
    title: 'The consent was given to another organisation',
    law: 'PECR 2003 reg. 21(4): "that caller"; 22(2): "the sender"',
    effect: 'key',
  },
  'consent-not-named': {
    title: 'The consent does not show that this caller was named to the person',
    law: 'UK GDPR recital 42 and Art. 4(11)',
    effect: 'key',
  },
  'consent-wrong-channel': {
    title: 'The consent does not cover this channel',
    law: 'PECR 2003 reg. 21(4): "such calls"; UK GDPR Art. 4(11)',
    effect: 'key',
  },
  'consent-purpose-mismatch': {
    title: 'The consent does not cover this purpose',
    law: 'UK GDPR Art. 5(1)(b) and 4(11)',
    effect: 'key',
  },
  'consent-invalid-method': {
    title: 'What was taken as consent was no positive act',
    law: 'UK GDPR Art. 4(11) and 7(4)',
    effect: 'key',
  },
  'consent-lapsed-membership': {
    title: 'The consent came with a membership and ended with it',
    law: 'PECR 2003 reg. 21(4) and 22(2): "for the time being"',
    effect: 'key',
  },
  'consent-not-yet-given': {
    title: 'The consent or relation is dated after the day of the contact',
    law: 'PECR 2003 reg. 21A(2), 22(2): "previously notified"',
    effect: 'key',
  },
  'consent-evidence-incomplete': {
    title: 'The consent cannot be proven: part of its record is missing',
    law: 'UK GDPR Art. 7(1) and 5(2)',
    effect: 'key',
  },
  'consent-stale': {
    title: 'The consent is older than the house limit',
    law: 'house setting: no period in law',
    effect: 'key',
  },
  'consent-third-party-stale': {
    title: 'The consent was given through somebody else more than six months ago',
    law: 'house setting: ICO rule of thumb',
    effect: 'key',
  },
  'consent-third-party-unverified': {
    title: 'Nobody has checked the supplier of this consent',
    law: 'UK GDPR Art. 5(2) and 7(1)',
    effect: 'key',
  },
  'soft-opt-in-unavailable': {
    title: 'There is no soft opt-in for this organisation and this purpose',
    law: 'PECR 2003 reg. 22(3)(b), (3A) and (5)',
    effect: 'key',
  },
  'soft-opt-in-third-party': {
    title: 'Another body obtained the details',
    law: 'PECR 2003 reg. 21B(3), 22(3)(a) and (3A)',
    effect: 'key',
  },
  'soft-opt-in-no-opt-out-at-collection': {
    title: 'Refusal was not offered when the details were taken and each time since',
    law: 'PECR 2003 reg. 21B(3), 22(3)(c)',
    effect: 'key',
  },
  'soft-opt-in-dissimilar': {
    title: 'The person would not expect this contact from what they were told',
    law: 'PECR 2003 reg. 21B(3), 22(3)(b)',
    effect: 'key',
  },

  'charity-soft-opt-in-pre-commencement': {
    title: "The details were taken, or the message is sent, before the charities' soft opt-in was law",
    law: 'Data (Use and Access) Act 2025 s. 114; SI 2026/82 reg. 2(x)',
    effect: 'key',
  },
  'charity-soft-opt-in-mixed-purpose': {
    title: "The message serves something else than the charity's own charitable purposes",
    law: 'PECR 2003 reg. 22(3A): "sole purpose"',
    effect: 'key',
  },

  // Doubts: what cannot be judged or needs a person
  'contact-detail-missing': {
    title: 'The record has no number or address of this channel, or nothing to match an objection with',
    law: 'PECR 2003 reg. 21(1)(a); UK GDPR Art. 21(2) cannot be tested',
    effect: 'review',
  },
  'email-invalid': {
    title: 'What stands in the cell is no email address',
    law: 'house setting: what cannot be read cannot be judged',
    effect: 'review',
  },
  'number-invalid': {
    title: 'What stands in the cell is no telephone number that can be rung',
    law: 'PECR 2003 reg. 21(1)(b) cannot be tested',
    effect: 'review',
  },
  'number-ambiguous': {
    title: 'The cell can be read as more than one number, or digits were lost',
    law: 'PECR 2003 reg. 21(1)(b) cannot be tested',
    effect: 'review',
  },
  'number-kind-not-callable': {
    title: "The number is a premium, shared cost, pager or personal number, not a subscriber's line",
    law: 'house setting',
    effect: 'review',
  },
  'crown-dependency-number': {
    title: 'The number is in the Isle of Man, Jersey or Guernsey, which have their own law',
    law: 'Isle of Man UCR 2005; Guernsey Ordinance 2004',
    effect: 'review',
  },
  'non-uk-number': {
    title: 'The number is not a UK number: the register does not cover it',
    law: 'PECR 2003 reg. 26',
    effect: 'review',
  },
  'record-malformed': {
    title: 'The record is broken, so its cells may stand under the wrong headers',
    law: 'house setting',
    effect: 'review',
  },
  'flag-unread': {
    title: 'An opt-out column holds a value nobody can read',
    law: 'house setting: an unread opt-out is never taken as none',
    effect: 'review',
  },
  'opt-out-in-text': {
    title: 'The text of the record asks for no contact, or says that the person is dead',
    law: 'PECR 2003 reg. 21(1)(a); UK GDPR Art. 21(2)',
    effect: 'review',
  },
  'mps-listed': {
    title: 'The list says that the person is with the Mailing Preference Service',
    law: 'house setting: the service is voluntary',
    effect: 'review',
  },
  'child-contact': {
    title: 'The person is under 18, or their age cannot be read',
    law: 'UK GDPR recital 38 and Art. 6(1)(f)',
    effect: 'review',
  },
  'lapsed-no-post-lapse-notice': {
    title: 'The membership has ended, and members were not told of use after that',
    law: 'UK GDPR Art. 5(1)(a) and 13',
    effect: 'review',
  },
  'membership-status-unknown': {
    title: 'It is not known whether the membership is current',
    law: 'house setting',
    effect: 'review',
  },
  'admin-purpose-lapsed-member': {
    title: 'Membership business with somebody whose membership has ended',
    law: 'PECR 2003 reg. 2(1)',
    effect: 'review',
  },
  'register-missing': {
    title: 'No register copy or check can answer for the day of the contact',
    law: 'PECR 2003 reg. 21(1)(b); for faxes reg. 20(1)(c)',
    effect: 'review',
  },
  'register-incomplete': {
    title: 'Only one of the two registers was loaded or checked',
    law: 'PECR 2003 reg. 26',
    effect: 'review',
  },
  'register-stale': {
    title: 'The register copy is too old for the day of the contact',
    law: 'PECR 2003 reg. 21(1)(b) and (3); for faxes reg. 20(1)(c)',
    effect: 'review',
  },
  'outside-register-coverage': {
    title: 'The register copy does not cover this dialling code',
    law: 'PECR 2003 reg. 21(1)(b); for faxes reg. 20(1)(c)',
    effect: 'review',
  },
  'nothing-known': {
    title: 'Nothing is known that would allow this contact',
    law: 'house setting: silence never allows',
    effect: 'review',
  },

  // Positive findings
  'register-clear': {
    title: 'The number is not on the register',
    law: 'PECR 2003 reg. 21(1)(b); for faxes reg. 20(1)(c)',
    effect: 'positive',
  },
  'post-open': {
    title: 'A letter needs no consent, and no register binds it',
    law: 'PECR 2003 says nothing of post',
    effect: 'positive',
  },
  'election-address': {
    title: "A candidate's election address by post, which no objection stops",
    law: 'Representation of the People Act 1983 s. 91',
    effect: 'positive',
  },
  'not-direct-marketing': {
    title: 'The contact is not direct marketing',
    law: 'PECR 2003 reg. 2(1)',
    effect: 'positive',
  },
  'membership-admin': {
    title: 'Membership business with a current member',
    law: 'PECR 2003 reg. 2(1)',
    effect: 'positive',
  },
  'market-research': {
    title: 'Research whose answers are not used for marketing',
    law: 'PECR 2003 reg. 2(1)',
    effect: 'positive',
  },

  // Notes
  'listing-date-unknown': {
    title: 'The day of listing is not known, so there is no grace',
    law: 'PECR 2003 reg. 21(3)',
    effect: 'note',
  },
  'tps-not-applicable': {
    title: 'The number is on the TPS or CTPS register, which is about live calls only',
    law: 'PECR 2003 reg. 21',
    effect: 'note',
  },
  'number-repaired': {
    title: 'The number was mended before it was looked up',
    law: 'house setting',
    effect: 'note',
  },
  'wrong-number': {
    title: 'The number was reported to be somebody else’s, which ends consent on it',
    law: 'UK GDPR Art. 5(1)(d)',
    effect: 'note',
  },
} as const satisfies Record<string, ReasonInfo>;

export type ReasonCode = keyof typeof reasons;

/** Every reason code, in the order of the catalogue. */
export const reasonCodes: readonly ReasonCode[] = Object.keys(reasons).filter(isReasonCode);

/** Whether `text` is a reason code. */
export function isReasonCode(text: string): text is ReasonCode {
  return Object.hasOwn(reasons, text);
}
