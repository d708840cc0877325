import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockDifference, difference, union } from '../../../src/registers/set/block-values.js';
import {
  BLOCK_SIZE,
  blockContains,
  blockValues,
  encodeBlock,
} from '../../../src/registers/set/number-block.js';

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

  test('joined with another one, or less it, is what plain sets say', () => {
    fc.assert(
      fc.property(blocks, blocks, (first, second) => {
        expectSame(union(first, second), block([...first, ...second]));
        const others = new Set(second);
        expectSame(
          difference(first, second),
          first.filter((value) => !others.has(value)),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('is found where it stands among others', () => {
    const values = block(sequence(7, 30));
    const packed = encodeBlock(values);
    const bytes = new Uint8Array(packed.length + 200).fill(0xff);
    bytes.set(packed, 100);
    const found = sequence(0, 1).filter((value) => blockContains(bytes, value, 100, 100 + packed.length));
    expectSame(Uint16Array.from(found), values);
  });

  test.for([
    ['no value', 0, 0],
    ['one value', 1, 2],
    ['512 values, the most that are smallest as a list', 512, 1024],
    ['513 values, whose high bytes stand in a table', 513, 1025],
    ['7,679 values, the most that are smallest so', 7679, 8191],
    ['7,680 values, a bitmap', 7680, 8192],
    ['every value', 65_536, 8192],
  ] as const)('of %s takes few bytes', ([, size, bytes]) => {
    for (const values of [sequence(0, 1).slice(0, size), sequence(0, 1).slice(BLOCK_SIZE - size)]) {
      const packed = encodeBlock(Uint16Array.from(values));
      expect(packed.length).toBe(bytes);
      expectSame(blockValues(packed), Uint16Array.from(values));
      if (size > 0) expect(blockContains(packed, values[size - 1] ?? -1)).toBe(true);
    }
  });

  test.for([3, 1023, 8193])(
    'of %s bytes, which no form has, is an error and never an empty block',
    (length) => {
      expect(() => blockContains(new Uint8Array(length), 0)).toThrow(RangeError);
      expect(() => blockValues(new Uint8Array(length))).toThrow(RangeError);
    },
  );
});
