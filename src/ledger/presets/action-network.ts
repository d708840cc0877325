import type { LedgerPreset, NothingMeant } from '../exports/preset.js';

const BOUNCES: NothingMeant = {
  becomes: 'nothing',
  because: 'messages come back, which is neither yes nor no',
};

/** Action Network reports. Email and texts have a status each; neither speaks of calls. */
export default {
  system: 'an Action Network report',
  signature: { all: [], some: ['can2_subscription_status', 'can2_sms_status'] },
  idSystem: 'action-network',
  contacts: { phone: ['can2_phone', 'Phone', 'Phone Number'], person_id: ['uuid'] },
  rules: [
    {
      reads: 'words',
      columns: ['can2_subscription_status'],
      words: {
        subscribed: { becomes: 'consent', channels: ['email'], on: ['can2_subscription_date'] },
        unsubscribed: { becomes: 'objection', channels: ['email'] },
        'spam complaint': { becomes: 'objection', channels: ['email'] },
        bouncing: BOUNCES,
        'previous bounce': BOUNCES,
        'previously bounced': BOUNCES,
      },
    },
    {
      reads: 'words',
      columns: ['can2_sms_status'],
      words: {
        subscribed: { becomes: 'consent', channels: ['sms'], of: ['can2_phone'] },
        unsubscribed: { becomes: 'objection', channels: ['sms'] },
        bouncing: BOUNCES,
        'previous bounce': BOUNCES,
        'previously bounced': BOUNCES,
      },
    },
  ],
} satisfies LedgerPreset;
