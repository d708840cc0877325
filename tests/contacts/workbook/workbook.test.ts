import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { zipOf } from '../list/zip-for-tests.js';
import { complaintOf, listOf, recordsOf } from '../lists-for-tests.js';
import { textRow, type WorkbookParts, workbookOf } from './workbooks-for-tests.js';

/** The text of one cell with this XML, beside a cell of text; `formats` are those of the styles from 1 on. */
async function textOf(cell: string, parts: Partial<WorkbookParts> = {}): Promise<string | undefined> {
  const rows = `${textRow(1, ['Name', 'Value'])}<row r="2"><c r="A2" t="inlineStr"><is><t>Ada</t></is></c>${cell}</row>`;
  const list = await listOf(workbookOf({ sheets: [{ name: 'Sheet1', rows }], ...parts }));
  return (await recordsOf(list)).records[0]?.cells[1];
}

describe('a cell of a workbook is the text a person sees', () => {
  test.for<[string, string, (string | number)[], string]>([
    ['a number of eleven digits', '<c r="B2"><v>44770090012</v></c>', [], '44770090012'],
    ['a number of twelve digits', '<c r="B2"><v>447700900123</v></c>', [], '447700900123'],
    ['one written with an exponent', '<c r="B2"><v>4.47700900123E+11</v></c>', [], '447700900123'],
    ['leading zeros by format', '<c r="B2" s="1"><v>7700900123</v></c>', ['00000000000'], '07700900123'],
    ['a gap by format', '<c r="B2" s="1"><v>7700900123</v></c>', ['00000\\ 000000'], '07700 900123'],
    ['a format that rounds digits away', '<c r="B2" s="1"><v>447700900123</v></c>', [11], '447700900123'],
    ['a format that hides the number', '<c r="B2" s="1"><v>7700900123</v></c>', [';;;'], '7700900123'],
    ['a format nobody can read', '<c r="B2" s="1"><v>7700900123</v></c>', ['bad[['], '7700900123'],
    ['a number in a cell of text', '<c r="B2" s="1"><v>7700900123</v></c>', [49], '7700900123'],
    ['a fraction that is not quite one', '<c r="B2"><v>0.30000000000000004</v></c>', [], '0.3'],
    ['a date', '<c r="B2" s="1"><v>45000</v></c>', [14], '15/03/2023'],
    [
      'a date with a format of its own',
      '<c r="B2" s="1"><v>45000.5</v></c>',
      ['yyyy\\-mm\\-dd'],
      '2023-03-15',
    ],
    ['a date written out', '<c r="B2" t="d"><v>2023-03-15</v></c>', [], '2023-03-15'],
    ['a percentage', '<c r="B2" s="1"><v>0.25</v></c>', [9], '25%'],
    ['true', '<c r="B2" t="b"><v>1</v></c>', [], 'TRUE'],
    ['false', '<c r="B2" t="b"><v>0</v></c>', [], 'FALSE'],
    ['an error', '<c r="B2" t="e"><v>#N/A</v></c>', [], '#N/A'],
    [
      'the result of a formula',
      '<c r="B2" t="str"><f>A1&amp;"x"</f><v>07700 900123</v></c>',
      [],
      '07700 900123',
    ],
    ['the number of a formula', '<c r="B2"><f>SUM(C1:C9)</f><v>12</v></c>', [], '12'],
    ['a shared text', '<c r="B2" t="s"><v>0</v></c>', [], 'Zoë & Né'],
    ['rich text, without how it is pronounced', '<c r="B2" t="s"><v>1</v></c>', [], 'do not ring'],
    ['a text over two lines', '<c r="B2" t="s"><v>2</v></c>', [], 'one\r\ntwo'],
    ['a text of blanks', '<c r="B2" t="inlineStr"><is><t xml:space="preserve"> x </t></is></c>', [], ' x '],
    ['an empty cell with a style', '<c r="B2" s="1"/>', [14], ''],
  ])('%s', async ([, cell, formats, expected]) => {
    const sharedTexts = [
      '<t>Zoë &amp; Né</t>',
      '<r><t>do </t></r><r><rPr><b/></rPr><t>not ring</t></r><rPh sb="0" eb="1"><t>doo</t></rPh>',
      '<t>one_x000D_\ntwo</t>',
    ];
    expect(await textOf(cell, { formats, sharedTexts })).toBe(expected);
  });

  test('a date is counted from 1904 where the workbook says so', async () => {
    const cell = '<c r="B2" s="1"><v>43538</v></c>';
    expect(await textOf(cell, { formats: [14], countsFrom1904: true })).toBe('15/03/2023');
  });
});

describe('a sheet', () => {
  const rows = [
    textRow(2, ['Name', 'Phone', '', 'Notes']),
    // Hidden or filtered away: still somebody's record.
    `<row r="3" hidden="1">${textRow(3, ['Ada', '1']).replace(/<\/?row[^>]*>/gu, '')}</row>`,
    '<row r="4"/>',
    textRow(7, ['', '2', '', '', 'beyond the header']),
    '<row><c t="inlineStr"><is><t>Cy</t></is></c><c><v>3</v></c></row>',
  ].join('');
  const bytes = workbookOf({
    sheets: [
      { name: 'Members', rows },
      { name: 'Old & gone', rows: textRow(1, ['A']) },
    ],
  });

  test('is a list: a grid with the rows that stand in it, each by its number', async () => {
    for (const chunkSize of [5, undefined]) {
      const list = await listOf(bytes, {}, chunkSize);
      expect(list).toMatchObject({
        packing: 'workbook',
        header: ['Name', 'Phone', '', 'Notes', '', 'workbook notes'],
        headerLine: 2,
        delimiter: ',',
        lineEnd: '\r\n',
        hadByteOrderMark: true,
        notes: [{ kind: 'sheet', read: 'Members', others: ['Old & gone'] }],
      });
      const { records, result } = await recordsOf(list);
      expect(records).toEqual([
        { line: 3, cells: ['Ada', '1', '', '', '', 'hidden row'], damage: null },
        { line: 7, cells: ['', '2', '', '', 'beyond the header', ''], damage: null },
        { line: 8, cells: ['Cy', '3', '', '', '', ''], damage: null },
      ]);
      expect(result).toEqual({
        sha256: createHash('sha256').update(bytes).digest('hex'),
        records: 3,
        blankLines: 1,
      });
    }
  });

  test.for(['Old & gone', 'old & GONE '])('is the one that `--sheet %s` names', async (sheet) => {
    expect(await listOf(bytes, { sheet })).toMatchObject({ header: ['A'] });
  });

  test('is the first that is not hidden', async () => {
    const hidden = { name: 'Lookup', rows: textRow(1, ['X']), isHidden: true };
    const shown = { name: 'Members', rows: textRow(1, ['A']) };
    expect(await listOf(workbookOf({ sheets: [hidden, shown] }))).toMatchObject({ header: ['A'] });
    expect(await listOf(workbookOf({ sheets: [hidden] }))).toMatchObject({ header: ['X'] });
  });

  test('beside one of opt-outs is read alone only where somebody says so', async () => {
    const sheets = ['Members', 'Do not call'].map((name) => ({ name, rows: textRow(1, ['A']) }));
    expect(await complaintOf(workbookOf({ sheets }))).toMatch(
      /has a sheet `Do not call`, which by its name says .*pack them into one zip.*`--sheet`$/,
    );
    expect(await complaintOf(workbookOf({ sheets }), { sheet: 'Members' })).toBe('nothing was thrown');
  });

  test('without remarks has no column for them', async () => {
    const plain = workbookOf({ sheets: [{ name: 'A', rows: textRow(1, ['Name']) + textRow(2, ['Ada']) }] });
    expect(await listOf(plain)).toMatchObject({ header: ['Name'] });
  });

  test('may have lines above its header, or no header', async () => {
    expect(await listOf(bytes, { skipLines: 2, hasHeader: false })).toMatchObject({
      header: ['column 1', 'column 2', 'column 3', 'column 4', 'column 5', 'workbook notes'],
      headerLine: 0,
    });
    expect((await recordsOf(await listOf(bytes, { skipLines: 6 }))).records.map(({ line }) => line)).toEqual([
      8,
    ]);
  });

  test.for<[string, Buffer, RegExp]>([
    [
      'that is not there',
      bytes,
      /^UserError: `--sheet Nobody`: `members.csv` has no such sheet; it has `Members`, `Old & gone`$/,
    ],
  ])('%s is named with those there are', async ([, content, complaint]) => {
    expect(await complaintOf(content, { sheet: 'Nobody' })).toMatch(complaint);
  });

  test.for<[string, Buffer, RegExp]>([
    [
      'that is empty',
      workbookOf({ sheets: [{ name: 'S', rows: '' }] }),
      /the sheet holds no header and no record/,
    ],
    [
      'that begins with a record',
      workbookOf({ sheets: [{ name: 'S', rows: textRow(1, ['Ada', '07700 900123']) }] }),
      /line 1: column 2 of the header holds a telephone number/,
    ],
    [
      'cut in the middle',
      workbookOf({ sheets: [{ name: 'S', rows: '<row r="1"><c>' }] }),
      /a workbook with a damaged part/,
    ],
    [
      'whose texts are missing',
      workbookOf({ sheets: [{ name: 'S', rows: '<row r="1"><c r="A1" t="s"><v>9</v></c></row>' }] }),
      /a workbook with a damaged part/,
    ],
    [
      'that is no XML',
      workbookOf({ sheets: [{ name: 'S', rows: '' }], more: { 'xl/worksheets/sheet1.xml': 'Name,Phone' } }),
      /a workbook with a damaged part/,
    ],
    [
      'in binary form',
      zipOf([{ name: 'xl/workbook.bin', content: 'x' }]),
      /is a binary Excel workbook; open it and save/,
    ],
    [
      'of another program',
      zipOf([
        { name: 'mimetype', content: 'x' },
        { name: 'content.xml', content: 'x' },
      ]),
      /is an OpenDocument file; open it and save/,
    ],
    [
      'of more text than is read',
      workbookOf({
        sheets: [{ name: 'S', rows: '' }],
        more: { 'xl/sharedStrings.xml': ' '.repeat((256 << 20) + 1) },
      }),
      /is a workbook of more than 256 MiB of text or 1024 MiB in all .*save the sheet as CSV UTF-8$/,
    ],
  ])('%s is refused with what to do', async ([, content, complaint]) => {
    expect(await complaintOf(content)).toMatch(/^UserError: /);
    expect(await complaintOf(content)).toMatch(complaint);
  });
});

/** The cells of the records of one sheet with these rows, and what stands after them. */
async function sheetCells(
  rows: readonly (readonly string[])[],
  after: string,
  more: Readonly<Record<string, string>> = {},
): Promise<readonly (readonly string[])[]> {
  const data = rows.map((cells, index) => textRow(index + 1, cells)).join('');
  const sheet = `<worksheet><sheetData>${data}</sheetData>${after}</worksheet>`;
  const bytes = workbookOf({
    sheets: [{ name: 'A', rows: '' }],
    more: { 'xl/worksheets/sheet1.xml': sheet, ...more },
  });
  return (await recordsOf(await listOf(bytes))).records.map(({ cells }) => cells);
}

describe('what a sheet shows and its cells alone do not say', () => {
  const HEADER = ['Name', 'Phone', 'do_not_call'];
  const PEOPLE = [
    ['Ada', '1', 'yes'],
    ['Bob', '2'],
    ['Cy', '3'],
    ['Di', '4', 'no'],
  ];
  const merged = (...references: readonly string[]): string =>
    `<mergeCells>${references.map((reference) => `<mergeCell ref="${reference}"/>`).join('')}</mergeCells>`;

  test('a cell merged over several rows holds for each of them', async () => {
    const cells = await sheetCells([HEADER, ...PEOPLE], merged('C2:C4'));
    expect(cells.map(([, , flag]) => flag)).toEqual(['yes', 'yes', 'yes', 'no']);
  });

  test('one merged over several columns holds for each of them, within the width of the sheet', async () => {
    expect(await sheetCells([HEADER, ['Ada', 'asked us to stop']], merged('B2:XFD2'))).toEqual([
      ['Ada', 'asked us to stop', 'asked us to stop'],
    ]);
  });

  test.for<[string, string]>([
    ['one that begins in the header', 'C1:C3'],
    ['one whose first row is empty', 'C9:C10'],
    ['a reference nobody can read', 'C2:?'],
  ])('%s fills nothing', async ([, reference]) => {
    expect((await sheetCells([HEADER, ['Ada', '1']], merged(reference)))[0]).toEqual(['Ada', '1', '']);
  });

  test('a cell that holds something of its own keeps it', async () => {
    const cells = await sheetCells([HEADER, ['Ada', '1', 'yes'], ['Bob', '2', 'no']], merged('C2:C3'));
    expect(cells[1]).toEqual(['Bob', '2', 'no']);
  });

  test('a comment on a cell, and a thread of them, are text of that row', async () => {
    const relation = (type: string, target: string): string =>
      `<Relationship Id="${target}" Type="http://example.org/${type}" Target="${target}"/>`;
    const cells = await sheetCells([HEADER, ['Ada', '1'], ['Bob', '2'], ['Cy', '3']], '', {
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships>${relation('comments', '../comments1.xml')}${relation('threadedComment', '/xl/threads.xml')}</Relationships>`,
      'xl/comments1.xml':
        '<comments><commentList><comment ref="A2"><text><r><t>do not </t></r><r><t>ring</t></r></text></comment><comment ref="B3"><text><t>[Threaded comment] Your version removed this. Comment: x</t></text></comment></commentList></comments>',
      'xl/threads.xml':
        '<ThreadedComments><threadedComment ref="B3"><text>moved away</text></threadedComment></ThreadedComments>',
    });
    expect(cells.map((row) => row[3])).toEqual([
      'comment on A2: do not ring',
      'comment on B3: moved away',
      '',
    ]);
  });

  test.for<[string, string]>([
    ['a cell whose style is struck out', '<c r="B2" s="1" t="inlineStr"><is><t>1</t></is></c>'],
    ['a text that is struck out in part', '<c r="B2" t="s"><v>0</v></c>'],
    [
      'a text of the cell itself that is struck out',
      '<c r="B2" t="inlineStr"><is><r><rPr><strike/></rPr><t>1</t></r></is></c>',
    ],
  ])('%s is said', async ([, cell]) => {
    const rows = `${textRow(1, ['Name', 'Phone'])}<row r="2">${cell}</row>`;
    const styles =
      '<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>';
    const bytes = workbookOf({
      sheets: [{ name: 'A', rows }],
      sharedTexts: ['<r><t>1</t></r><r><rPr><strike/></rPr><t>2</t></r>'],
      more: { 'xl/styles.xml': styles },
    });
    const { records } = await recordsOf(await listOf(bytes));
    expect(records[0]?.cells[2]).toBe('struck out from column 2');
  });

  test('a strike that is switched off is none', async () => {
    const rows = `${textRow(1, ['Name'])}<row r="2"><c r="A2" t="inlineStr"><is><r><rPr><strike val="0"/></rPr><t>Ada</t></r></is></c></row>`;
    expect((await recordsOf(await listOf(workbookOf({ sheets: [{ name: 'A', rows }] })))).records).toEqual([
      { line: 2, cells: ['Ada'], damage: null },
    ]);
  });
});
