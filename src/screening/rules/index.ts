/**
 * The rules, in the order of the law's classes. Which finding is told first does not hang on it, but on
 * `precedence.ts`; of two findings with one code, the one found first is. Explicit on purpose: nothing is discovered.
 */
import { automatedCalls } from './automated-calls.js';
import { callerIdentity } from './caller-identity.js';
import { callerNumber } from './caller-number.js';
import { casework } from './casework.js';
import { children } from './children.js';
import { claimsManagement } from './claims-management.js';
import { contactData } from './contact-data.js';
import { dataTransfer } from './data-transfer.js';
import { deceased } from './deceased.js';
import { directMarketing } from './direct-marketing.js';
import { electronicMail } from './electronic-mail.js';
import { faxRegister } from './fax-register.js';
import { faxes } from './faxes.js';
import { instigator } from './instigator.js';
import { lapsedMembership } from './lapsed-membership.js';
import { listAuthority } from './list-authority.js';
import { listProvenance } from './list-provenance.js';
import { mailingPreference } from './mailing-preference.js';
import { membershipStatus } from './membership-status.js';
import { moratorium } from './moratorium.js';
import { numberMatching } from './number-matching.js';
import { objections } from './objections.js';
import { optOutDoubts } from './opt-out-doubts.js';
import { optOutFacility } from './opt-out-facility.js';
import { pensionAuthorisation } from './pension-authorisation.js';
import { pensionCalls } from './pension-calls.js';
import { post } from './post.js';
import { predictiveDialler } from './predictive-dialler.js';
import { privacyNotice } from './privacy-notice.js';
import { processorContract } from './processor-contract.js';
import { referral } from './referral.js';
import { registerListing } from './register-listing.js';
import { registerNotApplicable } from './register-not-applicable.js';
import { researchScript } from './research-script.js';
import { retention } from './retention.js';
import type { CampaignRule, ContactRule } from './rule.js';
import { specialCategory } from './special-category.js';
import { voicemail } from './voicemail.js';

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
  // Before the general doubt of the same code: it says which day is wanting.
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
