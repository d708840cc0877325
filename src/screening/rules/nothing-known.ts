import type { Codes } from '../rule.js';

export const nothingKnownCodes = {
  'nothing-known': {
    title: 'Nothing is known that would allow this contact',
    law: 'house setting: silence never allows',
    effect: 'review',
    sentence: 'Nothing is known that would allow this contact.',
    settledBy: null,
  },
} satisfies Codes;
