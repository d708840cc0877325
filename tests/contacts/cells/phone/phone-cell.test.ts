import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { type CellPoint, readPhoneCell } from '../../../../src/contacts/cells/phone/phone-cell.js';
import { withEscapes } from '../../csv/escapes.js';

/**
 * One cell a row. `expected`: its points in order, a number with its status where that is not callable.
 * `\u00a0`, `\n`, `\r`, `\t` and `\\` in `input` and `residue` stand for those characters.
 */
const table = new URL('../../../../fixtures/numbers/phone-cells.csv', import.meta.url);
const rows: readonly Record<string, string>[] = parse(readFileSync(table), { columns: true });
describe('a phone cell', () => {
  test.for(rows)('$note: $input', (row) => {
    const { points, residue, isPlain } = readPhoneCell(withEscapes(row.input));
    expect(points.map(described).join(';')).toBe(row.expected);
    expect(withEscapes(row.residue)).toBe(residue);
    expect(isPlain ? 'yes' : 'no').toBe(row.plain);
    const repairs = points.flatMap((point) => (point.kind === 'number' ? point.repairs : []));
    expect([...new Set(repairs)].join(';')).toBe(row.repairs);
  });

  test('the table holds each cell once, and enough of them', () => {
    const inputs = new Set(rows.map(({ input }) => input));
    expect(inputs.size).toBe(rows.length);
    expect(inputs.size).toBeGreaterThanOrEqual(500);
  });

  test('the table names every numberStatus, repair and problem', () => {
    const text = rows.map(({ expected, repairs }) => `${expected};${repairs}`).join(';');
    for (const word of [
      ...['invalid', 'not-callable', 'crown-dependency', 'non-uk', 'number-invalid', 'number-ambiguous'],
      ...[
        'lost-leading-zero',
        'scientific-notation',
        'missing-plus',
        'doubled-prefix',
        'full-width-digits',
        'surrounding-text',
      ],
    ]) {
      expect(text).toContain(word);
    }
  });
});

describe('what a service or territory is called', () => {
  test.for<[string, object]>([
    ['0909 879 0123', { kind: 'not-callable', service: 'premium rate' }],
    ['0845 496 0123', { kind: 'not-callable', service: 'shared cost' }],
    ['070 0090 0123', { kind: 'not-callable', service: 'personal number' }],
    ['076 0090 0123', { kind: 'not-callable', service: 'pager' }],
    ['07700 300123', { kind: 'crown-dependency', territory: 'Jersey' }],
    ['07624 400123', { kind: 'crown-dependency', territory: 'Isle of Man' }],
    ['01481 000123', { kind: 'crown-dependency', territory: 'Guernsey' }],
    ['+61 491 570 156', { kind: 'non-uk', country: 'AU' }],
    ['+800 1234 5678', { kind: 'non-uk', country: null }],
  ])('%s', ([cell, numberStatus]) => {
    expect(readPhoneCell(cell).points).toMatchObject([{ kind: 'number', numberStatus }]);
  });
});

describe('a cell that belongs into another column says what it holds', () => {
  test.for<[string, 'email-address' | 'words' | undefined]>([
    ['ada@example.org', 'email-address'],
    ['Ada <ada01632960123@example.org>', 'email-address'],
    ['Ada Bee', 'words'],
    ['see above', 'words'],
    ['12 High Street', undefined],
    ['51.5074', undefined],
    ['999', undefined],
    ['O7700 900123', undefined],
    ['?', undefined],
  ])('`%s`', ([cell, holds]) => {
    const [point] = readPhoneCell(cell).points;
    expect(point?.kind === 'unreadable' ? point.holds : 'number').toBe(holds);
  });
});

describe('the text of a point is the piece of the cell as written', () => {
  test.for<[string, string[]]>([
    [' 07700 900123 ', ['07700 900123']],
    ['07700\u00a0900123 / (0114) 496\u20110123', ['07700\u00a0900123', '0114) 496\u20110123']],
    ['07700 900123 / 4', ['07700 900123', '4']],
    [' see above ', ['see above']],
  ])('%s', ([cell, texts]) => {
    expect(readPhoneCell(cell).points.map(({ text }) => text)).toEqual(texts);
  });
});

test.for([`07700 900123 ${'do not call '.repeat(500)}`, `${'\t'.repeat(5000)}07700 900123`])(
  'a cell too long to be a phone cell is kept whole for a person',
  (cell) => {
    expect(readPhoneCell(cell)).toMatchObject({ residue: cell, points: [{ problem: 'number-invalid' }] });
  },
);

function described(point: CellPoint): string {
  if (point.kind === 'unreadable') return point.problem;
  return point.numberStatus.kind === 'callable' ? point.number : `${point.number} ${point.numberStatus.kind}`;
}
