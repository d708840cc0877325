import type { System } from './shape/system.js';

/** Zoho CRM's contacts or leads. Its one opt-out is of email. */
export default {
  title: 'Zoho CRM',
  list: {
    called: 'a Zoho CRM export',
    signatures: [
      {
        all: ['Email Opt Out'],
        some: {
          atLeast: 2,
          of: [
            'Record Id',
            'Contact Owner',
            'Lead Owner',
            'Secondary Email',
            'Mobile',
            'Other Phone',
            'Asst Phone',
          ],
        },
        none: ['Do Not Call', 'Fax Opt Out'],
      },
    ],
  },
  columns: {
    person_id: ['Record Id'],
    phone: ['Phone', 'Mobile', 'Home Phone', 'Other Phone', 'Asst Phone'],
    fax: ['Fax'],
    email: ['Email', 'Secondary Email'],
    do_not_email: ['Email Opt Out'],
    notes: ['Description', 'Tag'],
  },
} satisfies System;
