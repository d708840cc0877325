import type { Preset } from '../columns/preset.js';

/**
 * NationBuilder's export of people. `federal_donotcall` is the register of the United States, which says
 * nothing of a UK number. A number or address marked as bad is one that the system itself no longer uses.
 */
export default {
  system: 'a NationBuilder people export',
  signatures: [{ all: ['nationbuilder_id'] }],
  roles: {
    person_id: ['nationbuilder_id'],
    phone: ['phone_number', 'work_phone_number', 'mobile_number'],
    fax: ['fax_number'],
    email: ['email', 'email#'],
    social_handle: ['twitter_login', 'facebook_username'],
    do_not_call: ['do_not_call', 'is_mobile_bad'],
    // A no there is also how an opt-out is written back, so that it is read as one.
    do_not_text: ['is_mobile_bad', 'mobile_opt_in'],
    do_not_email: ['unsubscribed_at', 'email#_is_bad', 'email_opt_in'],
    do_not_contact: ['do_not_contact'],
    deceased: ['is_deceased'],
    notes: ['tag_list', 'note'],
  },
  copied: ['federal_donotcall', 'federal_do_not_call'],
  senses: { is_mobile_bad: 'refusal', 'email#_is_bad': 'refusal' },
  writeBack: {
    do_not_contact: { column: 'do_not_contact', value: 'Y' },
    do_not_call: { column: 'do_not_call', value: 'Y' },
    do_not_text: { column: 'mobile_opt_in', value: 'N' },
    do_not_email: { column: 'email_opt_in', value: 'N' },
  },
} satisfies Preset;
