/** Accounts of social services in a cell. Which service it is, the column says. */

import { normaliseText } from '../text/normalise-text.js';
import { readFlag } from './flag-values.js';

/** Every account in `cell` as it was written, each once; several stand between `;`, `,`, `|` or new lines. */
export function handlesIn(cell: string): readonly string[] {
  const pieces = normaliseText(cell)
    .text.split(/[\n\r;,|]+/u)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece) && readFlag(piece) !== 'not-recorded');
  return [...new Set(pieces)];
}

/** The form in which accounts are compared: `@Ada`, `ada` and `https://x.com/ada/` are one. */
export function handleKey(handle: string): string {
  return handle
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}\//u, '')
    .replace(/^@+|[/\s]+$/gu, '')
    .replace(/[?#].*$/u, '');
}
