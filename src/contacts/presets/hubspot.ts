import type { Preset } from '../columns/preset.js';

/**
 * HubSpot's contacts. The legal basis names no channel and is consent to nothing; the membership status is
 * that of a website, and no party's. Unsubscribing binds email only.
 */
export default {
  system: 'a HubSpot export',
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
  roles: {
    person_id: ['Record ID'],
    phone: ['Phone Number', 'Mobile Phone Number'],
    email: ['Email'],
    do_not_email: ['Unsubscribed from all email', 'Opted out of email: *'],
  },
  copied: [
    ...["Legal basis for processing contact's data", 'Membership status', 'Lead Status', 'Create Date'],
    ...['Contact owner', 'Associated Company'],
  ],
} satisfies Preset;
