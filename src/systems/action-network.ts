import type { System } from './shape/system.js';

/** What the system itself no longer writes to. */
const BOUNCES = ['bouncing', 'previous bounce', 'previously bounced'] as const;

/**
 * A report or list of Action Network. Email and texts have a status each; neither speaks of calls. Addresses
 * that bounce or complain get no more email from the system, so that they are read as opted out of it.
 */
export default {
  title: 'Action Network',
  list: {
    called: 'an Action Network export',
    signatures: [{ some: { atLeast: 2, of: ['uuid', 'can2_*'] } }],
  },
  ledger: {
    called: 'an Action Network report',
    signatures: [{ some: { atLeast: 1, of: ['can2_subscription_status', 'can2_sms_status'] } }],
    idSystem: 'action-network',
  },
  columns: {
    person_id: ['uuid'],
    phone: ['can2_phone', 'Phone', 'Phone Number'],
    email: ['email'],
    address: ['can2_user_address'],
    notes: ['can2_user_tags'],
  },
  copied: ['can2_subscription_date'],
  flags: [
    {
      reads: 'words',
      columns: ['can2_subscription_status'],
      binds: ['do_not_email'],
      words: [
        { words: ['subscribed'], becomes: 'consent', channels: ['email'], on: ['can2_subscription_date'] },
        { words: ['unsubscribed', 'spam complaint', ...BOUNCES], becomes: 'objection' },
      ],
    },
    {
      reads: 'words',
      columns: ['can2_sms_status'],
      binds: ['do_not_text'],
      words: [
        { words: ['subscribed'], becomes: 'consent', channels: ['sms'], of: ['can2_phone'] },
        { words: ['unsubscribed', ...BOUNCES], becomes: 'objection' },
      ],
    },
  ],
} satisfies System;
