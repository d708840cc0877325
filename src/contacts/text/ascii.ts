/** What a byte or character code is, as far as ASCII tells. */

const ZERO = 0x30;
const NINE = 0x39;
const SMALL_A = 0x61;
const SMALL_Z = 0x7a;

/** This bit makes a small letter of a capital, and leaves figures as they are. */
export const TO_SMALL = 0x20;

export function isFigure(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

export function isLetter(code: number): boolean {
  const small = code | TO_SMALL;
  return small >= SMALL_A && small <= SMALL_Z;
}

export function isLetterOrFigure(code: number): boolean {
  return isFigure(code) || isLetter(code);
}
