import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.js';
import { type RegisterFile, readRegisterFile } from '../../../src/registers/file/register-file.js';
import { mobile, officialText, writeFile } from '../register-for-tests.js';
import { zipOf } from './archives-for-tests.js';

const NUMBERS = Array.from({ length: 1000 }, (_, index) => mobile(index));
const TEXT = officialText(NUMBERS);
const SPACED = NUMBERS.map((number) => `${number.slice(0, 5)} ${number.slice(5)}\r\n`).join('');

function read(content: string | Uint8Array, modifiedOn?: string): Promise<RegisterFile> {
  return readRegisterFile(writeFile(content, modifiedOn));
}

async function refusalOf(content: Uint8Array): Promise<string> {
  const thrown: unknown = await read(content).catch((error: unknown) => error);
  if (!(thrown instanceof UserError)) throw new Error(`not refused: ${String(thrown)}`);
  return thrown.message;
}

/** A gzip file that says when what is in it was changed: noon of the day. */
function gzipOf(content: string, changedOn: string | null): Buffer {
  const packed = gzipSync(content);
  const seconds = changedOn === null ? 0 : new Date(`${changedOn}T12:00:00Z`).getTime() / 1000;
  packed.writeUInt32LE(seconds, 4);
  return packed;
}

describe('a packed register file is read as the text that is in it', () => {
  test.for<[string, Uint8Array]>([
    ['packed with gzip', gzipSync(TEXT)],
    [
      'packed with gzip in two parts',
      Buffer.concat([gzipSync(TEXT.slice(0, 700)), gzipSync(TEXT.slice(700))]),
    ],
    ['alone in a zip archive', zipOf([{ name: 'tps_ns.txt', content: TEXT }])],
    [
      'in a folder of a zip archive from a Mac',
      zipOf([
        { name: 'TPS/', content: '' },
        { name: 'TPS/tps_ns.txt', content: TEXT },
        { name: '__MACOSX/TPS/._tps_ns.txt', content: 'x' },
      ]),
    ],
  ])('%s', async ([, content]) => {
    const plain = await read(TEXT);
    expect(await read(content)).toEqual(plain);
  });

  test('with spaces and without, packed and not, all hold the same numbers', async () => {
    const plain = await read(TEXT);
    for (const content of [SPACED, gzipSync(SPACED), zipOf([{ name: 'tps.txt', content: SPACED }])]) {
      const { blocks, numbers, layout } = await read(content);
      expect({ blocks, numbers, layout }).toEqual({
        blocks: plain.blocks,
        numbers: 1000,
        layout: 'official',
      });
    }
  });

  test('larger than every buffer', async () => {
    const numbers = Array.from({ length: 250_000 }, (_, index) => `0${7_300_000_000 + index * 7}`);
    const text = officialText(numbers);
    const plain = await read(text);
    expect(plain.numbers).toBe(250_000);
    expect(await read(gzipSync(text))).toEqual(plain);
    expect(await read(zipOf([{ name: 'tps.txt', content: text }]))).toEqual(plain);
  });
});

describe('the day of a packed register file', () => {
  test.for<[string, Uint8Array, string]>([
    ['is that of the file in the archive, where that is earlier', zipped('2026-11-20'), '2026-11-20'],
    ['is that of the archive, where that is earlier', zipped('2026-12-20'), '2026-11-30'],
    ['is that of the archive, where it does not say', zipped(undefined), '2026-11-30'],
    ['is that in the gzip file, where that is earlier', gzipOf(TEXT, '2026-11-20'), '2026-11-20'],
    ['is that of the gzip file, where it does not say', gzipOf(TEXT, null), '2026-11-30'],
  ])('%s', async ([, content, modifiedOn]) => {
    expect((await read(content, '2026-11-30')).modifiedOn).toBe(modifiedOn);
  });
});

function zipped(changedOn: string | undefined): Buffer {
  return zipOf([{ name: 'tps.txt', content: TEXT, ...(changedOn === undefined ? {} : { changedOn }) }]);
}

describe('a packed register file is refused', () => {
  const zip = zipOf([{ name: 'tps.txt', content: TEXT }]);
  const gzip = gzipSync(TEXT);
  const wrongEnd = Buffer.from(gzip);
  wrongEnd.writeUInt8(wrongEnd.readUInt8(gzip.length - 8) ^ 1, gzip.length - 8);
  test.for<[string, Uint8Array, string]>([
    ['when the zip archive is cut', zip.subarray(0, zip.length - 30), 'damaged or truncated zip archive'],
    ['when half of the zip archive is there', zip.subarray(0, zip.length / 2), 'damaged or truncated zip'],
    ['when the gzip file is cut', gzip.subarray(0, gzip.length - 5), 'damaged or truncated gzip file'],
    ['when the gzip file has another checksum', wrongEnd, 'damaged or truncated gzip file'],
    [
      'when the file in the archive is not the one that was packed',
      zipOf([{ name: 'tps.txt', content: TEXT, checksum: 7 }]),
      'the checksum of the file in it is wrong',
    ],
    [
      'when the archive has two files',
      zipOf([
        { name: 'tps.txt', content: TEXT },
        { name: 'readme.txt', content: 'x' },
      ]),
      'a zip archive with 2 files (`tps.txt`, `readme.txt`) in it, where one is expected',
    ],
    [
      'when the archive has no file',
      zipOf([{ name: 'TPS/', content: '' }]),
      'a zip archive with no file in it',
    ],
    [
      'when the archive has a password',
      zipOf([{ name: 'tps.txt', content: TEXT, isEncrypted: true }]),
      'a zip archive with a password',
    ],
    [
      'when it is an Excel workbook',
      zipOf([
        { name: '[Content_Types].xml', content: '<x/>' },
        { name: 'xl/workbook.xml', content: '<x/>' },
      ]),
      'an Excel workbook, which loses leading zeros',
    ],
    ['when there is an archive in the archive', gzipSync(zip), 'inside another archive'],
    ['when there is UTF-16 text in it', gzipSync(Buffer.from(`\ufeff${TEXT}`, 'utf16le')), 'UTF-16'],
    ['when a line of it is no number', gzipSync(TEXT.replace(mobile(7), '0770090000x')), 'Line 8: a letter'],
    ['when there is nothing in it', gzipSync(''), 'is empty'],
  ])('%s', async ([, content, saying]) => {
    const message = await refusalOf(content);
    expect(message).toContain(saying);
    expect(message).toContain('nothing was changed');
  });
});
