import type { System } from './shape/system.js';

/** Where the outcome of the last call or visit stands, and sometimes a refusal. */
const RESULTS = ['Canvass Result', 'Last Canvass Result', 'Contact Result'] as const;

/**
 * NGP VAN, VoteBuilder and Connect. Opt-outs are mostly left out of an export by the search itself, so that
 * their absence proves nothing. A canvass result may be one; it is read as one of every channel.
 */
export default {
  title: 'NGP VAN, VoteBuilder, Connect',
  list: {
    called: 'a VAN or Connect export',
    signatures: [
      {
        some: { atLeast: 1, of: ['Voter File VANID', 'VANID', 'My Campaign ID'] },
        none: ['Email Subscription Status', 'SMS Opt-In Status', 'nationbuilder_id'],
      },
    ],
  },
  columns: {
    person_id: ['Voter File VANID', 'VANID', 'My Campaign ID'],
    phone: ['Pref Phone', 'Preferred Phone', 'Cell Phone', 'Home Phone', 'Work Phone', 'Phone', 'Phone#'],
    email: ['Email', 'PreferredEmail'],
    address: ['vAddress', 'mAddress', 'Address', 'Adress#', 'Address#'],
    date_of_birth: ['DOB'],
    notes: [...RESULTS, 'Activist Code', 'Activist Codes', 'Notes'],
  },
  copied: ['Phone Type', 'Is a Cell?'],
  flags: [
    {
      reads: 'words',
      columns: RESULTS,
      binds: ['do_not_contact'],
      words: [
        { words: ['do not walk', 'wrong number', 'disconnected', 'moved'], becomes: 'objection' },
        {
          words: ['canvassed', 'not home', 'left message', 'busy', 'inaccessible', 'come back'],
          becomes: 'nothing',
          because: 'only what came of a visit or call',
        },
      ],
    },
  ],
} satisfies System;
