import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.js';
import { type RegisterFile, readRegisterFile } from '../../../src/registers/file/register-file.js';
import { BLOCK_SIZE, blockValues } from '../../../src/registers/set/number-block.js';
import { makeFolder, mobile, officialText, writeFile } from '../register-for-tests.js';

/** The numbers that were read, with their leading 0. */
async function numbersIn(content: string | Uint8Array): Promise<string[]> {
  const { blocks } = await readRegisterFile(writeFile(content));
  return blocks.flatMap(({ block, packed }) =>
    [...blockValues(packed)].map((place) => `0${block * BLOCK_SIZE + place}`),
  );
}

async function refusalOf(content: string | Uint8Array): Promise<string> {
  const path = writeFile(content);
  const thrown: unknown = await readRegisterFile(path).catch((error: unknown) => error);
  if (!(thrown instanceof UserError)) throw new Error(`not refused: ${String(thrown)}`);
  return thrown.message.replace(path, 'tps_ns.txt');
}

function sumOf({ blocks }: RegisterFile): number {
  return blocks.reduce(
    (total, { block, packed }) =>
      blockValues(packed).reduce((sum, place) => sum + block * BLOCK_SIZE + place, total),
    0,
  );
}

const LEEDS = '01134960000';
const LONDON = '02079460000';

/** A national number of 7 to 10 digits, and one way in which a record of 12 characters may hold it with its 0. */
const record = fc
  .integer({ min: 7, max: 10 })
  .chain((digits) =>
    fc.record({
      number: fc.integer({ min: 10 ** (digits - 1), max: 10 ** digits - 1 }),
      blanks: fc.array(fc.integer({ min: 0, max: digits + 1 }), {
        minLength: 11 - digits,
        maxLength: 11 - digits,
      }),
    }),
  )
  .map(({ number, blanks }) => {
    const characters = [...`0${number}`];
    for (const place of [...blanks].sort((one, other) => other - one)) characters.splice(place, 0, ' ');
    return { number: `0${number}`, written: characters.join('') };
  });

describe('a blank in a record never hides a number', () => {
  test('wherever it stands, however many there are, and whatever the records round it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 30 }), async (records) => {
        const found = await numbersIn(records.map(({ written }) => `${written}\r\n`).join(''));
        const expected = [...new Set(records.map(({ number }) => Number(number)))];
        expect(found).toEqual(expected.sort((one, other) => one - other).map((number) => `0${number}`));
      }),
      { numRuns: 200 },
    );
  });

  test.for<[string, string]>([
    ['a tab', '0770090012\t3\r\n'],
    ['a no-break space', '07700900123\u00a0\r\n'],
    ['a form feed', '07700900123\f\r\n'],
  ])('and %s in its place stops the load', async ([, line]) => {
    expect(await refusalOf(`${officialText([LEEDS, LONDON])}${line}`)).toContain('Line 3');
  });

  test('in any of four versions of the file: full or changes, with spaces or without', async () => {
    const numbers = [LEEDS, LONDON, mobile(123), '0120496000', '020412345', '08001111'];
    const spaced = numbers.map(
      (number) => `${number.slice(0, 5).padEnd(5)}${number.slice(5).padStart(7)}\r\n`,
    );
    const oldSpacing = numbers.map(
      (number) => `${number.slice(0, 4).padEnd(5)}${number.slice(4).padStart(7)}\r\n`,
    );
    const expected = await numbersIn(officialText(numbers));
    expect(expected).toHaveLength(numbers.length);
    for (const lines of [spaced, oldSpacing.slice(1), [...spaced, ...oldSpacing.slice(1)]]) {
      const found = await numbersIn(lines.join(''));
      expect(found).toEqual(
        expected.filter((number) => found.length === expected.length || number !== LEEDS),
      );
    }
  });
});

describe('a register file', () => {
  test.for([
    ['the official layout without spaces', officialText([LEEDS, LONDON]), [LEEDS, LONDON], 'official'],
    ['the official layout with spaces', '0207·9460000\r\n01134·960000\r\n', [LEEDS, LONDON], 'official'],
    [
      'the official layout, a number of ten digits',
      '01204·96000·\r\n020412345···\r\n',
      ['0120496000', '020412345'],
      'official',
    ],
    ['the official layout, converted to LF', '02079460000·\n01134960000·\n', [LEEDS, LONDON], 'official'],
    ['one official record', '07700900123·\r\n', [mobile(123)], 'official'],
    ['plain text with LF', '02079460000\n01134960000\n', [LEEDS, LONDON], 'plain'],
    ['plain text with CR LF', '02079460000\r\n01134960000\r\n', [LEEDS, LONDON], 'plain'],
    ['plain text with CR', '02079460000\r01134960000\r', [LEEDS, LONDON], 'plain'],
    ['plain text without a last line end', '02079460000\n01134960000', [LEEDS, LONDON], 'plain'],
    ['plain text with blank lines', '\n02079460000\n\n··\n01134960000\n\n', [LEEDS, LONDON], 'plain'],
    ['plain text with blanks round the number', '··02079460000··\n·01134960000·\n', [LEEDS, LONDON], 'plain'],
    ['plain text with spaces and hyphens', '020 7946 0000\n0113-496-0000\n', [LEEDS, LONDON], 'plain'],
    ['the +44 form', '+442079460000\n+44 113 496 0000\n', [LEEDS, LONDON], 'plain'],
    ['the 0044 form', '00442079460000\n0044 113 496 0000\n', [LEEDS, LONDON], 'plain'],
    [
      'plain text, half of it as wide as the official layout',
      '07700 900123\n020 7946 0000\n',
      [LONDON, mobile(123)],
      'plain',
    ],
    [
      'the 44 form, which is 12 characters wide too',
      '442079460000\n441134960000\n',
      [LEEDS, LONDON],
      'plain',
    ],
    [
      'numbers of nine to eleven digits',
      '020412345\n0120496000\n01134960000\n',
      [LEEDS, '0120496000', '020412345'],
      'plain',
    ],
    ['a short number in the +44 form', '+448001111\n', ['08001111'], 'plain'],
    ['one column with a header', 'Phone Number\n02079460000\n01134960000\n', [LEEDS, LONDON], 'csv'],
    [
      'one quoted column with a quoted header',
      '"telephone"\r\n"02079460000"\r\n"01134960000"\r\n',
      [LEEDS, LONDON],
      'csv',
    ],
    ['one quoted column without a header', '"02079460000"\n"01134960000"\n', [LEEDS, LONDON], 'csv'],
    ['a UTF-8 mark before the header', '\u{feff}number\n02079460000\n01134960000\n', [LEEDS, LONDON], 'csv'],
    [
      'a UTF-8 mark before an official record',
      `\u{feff}${officialText([LEEDS, LONDON])}`,
      [LEEDS, LONDON],
      'official',
    ],
  ] as const)('may be %s', async ([, text, numbers, layout]) => {
    const content = text.replaceAll('·', ' ');
    expect((await numbersIn(content)).toSorted()).toEqual([...numbers].toSorted());
    expect((await readRegisterFile(writeFile(content))).layout).toBe(layout);
  });

  test('has its lines, distinct numbers, repeats, SHA-256 and London day counted', async () => {
    const content = officialText([LEEDS, LONDON, LEEDS, LEEDS, mobile(1)]);
    expect(await readRegisterFile(writeFile(content, '2026-06-30'))).toMatchObject({
      layout: 'official',
      lines: 5,
      numbers: 3,
      duplicates: 2,
      sha256: createHash('sha256').update(content).digest('hex'),
      modifiedOn: '2026-06-30',
    });
  });

  const many = Array.from({ length: 90_000 }, (_, index) => `0${7_000_000_000 + index * 7}`);
  const sumOfMany = many.reduce((total, number) => total + Number(number), 0);

  test.for(['\n', '\r', '\r\n'])(
    'is read the same wherever in a record the buffer ends, with %j',
    async (end) => {
      // Each shift moves the end of the first buffer, of 2 ** 20 bytes, to another place of a record.
      for (let shift = 0; shift < 14; shift++) {
        const file = await readRegisterFile(writeFile(' '.repeat(shift) + many.join(end) + end));
        expect(file).toMatchObject({ layout: 'plain', lines: many.length, numbers: many.length });
        expect(sumOf(file)).toBe(sumOfMany);
      }
    },
  );

  test('is read the same in the official layout, over the end of the buffer', async () => {
    const file = await readRegisterFile(writeFile(officialText(many)));
    expect(file).toMatchObject({ layout: 'official', lines: many.length, numbers: many.length });
    expect(sumOf(file)).toBe(sumOfMany);
  });

  test('gives back every number that was written, in any of the layouts', async () => {
    const written = fc.uniqueArray(fc.integer({ min: 100_000_000, max: 9_999_999_999 }), {
      minLength: 1,
      maxLength: 60,
    });
    const forms = fc.constantFrom<(number: number) => string>(
      (number) => officialText([`0${number}`]),
      (number) => `0${number}\n`,
      (number) => `+44${number}\r\n`,
      (number) => `"0${number}"\n`,
    );
    await fc.assert(
      fc.asyncProperty(written, forms, async (numbers, form) => {
        const expected = numbers.map((number) => `0${number}`).sort();
        expect((await numbersIn(numbers.map(form).join(''))).toSorted()).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a register file is refused', () => {
  const good = officialText(Array.from({ length: 5 }, (_, index) => mobile(index)));
  test.for<[string, string | Uint8Array, string[]]>([
    ['when it is empty', '', ['is empty']],
    ['when it has blank lines only', '\n\n', ['holds no number']],
    ['when it has a header only', 'Phone\n', ['holds no number']],
    ['when it is a web page', '<!DOCTYPE html><html>', ['web page', 'log-in']],
    ['when it is a web page after blank lines', '\r\n  <html>', ['web page']],
    [
      'when it is the beginning of a zip archive',
      Uint8Array.of(0x50, 0x4b, 3, 4, 20),
      ['truncated zip archive'],
    ],
    ['when it is the beginning of a gzip file', Uint8Array.of(0x1f, 0x8b, 8), ['truncated gzip file']],
    [
      'when it is an old Excel workbook',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
      ['Excel', 'as it was downloaded'],
    ],
    ['when it is UTF-16 with a mark', Buffer.from('\u{feff}07700900123\n', 'utf16le'), ['UTF-16']],
    [
      'when it is UTF-16 without a mark',
      Buffer.from('07700900123\n', 'utf16le'),
      ['line 1', 'NUL', 'UTF-16'],
    ],
    ['when a NUL byte stands in it', `${good}07700\u{0}900123\r\n`, ['line 6', 'NUL']],
    [
      'when an official record is narrower',
      `${good}07700900123\r\n${good}`,
      ['Line 6: not 12 characters wide', 'Expected 12 characters'],
    ],
    ['when an official record is wider', `${good}07700900123  \r\n`, ['Line 6: not 12 characters wide']],
    [
      'when an official record lost a digit, and would pass for a shorter number',
      `${good}0113496000 \r\n`,
      ['Line 6: not 12 characters wide'],
    ],
    [
      'when the first official record lost a digit',
      `0113496000 \r\n${good}`,
      ['Line 1: not 12 characters wide'],
    ],
    ['when an official line is empty', `${good}\r\n${good}`, ['Line 6: not 12 characters wide']],
    [
      'when an official record is wrong after a thousand good ones',
      `${good.repeat(400)}0770O900123 \r\n`,
      ['Line 2001: a letter'],
    ],
    ['when an official record has letters', `${good}07700900TPS \r\n`, ['Line 6: a letter or a sign']],
    [
      'when an official record has 12 digits',
      `${good}077009001234\r\n`,
      ['Line 6: too few or too many digits'],
    ],
    [
      'when an official record has 7 digits',
      `${good}0114960     \r\n`,
      ['Line 6: too few or too many digits'],
    ],
    ['when an official record is blank', `${good}            \r\n`, ['Line 6: no number']],
    [
      'when an official record lost its zero',
      `${good}7700900123  \r\n`,
      ['Line 6: the leading zero is lost', 'as it was downloaded'],
    ],
    ['when an official record has two zeros', `${good}00770090012 \r\n`, ['Line 6: a zero too many']],
    [
      'when it is cut within the last official record',
      `${good}0770090`,
      ['Line 6: cut short', 'download the file again'],
    ],
    ['when it is cut before the last line end', `${good}07700900123 `, ['Line 6: cut short']],
    ['when it is cut between CR and LF', good.slice(0, -1), ['Line 5: cut short']],
    ['when it is cut within the last plain number', '07700900123\n0770090012', ['Line 2: cut short']],
    ['when it is cut after the first digits of a plain number', '07700900123\n077', ['Line 2: cut short']],
    [
      'when a plain line has letters',
      '07700900123\n0770090012A\n',
      ['Line 2: a letter or a sign', 'Expected one UK number'],
    ],
    ['when a plain line has words', '07700900123\nnone\n', ['Line 2: a letter or a sign']],
    ['when a plain line has a sign', '07700900123\n(0113) 4960000\n', ['Line 2: a letter or a sign']],
    [
      'when a plain line has a plus in the middle',
      '07700900123\n0113+4960000\n',
      ['Line 2: a letter or a sign'],
    ],
    ['when a plain line has hyphens only', '07700900123\n--\n', ['Line 2: no number']],
    ['when a quote stands open', '"07700900123"\n"07700900124\n', ['Line 2: a letter or a sign']],
    [
      'when a spreadsheet took the zeros',
      '7700900123\n7700900124\n',
      ['Lines 1, 2: the leading zero is lost', 'as it was downloaded'],
    ],
    [
      'when a number that lost its zero begins with 44',
      '07700900123\n4411349600\n',
      ['Line 2: the leading zero is lost'],
    ],
    ['when one line lost its zero', '07700900123\n1134960000\n', ['Line 2: the leading zero is lost']],
    ['when a spreadsheet made it scientific', '07700900123\n7.7009E+09\n', ['Line 2: a letter or a sign']],
    ['when a number is short', '07700900123\n0770090\n', ['Line 2: too few or too many']],
    ['when a number is long', '07700900123\n077009001234\n', ['Line 2: too few or too many']],
    [
      'when a number is very long',
      '07700900123\n0770090012345678901234567890\n',
      ['Line 2: too few or too many'],
    ],
    [
      'when a number is of another country',
      '07700900123\n+353209123456\n',
      ['Line 2: the code of another country'],
    ],
    ['when another country is written with 00', '07700900123\n00353209123456\n', ['Line 2: a zero too many']],
    ['when a zero follows +44', '07700900123\n+4407700900123\n', ['Line 2']],
    [
      'when ten digits follow +44 and the first is 0',
      '07700900123\n+440770090012\n',
      ['Line 2: a zero too many'],
    ],
    [
      'when a second column follows a comma',
      'phone,added\n07700900123,2026\n',
      ['Lines 1, 2: a second column'],
    ],
    ['when a second column follows a semicolon', '07700900123;1\n', ['Line 1: a second column']],
    ['when a second column follows a tab', '07700900123\t1\n', ['Line 1: a second column']],
    ['when a header stands in the middle', 'phone\n07700900123\nphone\n', ['Line 3: a letter or a sign']],
    ['when a header is no recognised word', 'opted in\n07700900123\n', ['Line 1: a letter or a sign']],
    ['when a line is long', `07700900123\n${'1'.repeat(65)}\n`, ['Line 2: longer than 64 characters']],
    [
      'when a line never ends',
      `07700900123\n${'1'.repeat(3_000_000)}`,
      ['line 2 has more than 65536 characters'],
    ],
  ])('%s', async ([, content, saying]) => {
    const message = await refusalOf(content);
    for (const words of saying) expect(message).toContain(words);
    expect(message).toContain('`tps_ns.txt`');
    expect(message.replaceAll(/\d{5} characters/g, '')).not.toMatch(/\d{5}/);
  });

  test('with every bad line counted, the first ten named, and those of one kind together', async () => {
    const lines = Array.from({ length: 30 }, (_, index) =>
      index % 2 === 0 ? mobile(index) : index === 3 ? 'x' : '7700900123',
    );
    expect(await refusalOf(`${lines.join('\n')}\n`)).toBe(
      'the register file `tps_ns.txt` was refused and nothing was changed: 15 of 30 lines cannot be read (the first 10 are named). ' +
        'Lines 2, 6, 8, 10, 12, 14, 16, 18, 20: the leading zero is lost, as spreadsheets do; load the file as it was downloaded. ' +
        'Line 4: a letter or a sign where only digits belong. ' +
        'Expected one UK number on every line, in the 0, +44, 0044 or 44 form',
    );
  });

  test.for([
    ['when it is not there', 'nowhere.txt', 'ENOENT'],
    ['when it is a folder', '.', 'is not a file'],
  ])('%s', async ([, name, saying]) => {
    await expect(readRegisterFile(`${makeFolder()}/${name}`)).rejects.toThrow(UserError);
    await expect(readRegisterFile(`${makeFolder()}/${name}`)).rejects.toThrow(saying);
  });

  test('when it grows while it is read, as during a download', async () => {
    const path = writeFile(
      officialText(Array.from({ length: 100_000 }, (_, index) => `0${7_000_000_000 + index}`)),
    );
    const reading = readRegisterFile(path);
    const growing = setInterval(() => appendFileSync(path, officialText([mobile(1)])), 0);
    await expect(reading.finally(() => clearInterval(growing))).rejects.toThrow('changed while it was read');
  });
});
