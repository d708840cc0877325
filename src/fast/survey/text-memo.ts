/** Texts that the prefilter could not clear by their bytes: each distinct one is read once. */

import { isBareAnswer } from '../../contacts/cells/flag-values.js';
import { phoneEvidence } from '../../contacts/cells/phone/phone-evidence.js';
import { isPlaceholder } from '../../contacts/cells/placeholder.js';
import { findWords } from '../../contacts/vocabulary/find-words.js';
import { findWordsInName } from '../../contacts/vocabulary/find-words-in-name.js';

/** What was found in a text that had to be read as text. */
export interface TextReading {
  readonly hasNothingToReport: boolean;
  readonly isPlaceholder: boolean;
}

/** Texts that are remembered, of a column. */
const MOST_TEXTS = 20_000;

/** Reads a text, and remembers what was found. `latin1`: its bytes, each as a character; a quote is doubled. */
export function readText(
  texts: Map<string, TextReading>,
  kind: string,
  latin1: string,
  watchesAddresses: boolean,
): TextReading {
  const known = texts.get(latin1);
  if (known !== undefined) return known;
  const text = Buffer.from(latin1, 'latin1').toString().replaceAll('""', '"');
  const words = kind === 'name' ? findWordsInName(text) : kind === 'text' ? findWords(text) : [];
  const hasNothingToReport =
    words.length === 0 &&
    phoneEvidence(text) === null &&
    !isBareAnswer(text) &&
    !(watchesAddresses && /[@\uff20\ufe6b]/u.test(text));
  const reading = { hasNothingToReport, isPlaceholder: isPlaceholder(text) };
  if (texts.size < MOST_TEXTS) texts.set(latin1, reading);
  return reading;
}
