/** Which headers a pattern names, and whether a header shows a system. Input: `headerWords`. */
import type { HeaderPattern, Signature } from '../../systems/shape/headers.js';
import { headerWords } from '../text/header-words.js';

export type Matcher = (words: string) => boolean;

/** Whether a header is one that any of `patterns` names. */
export function matcherOf(patterns: readonly HeaderPattern[]): Matcher {
  const plain = new Set(
    patterns.filter((pattern) => !/[#*]/.test(pattern)).map((text) => joined(headerWords(text))),
  );
  const open = patterns.filter((pattern) => /[#*]/.test(pattern)).map(expressionOf);
  return (words) => plain.has(joined(words)) || open.some((expression) => expression.test(words));
}

/** Whether any of `signatures` holds for a file with this header. */
export function hasSignature(signatures: readonly Signature[], words: readonly string[]): boolean {
  return signatures.some((signature) => holds(signature, words));
}

function holds({ first, all = [], some, none = [] }: Signature, words: readonly string[]): boolean {
  const stands = (pattern: HeaderPattern): boolean => words.some(matcherOf([pattern]));
  return (
    (first === undefined || matcherOf([first])(words[0] ?? '')) &&
    all.every(stands) &&
    (some === undefined || some.of.filter(stands).length >= some.atLeast) &&
    !none.some(stands)
  );
}

/** Words are not always cut in the same places: `NationBuilder_ID` and `nationbuilder_id`. */
function joined(words: string): string {
  return words.replaceAll(' ', '');
}

/** A number, and a word that stands in no header, in the place of `#` and `*` while the pattern becomes words. */
const A_NUMBER = '7';
const ANYTHING = 'zzanythingzz';

function expressionOf(pattern: HeaderPattern): RegExp {
  const words = headerWords(pattern.replaceAll('#', ` ${A_NUMBER} `).replaceAll('*', ` ${ANYTHING} `));
  return new RegExp(`^${words.replaceAll(A_NUMBER, '\\d+').replaceAll(ANYTHING, '.+')}$`, 'u');
}
