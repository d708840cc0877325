/** Which part of the numbering plan a copy covers, and how its numbers are spread over dialling codes. */
import { UserError } from '../../errors.js';
import type { PackedBlock } from '../../store/registers/register-blocks.js';
import { BLOCK_SIZE, blockValues } from './number-block.js';

/** Whether a copy speaks about a national number (the digits after the leading 0, as an integer). */
export type Coverage = (number: number) => boolean;

/** How many numbers of a file have each dialling code. */
export interface CodeCounts {
  readonly byCode: ReadonlyMap<string, number>;
  /** Numbers with none of the codes. */
  readonly outside: number;
}

/** The numbers from `from` up to, but not with, `to`. */
interface Range {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

const LENGTHS: readonly number[] = [7, 8, 9, 10];

/**
 * Dialling codes as the user typed them, in order and each once; no code at all means the whole register.
 * Throws a `UserError` for anything but a 0 and two to five digits.
 */
export function parseDiallingCodes(codes: readonly string[]): readonly string[] {
  const parsed = codes.map((code) => code.trim());
  for (const code of parsed) {
    if (!/^0[1-9]\d{1,4}$/.test(code)) {
      throw new UserError(
        `\`${code}\` is no dialling code; write codes with their leading 0, as in \`--dialling-codes 0113,0161\``,
      );
    }
  }
  return [...new Set(parsed)].sort();
}

/** Whether two copies cover the same part of the register. */
export function isSameCoverage(codes: readonly string[], others: readonly string[]): boolean {
  return codes.length === others.length && codes.every((code, index) => code === others[index]);
}

/** What a copy with these dialling codes covers: numbers of one of them, or everything where there is none. */
export function coverageOf(codes: readonly string[]): Coverage {
  if (codes.length === 0) return () => true;
  const ranges = codes.flatMap(rangesOf);
  return (number) => ranges.some(({ from, to }) => number >= from && number < to);
}

/** Counts the numbers of each code, and those of none. A number of two codes (011 and 0113) counts for both. */
export function countByCode(blocks: Iterable<PackedBlock>, codes: readonly string[]): CodeCounts {
  const ranges = codes.flatMap(rangesOf);
  const byCode = new Map(codes.map((code) => [code, 0]));
  const count = (code: string, numbers: number) => byCode.set(code, (byCode.get(code) ?? 0) + numbers);
  let outside = 0;
  for (const { block, numbers, packed } of blocks) {
    const first = block * BLOCK_SIZE;
    const end = first + BLOCK_SIZE;
    const near = ranges.filter(({ from, to }) => from < end && to > first);
    if (near.every(({ from, to }) => from <= first && to >= end)) {
      for (const { code } of near) count(code, numbers);
      if (near.length === 0) outside += numbers;
      continue;
    }
    for (const place of blockValues(packed)) {
      const own = near.filter(({ from, to }) => first + place >= from && first + place < to);
      for (const { code } of own) count(code, 1);
      if (own.length === 0) outside++;
    }
  }
  return { byCode, outside };
}

/** The numbers with this code, one range for each length a national number can have. */
function rangesOf(code: string): Range[] {
  const digits = code.slice(1);
  return LENGTHS.filter((length) => length > digits.length).map((length) => {
    const scale = 10 ** (length - digits.length);
    return { code, from: Number(digits) * scale, to: (Number(digits) + 1) * scale };
  });
}
