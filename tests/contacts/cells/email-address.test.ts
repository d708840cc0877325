import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addressesMeant,
  addressesMeantInFull,
  type EmailReading,
  readEmail,
  readEmailCell,
  readEmails,
} from '../../../src/contacts/cells/email-address.js';
import { withEscapes } from '../csv/escapes.js';

/** One cell a row. `expected`: its points in order. Escapes in `input`, `expected` and `residue` are those of JSON. */
const table = new URL('../../../fixtures/emails/email-cells.csv', import.meta.url);
const rows: readonly Record<string, string>[] = parse(readFileSync(table), { columns: true });

describe('an email cell', () => {
  test.for(rows)('$note: $input', (row) => {
    const { points, residue, isPlain } = readEmailCell(withEscapes(row.input));
    const read = points.map((point) => (point.kind === 'email' ? point.address : point.problem));
    expect(read.join(';')).toBe(withEscapes(row.expected));
    expect(residue).toBe(withEscapes(row.residue));
    expect(isPlain ? 'yes' : 'no').toBe(row.plain);
  });

  test('the table holds each cell once', () => {
    expect(new Set(rows.map(({ input }) => input)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThanOrEqual(120);
  });

  test.for<[string, string[]]>([
    [' Ada@Example.org ', ['Ada@Example.org']],
    ['Ada <ada@example.org>; bob@example', ['ada@example.org', 'bob@example']],
    ['mailto:ada@example.org?subject=Hello', ['ada@example.org']],
    ['\uff41da\u200b@example.org', ['\uff41da\u200b@example.org']],
    [' see above ', ['see above']],
  ])('the text of a point is the piece of the cell as written: `%s`', ([cell, texts]) => {
    expect(readEmailCell(cell).points.map(({ text }) => text)).toEqual(texts);
  });

  test('one that is too long is kept whole for a person', () => {
    const cell = `ada@example.org ${'do not email '.repeat(400)}`;
    expect(readEmailCell(cell)).toMatchObject({
      residue: cell,
      points: [{ problem: 'email-invalid', text: cell }],
    });
  });
});

describe('an opt-out binds every address that the cell may mean', () => {
  test.for<[string, string[]]>([
    ['ada@example.org', ['ada@example.org']],
    ['ada\uff20example.org', ['ada@example.org']],
    ['ada @ example.org', ['ada@example.org']],
    ['ada@@example.org', ['ada@example.org']],
    ['*ada@example.org*', ['ada@example.org']],
    ['-ada@example.org', ['ada@example.org']],
    ['"ada"@example.org', ['ada@example.org']],
    ['ada?@example.org, bob@example.org', ['bob@example.org', 'ada@example.org']],
    ['see above', []],
  ])('`%s`', ([cell, addresses]) => {
    expect(addressesMeant(cell)).toEqual(addresses);
  });

  test('the short way of a common cell answers as the long one', () => {
    const part = fc.stringMatching(/^[A-Za-z0-9_.-]{1,12}$/);
    fc.assert(
      fc.property(part, part, fc.constantFrom('.org', '.co.uk', '.Example', ''), (one, other, end) => {
        const cell = `${one}@${other}${end}`;
        expect(addressesMeant(cell)).toEqual(addressesMeantInFull(cell));
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('whatever stands in an email cell', () => {
  const parts = fc.constantFrom(
    ...[
      'ada',
      'Bee',
      '@',
      '@',
      'example.org',
      '.',
      '<',
      '>',
      '"',
      "'",
      '(',
      ')',
      ' ',
      ';',
      ',',
      '/',
      'mailto:',
    ],
    ...['?', '+', '-', '*', '\uff20', '\u00e4', '\n', 'do not email', '07700 900123', '|', ':', '\\'],
  );
  const cells = fc
    .array(fc.oneof(parts, fc.string({ unit: 'binary', maxLength: 1 })), { maxLength: 14 })
    .map((all) => all.join(''));

  test('it is read without a throw, and every word is in an address or in the residue', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        const { points, residue } = readEmailCell(cell);
        const addresses = points.flatMap((point) => (point.kind === 'email' ? [point.text] : []));
        const kept = lettersOf(`${addresses.join(' ')} ${residue}`);
        if (points.length > 0)
          for (const letter of lettersOf(cell.replace(/mailto/gi, ''))) expect(kept).toContain(letter);
      }),
      { numRuns: 3000 },
    );
  });

  test('characters that nobody sees change nothing', () => {
    const invisible = fc.constantFrom('\u200b', '\u200e', '\u202a', '\u2060', '\u2066', '\ufeff', '\u00ad');
    fc.assert(
      fc.property(cells, fc.nat(), invisible, (cell, at, sign) => {
        const signs = [...cell];
        const dressed = signs.toSpliced(at % (signs.length + 1), 0, sign).join('');
        expect(visible(readEmailCell(dressed))).toEqual(visible(readEmailCell(cell)));
      }),
      { numRuns: 2000 },
    );
  });

  test('an address that is read reads as itself again', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        for (const address of readEmails(cell)) expect(readEmail(address)).toBe(address);
      }),
      { numRuns: 2000 },
    );
  });
});

/** A pattern that tried every start of such a cell would not come back before the test is given up. */
describe('a hostile cell as long as any that is read', () => {
  test.for(['@', '?', '.', 'a.', "'", '"', '/', '-', '(', 'a@', '@?', 'x@y.z?', ' @ ', '1 '])(
    'of `%s` is read, and nothing of it is lost',
    (part) => {
      const cell = `ada@example.org${part.repeat(4096)}`.slice(0, 4080);
      for (const hostile of [`${cell}@`, `${cell}x`, `${cell}@example.com`]) {
        const { points, residue } = readEmailCell(hostile);
        expect(points.length).toBeGreaterThan(0);
        expect(`${points.map(({ text }) => text).join(' ')} ${residue}`).toContain('ada@example.org');
        expect(addressesMeant(hostile).length).toBeLessThan(hostile.length);
      }
    },
  );
});

function lettersOf(text: string): readonly string[] {
  return [...text.toLowerCase()].filter((sign) => /^[a-z0-9]$/.test(sign));
}

function visible({ points, residue }: EmailReading): object {
  const seen = (text: string): string => text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').trim();
  return { points: points.map((point) => ({ ...point, text: seen(point.text) })), residue: seen(residue) };
}

describe('one address in a cell', () => {
  test.for<[string, string | null]>([
    ['ada@example.org', 'ada@example.org'],
    [' Ada@Example.ORG ', 'ada@example.org'],
    ['mailto:ada@example.org', 'ada@example.org'],
    ["'ada@example.org", 'ada@example.org'],
    ['<ada@example.org>', 'ada@example.org'],
    ['ada@example.org.', 'ada@example.org'],
    ['ada@example.org;', 'ada@example.org'],
    ['a.d.a+list@example.org', 'a.d.a+list@example.org'],
    ['ada\u200b@example.org', 'ada@example.org'],
    ['ada＠example.org', 'ada@example.org'],
    ['ada@exämple.org', 'ada@xn--exmple-cua.org'],
    ['zoë@example.org', 'zoë@example.org'],
    ['ada@example.org; bob@example.com', null],
    ['ada@example.org bob', null],
    ['Ada <ada@example.org>', null],
    ['ada@example', null],
    ['ada@@example.org', null],
    ['ada example.org', null],
    ['.ada@example.org', null],
    ['ada..b@example.org', null],
    ['@example.org', null],
    ['ada@-example.org', null],
    ['07700 900123', null],
    ['', null],
  ])('`%s` is %s', ([cell, address]) => {
    expect(readEmail(cell)).toBe(address);
  });
});

describe('all addresses in a cell', () => {
  test.for<[string, string[]]>([
    ['ada@example.org; bob@example.com', ['ada@example.org', 'bob@example.com']],
    ['ada@example.org,bob@example.com', ['ada@example.org', 'bob@example.com']],
    ['ada@example.org bob@example.com', ['ada@example.org', 'bob@example.com']],
    ['ada@example.org ::: ADA@example.org', ['ada@example.org']],
    ['Ada Bee <ada@example.org>, bob (bob@example.com)', ['ada@example.org', 'bob@example.com']],
    ['ada@example.org\nnone', ['ada@example.org']],
    ['none', []],
  ])('`%s`', ([cell, addresses]) => {
    expect(readEmails(cell)).toEqual(addresses);
  });
});
