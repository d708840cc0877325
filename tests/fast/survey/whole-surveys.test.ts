/**
 * The survey with the prefilter is the survey without it, question by question, over drawn lists: the columns that
 * leave something open begin in any row, also after the rows that are always looked at.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resolveColumns } from '../../../src/contacts/columns/column-roles.js';
import { openList } from '../../../src/contacts/list/list-file.js';
import { DEFAULT_READING_OPTIONS } from '../../../src/contacts/reading-options.js';
import { type Survey, surveyList } from '../../../src/contacts/survey/survey.js';
import { openScratchIndex } from '../../../src/store/scratch-index.js';
import { below, mobileAt, oneOf, type Random, randomFrom } from '../../contacts/csv/damaged-lists.js';
import { day } from '../../registers/register-for-tests.js';
import { workdir } from '../../workdir.js';
import { surveyFast } from './prefilter-for-tests.js';

const LISTS = Number(process.env.RINGFENCE_FUZZ_FILES ?? 250);
const SEED = 20_261_130;
const CHANNELS = ['live-call', 'live-call', 'email', 'email', 'sms', 'post'] as const;

type Cell = (random: Random, row: number) => string;

/** Cells of a column, empty before a row that is drawn for each list. */
const FIRST_ROWS = [0, 0, 1, 2, 3, 5, 40, 199, 205] as const;

/** Columns that nobody screens, and what stands in them. */
const OPEN: readonly (readonly [header: string, cell: Cell])[] = [
  ['STD code', (random) => oneOf(random, ['01632', '01632', '0114', '020'])],
  ['Number', (random) => oneOf(random, [`9600${10 + below(random, 80)}`, '496 0017', '7946 0123'])],
  ['Area prefix', (random) => oneOf(random, ['(01632)', '44', '353', '0'])],
  ['Rest', (random) => oneOf(random, [`960${100 + below(random, 800)}`, '4960', '12', '1234567'])],
  // Without a header that says so, half of the pairs must make a number.
  ['Part one', (random) => oneOf(random, ['01632', 'A', '7', 'B'])],
  ['Part two', (random) => oneOf(random, [`960${100 + below(random, 800)}`, '12', 'left'])],
  // A fifth of the filled cells, and placeholders are not filled.
  [
    'Seen',
    (random, row) => oneOf(random, [mobileAt(row % 60).slice(1), 'Sample', ...Array<string>(7).fill('n/a')]),
  ],
  ['partner', (random, row) => oneOf(random, [`bo${row}@example.com`, 'Bo Sample', 'bo@example.org; n/a'])],
  ['Other', (random, row) => oneOf(random, [mobileAt(row % 60), 'ref 17', 'x', ''])],
  ['Old ref', (random, row) => oneOf(random, [mobileAt(row % 60).slice(1), `${row}`, '7.70090E+09', 'A-9'])],
  ['By post', (random) => oneOf(random, ['yes', 'no', 'Y', 'n', '[x]', ''])],
  ['Call me', (random) => oneOf(random, ['Yes', 'No ', 'x', 'maybe'])],
  [
    'notes',
    (random) => oneOf(random, ['', 'rang in May', 'do not call', 'see 07700 900123', 'bo@example.com']),
  ],
  ['mobile', (random, row) => oneOf(random, [mobileAt(row % 60), 'No', 'yes', '', 'n/a'])],
];

const PAIRS: readonly (readonly string[])[] = [
  ['STD code', 'Number'],
  ['Area prefix', 'Rest'],
  ['Part one', 'Part two'],
  [],
];
const PAIRED: ReadonlySet<string> = new Set(PAIRS.flat());

const USUAL: readonly (readonly [header: string, cell: Cell])[] = [
  ['person_id', (_, row) => `M${row}`],
  ['first_name', (random) => oneOf(random, ['Ann', 'Zoë', 'None', 'Ann (do not call)', '-', ''])],
  ['email', (random, row) => oneOf(random, [`ann${row}@example.com`, '', 'ann', '07700900017@example.com'])],
  ['date_of_birth', (random) => oneOf(random, ['31/12/1980', '03/04/1980', '04/03/1981', '1990-01-01', ''])],
  ['joined', (random) => oneOf(random, ['12/31/2020', '2020', ''])],
  ['do_not_call', (random) => oneOf(random, ['no', 'no', '', 'yes', 'perhaps', '"no"', '1'])],
  ['deceased', (random) => oneOf(random, ['', 'no', 'yes', '?'])],
  ['phone', (random, row) => oneOf(random, [mobileAt(row % 60), mobileAt(row % 60), '', '+44 20 7946 0123'])],
];

interface Drawn {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function drawList(random: Random): Drawn {
  const isOpen = random() < 0.7;
  const isMonthFirst = random() < 0.2;
  const pair = PAIRS[below(random, PAIRS.length)] ?? [];
  const open = OPEN.filter(([header]) => (PAIRED.has(header) ? pair.includes(header) : random() < 0.2)).map(
    ([header, cell]) => ({
      header,
      cell,
      from: oneOf(random, FIRST_ROWS),
      share: oneOf(random, [1, 1, 0.3, 0.03]),
    }),
  );
  const usual = USUAL.filter(([header]) => header === 'phone' || random() < 0.4).map(([header, cell]) => ({
    ...{ header, cell, from: 0, share: 1 },
  }));
  const columns = [...usual, ...(isOpen ? open : [])];
  const count = oneOf(random, [1, 3, 12, 60, 260]) + below(random, 30);
  const rows = Array.from({ length: count }, (_, row) => {
    const cells = columns.map(({ cell, from, share }) =>
      row >= from && random() < share ? cell(random, row) : '',
    );
    const inOrder = cells.map((cell) => (isMonthFirst ? cell.replace('31/12/', '12/31/') : cell));
    // Now and then a record is ragged.
    return random() < 0.005 ? inOrder.slice(1) : inOrder;
  });
  return { header: columns.map(({ header }) => header), rows };
}

/** The survey as a value. */
function asValue({ keys, all, optOuts: _, ...found }: Survey) {
  const held = all();
  const kinds = held?.kinds.map(([kind, masks]) => [kind, [...masks].sort()] as const).toSorted();
  return {
    ...found,
    keys: keys.share(),
    held: { kinds, groups: [...(held?.groupsWithUnread ?? [])].sort() },
  };
}

test(`${LISTS} lists are surveyed alike with the prefilter and without`, { timeout: 3_600_000 }, async () => {
  const dir = workdir();
  const asked = new Map<string, number>();
  for (let seed = SEED; seed < SEED + LISTS; seed += 1) {
    const random = randomFrom(seed);
    const { header, rows } = drawList(random);
    const lines = [header, ...rows].map((cells) => cells.map(quoted).join(','));
    const path = join(dir.path, 'list.csv');
    writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
    const list = await openList(path, 'list.csv', DEFAULT_READING_OPTIONS, 200 + below(random, 20_000));
    const columns = resolveColumns(list.header, [], 'list.csv');
    const channel = oneOf(random, CHANNELS);
    const settings = { channel, callDate: day('2026-11-22'), dateOrder: null };
    const [reference, fast] = [openScratchIndex(), openScratchIndex()];
    try {
      const expected = await surveyList(list, columns, settings, reference, () => {});
      const found = await surveyFast(list, columns, settings, fast);
      expect(asValue(found), `seed ${seed}, ${channel}`).toEqual(asValue(expected));
      for (const { kind } of expected.questions) asked.set(kind, (asked.get(kind) ?? 0) + 1);
    } finally {
      reference.close();
      fast.close();
    }
  }
  for (const kind of [
    'split-numbers',
    'unscreened-addresses',
    'unscreened-numbers',
    'unread-answers',
    'date-order',
  ])
    expect(asked.get(kind) ?? 0, kind).toBeGreaterThan(LISTS / 50);
});

function quoted(cell: string): string {
  return /[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
