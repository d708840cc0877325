import type { Preset } from '../columns/preset.js';

/**
 * EveryAction's bulk files. `Not Subscribed` is a person who was never signed up for email, which says neither
 * yes nor no; the statuses of email and texts say nothing of calls.
 */
export default {
  system: 'an EveryAction export',
  signatures: [
    {
      all: ['Email Subscription Status'],
      some: {
        atLeast: 1,
        of: ['Source ID', 'VANID', 'SMS Opt-In Status', 'Phone Type', 'Email Type', 'Origin Source Code'],
      },
    },
  ],
  roles: {
    person_id: ['Source ID', 'VANID'],
    phone: ['Phone'],
    email: ['Email Address'],
    do_not_email: ['Email Subscription Status'],
    do_not_text: ['SMS Opt-In Status'],
    notes: ['Activist Code', 'Notes'],
  },
  copied: ['Phone Type', 'Email Type', 'Origin Source Code'],
  values: [{ headers: ['Email Subscription Status'], readings: { 'not-recorded': ['not subscribed'] } }],
  writeBack: {
    do_not_email: { column: 'Email Subscription Status', value: 'Unsubscribed' },
    do_not_text: { column: 'SMS Opt-In Status', value: 'Opt-Out' },
  },
} satisfies Preset;
