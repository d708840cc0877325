import type { System } from './shape/system.js';

/**
 * Brevo's contacts. Whether they are subscribed was chosen when the export was asked for, and stands nowhere
 * in it, so that the absence of an opt-out proves nothing. `SMS` holds a number.
 */
export default {
  title: 'Brevo',
  list: {
    called: 'a Brevo export',
    signatures: [
      {
        all: ['CONTACT ID', 'EMAIL', 'SMS'],
        some: { atLeast: 1, of: ['FIRSTNAME', 'LASTNAME', 'LANDLINE_NUMBER', 'WHATSAPP'] },
      },
    ],
  },
  columns: {
    person_id: ['CONTACT ID'],
    phone: ['SMS', 'LANDLINE_NUMBER', 'WHATSAPP'],
    email: ['EMAIL'],
    do_not_email: ['EMAIL_BLACKLISTED'],
    do_not_text: ['SMS_BLACKLISTED'],
    notes: ['INTERESTS', 'TAGS'],
  },
} satisfies System;
