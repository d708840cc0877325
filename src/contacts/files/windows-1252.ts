/**
 * Windows-1252. Node's own TextDecoder of that name reads ISO 8859-1 in some versions of Node 20 (a
 * euro sign and every curly quote become control characters), so the table stands here.
 */

/** What the bytes 0x80 to 0x9f stand for; a blank where the code page leaves the byte undefined. */
const UPPER_CONTROLS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The bytes that stand for nothing. A file that holds one is probably in another code page. */
export const UNDEFINED_BYTES: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Decodes `bytes`. An undefined byte becomes the control character of its number, as browsers do it. */
export function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (character) => {
    const mapped = UPPER_CONTROLS[character.charCodeAt(0) - 0x80];
    return mapped === undefined || mapped === ' ' ? character : mapped;
  });
}
