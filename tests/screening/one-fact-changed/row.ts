/**
 * One fact changed in a clear world: a sentence, what is changed, the verdict, every code in its order with
 * the decisive one first, and where it stands: a section or code of the law page, or the provision itself.
 */
import type { Outcome } from '../../../src/screening/verdict/decide.js';
import type { Change } from '../facts-for-tests.js';

export type Row = readonly [
  sentence: string,
  change: Change,
  verdict: Outcome,
  codes: string,
  source: string,
];
