import type { Preset } from '../columns/preset.js';

/** Systeme.io's contacts, which hold no opt-out but what people write into tags. */
export default {
  system: 'a Systeme.io export',
  signatures: [{ all: ['Email', 'Surname', 'Phone number', 'Tags', 'Date registered'] }],
  roles: {
    phone: ['Phone number'],
    email: ['Email'],
    notes: ['Tags'],
  },
} satisfies Preset;
