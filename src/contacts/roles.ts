/** What a column of a list may be for, and how its flags are read: the vocabulary of this room. */

/** The opt-out flags. Each binds the channels that `survey.ts` names. */
export const OPT_OUT_ROLES = [
  'do_not_call',
  'do_not_text',
  'do_not_email',
  'do_not_mail',
  'do_not_contact',
] as const;

export type OptOutRole = (typeof OPT_OUT_ROLES)[number];

/** Roles that take one column only. */
export const SINGLE_ROLES = [
  'person_id',
  'subscriber_kind',
  'legal_form',
  'mailbox_kind',
  'date_of_birth',
  'membership_status',
  'membership_controller',
  'membership_ended_on',
] as const;

export const ROLES = [
  'phone',
  'fax',
  'email',
  'address',
  'social_handle',
  ...SINGLE_ROLES,
  'deceased',
  'mps_listed',
  ...OPT_OUT_ROLES,
  'notes',
  'ignore',
] as const;

export type Role = (typeof ROLES)[number];

/** Whether `text` is the name of a role. */
export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

/** The roles of columns by which people are reached. */
export type ContactRole = 'phone' | 'fax' | 'email' | 'address' | 'social_handle';

/** `no` means "not opted out" and is never consent. `not-recorded`: nobody answered. `unread`: a person must look. */
export const FLAG_READINGS = ['yes', 'no', 'not-recorded', 'unread'] as const;

export type FlagReading = (typeof FLAG_READINGS)[number];

/**
 * What a bare yes in an opt-out column means: `refusal`, that the person refuses; `permission`, that they
 * agree, so that a no refuses; `unclear`, where the header does not tell, and a bare yes or no is unread.
 */
export type FlagSense = 'refusal' | 'permission' | 'unclear';

/** Where a record begins: a line of the list, or file and line (`members.csv:12`) in a list of several. */
export type Place = number | string;
