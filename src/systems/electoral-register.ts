import type { System } from './shape/system.js';

/**
 * The UK register of electors, which holds no number and no address for email; whoever added one knows where it
 * came from. A marker tells an attainer, who may be under 18: the date of birth beside it is judged.
 */
export default {
  title: 'Electoral register',
  list: {
    called: 'a UK electoral register',
    signatures: [{ all: ['Elector Number Prefix', 'Elector Number'] }],
  },
  columns: {
    address: ['Address#'],
    date_of_birth: ['Elector DOB'],
    notes: ['Elector Markers'],
  },
} satisfies System;
