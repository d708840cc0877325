import { describe, expect, test } from 'vitest';
import { readPhoneCell } from '../../src/contacts/cells/phone/phone-cell.js';
import { spreadsheetForm } from '../../src/outcomes/spreadsheet-form.js';

describe('the form that a spreadsheet leaves alone', () => {
  test.for<[string, readonly string[]]>([
    [
      'is the cell itself for words',
      [
        'Ada',
        'Ada Archer',
        'ada@example.org',
        'allowed',
        '12 Example Street',
        '',
        'x=1',
        '*ContactName',
        'a-b',
      ],
    ],
    [
      'is the cell itself for a number that comes back as it was',
      ['0', '7', '-5', '12345678901', '1.5', '-0.25'],
    ],
  ])('%s', ([, cells]) => {
    expect(cells.map(spreadsheetForm)).toEqual(cells);
  });

  test.for<[string, readonly string[]]>([
    [
      'numbers to ring',
      ['+447700900123', '07700900123', '447700900123', '+44 7700 900123', '+44-7700-900123', '01632-960001'],
    ],
    ['several of them', ['+447700900123;+447700900124']],
    [
      'ids that are no amounts',
      ['00012', '12345678901234567890', '1E5', '1-2', 'MAR1', '1.50', '3 Mar 2020'],
    ],
    ['days', ['2026-11-22', '03/04/1990', '12:30']],
    ['sums', ['1+1', '-2+3', '+1+1']],
  ])('puts a tab before %s, which makes them text', ([, cells]) => {
    expect(cells.map(spreadsheetForm)).toEqual(cells.map((cell) => `\t${cell}`));
  });

  test.for<[string, readonly string[]]>([
    ['an equals sign', ['=1+1', '=HYPERLINK("http://example.com")', ' =A1', '\u00a0=A1', '＝1+1']],
    [
      'another sign that begins one',
      ['+SUM(A1)', '-SUM(A1)', '@SUM(A1)', '＋A1', '－A1', '＠A1', '|calc', '@ada'],
    ],
    ['a blank that a program strips', ['\t=1+1', '\r=1+1', '\n=1+1']],
  ])('keeps a formula from running that begins with %s', ([, cells]) => {
    expect(cells.map(spreadsheetForm)).toEqual(cells.map((cell) => `'${cell}`));
  });

  test('numbers in it are read again as they were, and as plainly', () => {
    for (const cell of ['+447700900123', '07700 900123', '01632960001']) {
      const { points, isPlain } = readPhoneCell(spreadsheetForm(cell));
      expect(isPlain).toBe(true);
      expect(points.map((point) => point.kind === 'number' && point.number)).toEqual(
        readPhoneCell(cell).points.map((point) => point.kind === 'number' && point.number),
      );
    }
  });
});
