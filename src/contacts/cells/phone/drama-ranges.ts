/**
 * The numbers Ofcom keeps for drama: never given to anybody. Some are not valid by the numbering plan's
 * metadata, and all are read as ordinary lines, so that invented lists behave like real ones.
 */

/** The first seven digits of each range of a thousand, without the leading zero. */
export const DRAMA_RANGES: ReadonlySet<number> = new Set([
  1_134_960, // Leeds
  1_144_960, // Sheffield
  1_154_960, // Nottingham
  1_164_960, // Leicester
  1_174_960, // Bristol
  1_184_960, // Reading
  1_214_960, // Birmingham
  1_314_960, // Edinburgh
  1_414_960, // Glasgow
  1_514_960, // Liverpool
  1_614_960, // Manchester
  1_914_980, // Tyneside, Durham, Sunderland
  1_632_960, // no area
  2_079_460, // London
  2_890_180, // Northern Ireland, older list
  2_896_496, // Northern Ireland
  2_920_180, // Cardiff
  3_069_990, // UK-wide
  7_700_900, // mobile
  8_081_570, // freephone
  9_098_790, // premium rate
]);

/** The first six digits of those ranges. */
export const DRAMA_BEGINNINGS: ReadonlySet<number> = new Set(
  [...DRAMA_RANGES].map((range) => Math.floor(range / 10)),
);

/** Whether a national number of ten digits, as a whole number (no leading zero), is kept for drama. */
export function isDramaNumber(national: number): boolean {
  return DRAMA_RANGES.has(Math.floor(national / 1000));
}
