import type { System } from './shape/system.js';

/** A query of Raiser's Edge. Solicit codes are words such as "Do not phone", and are searched as such. */
export default {
  title: "Raiser's Edge",
  list: {
    called: "a Raiser's Edge export",
    signatures: [
      {
        all: ['Constituent ID'],
        some: { atLeast: 1, of: ['Constituent Name', 'Constituent Type', 'Solicit Code', 'Solicit Codes'] },
      },
    ],
  },
  columns: {
    person_id: ['Constituent ID'],
    phone: ['Phone Number'],
    do_not_email: ['Requests no e-mail'],
    deceased: ['Deceased'],
    notes: ['Solicit Code', 'Solicit Codes'],
  },
} satisfies System;
