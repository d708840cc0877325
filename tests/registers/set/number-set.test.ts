import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLOCK_SIZE, blockContains, blockValues } from '../../../src/registers/set/number-block.js';
import {
  blockOf,
  LARGEST_NUMBER,
  NumberSetBuilder,
  placeInBlock,
  SMALLEST_NUMBER,
} from '../../../src/registers/set/number-set.js';

/** National numbers of 7 to 10 digits, many of them neighbours across the boundary of a block. */
const number = fc.oneof(
  ...[7, 8, 9, 10].map((digits) => fc.integer({ min: 10 ** (digits - 1), max: 10 ** digits - 1 })),
  fc
    .record({ block: fc.integer({ min: 16, max: 152_586 }), beside: fc.integer({ min: -2, max: 2 }) })
    .map(({ block, beside }) => block * BLOCK_SIZE + beside),
  fc.integer({ min: 7_700_900_000, max: 7_700_900_999 }),
);

function setOf(numbers: Iterable<number>): { builder: NumberSetBuilder; blocks: Map<number, Uint8Array> } {
  const builder = new NumberSetBuilder();
  for (const each of numbers) builder.add(each);
  return { builder, blocks: new Map([...builder.finish()].map(({ block, packed }) => [block, packed])) };
}

function has(blocks: ReadonlyMap<number, Uint8Array>, each: number): boolean {
  const packed = blocks.get(blockOf(each));
  return packed !== undefined && blockContains(packed, placeInBlock(each));
}

describe('a number set', () => {
  test('answers as a plain set does, for its members, their neighbours and numbers of other lengths', () => {
    fc.assert(
      fc.property(
        fc.array(number, { maxLength: 400 }),
        fc.array(number, { maxLength: 100 }),
        (members, others) => {
          const expected = new Set(members);
          const { blocks } = setOf(members);
          for (const member of members) {
            const asked = [member, member - 1, member + 1, member - BLOCK_SIZE, member + BLOCK_SIZE];
            const shorter = Math.floor(member / 10);
            for (const each of [...asked, shorter, member * 10]) {
              if (each >= SMALLEST_NUMBER && each <= LARGEST_NUMBER)
                expect(has(blocks, each)).toBe(expected.has(each));
            }
          }
          for (const other of others) expect(has(blocks, other)).toBe(expected.has(other));
        },
      ),
    );
  });

  test('comes out in rising order of block, each number once, however often and in whatever order it went in', () => {
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 400 }),
        fc.integer({ min: 1, max: 4 }),
        (numbers, times) => {
          const builder = new NumberSetBuilder();
          for (let time = 0; time < times; time++) for (const each of numbers) builder.add(each);
          expect(builder.added).toBe(numbers.length * times);
          const out: number[] = [];
          for (const { block, numbers: count, packed } of builder.finish()) {
            const values = blockValues(packed);
            expect(values.length).toBe(count);
            for (const place of values) out.push(block * BLOCK_SIZE + place);
          }
          expect(out).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        },
      ),
    );
  });

  test.for([
    ['few numbers that come again and again', 3, 20_000],
    ['a block of many numbers, some of them twice', 4000, 9000],
    ['a block that grows dense', 30_000, 60_000],
  ] as const)('stays exact for %s', ([, distinct, added]) => {
    const first = blockOf(7_700_900_000) * BLOCK_SIZE;
    // 7919 is prime to the size, so that the order jumps about and every number comes.
    const numbers = Array.from(
      { length: added },
      (_, index) => first + (((index % distinct) * 7919) % BLOCK_SIZE),
    );
    const [block] = [...setOfBlocks(numbers)];
    expect(block?.numbers).toBe(distinct);
    expect(blockValues(block?.packed ?? new Uint8Array())).toEqual(
      Uint16Array.from(new Set(numbers), (each) => each - first).sort(),
    );
  });

  test.for([0, 999_999, 10_000_000_000, 1_000_000.5, Number.NaN, -1])(
    'refuses %s, which is no national number',
    (wrong) => {
      expect(() => new NumberSetBuilder().add(wrong)).toThrow(RangeError);
    },
  );
});

function setOfBlocks(numbers: Iterable<number>) {
  const builder = new NumberSetBuilder();
  for (const each of numbers) builder.add(each);
  return builder.finish();
}
