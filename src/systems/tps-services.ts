import { NUMBER_HEADERS } from './shape/results.js';
import type { System } from './shape/system.js';

/** TPS Services adds a cleaned number, a result and the days of listing, with two-digit years, day first. */
export default {
  title: 'TPS Services',
  results: {
    numbers: ['cleaned number', 'clean number', 'cleaned phone', ...NUMBER_HEADERS],
    answers: [
      {
        headers: ['result', 'tps result', 'status'],
        words: {
          ok: { tps: 'clear', ctps: 'clear' },
          tps: { tps: 'listed', ctps: 'clear' },
          ctps: { tps: 'clear', ctps: 'listed' },
          'tps,ctps': { tps: 'listed', ctps: 'listed' },
          'ctps,tps': { tps: 'listed', ctps: 'listed' },
          invalid: 'invalid',
        },
        dates: ['dates', 'date', 'tps date', 'date added', 'registered'],
      },
    ],
  },
} satisfies System;
