import { describe, expect, test } from 'vitest';
import { type PhoneEvidence, phoneEvidence } from '../../../src/contacts/cells/phone/phone-evidence.js';
import { resolveColumns } from '../../../src/contacts/columns/column-roles.js';
import type { RecordBatch } from '../../../src/contacts/csv/record-batch.js';
import { createUnmappedPhones } from '../../../src/contacts/survey/unmapped-phones.js';

describe('what a cell outside the phone columns gives away', () => {
  test.for<[string, PhoneEvidence | null]>([
    ['07700 900123', 'in-full'],
    ['07700900123', 'in-full'],
    ['+44 7700 900123', 'in-full'],
    ['+447700900123', 'in-full'],
    ['0044 7700 900123', 'in-full'],
    ['00447700900123', 'in-full'],
    ['44 7700 900123', 'in-full'],
    ['(44) 7700 900123', 'in-full'],
    ["'07700900123", 'in-full'],
    ['="07700900123"', 'in-full'],
    ['tel:07700900123', 'in-full'],
    ['https://wa.me/447700900123', 'from-44'],
    ['+61 491 570 156', 'in-full'],
    ['0061 491 570 156', 'in-full'],
    ['0061491570156', 'weak'],
    ['07700 900123 / 07700 900124', 'in-full'],
    ['07700 900123; 0114 496 0123', 'in-full'],
    ['0114/4960123', 'in-full'],
    ['07700 900123 or see above', 'in-full'],
    ['Mob: 07700 900123', 'in-full'],
    ['07700 900123 / 4', 'in-full'],
    ['\uff10\uff17\uff17\uff10\uff10\uff19\uff10\uff10\uff11\uff12\uff13', 'in-full'],
    ['\u0660\u0667\u0667\u0660\u0660\u0669\u0660\u0660\u0661\u0662\u0663', 'in-full'],
    ['0\u200b7700 900123', 'in-full'],
    ['0909 879 0123', 'in-full'],
    ['07624 400123', 'in-full'],
    ['447700900123', 'from-44'],
    ['447700900123.0', 'from-44'],
    ['4.47700900123E+11', 'from-44'],
    ['7700900123', 'mobile-without-zero'],
    ['7700 900123', 'mobile-without-zero'],
    ['7700 900 123', 'mobile-without-zero'],
    ['7700-900123', 'mobile-without-zero'],
    ['7700900123.0', 'mobile-without-zero'],
    ['7.700900123E+09', 'mobile-without-zero'],
    ['7700900123 / 7700900124', 'mobile-without-zero'],
    ['7700900123;1632960123', 'mobile-without-zero'],
    ['please ring her on 07700 900123 after five', 'in-text'],
    ['Ada Bee, ada@example.org, 07700 900123', 'in-text'],
    ['{"phone":"+447700900123","email":"ada@example.org"}', 'in-text'],
    ['12 High Street, Northfield, 0114 496 0123', 'in-text'],
    ['1632960123', 'weak'],
    ['1632 960123', 'weak'],
    ['2079460123', 'weak'],
    ['4.47701E+11', 'weak'],
    ['4,47701E+11', 'weak'],
    ['7.70090E+09', 'weak'],
    ['1.61496E+9', 'weak'],
    ['0800000000', 'weak'],
    // What looks like one, and is none.
    ['', null],
    ['2024', null],
    ['01/02/2024', null],
    ['02/01/2024 4:15', null],
    ['02/08/2024 4:15', null],
    ['02/08/2024 04:15:30', null],
    ['2/8/2024 4:15 PM', null],
    ['2024-08-02 04:15', null],
    ['2024-08-02 04:15:30.123456', null],
    ['2024-08-02T04:15:30Z', null],
    ['2024-08-02T04:15:30+01:00', null],
    ['1925-12-31 10:00:00', null],
    ['2018-06-12 07:53:28', null],
    ['20240802041530', null],
    ['20240802', null],
    ['12345678', null],
    ['00012345678', null],
    ['000123456789', null],
    ['100012345678', null],
    ['200001234567', null],
    ['20-30-40 12345678', null],
    ['01-02-03 12345678', null],
    ['08-99-99 66374958', null],
    ['203040 12345678', null],
    ['GB29 NWBK 6016 1331 9268 19', null],
    ['GB 123 4567 89', null],
    ['ORD-100012345', null],
    ['026-1234567-1234567', null],
    ['INV/2024/000123', null],
    ['485 777 3456', null],
    ['9876543210', null],
    ['3234567890', null],
    ['1000000001', null],
    ['5012345678900', null],
    ['4929 1234 5678 9012', null],
    ['51.507412, -0.127812', null],
    ['TQ 30080 80468', null],
    ['1,234,567,890', null],
    ['1234567.89', null],
    ['SW1A 1AA', null],
    ['ada@example.org', null],
    ['ada07700900123@example.org', null],
    ['https://example.org/07700900123', null],
    ['003D000000QOMzrIAH', null],
    ['550e8400-e29b-41d4-a716-446655440000', null],
    ['1.23457E+15', null],
    ['0400 000 0000', null],
  ])('`%s`: %s', ([cell, evidence]) => {
    expect(phoneEvidence(cell)).toBe(evidence);
  });

  test('a text longer than any phone cell gives nothing', () => {
    expect(phoneEvidence(`07700 900123 ${'tea '.repeat(2000)}`)).toBeNull();
  });
});

describe('a column that nobody screens for numbers', () => {
  const many = (cell: string, count: number): string[] => Array.from({ length: count }, () => cell);
  const mobiles = ['7700900123', '7700900124'];
  const landlines = ['1632960123', '1144960123'];

  test.for<[string, string, string[], boolean]>([
    ['a single number in full', 'Reference', ['07700 900123', ...many('tea', 999)], true],
    ['mobiles without their zero', 'Reference', mobiles, true],
    ['mobiles without their zero, with blanks', 'Reference', ['7700 900123', '7700 900124'], true],
    ['a mobile without its zero in five cells', 'Reference', ['7700900123', ...many('tea', 4)], true],
    ['a mobile without its zero in six', 'Reference', ['7700900123', ...many('tea', 5)], false],
    ['placeholders do not count', 'Reference', ['7700900123', ...many('n/a', 99), ...many('-', 99)], true],
    ['twelve digits from 44 on in twenty cells', 'Reference', ['447700900123', ...many('tea', 19)], true],
    ['twelve digits from 44 on in thirty', 'Reference', ['447700900123', ...many('tea', 30)], false],
    ['scientific notation', 'Reference', ['4.47700900123E+11', ...many('tea', 9)], true],
    ['scientific notation that lost its digits', 'Reference', ['4.47701E+11', '4.47701E+11', 'tea'], true],
    ['landlines without their zero', 'Reference', landlines, true],
    ['landlines without their zero among others', 'Reference', [...landlines, ...many('tea', 3)], false],
    ['landlines and mobiles together', 'Reference', [...landlines, '7700900123', ...many('tea', 3)], true],
    ['figures of time that look like landlines', 'Created', ['1704168900', '1704168901'], false],
    ['places that look like landlines', 'UPRN', ['1775012345', '1775012346'], false],
    ['the same under another name', 'Reference', ['1775012345', '1775012346'], true],
    ['numbers in full under a name of figures', 'UPRN', ['07700 900123'], true],
    ['sentences with numbers', 'Reference', ['ring her on 07700 900123 after five', 'tea'], true],
    [
      'a sentence with a number among others',
      'Reference',
      ['ring her on 07700 900123 after five', 'a', 'b'],
      false,
    ],
    ['notes with a number now and then', 'Notes', ['07700 900123', ...many('tea', 20)], false],
    ['notes with numbers', 'Notes', ['07700 900123', ...many('tea', 18)], true],
    ['notes with sentences', 'Notes', many('ring her on 07700 900123 after five', 3), false],
    ['numbers where addresses should be', 'Email', ['07700 900123', ...many('ada@example.org', 18)], true],
    ['mobiles without their zero there', 'Email', ['7700900123', ...many('ada@example.org', 4)], true],
    ['addresses with digits', 'Email', many('ada07700900123@example.org', 5), false],
    ['ids that look like mobiles', 'person_id', mobiles, false],
    ['ids that are numbers from 44 on', 'person_id', ['447700900123', '447700900124', 'x1'], true],
    ['ids that are numbers in full', 'person_id', ['07700900123', 'x1'], true],
    ['years', 'Year', ['2019', '2020', '2021'], false],
    [
      'times of day and day',
      'Last seen',
      ['02/01/2024 4:15', '02/08/2024 4:15', '1925-12-31 10:00:00'],
      false,
    ],
    ['bank details', 'Bank', ['20-30-40 12345678', '08-99-99 66374958'], false],
    ['references', 'Order number', ['100012345', '0012345678', 'ORD-100012345'], false],
  ])('%s: `%s`', ([, header, cells, stops]) => {
    const columns = resolveColumns(['Phone', header], [], 'members.csv');
    const watch = createUnmappedPhones(columns);
    for (const [row] of cells.entries()) watch.add(batchOf(cells), row);
    expect(watch.questions()).toEqual(stops ? [{ kind: 'unscreened-numbers', column: 1 }] : []);
  });
});

/** A batch whose second column holds these cells. */
function batchOf(cells: readonly string[]): RecordBatch {
  return {
    count: cells.length,
    origin: { name: null, fileName: 'list.csv', optOuts: [] },
    cell: (row, column) => (column === 1 ? (cells[row] ?? '') : ''),
    cellCount: () => 2,
    line: (row) => row + 2,
    damage: () => null,
    spans: null,
  };
}
