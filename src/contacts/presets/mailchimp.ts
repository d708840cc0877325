import type { Preset } from '../columns/preset.js';

/**
 * A file of Mailchimp's audience export. Whether its people are subscribed stands in the name of the file;
 * the times of unsubscribing and cleaning bind email. Signing up for emails says nothing of calls or texts.
 */
export default {
  system: 'a Mailchimp audience export',
  signatures: [
    {
      all: ['Email Address'],
      some: {
        atLeast: 3,
        of: ['MEMBER_RATING', 'OPTIN_TIME', 'OPTIN_IP', 'CONFIRM_TIME', 'CONFIRM_IP', 'LEID', 'EUID'],
      },
    },
  ],
  roles: {
    email: ['Email Address'],
    phone: ['Phone Number', 'SMS Phone Number'],
    address: ['Address'],
    do_not_email: ['UNSUB_TIME', 'CLEAN_TIME'],
    notes: ['NOTES', 'TAGS'],
  },
  copied: [
    ...['OPTIN_TIME', 'OPTIN_IP', 'CONFIRM_TIME', 'CONFIRM_IP', 'MEMBER_RATING', 'LAST_CHANGED'],
    ...['UNSUB_CAMPAIGN_TITLE', 'UNSUB_CAMPAIGN_ID', 'UNSUB_REASON', 'UNSUB_REASON_OTHER'],
    ...['CLEAN_CAMPAIGN_TITLE', 'CLEAN_CAMPAIGN_ID'],
  ],
} satisfies Preset;
