import { NUMBER_HEADERS } from './shape/results.js';
import type { System } from './shape/system.js';

/** A yes or no for each register; a number that is not valid was looked up nowhere. */
export default {
  title: 'TPSCheck',
  results: {
    numbers: NUMBER_HEADERS,
    answers: [
      {
        headers: ['tps'],
        words: {
          true: { tps: 'listed' },
          yes: { tps: 'listed' },
          false: { tps: 'clear' },
          no: { tps: 'clear' },
        },
      },
      {
        headers: ['ctps'],
        words: {
          true: { ctps: 'listed' },
          yes: { ctps: 'listed' },
          false: { ctps: 'clear' },
          no: { ctps: 'clear' },
        },
      },
      {
        headers: ['valid'],
        isOptional: true,
        words: { true: {}, yes: {}, false: 'invalid', no: 'invalid' },
      },
    ],
  },
} satisfies System;
