import type { Preset } from '../columns/preset.js';

/** Where the outcome of the last call or visit stands, and sometimes a refusal. */
const RESULTS = ['Canvass Result', 'Last Canvass Result', 'Contact Result'] as const;

/**
 * NGP VAN, VoteBuilder and Connect. Opt-outs are mostly left out of an export by the search itself, so that
 * their absence proves nothing. A canvass result may be one; it is read as one of every channel.
 */
export default {
  system: 'a VAN or Connect export',
  signatures: [
    {
      some: { atLeast: 1, of: ['Voter File VANID', 'VANID', 'My Campaign ID'] },
      none: ['Email Subscription Status', 'SMS Opt-In Status', 'nationbuilder_id'],
    },
  ],
  roles: {
    person_id: ['Voter File VANID', 'VANID', 'My Campaign ID'],
    phone: ['Pref Phone', 'Preferred Phone', 'Cell Phone', 'Home Phone', 'Work Phone', 'Phone', 'Phone#'],
    email: ['Email', 'PreferredEmail'],
    address: ['vAddress', 'mAddress', 'Address', 'Adress#', 'Address#'],
    date_of_birth: ['DOB'],
    do_not_contact: RESULTS,
    notes: [...RESULTS, 'Activist Code', 'Activist Codes', 'Notes'],
  },
  copied: ['Phone Type', 'Is a Cell?'],
  values: [
    {
      headers: RESULTS,
      readings: {
        yes: ['do not walk', 'wrong number', 'disconnected', 'moved'],
        'not-recorded': ['canvassed', 'not home', 'left message', 'busy', 'inaccessible', 'come back'],
      },
    },
  ],
} satisfies Preset;
