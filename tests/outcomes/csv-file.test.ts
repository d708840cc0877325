import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCsvFile } from '../../src/outcomes/csv-file.js';
import { lineMaker } from '../../src/outcomes/csv-line.js';
import { workdir } from '../workdir.js';

const dialect = { delimiter: ',', lineEnd: '\r\n', hasByteOrderMark: false };

test('a line break inside a cell stays inside it, whatever ends the lines', () => {
  const path = join(workdir().path, 'out.csv');
  const file = createCsvFile(path, ['a', 'b'], dialect);
  const cells = ['one\ntwo', 'three\rfour'];
  file.add(cells);
  file.finish();
  expect(parse(readFileSync(path, 'utf8'), { record_delimiter: '\r\n' })).toEqual([['a', 'b'], cells]);
});

test('quotes, delimiters, blanks and signs of a formula come out as they went in', () => {
  const path = join(workdir().path, 'out.csv');
  const file = createCsvFile(path, ['a', 'b', 'c', 'd', 'e'], { ...dialect, delimiter: ';', lineEnd: '\n' });
  const cells = ['say "hi"', 'a;b', '  x ', '=1+1', '+447700900123'];
  file.add(cells);
  file.finish();
  expect(parse(readFileSync(path, 'utf8'), { delimiter: ';' })[1]).toEqual(cells);
});

test('a line is the one that csv-stringify makes', () => {
  const cell = fc.stringMatching(/^[a"',; \t\r\n\u00e9=+]{0,6}$/);
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 2, maxLength: 5 }),
      fc.constantFrom(',', ';', '\t', '::', ' '),
      fc.constantFrom('\n', '\r\n', '\r'),
      (cells, delimiter, lineEnd) => {
        const options = { delimiter, record_delimiter: lineEnd, quoted_match: /[\r\n]/ };
        expect(lineMaker(delimiter, lineEnd)(cells)).toBe(stringify([cells], options));
      },
    ),
    { numRuns: 5000 },
  );
});

test('the digest is that of the file, and the count that of its records', () => {
  const path = join(workdir().path, 'out.csv');
  const file = createCsvFile(path, ['a'], { ...dialect, hasByteOrderMark: true });
  for (let row = 0; row < 50_000; row += 1) {
    file.add([String(row)]);
    if (row % 500 === 0) file.flush();
  }
  const digest = file.finish();
  const bytes = readFileSync(path);
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(digest).toEqual({ records: 50_000, sha256: createHash('sha256').update(bytes).digest('hex') });
});

test('rows as bytes stand among the others, in the order in which they were added', () => {
  const path = join(workdir().path, 'out.csv');
  const file = createCsvFile(path, ['a', 'b'], dialect);
  const long = 'x'.repeat(300_000);
  file.add(['1', 'one']);
  file.addBytes(Buffer.from('2,two\r\n3,three\r\n'), 2);
  file.add(['4', 'four']);
  file.addBytes(Buffer.from(`5,${long}\r\n`), 1);
  file.addBytes(new Uint8Array(0), 0);
  file.add(['6', 'six']);
  const digest = file.finish();
  const text = readFileSync(path, 'utf8');
  expect(text).toBe(`a,b\r\n1,one\r\n2,two\r\n3,three\r\n4,four\r\n5,${long}\r\n6,six\r\n`);
  expect(digest).toEqual({ records: 6, sha256: createHash('sha256').update(text).digest('hex') });
});

test('a file that is there is not overwritten', () => {
  const dir = workdir();
  dir.write('out.csv', 'mine');
  expect(() => createCsvFile(join(dir.path, 'out.csv'), ['a'], dialect)).toThrow('EEXIST');
  expect(dir.text('out.csv')).toBe('mine');
});
