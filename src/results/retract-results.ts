/** `ledger retract` of a result file: its clear answers clear nobody any more. */
import type { Clock } from '../clock.js';
import type { Store } from '../store/open-store.js';
import { countAnswers, type ResultsFile, readResultsFiles } from '../store/registers/register-results.js';
import { endResults } from '../store/registers/results-change.js';

export interface RetractedResults {
  readonly file: ResultsFile;
  /** Answers of the file. */
  readonly listed: number;
  readonly clear: number;
  /** null: it was taken back before, and nothing was changed. */
  readonly revision: number | null;
}

/**
 * Takes back the result file of revision `number`; null where that revision is no result file. What it found
 * listed stays undecided until a later full copy, or another check of that day or later, answers.
 */
export function retractResults(store: Store, clock: Clock, number: number): RetractedResults | null {
  const file = readResultsFiles(store).find(({ revision }) => revision === number);
  if (file === undefined) return null;
  const { listed, clear } = countAnswers(store, number);
  return { file, listed, clear, revision: endResults(store, clock, number) };
}
