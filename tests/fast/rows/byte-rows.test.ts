import { expect, test } from 'vitest';
import { ByteRows } from '../../../src/fast/rows/byte-rows.js';

const textOf = ({ bytes }: { readonly bytes: Uint8Array }): string => Buffer.from(bytes).toString();

test('what was put in stands there in its order, however long it is', () => {
  const rows = new ByteRows();
  const long = Buffer.alloc(300_000, 'x');
  rows.addRecord();
  rows.figures(0);
  rows.byte(0x2c);
  rows.copy(Buffer.from('..two..'), 2, 5);
  rows.leaveGap();
  rows.addRecord();
  rows.figures(4_294_967_296_123);
  rows.whole(long);
  rows.whole(Buffer.from('end'));
  const written = rows.written();
  expect(textOf(written)).toBe(`0,two4294967296123${long}end`);
  expect(written.gaps).toEqual([5]);
  expect(written.records).toBe(2);
});

test('begun afresh, nothing of before is told', () => {
  const rows = new ByteRows();
  rows.addRecord();
  rows.leaveGap();
  rows.figures(17);
  rows.begin();
  expect({ ...rows.written(), bytes: textOf(rows.written()) }).toEqual({ bytes: '', records: 0, gaps: [] });
});

test.for([
  0,
  7,
  10,
  99,
  100,
  9_999,
  99_999,
  100_000,
  100_001,
  1_000_000,
  7_700_900_003,
  9_999_999_999,
  2 ** 53 - 1,
])('%d stands in its figures', (number) => {
  const rows = new ByteRows();
  rows.figures(number);
  expect(textOf(rows.written())).toBe(String(number));
});
