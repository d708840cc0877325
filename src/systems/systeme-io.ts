import type { System } from './shape/system.js';

/** Systeme.io's contacts, which hold no opt-out but what people write into tags. */
export default {
  title: 'Systeme.io',
  list: {
    called: 'a Systeme.io export',
    signatures: [{ all: ['Email', 'Surname', 'Phone number', 'Tags', 'Date registered'] }],
  },
  columns: {
    phone: ['Phone number'],
    email: ['Email'],
    notes: ['Tags'],
  },
} satisfies System;
