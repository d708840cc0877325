import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  BLOCK_SIZE,
  blockContains,
  blockDifference,
  blockValues,
  encodeBlock,
} from '../../src/registers/number-block.js';

function block(values: Iterable<number>): Uint16Array {
  return Uint16Array.from(new Set(values)).sort();
}

/** Sets of every density: a few values, about the size where the form changes, and nearly full. */
const blocks = fc.oneof(
  fc.uniqueArray(fc.integer({ min: 0, max: BLOCK_SIZE - 1 }), { maxLength: 300 }).map(block),
  fc
    .record({ step: fc.integer({ min: 1, max: 40 }), start: fc.integer({ min: 0, max: 40 }) })
    .map(({ step, start }) => block(sequence(start, step))),
  fc
    .uniqueArray(fc.integer({ min: 0, max: BLOCK_SIZE - 1 }), { maxLength: 200 })
    .map((missing) => block(sequence(0, 1).filter((value) => !missing.includes(value)))),
);

/** `toEqual` takes its time over 65,536 values. */
function expectSame(found: Uint16Array, expected: Uint16Array): void {
  if (found.length !== expected.length || found.some((value, index) => value !== expected[index])) {
    expect(found).toEqual(expected);
  }
}

function sequence(start: number, step: number): number[] {
  return Array.from({ length: Math.ceil((BLOCK_SIZE - start) / step) }, (_, index) => start + index * step);
}

describe('a packed block', () => {
  test('holds exactly the values it was made from', () => {
    fc.assert(
      fc.property(blocks, (values) => {
        const packed = encodeBlock(values);
        expectSame(blockValues(packed), values);
        const expected = new Set(values);
        for (let value = 0; value < BLOCK_SIZE; value++) {
          if (blockContains(packed, value) !== expected.has(value)) throw new Error(`wrong about ${value}`);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('less another one holds the values that only the first has', () => {
    fc.assert(
      fc.property(blocks, blocks, (first, second) => {
        const others = new Set(second);
        expectSame(
          blockDifference(encodeBlock(first), encodeBlock(second)),
          first.filter((value) => !others.has(value)),
        );
      }),
      { numRuns: 60 },
    );
  });

  test.for([
    ['no value', 0, 1],
    ['one value', 1, 3],
    ['4,096 values, the last size that is smaller as a list', 4096, 8193],
    ['4,097 values, a bitmap', 4097, 8193],
    ['every value', 65_536, 8193],
  ] as const)('of %s takes few bytes', ([, size, bytes]) => {
    const packed = encodeBlock(Uint16Array.from({ length: size }, (_, index) => index));
    expect(packed.length).toBe(bytes);
    expect(blockValues(packed).length).toBe(size);
  });

  test('of a form nobody knows is an error, never an empty block', () => {
    expect(() => blockContains(Uint8Array.of(9, 0, 0), 0)).toThrow(RangeError);
    expect(() => blockValues(Uint8Array.of(9, 0, 0))).toThrow(RangeError);
  });
});
