import type { System } from './shape/system.js';

/**
 * NationBuilder's export of people. A no under an opt-in is how an opt-out is written back, so that it is one
 * wherever it is read; a yes is held without the day, source and wording that it does not have. A number or
 * address marked as bad is one that the system itself no longer uses. The federal register is that of the United
 * States and says nothing of a UK number.
 */
export default {
  title: 'NationBuilder',
  list: {
    called: 'a NationBuilder people export',
    signatures: [{ all: ['nationbuilder_id'] }],
  },
  ledger: {
    called: 'a NationBuilder people export',
    signatures: [
      {
        all: ['nationbuilder_id'],
        some: {
          atLeast: 1,
          of: ['do_not_call', 'do_not_contact', 'unsubscribed_at', 'email_opt_in', 'mobile_opt_in'],
        },
      },
    ],
    idSystem: 'nationbuilder',
  },
  columns: {
    person_id: ['nationbuilder_id'],
    phone: ['phone_number', 'work_phone_number', 'mobile_number'],
    fax: ['fax_number'],
    email: ['email', 'email#'],
    social_handle: ['twitter_login', 'facebook_username'],
    do_not_call: ['do_not_call'],
    do_not_contact: ['do_not_contact'],
    deceased: ['is_deceased'],
    notes: ['tag_list', 'note'],
  },
  flags: [
    { reads: 'day', columns: ['unsubscribed_at'], binds: ['do_not_email'] },
    {
      reads: 'opt-in',
      columns: ['email_opt_in'],
      binds: ['do_not_email'],
      yes: { becomes: 'consent', channels: ['email'], of: ['email'] },
    },
    {
      reads: 'opt-in',
      columns: ['mobile_opt_in'],
      binds: ['do_not_text'],
      yes: { becomes: 'consent', channels: ['sms'], of: ['mobile_number'] },
    },
    { reads: 'yes-no', columns: ['is_mobile_bad'], binds: ['do_not_call', 'do_not_text'] },
    { reads: 'yes-no', columns: ['email#_is_bad'], binds: ['do_not_email'] },
    {
      reads: 'yes-no',
      columns: ['federal_donotcall', 'federal_do_not_call'],
      binds: [],
      yes: { becomes: 'nothing', because: 'the register of the United States, which lists no UK number' },
    },
  ],
  writeBack: {
    do_not_contact: { column: 'do_not_contact', value: 'Y' },
    do_not_call: { column: 'do_not_call', value: 'Y' },
    do_not_text: { column: 'mobile_opt_in', value: 'N' },
    do_not_email: { column: 'email_opt_in', value: 'N' },
  },
} satisfies System;
