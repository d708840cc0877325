import type { System } from './shape/system.js';

/**
 * Xero's contacts, which hold no consent. A company number hints at a corporate subscriber and proves none. A
 * contact with a request for erasure is not to be used.
 */
export default {
  title: 'Xero',
  list: {
    called: 'a Xero contacts export',
    signatures: [
      {
        all: ['ContactName'],
        some: {
          atLeast: 2,
          of: [
            ...['AccountNumber', 'POAddressLine1', 'SAAddressLine1', 'DDINumber', 'SkypeName'],
            ...['BankAccountName', 'ContactStatus', 'DueDateBillDay'],
          ],
        },
      },
    ],
  },
  columns: {
    phone: ['PhoneNumber', 'MobileNumber', 'DDINumber'],
    fax: ['FaxNumber'],
    email: ['EmailAddress'],
  },
  copied: ['SkypeName'],
  flags: [
    {
      reads: 'words',
      columns: ['ContactStatus'],
      binds: ['do_not_contact'],
      words: [
        { words: ['gdprrequest'], becomes: 'objection' },
        { words: ['active'], becomes: 'nothing', because: 'only that the contact is in use' },
      ],
    },
  ],
} satisfies System;
