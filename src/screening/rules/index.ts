/**
 * The rules, in the order of the law's classes, and the catalogue of reason codes that is collected from them. The
 * order of reasons in a verdict is that of `precedence.ts`; of two findings with one code, the first comes first.
 * Explicit on purpose: nothing is discovered.
 */
import type { ReasonCode } from '../precedence.js';
import type { CampaignRule, ContactRule, ReasonInfo } from '../rule.js';
import { callerIdentity } from './campaign/caller-identity.js';
import { callerNumber } from './campaign/caller-number.js';
import { dataTransfer } from './campaign/data-transfer.js';
import { instigator } from './campaign/instigator.js';
import { moratorium } from './campaign/moratorium.js';
import { optOutFacility } from './campaign/opt-out-facility.js';
import { pensionAuthorisation } from './campaign/pension-authorisation.js';
import { predictiveDialler } from './campaign/predictive-dialler.js';
import { processorContract } from './campaign/processor-contract.js';
import { researchScript } from './campaign/research-script.js';
import { campaignFactCodes } from './campaign-facts.js';
import { automatedCalls } from './consent/automated-calls.js';
import { claimsManagement } from './consent/claims-management.js';
import { consentCodes } from './consent/consent.js';
import { corporateSubscriberCodes } from './consent/corporate-subscriber.js';
import { electronicMail } from './consent/electronic-mail.js';
import { faxes } from './consent/faxes.js';
import { pensionCalls } from './consent/pension-calls.js';
import { softOptInCodes } from './consent/soft-opt-in.js';
import { voicemail } from './consent/voicemail.js';
import { directMarketing } from './membership/direct-marketing.js';
import { lapsedMembership } from './membership/lapsed-membership.js';
import { membershipStatus } from './membership/membership-status.js';
import { retention } from './membership/retention.js';
import { nothingKnownCodes } from './nothing-known.js';
import { objections } from './objections/objections.js';
import { children } from './person/children.js';
import { contactData } from './person/contact-data.js';
import { deceased } from './person/deceased.js';
import { mailingPreference } from './person/mailing-preference.js';
import { optOutDoubts } from './person/opt-out-doubts.js';
import { post } from './person/post.js';
import { casework } from './provenance/casework.js';
import { listAuthority } from './provenance/list-authority.js';
import { listProvenance } from './provenance/list-provenance.js';
import { numberMatching } from './provenance/number-matching.js';
import { privacyNotice } from './provenance/privacy-notice.js';
import { referral } from './provenance/referral.js';
import { specialCategory } from './provenance/special-category.js';
import { faxRegister } from './registers/fax-register.js';
import { registerListing } from './registers/register-listing.js';
import { registerNotApplicable } from './registers/register-not-applicable.js';

export const campaignRules: readonly CampaignRule[] = [
  moratorium,
  processorContract,
  dataTransfer,
  instigator,
  callerNumber,
  callerIdentity,
  optOutFacility,
  predictiveDialler,
  researchScript,
  listAuthority,
  listProvenance,
  pensionAuthorisation,
];

export const contactRules: readonly ContactRule[] = [
  directMarketing,
  specialCategory,
  privacyNotice,
  numberMatching,
  casework,
  referral,
  lapsedMembership,
  // Before the general doubt of the same code: it says which day is missing.
  retention,
  membershipStatus,
  deceased,
  children,
  contactData,
  objections,
  optOutDoubts,
  mailingPreference,
  registerListing,
  faxRegister,
  electronicMail,
  faxes,
  automatedCalls,
  claimsManagement,
  pensionCalls,
  voicemail,
  post,
  registerNotApplicable,
];

/**
 * Every reason code with what it is. INVARIANT: a code has one home. One without a home does not compile; a test
 * names one that has two.
 */
export const reasons: Readonly<Record<ReasonCode, ReasonInfo>> = {
  // Shared by several rules, or raised by none
  ...campaignFactCodes,
  ...consentCodes,
  ...softOptInCodes,
  ...corporateSubscriberCodes,
  ...nothingKnownCodes,
  ...moratorium.codes,
  ...processorContract.codes,
  ...dataTransfer.codes,
  ...instigator.codes,
  ...callerNumber.codes,
  ...callerIdentity.codes,
  ...optOutFacility.codes,
  ...predictiveDialler.codes,
  ...researchScript.codes,
  ...listAuthority.codes,
  ...listProvenance.codes,
  ...pensionAuthorisation.codes,
  ...directMarketing.codes,
  ...specialCategory.codes,
  ...privacyNotice.codes,
  ...numberMatching.codes,
  ...casework.codes,
  ...referral.codes,
  ...lapsedMembership.codes,
  ...retention.codes,
  ...membershipStatus.codes,
  ...deceased.codes,
  ...children.codes,
  ...contactData.codes,
  ...objections.codes,
  ...optOutDoubts.codes,
  ...mailingPreference.codes,
  ...registerListing.codes,
  ...faxRegister.codes,
  ...electronicMail.codes,
  ...faxes.codes,
  ...automatedCalls.codes,
  ...claimsManagement.codes,
  ...pensionCalls.codes,
  ...voicemail.codes,
  ...post.codes,
  ...registerNotApplicable.codes,
};
