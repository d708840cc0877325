/**
 * The numbers Ofcom keeps for drama: never given to anybody. Some are not valid by the numbering plan's
 * metadata, and all are read as ordinary lines, so that invented lists behave like real ones.
 */

/** The first seven digits of each range of a thousand, without the leading zero. */
export const DRAMA_RANGES: ReadonlySet<string> = new Set([
  '1134960', // Leeds
  '1144960', // Sheffield
  '1154960', // Nottingham
  '1164960', // Leicester
  '1174960', // Bristol
  '1184960', // Reading
  '1214960', // Birmingham
  '1314960', // Edinburgh
  '1414960', // Glasgow
  '1514960', // Liverpool
  '1614960', // Manchester
  '1914980', // Tyneside, Durham, Sunderland
  '1632960', // no area
  '2079460', // London
  '2890180', // Northern Ireland, older list
  '2896496', // Northern Ireland
  '2920180', // Cardiff
  '3069990', // UK-wide
  '7700900', // mobile
  '8081570', // freephone
  '9098790', // premium rate
]);

/** Whether a national number of ten digits (no leading zero) is kept for drama. */
export function isDramaNumber(national: string): boolean {
  return national.length === 10 && DRAMA_RANGES.has(national.slice(0, 7));
}

const BEGINNINGS: ReadonlySet<number> = new Set([...DRAMA_RANGES].map((range) => Number(range.slice(0, 6))));

/** Whether any number that begins with these six digits is kept for drama. */
export function isDramaBeginning(beginning: number): boolean {
  return BEGINNINGS.has(beginning);
}
