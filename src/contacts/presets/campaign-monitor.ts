import type { Preset } from '../columns/preset.js';

/**
 * Campaign Monitor's subscribers. The state was chosen when the export was asked for; where a column tells it,
 * only its own words are read. What binds is email.
 */
export default {
  system: 'a Campaign Monitor export',
  signatures: [
    {
      all: ['Email Address', 'Name'],
      some: {
        atLeast: 1,
        of: ['Date Subscribed', 'Subscribed Date', 'Date Unsubscribed', 'Consent to track'],
      },
    },
  ],
  roles: {
    email: ['Email Address'],
    do_not_email: ['State', 'Status', 'Date Unsubscribed'],
    notes: ['State', 'Status'],
  },
  copied: ['Date Subscribed', 'Subscribed Date', 'Consent to track'],
  senses: { State: 'unclear', Status: 'unclear' },
  values: [
    {
      headers: ['State', 'Status'],
      readings: { yes: ['bounced', 'deleted'], 'not-recorded': ['active', 'unconfirmed'] },
    },
  ],
} satisfies Preset;
