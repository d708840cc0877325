import type { System } from './shape/system.js';

/**
 * Google Contacts, in the layout that calls the kind of a number `Label` and in the older one that calls it
 * `Type`. Nothing in it is a consent. People keep refusals in labels, notes and fields of their own.
 */
export default {
  title: 'Google Contacts',
  list: {
    called: 'a Google Contacts export',
    signatures: [
      { some: { atLeast: 1, of: ['E-mail # - Label', 'Phone # - Label'] } },
      { some: { atLeast: 1, of: ['E-mail # - Type', 'Phone # - Type'] } },
      { all: ['Group Membership', 'Yomi Name'] },
      { all: ['Labels', 'Phonetic First Name'] },
    ],
  },
  columns: {
    phone: ['Phone # - Value'],
    email: ['E-mail # - Value'],
    address: ['Address # - Formatted'],
    date_of_birth: ['Birthday'],
    notes: [
      'Notes',
      'Labels',
      'Group Membership',
      'Custom Field # - Value',
      'Custom Field # - Label',
      'Phone # - Label',
    ],
  },
  copied: ['E-mail # - Label', 'E-mail # - Type', 'Phone # - Type', 'Address # - Label', 'Address # - Type'],
} satisfies System;
