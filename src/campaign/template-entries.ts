/** The keys of the campaign file in the order in which `init` writes them, and what is said of each. */
import {
  CHANNELS,
  CONTROLLER_KINDS,
  DIALLERS,
  GRACE_POLICIES,
  PURPOSES,
  SECTORS,
} from '../screening/campaign.js';

export type TemplateEntry =
  /** A heading over the keys that follow. */
  | { readonly kind: 'heading'; readonly text: string }
  /** A key of no declared fact; `says` is its comment. */
  | { readonly kind: 'key'; readonly path: string; readonly says: string }
  /** A declared fact; its comment comes from the table of facts, `also` is put behind it. */
  | { readonly kind: 'fact'; readonly path: string; readonly also?: string }
  /** A part of the file that holds keys. */
  | { readonly kind: 'part'; readonly path: string };

export const LEAD = [
  'The campaign that a contact list is screened for.',
  '',
  'Write your answer after the colon, and keep the blanks at the start of a line. Lines that start with #',
  'are notes. Answer questions with yes or no. An empty answer is an open one: ringfence says where that',
  'matters, and never takes silence for a yes.',
];

const oneOf = (words: readonly string[]): string => `One of: ${words.join(', ')}.`;

export const TEMPLATE: readonly TemplateEntry[] = [
  { kind: 'heading', text: 'Who makes contact, why and how' },
  {
    kind: 'key',
    path: 'controller',
    says: 'The organisation on whose behalf people are contacted: its exact name, never a similar one. Must be filled in.',
  },
  {
    kind: 'key',
    path: 'controller_aliases',
    says: 'Other exact names of the same organisation, as they stand in your records of consent: [One, Another].',
  },
  {
    kind: 'key',
    path: 'controller_kind',
    says: `What kind of organisation it is. ${oneOf(CONTROLLER_KINDS)} Must be filled in.`,
  },
  { kind: 'key', path: 'sector', says: `Two trades have rules of their own. ${oneOf(SECTORS)}` },
  {
    kind: 'key',
    path: 'purpose',
    says: `What the contact is for. ${oneOf(PURPOSES)} Must be filled in.`,
  },
  { kind: 'fact', path: 'contains_promotion' },
  {
    kind: 'key',
    path: 'channel',
    says: `How people are contacted. ${oneOf(CHANNELS)} Must be filled in.`,
  },
  { kind: 'part', path: 'dates' },
  {
    kind: 'key',
    path: 'dates.first',
    says: 'The first day of contact, as 2026-11-20: the list is judged for it. Empty: for the day of screening.',
  },
  { kind: 'key', path: 'dates.last', says: 'The last day of contact: no result holds beyond it.' },
  { kind: 'heading', text: 'The calls or messages' },
  { kind: 'part', path: 'calls' },
  { kind: 'fact', path: 'calls.number_presented' },
  { kind: 'fact', path: 'calls.caller_identified' },
  { kind: 'fact', path: 'calls.leaves_voicemail' },
  { kind: 'key', path: 'calls.dialler', says: `How numbers are dialled. ${oneOf(DIALLERS)}` },
  { kind: 'part', path: 'messages' },
  { kind: 'fact', path: 'messages.opt_out_included' },
  {
    kind: 'key',
    path: 'messages.similar_products',
    says: 'Only for messages to people without their consent who bought or asked before: is the message about goods or services like those?',
  },
  {
    kind: 'key',
    path: 'messages.sole_charitable_purpose',
    says: 'Only for messages of a charity to its supporters without their consent: is furthering its charitable purposes the sole purpose of the message?',
  },
  { kind: 'heading', text: 'Others who take part' },
  {
    kind: 'key',
    path: 'instigator',
    says: 'Another organisation that asked for this contact to be made: its name. Empty: nobody.',
  },
  {
    kind: 'fact',
    path: 'processor.contract',
    also: 'Write { name: Example Calls Ltd, contract: DPA-2026-04, country: UK }. Empty: nobody but your own people makes the contact.',
  },
  {
    kind: 'key',
    path: 'declared_territories',
    says: 'Where your public privacy notice says that data goes: [UK, EEA].',
  },
  {
    kind: 'key',
    path: 'moratoria',
    says: 'Days on which contact is barred by your own rules, as during an internal election: [{ from: 2026-11-10, to: 2026-12-10, exempt_purposes: [membership-admin] }].',
  },
  { kind: 'heading', text: 'The list of contacts' },
  { kind: 'part', path: 'list' },
  { kind: 'fact', path: 'list.source', also: 'Unknown counts as open.' },
  {
    kind: 'key',
    path: 'list.controller',
    says: 'The organisation whose list it is: its exact name. A party, its branch, its candidate and a group inside it are different organisations. Must be filled in.',
  },
  { kind: 'fact', path: 'list.controller_kind' },
  { kind: 'fact', path: 'list.authorised' },
  {
    kind: 'fact',
    path: 'list.authorisation',
    also: 'Write { by: Data Protection Officer, on: 2026-11-01, reference: Minutes 14 }.',
  },
  {
    kind: 'key',
    path: 'list.id_system',
    says: "Which system the list's person_id comes from. The same id in another system is another person.",
  },
  { kind: 'fact', path: 'list.privacy_notice_given' },
  { kind: 'fact', path: 'list.post_lapse_notice' },
  {
    kind: 'key',
    path: 'list.retention_months_after_lapse',
    says: 'For how many months after a membership ends you have said that you keep data. Empty: nothing was said.',
  },
  { kind: 'heading', text: 'Special cases' },
  { kind: 'part', path: 'research' },
  { kind: 'fact', path: 'research.answers_reused_for_marketing' },
  { kind: 'part', path: 'pensions' },
  { kind: 'fact', path: 'pensions.fca_authorised_or_trustee' },
  { kind: 'heading', text: 'House rules: stricter than the law, never looser' },
  { kind: 'part', path: 'policy' },
  {
    kind: 'key',
    path: 'policy.listing_grace',
    says: `A number that joined the register less than 28 days before the call may still be rung (PECR 2003 reg. 21(3)). ${oneOf(GRACE_POLICIES)}`,
  },
  {
    kind: 'key',
    path: 'policy.consent_max_age_months',
    says: 'A consent older than this goes to review.',
  },
  { kind: 'key', path: 'policy.strict', says: 'Yes: whatever would go to review is blocked.' },
];
