import type { LedgerPreset, NothingMeant } from '../exports/preset.js';

const NO_CONSENT: NothingMeant = { becomes: 'nothing', because: 'a legal basis, but no consent' };

/**
 * HubSpot's contacts. The legal basis names no channel: consent among it is held as covering none, so that it
 * is told and never enough. Opting out of one type of email is taken for all of them.
 */
export default {
  system: 'a HubSpot export of contacts',
  signature: {
    all: ['Record ID'],
    some: [
      'Unsubscribed from all email',
      'Opted out of email: *',
      "Legal basis for processing contact's data",
    ],
  },
  idSystem: 'hubspot',
  rules: [
    {
      reads: 'flag',
      columns: ['Unsubscribed from all email', 'Opted out of email: *'],
      yes: { becomes: 'objection', channels: ['email'] },
    },
    {
      reads: 'words',
      columns: ["Legal basis for processing contact's data"],
      separator: ';',
      words: {
        'freely given consent from contact': { becomes: 'consent', channels: [] },
        'legitimate interest existing customer': NO_CONSENT,
        'legitimate interest prospect lead': NO_CONSENT,
        'legitimate interest other': NO_CONSENT,
        'performance of a contract': NO_CONSENT,
        'not applicable': NO_CONSENT,
      },
    },
  ],
} satisfies LedgerPreset;
