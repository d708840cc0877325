/** Every answer of a screening service that is held on some numbers: for whoever asks what is held on them. */
import type { PhoneNumber } from '../../screening/contact.js';
import type { Store } from '../../store/open-store.js';
import {
  openAnswers,
  openInvalid,
  type ResultAnswer,
  type ResultsFile,
  readResultsFiles,
} from '../../store/registers/register-results.js';

export interface AnswerHeld {
  readonly number: PhoneNumber;
  readonly file: ResultsFile;
  /** null: the service called the number invalid. */
  readonly answer: ResultAnswer | null;
}

/** The answers number by number, the oldest file first; those of files that were taken back are among them. */
export function answersHeldOn(store: Store, numbers: readonly PhoneNumber[]): readonly AnswerHeld[] {
  const files = readResultsFiles(store);
  const [answersOf, invalidIn] = [openAnswers(store), openInvalid(store)];
  return numbers.flatMap((number) => {
    const answers = answersOf(number);
    const invalid = new Set(invalidIn(number));
    return files.flatMap((file): AnswerHeld[] => [
      ...answers
        .filter(({ revision }) => revision === file.revision)
        .map(({ register, isListed, listedOn }) => ({
          number,
          file,
          answer: { register, isListed, listedOn },
        })),
      ...(invalid.has(file.revision) ? [{ number, file, answer: null }] : []),
    ]);
  });
}
