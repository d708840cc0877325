import type { Preset } from '../columns/preset.js';

/**
 * A report or list of Action Network. Its two statuses are of different channels. Addresses that bounce or
 * complain get no more email from the system, so that they are read as opted out of it.
 */
export default {
  system: 'an Action Network export',
  signatures: [{ some: { atLeast: 2, of: ['uuid', 'can2_*'] } }],
  roles: {
    person_id: ['uuid'],
    phone: ['can2_phone', 'Phone', 'Phone Number'],
    email: ['email'],
    address: ['can2_user_address'],
    do_not_email: ['can2_subscription_status'],
    do_not_text: ['can2_sms_status'],
    notes: ['can2_user_tags'],
  },
  copied: ['can2_subscription_date'],
  values: [{ headers: ['can2_subscription_status'], readings: { yes: ['bouncing'] } }],
} satisfies Preset;
