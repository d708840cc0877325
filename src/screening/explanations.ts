/** One plain sentence for a reason: the words of `screening_explanation`. Bodies are named, people never. */
import { declaredFacts } from './facts.js';
import type { Detail, KeyFinding, Reason } from './finding.js';
import { inOrder } from './precedence.js';
import type { ReasonCode } from './reasons.js';

/**
 * What `reason` means for the row it stands in, as a sentence with its final stop. Where consent is needed and
 * some is held, it says why that does not do.
 */
export function explain(reason: Reason): string {
  const sentence = explainAlone(reason);
  const failed = whyConsentFails(reason);
  return failed === undefined ? sentence : `${sentence.slice(0, -1)}: ${lowerFirst(explainAlone(failed))}`;
}

/** The same without a word on the keys of a bar, for where these are told beside it. */
export function explainAlone({ code, detail }: Reason): string {
  return sentences[code](detail);
}

function whyConsentFails(reason: Reason): KeyFinding | undefined {
  if (reason.kind !== 'bar' || reason.code !== 'no-consent') return undefined;
  return inOrder(reason.keys).find(({ outcome }) => outcome === 'fails');
}

/** The sentence as it stands behind a colon. */
export function lowerFirst(sentence: string): string {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}

const sentences: Readonly<Record<ReasonCode, (detail: Detail) => string>> = {
  'campaign-fact-missing': ({ fact, on }) =>
    on === undefined
      ? `The campaign file leaves \`${fact}\` open: ${questionOf(fact)}`
      : `The list's controller authorised this use from ${on} only, which is after the day of the contact.`,
  'moratorium-window': ({ on, until }) => `No contact for this purpose may be made from ${on} to ${until}.`,
  'processor-contract-missing': () =>
    'Somebody else makes the contact, and the campaign file names no written contract with them.',
  'transfer-undeclared-territory': ({ country }) =>
    country === undefined
      ? 'The campaign file does not say in which country the processor works.'
      : `The processor works in ${country}, which the public notice does not name.`,
  'instigator-not-covered': ({ controller }) =>
    `${controller} asked for this contact and answers for it too; nothing here was recorded for it.`,
  'cli-withheld': () => 'The calls would hide the number they come from.',
  'caller-identity-missing': () => 'The script or fax does not say who makes the contact.',
  'opt-out-facility-missing': () => 'The message does not say how to opt out of further ones.',
  'predictive-dialler-duty': () =>
    'A predictive dialler brings its own duties on silent and abandoned calls, which no screening can check.',
  'list-unauthorised': ({ controller }) =>
    `${controller} controls this list and has not authorised this use of it.`,
  'list-provenance-unknown': ({ controller }) =>
    controller === undefined
      ? 'Nobody has said where this list comes from.'
      : `The record is of a member of ${controller}, which neither makes this contact nor owns the list.`,
  'privacy-notice-missing': () => 'This person was not told that their details would be used in this way.',
  'number-matched-without-knowledge': () =>
    'The number was matched to the person by somebody else, without their knowledge.',
  'research-script-unreviewed': () => 'Nobody has said whether the answers will be used for marketing later.',
  'special-category-disclosure': ({ controller }) =>
    `The list shows who is or was a member of ${controller}, and this person has not agreed that anybody else may use it.`,
  'referral-no-consent': () =>
    'A friend or volunteer gave these details, and the person has not agreed to such contact themselves.',
  'casework-data-reuse': () => 'The details were given for casework and may not be used for marketing.',
  'retention-exceeded': ({ until }) =>
    `The membership ended so long ago that the stated retention period was over on ${until}.`,
  deceased: () => 'The person is recorded as dead.',
  'objection-number': ({ recordedIn, on }) =>
    recordedIn === 'list'
      ? 'The list itself records an opt-out for a number or address of this record.'
      : `Somebody on this line or address asked not to be contacted${onDay(on)}.`,
  'objection-person': ({ recordedIn, on }) =>
    recordedIn === 'list'
      ? 'The list itself records an opt-out for this person.'
      : `This person asked not to be contacted${onDay(on)}.`,
  'consent-withdrawn': ({ on }) => `Consent was withdrawn${onDay(on)}.`,
  'fundraising-preference-suppressed': ({ on }) =>
    `This person stopped such contact through the Fundraising Preference Service${onDay(on)}.`,
  'tps-listed': (detail) => `The number is on the TPS register (${evidenceOf(detail)}).`,
  'ctps-listed': (detail) => `The number is on the CTPS register (${evidenceOf(detail)}).`,
  'fps-listed': (detail) =>
    `The number is on the register of the Fax Preference Service (${evidenceOf(detail)}).`,
  'no-consent': ({ channel }) =>
    `${messageOf(channel)} to this person needs their consent to this sender${channel === 'fax' ? '' : ', or the soft opt-in'}, and none is held that covers it.`,
  'automated-call-no-consent': () =>
    'An automated call needs consent to automated calls from this caller, and none is held that covers it.',
  'claims-management-no-consent': () => 'A claims management call needs prior consent to this caller.',
  'pension-call-restricted': ({ fact }) =>
    fact === undefined
      ? 'A pension call to this person needs consent, or an existing client who expects it.'
      : 'Only an authorised firm, or the trustee or manager of the scheme, may ring about pensions.',
  'voicemail-needs-consent': () =>
    'The campaign leaves messages on voicemail, and this person has not consented to that.',
  'consent-valid': ({ on }) => `The person consented to such contact by this organisation${onDay(on)}.`,
  'register-overridden-by-consent': ({ on }) =>
    `The number is listed, but the subscriber agreed to such contact from this organisation${onDay(on)}.`,
  'objection-superseded-by-consent': ({ on }) =>
    `The person objected, and has since agreed to such contact${onDay(on)}.`,
  'register-grace-28d': ({ on, until }) =>
    `The number was listed on ${on} at the earliest, less than 28 days before the contact; this lasts until ${until}.`,
  'pension-existing-client': () =>
    'An existing client of this caller, who expects such calls and could refuse them.',
  'soft-opt-in': ({ on }) =>
    `This sender obtained the details in a sale or its negotiation${onDay(on)}, and offered a way to refuse.`,
  'charity-soft-opt-in': ({ on }) =>
    `The person supported this charity or showed interest${onDay(on)}, and could refuse such messages.`,
  'corporate-subscriber': () => 'A corporate subscriber holds the line or mailbox.',
  'subscriber-kind-unknown': () =>
    'It is not known whether an individual or a corporate body holds the line or mailbox.',
  'personal-mailbox': () =>
    'The subscriber is corporate, but the mailbox or account may be a personal one: its kind is personal, unreadable or not recorded.',
  'consent-wrong-controller': ({ controller }) =>
    controller === undefined
      ? 'A consent is held that names no organisation.'
      : `The consent held was given to ${controller}, not to this organisation.`,
  'consent-not-named': () => 'The consent held does not show that this organisation was named to the person.',
  'consent-wrong-channel': () => 'The consent held does not cover this channel.',
  'consent-purpose-mismatch': ({ purpose }) => `The consent held does not cover the purpose ${purpose}.`,
  'consent-invalid-method': () => 'What was taken as consent was no positive act of the person.',
  'consent-lapsed-membership': () => 'The consent came with a membership that has ended.',
  'consent-not-yet-given': ({ on }) =>
    `The consent or relation held is dated ${on}, after the day of the contact.`,
  'consent-evidence-incomplete': ({ missing }) =>
    `A consent or soft opt-in is held, but its record lacks ${listOf(missing)}, so it cannot be proven.`,
  'consent-stale': ({ until }) => `The consent reached the house age limit on ${until}.`,
  'consent-third-party-stale': ({ until }) =>
    `The consent was given through somebody else and should have been used by ${until}.`,
  'consent-third-party-unverified': () =>
    'The consent was given through somebody else, and no check of that supplier is recorded.',
  'soft-opt-in-unavailable': () =>
    'A soft opt-in is held, but there is none for this kind of organisation and this purpose.',
  'soft-opt-in-third-party': () => 'Another body than this one obtained the details.',
  'soft-opt-in-no-opt-out-at-collection': () =>
    'Refusal was not offered when the details were taken, or not each time since.',
  'soft-opt-in-dissimilar': () =>
    'The person would not expect this from the sale or relation in which the details were taken.',
  'charity-soft-opt-in-pre-commencement': ({ on }) =>
    on === undefined
      ? "The message would go out before 5 February 2026, when the charities' soft opt-in became law."
      : `The details were taken on ${on}, and the charities' soft opt-in covers only details taken, and messages sent, from 5 February 2026 on.`,
  'charity-soft-opt-in-mixed-purpose': () =>
    "The message does not serve the charity's own charitable purposes alone.",
  'contact-detail-missing': ({ missing }) => whatIsMissing(missing),
  'email-invalid': () => 'What stands in the email cell is not an email address.',
  'number-invalid': ({ holds }) => wordsForInvalid(holds),
  'number-ambiguous': () => 'The phone cell can be read as more than one number, or digits were lost.',
  'number-kind-not-callable': ({ service }) => `The number is a ${service} number, not a subscriber's line.`,
  'crown-dependency-number': ({ country }) => `The number is in ${country}, which has its own law.`,
  'non-uk-number': ({ country }) =>
    `The number is not a UK number${country === undefined ? '' : ` (${country})`}: the register does not cover it.`,
  'record-malformed': () => 'The record is broken, so its cells may stand under the wrong headers.',
  'flag-unread': ({ columns }) => `The column ${listOf(columns)} holds a value that nobody can read.`,
  'opt-out-in-text': ({ words }) =>
    words === 'deceased'
      ? 'Words in the record say that the person may be dead.'
      : 'Words in the record ask for no contact.',
  'mps-listed': () =>
    'The list says that this person has asked the Mailing Preference Service to stop letters.',
  'child-contact': ({ missing }) =>
    missing === undefined
      ? 'The person is under 18 on the day of the contact.'
      : 'The date of birth cannot be read, so the person may be under 18.',
  'lapsed-no-post-lapse-notice': () =>
    'The membership has ended, and members were not told that their details would still be used.',
  'membership-status-unknown': ({ missing }) =>
    missing === undefined
      ? 'It is not known whether the membership is current.'
      : 'It is not known when the membership ended, so the retention period cannot be reckoned.',
  'admin-purpose-lapsed-member': () =>
    'The membership has ended, so this may not be ordinary membership business.',
  'register-missing': ({ register, asOf, by, ...unanswered }) =>
    whyUnanswered(register, unanswered) ??
    (asOf === undefined
      ? `No copy of the ${nameOf(register)} ${register === undefined ? 'registers' : 'register'} is loaded, so nobody knows whether the number is listed.`
      : `The ${by === 'service' ? 'check' : 'register copy'} of ${asOf} is later than the day of the contact.`),
  'register-incomplete': ({ register, by, ...unanswered }) =>
    whyUnanswered(register, unanswered) ??
    (by === 'service'
      ? `A screening service checked the number, but not against the ${nameOf(register)} register, and no copy of that one is loaded.`
      : `No copy of the ${nameOf(register)} register is loaded, so nobody knows whether the number is listed there.`),
  'register-stale': ({ register, asOf, by, ...unanswered }) =>
    whyUnanswered(register, unanswered) ??
    (by === 'service'
      ? `The number was checked against the ${nameOf(register)} register on ${asOf}, too long before the day of the contact.`
      : `The copy of the ${nameOf(register)} register is of ${asOf}, too old for the day of the contact.`),
  'outside-register-coverage': ({ register, ...unanswered }) =>
    whyUnanswered(register, unanswered) ??
    `The copy of the ${nameOf(register)} register does not cover this dialling code.`,
  'nothing-known': () => 'Nothing is known that would allow this contact.',
  'register-clear': (detail) =>
    `The number is not on the ${nameOf(detail.register)} register (${evidenceOf(detail)}).`,
  'post-open': () => 'A letter needs no consent, and no register binds it.',
  'election-address': () => "A candidate's election address by post, which no objection stops.",
  'not-direct-marketing': () => 'The contact is not direct marketing.',
  'membership-admin': () => 'Ordinary membership business with a current member.',
  'market-research': () => 'Research whose answers are not used for marketing.',
  'listing-date-unknown': ({ register }) =>
    `The day of listing on the ${nameOf(register)} register is not known, so there is no grace.`,
  'tps-not-applicable': () =>
    'A number of this person is on the TPS or CTPS register, which is about live calls only.',
  'number-repaired': () => 'The number was mended before it was looked up.',
  'wrong-number': () => "The number was reported to be somebody else's, which ends consent on it.",
};

/** Why not even a screening service answered, where one was asked. */
function whyUnanswered(
  register: Detail['register'],
  { takenBackOn, invalidOn }: Pick<Detail, 'takenBackOn' | 'invalidOn'>,
): string | undefined {
  if (takenBackOn !== undefined)
    return `A check of ${takenBackOn} found the number on the ${nameOf(register)} register and was taken back, and nothing later answers.`;
  return invalidOn === undefined
    ? undefined
    : `A screening service called the number invalid on ${invalidOn} and did not check it: look whether it was mistyped.`;
}

function wordsForInvalid(holds: Detail['holds']): string {
  switch (holds) {
    case 'email-address':
      return 'The phone cell holds an email address and no telephone number: it may be the wrong column.';
    case 'words':
      return 'The phone cell holds words and no telephone number.';
    case undefined:
      return 'What stands in the phone cell is not a telephone number that can be rung.';
  }
}

function questionOf(fact: Detail['fact']): string {
  return declaredFacts.find(({ key }) => key === fact)?.question ?? 'it is needed.';
}

function messageOf(channel: Detail['channel']): string {
  switch (channel) {
    case 'email':
      return 'A marketing email';
    case 'sms':
      return 'A marketing text';
    case 'social-dm':
      return 'A marketing direct message';
    case 'fax':
      return 'A marketing fax';
    case 'live-call':
    case 'automated-call':
    case 'post':
    case undefined:
      return 'Such contact';
  }
}

function whatIsMissing(missing: Detail['missing']): string {
  const [wanted = '', ...more] = missing ?? [];
  if (more.length > 0) {
    return 'The record has no person_id, number or email address, so no objection could be matched with it.';
  }
  switch (wanted) {
    case 'list.id_system':
      return 'Only a person_id could match an objection, and `list.id_system` does not say which system it comes from.';
    case 'email':
      return 'The record has no email address.';
    case 'address':
      return 'The record has no postal address.';
    case 'social_handle':
      return 'The record has no account for direct messages.';
  }
  return wanted === 'fax' ? 'The record has no fax number.' : 'The record has no telephone number.';
}

function onDay(on: string | undefined): string {
  return on === undefined ? '' : ` on ${on}`;
}

function evidenceOf({ asOf, by }: Detail): string {
  return by === 'service' ? `checked by a service on ${asOf}` : `copy of ${asOf}`;
}

function nameOf(register: Detail['register']): string {
  return register === undefined ? 'TPS and CTPS' : register.toUpperCase();
}

function listOf(words: readonly string[] | undefined): string {
  return (words ?? []).map((word) => `\`${word}\``).join(', ');
}
