import { NUMBER_HEADERS } from './shape/results.js';
import type { System } from './shape/system.js';

/**
 * The flag is filled where the number was found, for the registers that were chosen at the upload, which the
 * file does not tell. What is empty may be clear or not have been checked: `--empty-is-clear` has to say so.
 */
export default {
  title: 'Data8',
  results: {
    numbers: NUMBER_HEADERS,
    asksRegisters: true,
    answers: [
      {
        headers: ['flag', 'tps flag'],
        words: {
          tps: { tps: 'listed' },
          ctps: { ctps: 'listed' },
          'tps,ctps': { tps: 'listed', ctps: 'listed' },
        },
      },
    ],
  },
} satisfies System;
