import { expect, test } from 'vitest';
import { decodeWindows1252, UNDEFINED_BYTES } from '../../../src/contacts/files/windows-1252.js';

test('every byte has its character, the five undefined ones their control', () => {
  const all = decodeWindows1252(Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)));
  expect(all.length).toBe(256);
  expect(all.slice(0x20, 0x7f)).toBe(Buffer.from(all.slice(0x20, 0x7f)).toString('latin1'));
  expect([all[0x80], all[0x93], all[0x94], all[0x96], all[0x99], all[0x9f]]).toEqual([...'€“”–™Ÿ']);
  expect([all[0xa0], all[0xa3], all[0xe9]]).toEqual(['\u00a0', '£', 'é']);
  for (const byte of UNDEFINED_BYTES) expect(all.charCodeAt(byte)).toBe(byte);
  expect(new Set(all).size).toBe(256);
});
