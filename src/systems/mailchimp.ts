import type { NothingMeant } from './shape/flags.js';
import type { System } from './shape/system.js';

const NEVER_SIGNED_UP: NothingMeant = {
  becomes: 'nothing',
  because: 'never signed up, which is neither yes nor no',
};

/**
 * A file of Mailchimp's audience export. Its name says what its people are; it speaks of email only, and the
 * times of unsubscribing and cleaning bind email. A sign-up that left no address of the person's own machine was
 * made by the owner of the list, and proves no consent; nor does a time of confirmation alone, which imported
 * people have too.
 */
export default {
  title: 'Mailchimp',
  list: {
    called: 'a Mailchimp audience export',
    signatures: [
      {
        all: ['Email Address'],
        some: {
          atLeast: 3,
          of: ['MEMBER_RATING', 'OPTIN_TIME', 'OPTIN_IP', 'CONFIRM_TIME', 'CONFIRM_IP', 'LEID', 'EUID'],
        },
      },
    ],
  },
  ledger: {
    called: 'a Mailchimp audience export',
    signatures: [{ all: ['Email Address'], some: { atLeast: 1, of: ['MEMBER_RATING', 'LEID', 'EUID'] } }],
    idSystem: 'mailchimp',
    fileNames: [
      { words: ['unsubscribed'], becomes: 'objection', channels: ['email'], on: ['UNSUB_TIME'] },
      { words: ['cleaned'], becomes: 'objection', channels: ['email'], on: ['CLEAN_TIME'] },
      {
        words: ['subscribed'],
        becomes: 'consent',
        channels: ['email'],
        needs: ['OPTIN_TIME', 'OPTIN_IP'],
        on: ['OPTIN_TIME'],
        source: 'Mailchimp sign-up, with the time and the address of the machine',
      },
      { words: ['nonsubscribed'], ...NEVER_SIGNED_UP },
    ],
  },
  columns: {
    email: ['Email Address'],
    phone: ['Phone Number', 'SMS Phone Number'],
    address: ['Address'],
    notes: ['NOTES', 'TAGS'],
  },
  copied: [
    ...['OPTIN_TIME', 'OPTIN_IP', 'CONFIRM_TIME', 'CONFIRM_IP', 'MEMBER_RATING', 'LAST_CHANGED'],
    ...['UNSUB_CAMPAIGN_TITLE', 'UNSUB_CAMPAIGN_ID', 'UNSUB_REASON', 'UNSUB_REASON_OTHER'],
    ...['CLEAN_CAMPAIGN_TITLE', 'CLEAN_CAMPAIGN_ID'],
  ],
  flags: [
    { reads: 'day', columns: ['UNSUB_TIME', 'CLEAN_TIME'], binds: ['do_not_email'] },
    {
      reads: 'words',
      columns: ['Status'],
      binds: ['do_not_email'],
      words: [
        { words: ['subscribed'], becomes: 'nothing', because: 'the name of the file decides' },
        { words: ['nonsubscribed', 'non subscribed'], ...NEVER_SIGNED_UP },
        { words: ['pending'], becomes: 'nothing', because: 'the sign-up was never confirmed' },
        { words: ['archived'], becomes: 'nothing', because: 'archived by the owner of the list' },
        { words: ['unsubscribed', 'cleaned'], becomes: 'objection' },
      ],
    },
  ],
} satisfies System;
