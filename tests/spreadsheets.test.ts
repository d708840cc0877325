/** `--for-spreadsheets`: what it writes, and whether LibreOffice gives it back unharmed. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { screen, type Workdir, world } from './workdir.js';

const CONTACTS = [
  'Member no,Name,Phone,Ref,Twitter,Notes',
  '00012,Ada Archer,+447700900101,12345678901234567890,@ada,=1+1',
  '00013,"Bo ""B"" Baker",07700 900102,MAR1,,"two lines\nof notes, and a comma"',
  '00014,Cy Cole,07700900103 / 07700900104,1-2,,"=HYPERLINK(""http://example.com"",""x"")"',
  '00015,Étienne Dyer,07700900105,1E5,,DNC',
].join('\n');

const FILES = ['allowed.csv', 'needs-review.csv'];

function screened(...more: string[]): Workdir {
  const dir = world({ contacts: `${CONTACTS}\n` });
  const ran = screen(dir, '--dial-list', ...more);
  expect(ran.exitCode).toBe(0);
  return dir;
}

function cellsOf(bytes: Buffer): string[][] {
  return parse(bytes, { bom: true, relax_column_count: true });
}

describe('files for spreadsheets', () => {
  test('begin with a byte order mark, end lines with CR LF, and hold numbers as text and no formula', () => {
    const dir = screened('--for-spreadsheets');
    const text = dir.text('out/allowed.csv');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text.split('\r\n').length).toBe(5);
    const [, ada] = cellsOf(Buffer.from(text));
    expect(ada?.slice(0, 6)).toEqual([
      '\t00012',
      'Ada Archer',
      '\t+447700900101',
      '\t12345678901234567890',
      "'@ada",
      "'=1+1",
    ]);
    for (const file of [...FILES, ...dir.list('out').filter((name) => name.startsWith('dial-list'))]) {
      const cells = cellsOf(readFileSync(join(dir.path, 'out', file))).flat();
      expect(cells.filter((cell) => /^[=+@]/u.test(cell))).toEqual([]);
    }
    expect(JSON.parse(dir.text('out/receipt.json'))).toMatchObject({ for_spreadsheets: true });
  });

  test('hold the same, but for what stands before a cell, as files that were not asked for so', () => {
    const plain = screened();
    const formed = screened('--for-spreadsheets');
    for (const file of FILES) {
      const bare = cellsOf(readFileSync(join(formed.path, 'out', file))).map((row) =>
        row.map((cell) => cell.replace(/^[\t']/u, '')),
      );
      expect(bare).toEqual(cellsOf(readFileSync(join(plain.path, 'out', file))));
    }
  });

  test('can be screened again, with the same verdicts', () => {
    const dir = screened('--for-spreadsheets');
    const again = dir.run('screen', 'out/allowed.csv', '--campaign', 'campaign.yaml', '--out', 'again');
    expect([again.exitCode, again.stderr]).toEqual([0, '']);
    const numbers = (name: string): unknown[] =>
      dir.rows(name).map((row) => row.screening_contact?.replace(/^\t/u, ''));
    expect(numbers('again/allowed.csv')).toEqual(numbers('out/allowed.csv'));
  });

  test.for(['xlsx', 'ods'])(
    'LibreOffice makes %s of them and back without harm',
    { timeout: 600_000 },
    (kind, { skip }) => {
      if (spawnSync('soffice', ['--version'], { timeout: 120_000 }).status !== 0) {
        skip('LibreOffice (soffice) is not installed');
      }
      const dir = screened('--for-spreadsheets');
      const files = [...FILES, ...dir.list('out').filter((name) => name.startsWith('dial-list'))];
      convert(
        dir,
        kind,
        files.map((name) => join('out', name)),
        kind,
      );
      convert(
        dir,
        `csv:Text - txt - csv (StarCalc):${CSV_FORM}`,
        files.map((name) => join(kind, name.replace(/csv$/u, kind))),
        'back',
      );
      for (const file of files) {
        const before = cellsOf(readFileSync(join(dir.path, 'out', file)));
        expect(withoutTabs(cellsOf(readFileSync(join(dir.path, 'back', file))))).toEqual(withoutTabs(before));
      }
    },
  );
});

/** An ods file keeps no blank at the beginning of a text; what stands behind it is text there all the same. */
function withoutTabs(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row) => row.map((cell) => cell.replace(/^\t/u, '')));
}

/** Comma, quote, UTF-8, from line 1, and numbers of every kind found out, days among them. */
const CSV_FORM = '44,34,76,1,,0,false,true';

function convert(dir: Workdir, to: string, files: readonly string[], into: string): void {
  const profile = pathToFileURL(join(dir.path, 'profile')).href;
  const { status, stderr } = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=${profile}`,
      '--headless',
      ...(files[0]?.endsWith('.csv') ? [`--infilter=CSV:${CSV_FORM}`] : []),
      '--convert-to',
      to,
      '--outdir',
      into,
      ...files,
    ],
    { cwd: dir.path, encoding: 'utf8' },
  );
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
}
