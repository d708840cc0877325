import type { System } from './shape/system.js';

/**
 * The exports of VoteAmerica's tools. An opt-in to texts is proved in the ledger, and a False is no refusal; the
 * one to VoteAmerica's own list is another body's.
 */
export default {
  title: 'VoteAmerica',
  list: {
    called: 'a VoteAmerica export',
    signatures: [{ all: ['Subscriber SMS Opt In'] }],
  },
  columns: {
    phone: ['Phone'],
    email: ['Email'],
    date_of_birth: ['Date of Birth'],
  },
  copied: ['Subscriber SMS Opt In', 'VoteAmerica SMS Opt In', 'Subscriber', 'PDF Emailed to Voter'],
} satisfies System;
