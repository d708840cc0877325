/** Email addresses in a cell, in the form in which they are compared. */
import { domainToASCII } from 'node:url';
import { normaliseText } from './normalise-text.js';

/** Local part and domain. Quoted local parts and bare IP domains are not used by people in lists. */
const SHAPE = /^([^\s@<>()[\]\\,;:"]{1,64})@([^\s@<>()[\]\\,;:"/?#%]{1,253})$/u;

/**
 * The one address in `cell`, lower-case and with its domain in ASCII; null where there is none or more.
 * Plus-addresses and dots are never folded: that they reach the same box is the provider's affair.
 */
export function readEmail(cell: string): string | null {
  const addresses = readEmails(cell);
  const [only] = addresses;
  if (only === undefined || addresses.length > 1) return null;
  return candidates(cell).every((candidate) => parse(candidate) !== null) ? only : null;
}

/**
 * Every address in `cell`, each once, in its order; `;`, `,`, `|`, blanks or new lines may stand between
 * them, and names around them (`Ada <ada@example.org>`).
 */
export function readEmails(cell: string): readonly string[] {
  if (!/[@\uff20]/u.test(cell)) return [];
  const addresses = candidates(cell).flatMap((candidate) => parse(candidate) ?? []);
  return [...new Set(addresses)];
}

function candidates(cell: string): readonly string[] {
  return normaliseText(cell)
    .text.split(/[\s;,|<>]+/u)
    .map((piece) => piece.replace(/^(?:["'(=]|mailto:)+|["').:]+$/giu, ''))
    .filter((piece) => piece !== '');
}

function parse(text: string): string | null {
  const [, local, domain] = SHAPE.exec(text) ?? [];
  if (local === undefined || domain === undefined) return null;
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return null;
  const ascii = domainToASCII(domain.toLowerCase());
  const isDomain = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]+)$/.test(ascii);
  return isDomain ? `${local.normalize('NFC').toLowerCase()}@${ascii}` : null;
}
