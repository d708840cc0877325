import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openList } from '../../../src/contacts/list/list-file.js';
import { DEFAULT_READING_OPTIONS, type ReadingOptions } from '../../../src/contacts/reading-options.js';
import { complaintOf, fileOf, listOf, recordsOf } from '../lists-for-tests.js';

const ACCENTED = 'Name,Phone\r\nZoë “Né” £€,07700 900123\r\n';
const bom = (bytes: Buffer, ...mark: number[]): Buffer => Buffer.concat([Buffer.from(mark), bytes]);
const windows1252 = Buffer.concat([
  Buffer.from('Name,Phone\r\nZo'),
  Buffer.from([0xeb, 0x20, 0x93, 0x4e, 0xe9, 0x94, 0x20, 0xa3, 0x80]),
  Buffer.from(',07700 900123\r\n'),
]);
const utf16le = Buffer.from(ACCENTED, 'utf16le');
const utf16be = Buffer.from(utf16le).swap16();

describe('the encoding of a list', () => {
  test.for<[string, Buffer, string, boolean]>([
    ['UTF-8', Buffer.from(ACCENTED), 'utf-8', false],
    ['UTF-8 with its mark', bom(Buffer.from(ACCENTED), 0xef, 0xbb, 0xbf), 'utf-8', true],
    ['Windows-1252', windows1252, 'windows-1252', false],
    ['UTF-16, little end first, with its mark', bom(utf16le, 0xff, 0xfe), 'utf-16le', true],
    ['UTF-16, big end first, with its mark', bom(utf16be, 0xfe, 0xff), 'utf-16be', true],
    ['UTF-16, little end first', utf16le, 'utf-16le', false],
    ['UTF-16, big end first', utf16be, 'utf-16be', false],
  ])('%s is recognised and read', async ([, bytes, encoding, hadByteOrderMark]) => {
    for (const chunkSize of [1, 3, undefined]) {
      const list = await listOf(bytes, {}, chunkSize);
      expect(list).toMatchObject({ encoding, hadByteOrderMark, header: ['Name', 'Phone'] });
      const { records } = await recordsOf(list);
      expect(records.map(({ cells }) => cells)).toEqual([['Zoë “Né” £€', '07700 900123']]);
    }
  });

  test('a byte that is not UTF-8 near the end of a long list makes it Windows-1252 from the beginning', async () => {
    const long = Buffer.concat([Buffer.from(`Name,Phone\n${'Ada,07700 900123\n'.repeat(30_000)}Zo`)]);
    const list = await listOf(Buffer.concat([long, Buffer.from([0xeb]), Buffer.from(',07700 900124\n')]));
    expect(list.encoding).toBe('windows-1252');
    const { records } = await recordsOf(list);
    expect(records.at(-1)?.cells[0]).toBe('Zoë');
  });

  test('a character cut by the end of a chunk is no error, wherever it is cut', async () => {
    // The pre-pass reads chunks of a quarter MiB; the padding moves the characters across its end.
    for (const padding of ['', 'a', 'ab', 'abc', 'abcd']) {
      const list = await listOf(`Name${padding},Phone\n${'é€🎈,1\n'.repeat(40_000)}`);
      expect(list.encoding).toBe('utf-8');
      const { records } = await recordsOf(list);
      expect(new Set(records.map(({ cells }) => cells[0]))).toEqual(new Set(['é€🎈']));
    }
    for (const chunkSize of [1, 2, 3, 4, 5]) {
      const { records } = await recordsOf(await listOf('Name\né€🎈\n', {}, chunkSize));
      expect(records.map(({ cells }) => cells)).toEqual([['é€🎈']]);
    }
  });

  test('the line that is not UTF-8 is named rightly behind very many that are', async () => {
    for (const padding of ['', 'a', 'ab', 'abc']) {
      const sound = Buffer.from(`Name${padding},Phone\r\n${'é€🎈,1\r\n'.repeat(40_000)}Ren`);
      const complaint = await complaintOf(Buffer.concat([sound, Buffer.from([0xe9]), Buffer.from(',2\r\n')]));
      expect(complaint).toMatch(/: line 40002 is not UTF-8, though other lines are;/);
    }
  });

  test.for<[string, Buffer, Partial<ReadingOptions>, string]>([
    [
      'UTF-8 in one line and not in another',
      Buffer.concat([Buffer.from('Name,Phone\nZoë,1\nRen'), Buffer.from([0xe9]), Buffer.from(',2\n')]),
      {},
      'UserError: `members.csv`: line 3 is not UTF-8, though other lines are; save the file again as CSV UTF-8, or name its encoding, such as `--encoding windows-1252`',
    ],
    [
      'a byte that neither encoding knows',
      Buffer.concat([Buffer.from('Name,Phone\r\nA,1\r\nB'), Buffer.from([0x8d]), Buffer.from(',2\r\n')]),
      {},
      'UserError: `members.csv`, line 3: these bytes are neither UTF-8 nor Windows-1252; save the file as CSV UTF-8',
    ],
    [
      'Windows-1252 that was asked to be UTF-8',
      windows1252,
      { encoding: 'utf-8' },
      'UserError: `members.csv`: line 2 is not UTF-8; save the file again as CSV UTF-8, or name its encoding, such as `--encoding windows-1252`',
    ],
    [
      'a mark of another encoding than asked',
      bom(Buffer.from(ACCENTED), 0xef, 0xbb, 0xbf),
      { encoding: 'windows-1252' },
      'UserError: `members.csv` begins with the mark of utf-8, and `--encoding windows-1252` was asked for; leave the option out',
    ],
    [
      'UTF-16 that ends in half a character',
      Buffer.concat([bom(utf16le, 0xff, 0xfe), Buffer.from([0x41])]),
      {},
      'UserError: `members.csv` is not well-formed utf-16le; save it as CSV UTF-8, or name its encoding with `--encoding`',
    ],
  ])('%s stops the run', async ([, bytes, options, complaint]) => {
    expect(await complaintOf(bytes, options)).toBe(complaint);
  });

  test('an encoding that was named is taken at its word', async () => {
    const list = await listOf(Buffer.from('Name,Phone\nZoë,1\n'), { encoding: 'windows-1252' });
    const { records } = await recordsOf(list);
    expect(records[0]?.cells[0]).toBe('ZoÃ«');
  });
});

describe('how a list is written', () => {
  test.for<[string, string, Partial<ReadingOptions>, object]>([
    ['commas', 'Name,Phone\nAda,1\n', {}, { delimiter: ',', lineEnd: '\n' }],
    ['semicolons', 'Name;Phone\r\n"Lovelace, Ada";1\r\n', {}, { delimiter: ';', lineEnd: '\r\n' }],
    ['tabs', 'Name\tPhone\tNote\nAda\t1\ta, b, c\n', {}, { delimiter: '\t' }],
    ['pipes', 'Name|Phone\rAda|1\r', {}, { delimiter: '|', lineEnd: '\r' }],
    ['one column', 'Phone\n"1, 2"\n', {}, { delimiter: ',', header: ['Phone'] }],
    ['one column whose cells hold semicolons', 'Phone\n1;2\n', {}, { delimiter: ',', header: ['Phone'] }],
    ['a comma within the quotes of a header', '"Name, first";Phone\nAda;1\n', {}, { delimiter: ';' }],
    [
      'more semicolons than agreeing commas',
      'a,b;c;d\n1,2\n3,4;5\n6,7\n',
      {},
      { delimiter: ',', header: ['a', 'b;c;d'] },
    ],
    [
      'a doubled quote in the header',
      '"a"",b";c\n"1"",2";3\n',
      {},
      { delimiter: ';', header: ['a",b', 'c'] },
    ],
    ['a last record that decides', 'a;b,c\n1;2', {}, { delimiter: ';' }],
    ['a delimiter that was named', 'a~b,c\n1~2,3\n', { delimiter: '~' }, { header: ['a', 'b,c'] }],
    [
      'a sep line',
      'sep=;\r\nName;Phone, mobile\r\nAda;1\r\n',
      {},
      { delimiter: ';', preamble: ['sep=;'], header: ['Name', 'Phone, mobile'], headerLine: 2 },
    ],
    [
      'lines to be skipped',
      'Members, as of Sunday\n"quoted\nName,Phone\nAda,1\n',
      { skipLines: 2 },
      { preamble: ['Members, as of Sunday', '"quoted'], headerLine: 3, header: ['Name', 'Phone'] },
    ],
    ['empty lines in front', '\r\n\r\nName,Phone\r\nAda,1\r\n', {}, { headerLine: 3, lineEnd: '\r\n' }],
    [
      'a header of two lines',
      '"Name,\r\nfirst",Phone\nAda,1\n',
      {},
      { header: ['Name,\r\nfirst', 'Phone'], lineEnd: '\n' },
    ],
    [
      'names that stand twice, and a blank one',
      'Phone,Phone,\n1,2,3\n',
      {},
      { header: ['Phone', 'Phone', ''] },
    ],
    ['a header exactly as written', '" Phone ",*Name\n1,2\n', {}, { header: [' Phone ', '*Name'] }],
    ['a header and nothing else', 'Name,Phone', {}, { header: ['Name', 'Phone'], lineEnd: '\n' }],
    [
      'no header',
      '07700 900123,Ada\n07700 900124,Bob\n',
      { hasHeader: false },
      { header: ['column 1', 'column 2'], headerLine: 0, hasHeader: false },
    ],
  ])('%s', async ([, content, options, expected]) => {
    expect(await listOf(content, options)).toMatchObject(expected);
  });

  test('the first record of a list without a header is a record', async () => {
    const { records } = await recordsOf(await listOf('Ada,1\nBob,2\n', { hasHeader: false }));
    expect(records.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'Ada', '1'],
      [2, 'Bob', '2'],
    ]);
  });

  test('skipped lines are counted in bytes of the text, whatever its encoding', async () => {
    const content = bom(Buffer.from('Mitglieder für März\nName,Phone\nAda,1\n', 'utf16le'), 0xff, 0xfe);
    const { records } = await recordsOf(await listOf(content, { skipLines: 1 }, 5));
    expect(records).toEqual([{ line: 3, cells: ['Ada', '1'], damage: null }]);
  });
});

describe('what is no list', () => {
  test.for<[string, string | Buffer, Partial<ReadingOptions>, RegExp]>([
    ['an empty file', '', {}, /^UserError: `members.csv` is empty; /],
    ['empty lines only', '\n\r\n\n', {}, /`members.csv` holds no header and no record/],
    ['a mark only', bom(Buffer.alloc(0), 0xef, 0xbb, 0xbf), {}, /holds no header and no record/],
    ['fewer lines than are to be skipped', 'a\nb\n', { skipLines: 5 }, /nothing after the 5 lines/],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), {}, /is an old Excel workbook/],
    ['a PDF', '%PDF-1.7 …', {}, /is a PDF/],
    ['a web page', '\n <!DOCTYPE html><title>Log in</title>', {}, /is a web page or XML/],
    ['UTF-32 without a mark', Buffer.from('A\0\0\0,\0\0\0B\0\0\0\n\0\0\0'), {}, /is UTF-32/],
    ['UTF-32, big end first', Buffer.from('\0\0\0A\0\0\0,\0\0\0B\0\0\0\n'), {}, /is UTF-32/],
    ['GB18030 with its mark', Buffer.from([0x84, 0x31, 0x95, 0x33, 0x41, 0x2c, 0x42]), {}, /is GB18030/],
    ['a database', 'SQLite format 3\0', {}, /is a database/],
  ])('%s is refused with what to do', async ([, content, options, complaint]) => {
    expect(await complaintOf(content, options)).toMatch(complaint);
  });

  test('a header that begins with PK is no archive', async () => {
    expect(await listOf('PK,Phone\n1,2\n')).toMatchObject({ header: ['PK', 'Phone'] });
  });

  test.for<[string, string, RegExp]>([
    ['a telephone number', 'Ada,07700 900123\nBob,07700 900124\n', /line 1: column 2 .* a telephone number/],
    ['an email address', '\nada@example.org,Ada\n', /line 2: column 1 .* an email address.*`--no-header`$/],
    ['blank names only', ',,\nName,Phone,\n', /line 1: the header names no column.*`--skip-lines`$/],
    ['a quote out of place', '"Name"x,Phone\nAda,1\n', /line 1: a quote is out of place in the header/],
    ['a NUL character', 'Na\0me,Phone\nAda,1\n', /line 1: a NUL character stands in the header/],
  ])('a header with %s stops the run, and its cells are not repeated', async ([, content, complaint]) => {
    const said = await complaintOf(content);
    expect(said).toMatch(complaint);
    expect(said).not.toMatch(/900123|example|Ada/);
  });

  test.for<[string, string, number | null]>([
    ['a title', 'Members of May\nName,Phone\nAda,1\nBob,2\n', 1],
    ['a title with as many delimiters', 'Members of May;;\r\n;;\r\nName;Phone;Town\r\nAda;1;\r\n', 2],
    ['several titles and an empty line', '"Members"\nas of Sunday\n\n"Name"\t"Phone"\nAda\t1\n', 3],
    ['a column that is known', 'Phone\n1,2\n3,4\n', null],
    ['a column of texts with commas now and then', 'Remark\nyes\nyes, well\nno\n', null],
    ['a column of quoted names', 'Supporter\n"Snodgrub, Ada"\n"Snodgrub, Bob"\n', null],
    ['a first column alone that is named', 'Phone,,\n1,Ada,\n2,Bob,\n', null],
    ['two columns', 'Name,Remark\nAda,1\n', null],
  ])('above the header %s: the lines to skip are named', async ([, content, lines]) => {
    const said = await complaintOf(content);
    if (lines === null) expect(said).toBe('nothing was thrown');
    else expect(said).toMatch(new RegExp(`line 1: this seems to be a title .*\`--skip-lines ${lines}\`$`));
    if (lines !== null) expect(await complaintOf(content, { skipLines: lines })).toBe('nothing was thrown');
  });

  test('a sheet cannot be named of a list that has none', async () => {
    expect(await complaintOf('Name,Phone\n', { sheet: 'Members' })).toMatch(
      /`members.csv` is no workbook; leave/,
    );
  });

  test.for<[string, string[]]>([
    ['figures', ['Phone 1', 'Phone 2', '2024']],
    ['a short number', ['999', 'Name']],
  ])('a header with %s is a header', async ([, header]) => {
    expect(await listOf(`${header.join(',')}\n`)).toMatchObject({ header });
  });

  test('a file that is not there, and a folder, are named without their path', async () => {
    await expect(openList('/nowhere/members.csv', 'members.csv', DEFAULT_READING_OPTIONS)).rejects.toThrow(
      'there is no file `members.csv`; check its name',
    );
    await expect(openList('/', 'lists', DEFAULT_READING_OPTIONS)).rejects.toThrow('`lists` is a folder');
  });
});

describe('one pass over a list', () => {
  test('its result is the digest of the bytes and the counts', async () => {
    const content = '\ufeffName,Phone\r\n\r\nAda,1\r\nBob,2\r\n\r\n\r\n';
    const { result } = await recordsOf(await listOf(content));
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(result).toEqual({ sha256, records: 2, blankLines: 3 });
  });

  test('its result cannot be asked for before its end, and it is iterated once', async () => {
    const reading = (await listOf('Name,Phone\nAda,1\n')).readRecords();
    expect(() => reading.result()).toThrow('before its end');
    for await (const batch of reading) expect(batch.count).toBe(1);
    expect(reading.result().records).toBe(1);
    expect(() => reading[Symbol.asyncIterator]()).toThrow('iterated twice');
  });

  test('progress tells the bytes read, up to the whole file', async () => {
    const path = fileOf('Name,Phone\nAda,1\n');
    const list = await openList(path, 'members.csv', DEFAULT_READING_OPTIONS, 10);
    const told: number[] = [];
    for await (const batch of list.readRecords((bytes) => told.push(bytes))) expect(batch.count).toBe(1);
    expect(told).toEqual([10, readFileSync(path).length]);
    expect(list.sizeInBytes).toBe(17);
  });

  test('records come in batches of what was read at once, never all together', async () => {
    const list = await listOf(`Name,Phone\n${'Ada,07700 900123\n'.repeat(20_000)}`);
    const counts: number[] = [];
    for await (const batch of list.readRecords()) counts.push(batch.count);
    expect(Math.max(...counts)).toBeLessThanOrEqual((1 << 18) / 'Ada,07700 900123\n'.length + 1);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20_000);
  });
});
