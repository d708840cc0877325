import type { System } from './shape/system.js';

/**
 * Ecanvasser's contacts, whose header is that of whoever made the file. Its maker advises filling columns of
 * one's own with `N`, which is nobody's answer.
 */
export default {
  title: 'Ecanvasser',
  list: {
    called: 'an Ecanvasser contact file',
    signatures: [
      {
        all: ['House Number', 'Street Name'],
        some: { atLeast: 2, of: ['Unit Number', 'Surname', 'Mobile Phone', 'Home Phone', 'Contact ID'] },
      },
    ],
  },
  columns: {
    person_id: ['Contact ID'],
    phone: ['Mobile Phone', 'Home Phone'],
    email: ['Email', 'Email Address'],
    date_of_birth: ['Date of Birth'],
    notes: ['Notes', 'Tags'],
  },
} satisfies System;
