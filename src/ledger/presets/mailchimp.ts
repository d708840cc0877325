import type { LedgerPreset } from '../exports/preset.js';

const EMAIL = ['email'] as const;

/**
 * One file of Mailchimp's audience export. Its name says what its people are; it speaks of email only. A
 * sign-up that left no address of the person's own machine was made by the owner of the list, and proves no
 * consent; nor does a time of confirmation alone, which imported people have too.
 */
export default {
  system: 'a Mailchimp audience export',
  signature: { all: ['Email Address'], some: ['MEMBER_RATING', 'LEID', 'EUID'] },
  idSystem: 'mailchimp',
  rules: [
    {
      reads: 'file-name',
      words: {
        unsubscribed: { becomes: 'objection', channels: EMAIL, on: ['UNSUB_TIME'] },
        cleaned: { becomes: 'objection', channels: EMAIL, on: ['CLEAN_TIME'] },
        subscribed: {
          becomes: 'consent',
          channels: EMAIL,
          needs: ['OPTIN_TIME', 'OPTIN_IP'],
          on: ['OPTIN_TIME'],
          source: 'Mailchimp sign-up, with the time and the address of the machine',
        },
        nonsubscribed: { becomes: 'nothing', because: 'never signed up, which is neither yes nor no' },
      },
    },
    { reads: 'day', columns: ['UNSUB_TIME', 'CLEAN_TIME'], set: { becomes: 'objection', channels: EMAIL } },
    {
      reads: 'words',
      columns: ['Status'],
      words: {
        subscribed: { becomes: 'nothing', because: 'the name of the file decides' },
        nonsubscribed: { becomes: 'nothing', because: 'never signed up, which is neither yes nor no' },
        'non subscribed': { becomes: 'nothing', because: 'never signed up, which is neither yes nor no' },
        pending: { becomes: 'nothing', because: 'the sign-up was never confirmed' },
        archived: { becomes: 'nothing', because: 'archived by the owner of the list' },
        unsubscribed: { becomes: 'objection', channels: EMAIL },
        cleaned: { becomes: 'objection', channels: EMAIL },
      },
    },
  ],
} satisfies LedgerPreset;
