import { NUMBER_HEADERS } from './shape/results.js';
import type { System } from './shape/system.js';

/** One word a number; it has none for a number on both files, so a hit says nothing of the other. */
export default {
  title: 'TPSClear',
  results: {
    numbers: NUMBER_HEADERS,
    answers: [
      {
        headers: ['status', 'result'],
        words: {
          clean: { tps: 'clear', ctps: 'clear' },
          'tps-listed': { tps: 'listed' },
          'ctps-listed': { ctps: 'listed' },
          unknown: 'nothing',
        },
      },
    ],
  },
} satisfies System;
