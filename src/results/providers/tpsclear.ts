import { NUMBER_HEADERS, type Provider } from '../provider.js';

/** One word a number; it has none for a number on both files, so a hit says nothing of the other. */
export default {
  service: 'TPSClear',
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
} satisfies Provider;
