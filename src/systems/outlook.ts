import type { System } from './shape/system.js';

/**
 * Outlook's contacts, in the layout of 88 columns and in the newer one of 61. A pager, ISDN or telex line is
 * nobody's telephone. Categories often hold what was agreed.
 */
export default {
  title: 'Outlook',
  list: {
    called: 'an Outlook contacts export',
    signatures: [
      {
        all: ['E-mail Address', 'Business Phone', 'Home Phone'],
        some: {
          atLeast: 2,
          of: ['Car Phone', 'Radio Phone', 'TTY/TDD Phone', 'Telex', 'Company Main Phone'],
        },
      },
    ],
  },
  columns: {
    phone: [
      ...['Primary Phone', 'Home Phone', 'Home Phone #', 'Mobile Phone', 'Company Main Phone'],
      ...['Business Phone', 'Business Phone #', "Assistant's Phone", 'Other Phone', 'Callback', 'Car Phone'],
      ...['Radio Phone', 'TTY/TDD Phone'],
    ],
    fax: ['Home Fax', 'Business Fax', 'Other Fax'],
    email: ['E-mail Address', 'E-mail # Address'],
    date_of_birth: ['Birthday'],
    notes: ['Notes', 'Categories', 'Keywords', 'User #'],
    ignore: ['Pager', 'ISDN', 'Telex'],
  },
  copied: ['IMAddress'],
} satisfies System;
