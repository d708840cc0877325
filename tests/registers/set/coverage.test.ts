import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.js';
import { codesOfRegions, missingRegions } from '../../../src/registers/load/numbering-regions.js';
import {
  countByCode,
  coverageOf,
  isSameCoverage,
  parseDiallingCodes,
} from '../../../src/registers/set/coverage.js';
import { NumberSetBuilder } from '../../../src/registers/set/number-set.js';

/** Numbers of 7 to 10 digits, many of them about Leeds and London. */
const number = fc.oneof(
  fc.integer({ min: 1_130_000_000 - 50, max: 1_130_000_000 + 50 }),
  fc.integer({ min: 1_130_000_000, max: 1_149_999_999 }),
  fc.integer({ min: 2_000_000_000, max: 2_099_999_999 }),
  fc.integer({ min: 113_000_000, max: 113_999_999 }),
  fc.integer({ min: 1_000_000, max: 9_999_999_999 }),
);
const code = fc.constantFrom('011', '0113', '0114', '01134', '020', '0207', '0161', '07');

function setOf(numbers: Iterable<number>) {
  const builder = new NumberSetBuilder();
  for (const each of numbers) builder.add(each);
  return [...builder.finish()];
}

describe('dialling codes', () => {
  test('cover the numbers that begin with one of them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(code, { minLength: 1 }), number, (codes, each) => {
        expect(coverageOf(codes)(each)).toBe(codes.some((one) => `0${each}`.startsWith(one)));
      }),
      { numRuns: 1000 },
    );
  });

  test('have their numbers counted as one by one', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(code, { minLength: 1 }),
        fc.uniqueArray(number, { maxLength: 200 }),
        (codes, numbers) => {
          const { byCode, outside } = countByCode(setOf(numbers), codes);
          for (const one of codes) {
            expect(byCode.get(one)).toBe(numbers.filter((each) => `0${each}`.startsWith(one)).length);
          }
          expect(outside).toBe(
            numbers.filter((each) => !codes.some((one) => `0${each}`.startsWith(one))).length,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('of none mean the whole register', () => {
    expect(coverageOf([])(1_134_960_000)).toBe(true);
  });

  test('are put in order, each once', () => {
    expect(parseDiallingCodes(['0161', ' 0113 ', '0161'])).toEqual(['0113', '0161']);
  });

  test.for(['113', '0', '00', '01', '0113x', '0013', '+44113', '0113496', ''])(
    'are refused when one is `%s`',
    (wrong) => {
      expect(() => parseDiallingCodes(['0113', wrong])).toThrow(UserError);
    },
  );

  test.for([
    ['the same', ['0113'], ['0113'], true],
    ['none and none', [], [], true],
    ['another', ['0113'], ['0161'], false],
    ['one more', ['0113'], ['0113', '0161'], false],
    ['part and whole', ['0113'], [], false],
  ] as const)('cover the same or not: %s', ([, codes, others, isSame]) => {
    expect(isSameCoverage(codes, others)).toBe(isSame);
    expect(isSameCoverage(others, codes)).toBe(isSame);
  });
});

describe('the regions of the numbering plan', () => {
  test('missing from a file are named, a group of codes by its ends', () => {
    const numbers = ['1134960000', '2079460000', '7700900000'].map(Number);
    const { byCode } = countByCode(setOf(numbers), codesOfRegions('tps'));
    expect(missingRegions('tps', byCode)).toEqual([
      ...['012', '013', '014', '015', '016', '017', '018', '019', '023', '024', '028', '029'],
      ...['073', '074', '075', '078', '079'],
    ]);
    expect(missingRegions('ctps', byCode)).toContain('019');
    expect(missingRegions('ctps', byCode)).not.toContain('073 to 079');
    expect(missingRegions('ctps', new Map())).toContain('073 to 079');
    expect(missingRegions('fps', new Map())).not.toContain('073 to 079');
  });
});
