import type { System } from './shape/system.js';

/**
 * HubSpot's contacts. The legal basis names no channel: consent among it is held as covering none, so that it
 * is shown and never enough. The membership status is that of a website, and no party's. Opting out of one type
 * of email is taken for all of them, and binds email only.
 */
export default {
  title: 'HubSpot',
  list: {
    called: 'a HubSpot export',
    signatures: [
      {
        first: 'Record ID',
        some: {
          atLeast: 1,
          of: [
            ...['Lead Status', 'Create Date', 'Contact owner', 'Associated Company', 'Lifecycle Stage'],
            ...['Unsubscribed from all email', 'Opted out of email: *', 'Marketing contact status'],
            "Legal basis for processing contact's data",
          ],
        },
        none: ['Email Opt Out'],
      },
    ],
  },
  ledger: {
    called: 'a HubSpot export of contacts',
    signatures: [
      {
        all: ['Record ID'],
        some: {
          atLeast: 1,
          of: [
            ...['Unsubscribed from all email', 'Opted out of email: *'],
            "Legal basis for processing contact's data",
          ],
        },
      },
    ],
    idSystem: 'hubspot',
  },
  columns: {
    person_id: ['Record ID'],
    phone: ['Phone Number', 'Mobile Phone Number'],
    email: ['Email'],
  },
  copied: ['Membership status', 'Lead Status', 'Create Date', 'Contact owner', 'Associated Company'],
  flags: [
    {
      reads: 'yes-no',
      columns: ['Unsubscribed from all email', 'Opted out of email: *'],
      binds: ['do_not_email'],
    },
    {
      reads: 'words',
      columns: ["Legal basis for processing contact's data"],
      binds: [],
      separator: ';',
      words: [
        { words: ['freely given consent from contact'], becomes: 'consent', channels: [] },
        {
          words: [
            ...['legitimate interest existing customer', 'legitimate interest prospect lead'],
            ...['legitimate interest other', 'performance of a contract', 'not applicable'],
          ],
          becomes: 'nothing',
          because: 'a legal basis, but no consent',
        },
      ],
    },
  ],
} satisfies System;
