/**
 * The regions of the numbering plan in which every full register has some number, so that a part file or
 * a "changes since" file, which have the same layout, is not taken for the whole.
 *
 * From Ofcom's National Telephone Numbering Plan: geographic numbers begin with 011 to 019 (all nine are
 * in use; 010 is not) and 020, 023, 024, 028 and 029 (the other 02 codes are not in use); mobile numbers
 * with 073, 074, 075, 077, 078 and 079 (071 and 072 are set aside, 070 is personal numbers, 076 pagers).
 * 03, 05, 08 and 09 are left out: they are services, and few of their holders register.
 */
import type { Register } from '../../store/registers/register-copies.js';

const GEOGRAPHIC: readonly string[] = [
  '011',
  '012',
  '013',
  '014',
  '015',
  '016',
  '017',
  '018',
  '019',
  '020',
  '023',
  '024',
  '028',
  '029',
];

/** A region is empty when none of its codes has a number. */
const REGIONS: Readonly<Record<Register, readonly (readonly string[])[]>> = {
  tps: [...GEOGRAPHIC, '073', '074', '075', '077', '078', '079'].map((code) => [code]),
  // Companies register fewer mobile numbers: their absence from one range alone says little.
  ctps: [...GEOGRAPHIC.map((code) => [code]), ['073', '074', '075', '077', '078', '079']],
  // Fax machines stand on fixed lines.
  fps: GEOGRAPHIC.map((code) => [code]),
};

/** All codes whose numbers have to be counted to tell whether a register lacks a region. */
export function codesOfRegions(register: Register): readonly string[] {
  return REGIONS[register].flat();
}

/** The regions of which a file has no number, each by its codes (`020`, or `073 to 079`). */
export function missingRegions(register: Register, byCode: ReadonlyMap<string, number>): readonly string[] {
  return REGIONS[register]
    .filter((codes) => codes.every((code) => (byCode.get(code) ?? 0) === 0))
    .map((codes) => (codes.length === 1 ? codes.join() : `${codes[0]} to ${codes.at(-1)}`));
}
