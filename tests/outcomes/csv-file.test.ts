import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { createCsvFile } from '../../src/outcomes/csv-file.js';
import { workdir } from '../workdir.js';

const dialect = { delimiter: ',', lineEnd: '\r\n', hasByteOrderMark: false };

test('a line break inside a cell stays inside it, whatever ends the lines', async () => {
  const path = join(workdir().path, 'out.csv');
  const file = createCsvFile(path, ['a', 'b'], dialect);
  const cells = ['one\ntwo', 'three\rfour'];
  file.add(cells);
  await file.finish();
  expect(parse(readFileSync(path, 'utf8'), { record_delimiter: '\r\n' })).toEqual([['a', 'b'], cells]);
});

test('quotes, delimiters, blanks and signs of a formula come out as they went in', async () => {
  const path = join(workdir().path, 'out.csv');
  const file = createCsvFile(path, ['a', 'b', 'c', 'd', 'e'], { ...dialect, delimiter: ';', lineEnd: '\n' });
  const cells = ['say "hi"', 'a;b', '  x ', '=1+1', '+447700900123'];
  file.add(cells);
  await file.finish();
  expect(parse(readFileSync(path, 'utf8'), { delimiter: ';' })[1]).toEqual(cells);
});

test('the digest is that of the file, and the count that of its records', async () => {
  const path = join(workdir().path, 'out.csv');
  const file = createCsvFile(path, ['a'], { ...dialect, hasByteOrderMark: true });
  for (let row = 0; row < 50_000; row += 1) {
    file.add([String(row)]);
    if (row % 500 === 0) await file.flush();
  }
  const digest = await file.finish();
  const bytes = readFileSync(path);
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(digest).toEqual({ records: 50_000, sha256: createHash('sha256').update(bytes).digest('hex') });
});

test('a file that is there is not overwritten', async () => {
  const dir = workdir();
  dir.write('out.csv', 'mine');
  const file = createCsvFile(join(dir.path, 'out.csv'), ['a'], dialect);
  await expect(file.finish()).rejects.toThrow('EEXIST');
  expect(dir.text('out.csv')).toBe('mine');
});
