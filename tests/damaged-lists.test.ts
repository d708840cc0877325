/**
 * Damaged lists through the whole way of a row, in this process. `npm run fuzz:csv` tries 50,000 of them;
 * RINGFENCE_FUZZ_SEED and RINGFENCE_FUZZ_FILES choose others. A file that fails is named by its seed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { readCampaignFile } from '../src/campaign/read-campaign.js';
import { decodeWindows1252 } from '../src/contacts/files/windows-1252.js';
import { DEFAULT_READING_OPTIONS } from '../src/contacts/reading-options.js';
import { hasCode, UserError } from '../src/errors.js';
import { loadRegister } from '../src/registers/load/load-register.js';
import { screenFile } from '../src/screen-file.js';
import type { Campaign } from '../src/screening/campaign.js';
import type { Outcome } from '../src/screening/verdict/decide.js';
import { createStore, type Store } from '../src/store/open-store.js';
import { damage, type MadeList, makeList, mobileAt, randomFrom } from './contacts/csv/damaged-lists.js';
import { type RecordSeen, recordsOf } from './contacts/lists-for-tests.js';
import { clockOn, day, officialText } from './registers/register-for-tests.js';
import { campaignText } from './workdir.js';

const FILES = Number(process.env.RINGFENCE_FUZZ_FILES ?? 400);
const SEED = Number(process.env.RINGFENCE_FUZZ_SEED ?? 20_261_122);

const folder = mkdtempSync(join(tmpdir(), 'ringfence-damaged-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every fifth number is on the register. */
const LISTED = new Set(Array.from({ length: 200 }, (_, index) => mobileAt(index * 5)));
const CALL_DATE = day('2026-11-22');

async function openWorld(): Promise<{ store: Store; campaign: Campaign }> {
  const store = createStore(join(folder, 'ringfence.db'));
  for (const register of ['tps', 'ctps'] as const) {
    const path = join(folder, `${register}.txt`);
    writeFileSync(path, officialText([...LISTED].sort()));
    const clock = clockOn('2026-11-22');
    const request = { register, path, asOf: day('2026-11-21'), diallingCodes: [], expectCount: LISTED.size };
    await loadRegister(store, clock, request);
  }
  const campaignPath = join(folder, 'campaign.yaml');
  writeFileSync(campaignPath, campaignText());
  return { store, campaign: await readCampaignFile(campaignPath) };
}

interface Written {
  readonly outcome: Outcome;
  readonly cells: readonly string[];
}

/** What a screening of `path` wrote, or null where it was refused with a sentence. */
async function screened(path: string, store: Store, campaign: Campaign) {
  const rows: Written[] = [];
  let header: readonly string[] = [];
  try {
    const screening = await screenFile(
      {
        path,
        displayName: 'members.csv',
        reading: DEFAULT_READING_OPTIONS,
        campaign,
        callDate: CALL_DATE,
        lastPlannedOn: null,
        isReplay: false,
        threads: null,
      },
      store,
      {
        open: (_list, layout) => {
          header = layout.headerOf('allowed');
          return {
            add: (outcome, cells) => rows.push({ outcome, cells }),
            addBytes: () => undefined,
            reportAllowed: () => {},
            addRecord: () => {},
            flush: () => undefined,
            rollBack: () => undefined,
          };
        },
        rowDialect: () => null,
        listsAllowed: false,
      },
      () => {},
    );
    return { screening, rows, header };
  } catch (thrown) {
    if (thrown instanceof UserError) return null;
    throw thrown;
  }
}

/** The drama numbers in a text, as `07700900123`, however their digits are spaced. */
function numbersIn(text: string): Set<string> {
  const digits = text.replace(/[ ]/gu, '');
  return new Set([...digits.matchAll(/7700900\d{3}(?!\d)/gu)].map(([found]) => `0${found}`));
}

/** The text without what only separates and encloses. */
function bare(text: string, delimiter: string): string {
  return text.replaceAll(delimiter, '').replace(/["\s\ufeff]/gu, '');
}

type Screened = NonNullable<Awaited<ReturnType<typeof screened>>>;

/** What is wrong with the outcome; nothing where every promise was kept. */
function problemsOf(
  made: MadeList,
  text: string,
  records: readonly RecordSeen[],
  { screening, rows, header }: Screened,
): string[] {
  const { list, columns, survey, tallied } = screening;
  // In `allowed.csv` these hold what may be rung and nothing else.
  const phones = columns.columnsOf('phone');
  const problems: string[] = [];
  const expectThat = (isSo: boolean, problem: string): void => {
    if (!isSo) problems.push(problem);
  };
  const lineColumn = header.indexOf('screening_line');
  const contactColumn = header.indexOf('screening_contact');

  // Nothing lost: both passes read the same records, every one is written, and no letter of the file is missing.
  expectThat(survey.records === tallied.records && records.length === tallied.records, 'the passes differ');
  const written = new Set(rows.map(({ cells }) => cells[lineColumn]));
  expectThat(
    written.size === records.length && records.every(({ line }) => written.has(String(line))),
    'a record is in none of the files',
  );
  const told = [...list.preamble, ...list.header, ...records.flatMap(({ cells }) => cells)].join('');
  expectThat(
    bare(told, list.delimiter) === bare(text, list.delimiter),
    'letters of the file are in no record',
  );
  const out = rows.map(({ cells }) => numbersIn(cells.join('\n')));
  const surviving = [...numbersIn(text)].filter((number) => made.numbers.includes(number));
  for (const number of surviving) {
    expectThat(
      out.some((numbers) => numbers.has(number)) || numbersIn(list.header.join('\n')).has(number),
      'a number of the list is in none of the files',
    );
  }

  // Never a wrong allowed.
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u);
  const damaged = new Set(records.flatMap(({ line, damage }) => (damage === null ? [] : [String(line)])));
  const hasSoundHeader = lines[0] === made.header;
  const refused = made.optOuts.filter((optOut) => hasSoundHeader && lines.includes(optOut.text));
  for (const { outcome, cells } of rows) {
    if (outcome !== 'allowed') continue;
    const line = cells[lineColumn] ?? '';
    const contacts = numbersIn(cells[contactColumn] ?? '');
    expectThat(
      [...contacts].every((number) => !LISTED.has(number)),
      'a listed number is allowed',
    );
    expectThat(!damaged.has(line), 'a damaged record is allowed');
    expectThat(
      refused.every(({ number }) => !contacts.has(number)),
      'an opted-out number is allowed',
    );
    const physical = lines[Number(line) - 1] ?? '';
    expectThat(
      physical.includes('"') || physical.split(list.delimiter).length === list.header.length,
      'a shifted row is allowed',
    );
    const strict = strictRecord(lines.slice(Number(line) - 1).join('\n'), list.delimiter);
    expectThat(strict !== 'broken', 'a row with a broken quote is allowed');
    if (typeof strict !== 'string') {
      const told = cells.slice(0, list.header.length).map((cell) => cell.replace(/\r\n?/gu, '\n'));
      const differing = strict.filter((cell, column) => !phones.includes(column) && cell !== told[column]);
      expectThat(differing.length === 0, 'a cell came out otherwise than it went in');
    }
    expectThat(/^\+\d+/u.test(cells[contactColumn] ?? ''), 'a row without a number is allowed');
  }
  return problems;
}

/**
 * The first record of the text as a parser reads it that forgives nothing: `broken` where text stands behind
 * a closing quote or none closes, `loose` where a quote stands inside a cell that is not quoted.
 */
function strictRecord(text: string, delimiter: string): readonly string[] | 'broken' | 'loose' {
  try {
    const [record = []]: string[][] = parse(text, { delimiter, to: 1, relax_column_count: true });
    return record;
  } catch (thrown) {
    return hasCode(thrown, 'INVALID_OPENING_QUOTE') ? 'loose' : 'broken';
  }
}

function decoded(bytes: Buffer, encoding: string): string {
  switch (encoding) {
    case 'utf-16le':
      return bytes.toString('utf16le');
    case 'utf-16be':
      return Buffer.from(bytes.subarray(0, bytes.length & ~1))
        .swap16()
        .toString('utf16le');
    case 'windows-1252':
      return decodeWindows1252(bytes);
    default:
      return bytes.toString('utf8');
  }
}

describe('damaged lists', () => {
  test(`of ${FILES} files none crashes, loses a record, or allows what must not be allowed`, {
    timeout: 24 * 3_600_000,
  }, async () => {
    const { store, campaign } = await openWorld();
    const path = join(folder, 'members.csv');
    const failures: string[] = [];
    const count = { read: 0, refused: 0, records: 0, damaged: 0, allowed: 0 };
    for (let file = 0; file < FILES && failures.length < 20; file += 1) {
      const seed = SEED + file;
      const random = randomFrom(seed);
      const made = makeList(random);
      const bytes = file % 50 === 0 ? made.bytes : damage(made.bytes, random);
      writeFileSync(path, bytes);
      try {
        const result = await screened(path, store, campaign);
        if (result === null) {
          count.refused += 1;
          continue;
        }
        const { records } = await recordsOf(result.screening.list);
        count.read += 1;
        count.records += records.length;
        count.damaged += records.filter(({ damage }) => damage !== null).length;
        count.allowed += result.rows.filter(({ outcome }) => outcome === 'allowed').length;
        const text = decoded(bytes, result.screening.list.encoding);
        for (const problem of problemsOf(made, text, records, result))
          failures.push(`seed ${seed}: ${problem}`);
      } catch (thrown) {
        failures.push(`seed ${seed}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : thrown}`);
      }
    }
    store.close();
    expect(failures).toEqual([]);
    // A generator whose files are all refused, or all sound, would prove nothing.
    expect(count.read).toBeGreaterThan(FILES / 3);
    expect(count.damaged).toBeGreaterThan(FILES / 10);
    expect(count.allowed).toBeGreaterThan(FILES);
    if (process.env.RINGFENCE_FUZZ_FILES !== undefined) {
      process.stdout.write(`${FILES} files from seed ${SEED}: ${JSON.stringify(count)}\n`);
    }
  });
});
