import { describe, expect, test } from 'vitest';
import { openScratchIndex } from '../../../src/store/scratch-index.js';

describe.for([
  ['in memory', 250_000],
  ['of which some was too much for memory', 2],
  ['in a file', 0],
] as const)('a scratch index %s', ([, most]) => {
  test('holds the bits of every key, and nothing under another', () => {
    const index = openScratchIndex(most);
    expect(index.all()).toEqual([]);
    expect(index.find('number', '+447700900123')).toBe(0);
    index.add('number', '+447700900123', 1);
    index.add('number', '+447700900123', 4);
    index.add('number', '+447700900123', 4);
    index.add('email', '+447700900123', 2);
    index.add('number', '', 1 << 30);
    const all = index.all();
    if (most < 3) expect(all).toBeNull();
    else
      expect(new Map(all)).toEqual(
        new Map([
          [
            'number',
            new Map([
              ['+447700900123', 5],
              ['', 1 << 30],
            ]),
          ],
          ['email', new Map([['+447700900123', 2]])],
        ]),
      );
    expect(index.find('number', '+447700900123')).toBe(5);
    expect(index.find('email', '+447700900123')).toBe(2);
    expect(index.find('number', '')).toBe(1 << 30);
    expect(index.find('number', '+447700900124')).toBe(0);
    index.close();
  });

  test('tells keys apart that differ in case, blanks or a NUL only', () => {
    const index = openScratchIndex(most);
    for (const [place, key] of ['a', 'A', ' a', 'a\0', 'a\0b', 'ä', 'a\u0308'].entries()) {
      index.add('person', key, 1 << place);
    }
    expect(['a', 'A', ' a', 'a\0', 'a\0b', 'ä', 'a\u0308'].map((key) => index.find('person', key))).toEqual([
      ...[1, 2, 4, 8, 16, 32, 64],
    ]);
    index.close();
  });

  test('keeps what it holds over many transactions', () => {
    const index = openScratchIndex(most);
    for (let key = 0; key < 25_000; key += 1) index.add('person', String(key % 20_000), key < 20_000 ? 1 : 2);
    expect([0, 4_999, 5_000, 19_999].map((key) => index.find('person', String(key)))).toEqual([3, 3, 1, 1]);
    index.close();
  });

  test('two of them share nothing', () => {
    const [one, other] = [openScratchIndex(most), openScratchIndex(most)];
    one.add('number', '1', 1);
    expect(other.find('number', '1')).toBe(0);
    one.close();
    other.close();
  });
});
