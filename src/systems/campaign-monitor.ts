import type { System } from './shape/system.js';

/**
 * Campaign Monitor's subscribers. The state was chosen when the export was asked for; where a column tells it,
 * only its own words are read. What binds is email.
 */
export default {
  title: 'Campaign Monitor',
  list: {
    called: 'a Campaign Monitor export',
    signatures: [
      {
        all: ['Email Address', 'Name'],
        some: {
          atLeast: 1,
          of: ['Date Subscribed', 'Subscribed Date', 'Date Unsubscribed', 'Consent to track'],
        },
      },
    ],
  },
  columns: {
    email: ['Email Address'],
    do_not_email: ['Date Unsubscribed'],
    notes: ['State', 'Status'],
  },
  copied: ['Date Subscribed', 'Subscribed Date', 'Consent to track'],
  flags: [
    {
      reads: 'words',
      columns: ['State', 'Status'],
      binds: ['do_not_email'],
      words: [
        { words: ['bounced', 'deleted'], becomes: 'objection' },
        {
          words: ['active', 'unconfirmed'],
          becomes: 'nothing',
          because: 'not unsubscribed, and no evidence',
        },
      ],
    },
  ],
} satisfies System;
