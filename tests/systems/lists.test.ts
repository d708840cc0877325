/**
 * The lists of each system against its fixtures: `fixtures/systems/<system>/list` holds lists made from the header
 * that the system writes, each with what is expected of it in a JSON file beside it.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { run } from '../../src/cli.js';
import { contactRoles } from '../../src/contacts/columns/column-roles.js';
import { loadPresets } from '../../src/contacts/columns/list-presets.js';
import { readListColumns } from '../../src/contacts/columns/read-columns.js';
import { type ListFile, openList } from '../../src/contacts/list/list-file.js';
import { DEFAULT_READING_OPTIONS, type ReadingOptions } from '../../src/contacts/reading-options.js';
import { createRecordReader } from '../../src/contacts/record/record-reader.js';
import { loadRegister } from '../../src/registers/load/load-register.js';
import type { Channel } from '../../src/screening/campaign.js';
import { createStore } from '../../src/store/open-store.js';
import { openScratchIndex } from '../../src/store/scratch-index.js';
import { surveyFast } from '../fast/survey/prefilter-for-tests.js';
import { clockOn, day, officialText } from '../registers/register-for-tests.js';
import { FIXTURES, type JudgedRow, judgedRows } from '../run-case.js';
import { campaignText, TODAY } from '../workdir.js';

/** The channels that have a flag of their own. */
const FLAGGED = ['live-call', 'sms', 'email', 'post'] as const;

const lines = z.array(z.number().int().positive());

const expectation = z.strictObject({
  list: z.string(),
  /** The roles of every column that has any. `UPDATE_CASES=1` rewrites them, and nothing else. */
  roles: z.record(z.string(), z.string()),
  /** What is typed to read the list. */
  options: z.array(z.string()),
  /** The lines that nobody may be contacted from, by channel. */
  opted_out: z.partialRecord(z.enum(FLAGGED), lines),
  /** The lines on which words ask for no contact. */
  words: lines,
  /** What becomes of every record that is rung: line, verdict and decisive reason. */
  verdicts: z.array(z.string()),
});

interface Fixture {
  readonly preset: string;
  readonly path: string;
  readonly expectationPath: string;
  readonly expected: z.infer<typeof expectation>;
}

const presets = (await loadPresets()).map(({ name }) => name);
const fixtures = presets.flatMap(fixturesOf);

function folderOf(preset: string): string {
  return join(FIXTURES, 'systems', preset, 'list');
}

function fixturesOf(preset: string): Fixture[] {
  return readdirSync(folderOf(preset))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const expectationPath = join(folderOf(preset), name);
      const expected = expectation.parse(JSON.parse(readFileSync(expectationPath, 'utf8')));
      return { preset, expectationPath, expected, path: join(folderOf(preset), expected.list) };
    });
}

/** The options of reading that a fixture types. */
function readingOf({ options }: Fixture['expected']): ReadingOptions {
  return { ...DEFAULT_READING_OPTIONS, dateOrder: options.includes('mdy') ? 'mdy' : null };
}

async function columnsOf({ path, expected }: Fixture) {
  const reading = readingOf(expected);
  const list = await openList(path, expected.list, reading);
  return { list, columns: await readListColumns(list.header, reading, expected.list) };
}

const each = fixtures.map((fixture) => [`${fixture.preset}/${fixture.expected.list}`, fixture] as const);

test('every list is expected something of', () => {
  expect(fixtures.length).toBeGreaterThan(0);
  for (const preset of presets) {
    const lists = readdirSync(folderOf(preset)).filter((name) => !name.endsWith('.json'));
    expect(lists.sort()).toEqual(
      fixtures
        .filter((fixture) => fixture.preset === preset)
        .map(({ expected }) => expected.list)
        .sort(),
    );
  }
});

describe('a preset', () => {
  test.for(each)('is chosen for %s by its header alone, and asks nothing about it', async ([, fixture]) => {
    const { columns } = await columnsOf(fixture);
    expect(columns.preset?.name).toBe(fixture.preset);
    expect(columns.questions).toEqual([]);
  });

  test.for(each)('gives the columns of %s their roles', async ([, fixture]) => {
    const { columns } = await columnsOf(fixture);
    const roles = Object.fromEntries(
      columns.header.flatMap((name, column) => {
        const found = columns.rolesOf(column).join(' ');
        return found === '' ? [] : [[name, found] as const];
      }),
    );
    if (process.env.UPDATE_CASES !== undefined) {
      const updated = { ...fixture.expected, roles };
      writeFileSync(fixture.expectationPath, `${JSON.stringify(updated, null, 2)}\n`);
      return;
    }
    expect(roles).toEqual(fixture.expected.roles);
  });
});

describe('the opt-outs of a list', () => {
  const channels = each.flatMap(([name, fixture]) =>
    FLAGGED.map((channel) => [name, channel, fixture] as const),
  );

  test.for(channels)(
    '%s: bind %s where they are expected to, and nowhere else',
    async ([, channel, fixture]) => {
      const { list, columns } = await columnsOf(fixture);
      expect(await optedOutLines(list, columns, channel, fixture)).toEqual(
        fixture.expected.opted_out[channel] ?? [],
      );
    },
  );
});

async function optedOutLines(
  list: ListFile,
  columns: Awaited<ReturnType<typeof readListColumns>>,
  channel: Channel,
  { expected }: Fixture,
): Promise<number[]> {
  const settings = { channel, callDate: day(TODAY), dateOrder: readingOf(expected).dateOrder };
  const scratch = openScratchIndex();
  try {
    const survey = await surveyFast(list, columns, settings, scratch);
    const read = createRecordReader(columns, { ...settings, dateOrder: survey.dateOrder });
    const found: number[] = [];
    for await (const batch of list.readRecords()) {
      for (let row = 0; row < batch.count; row += 1) {
        if (survey.optOuts(read(batch, row), channel).optOut !== null) found.push(batch.line(row));
      }
    }
    return found;
  } finally {
    scratch.close();
  }
}

describe('a whole screening', () => {
  let folder = '';
  let store = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ringfence-presets-'));
    store = join(folder, 'ringfence.db');
    const opened = createStore(store);
    for (const register of ['tps', 'ctps'] as const) {
      const path = join(folder, `${register}.txt`);
      writeFileSync(path, officialText(['02079460999']));
      const asOf = day('2026-11-20');
      utimesSync(path, new Date(`${asOf}T12:00:00Z`), new Date(`${asOf}T12:00:00Z`));
      await loadRegister(opened, clockOn(TODAY), { register, path, asOf, diallingCodes: [], expectCount: 1 });
    }
    opened.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function screen(
    { path, preset, expected }: Fixture,
    channel: Channel,
  ): Promise<readonly JudgedRow[]> {
    const out = join(folder, `${preset}-${expected.list}-${channel}`);
    const campaign = join(folder, 'campaign.yaml');
    writeFileSync(campaign, campaignText({ messages: '{ opt_out_included: true }' }));
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const argv = [
      'screen',
      path,
      '--campaign',
      campaign,
      '--channel',
      channel,
      '--store',
      store,
      '--out',
      out,
    ];
    const exitCode = await run([...argv, ...expected.options], {
      stdin: new PassThrough(),
      stdout,
      stderr,
      environment: { RINGFENCE_TODAY: TODAY },
    });
    expect([exitCode, exitCode === 0 ? '' : String(stderr.read())]).toEqual([0, '']);
    return judgedRows(new Map(readdirSync(out).map((name) => [name, readFileSync(join(out, name))])));
  }

  test.for(each)('of %s ends as expected for calls', async ([, fixture]) => {
    const rows = await screen(fixture, 'live-call');
    expect(rows.map(({ line, verdict, reasons }) => `${line} ${verdict} ${reasons[0]}`)).toEqual(
      fixture.expected.verdicts,
    );
  });

  // A list without a column for the channel is refused, and says nothing.
  const screened = each.flatMap(([name, fixture]) =>
    FLAGGED.filter((channel) => reaches(fixture, channel)).map(
      (channel) => [name, channel, fixture] as const,
    ),
  );

  test.for(screened)(
    'of %s blocks by %s whoever opted out, and words wait for a person',
    async ([, channel, fixture]) => {
      const rows = await screen({ ...fixture, preset: `${fixture.preset}-again` }, channel);
      const optedOut = rows.filter(({ line }) => fixture.expected.opted_out[channel]?.includes(Number(line)));
      expect(new Set(optedOut.map(({ line }) => line)).size).toBe(
        fixture.expected.opted_out[channel]?.length ?? 0,
      );
      expect(
        optedOut.filter(({ verdict, reasons }) => verdict !== 'blocked' || !saysObjection(reasons)),
      ).toEqual([]);
      // The words of these lists are about calls; what they say of other channels holds nothing back.
      if (channel !== 'live-call') return;
      const withWords = rows.filter(({ line }) => fixture.expected.words.includes(Number(line)));
      expect(withWords.filter(({ verdict }) => verdict === 'allowed')).toEqual([]);
      expect(withWords.filter(({ reasons }) => !reasons.includes('opt-out-in-text'))).toEqual([]);
    },
  );
});

/** Whether the list has a column by which the channel could reach anybody. */
function reaches({ expected }: Fixture, channel: Channel): boolean {
  const roles = Object.values(expected.roles).flat();
  return contactRoles(channel).some((role) => roles.includes(role));
}

function saysObjection(reasons: readonly string[]): boolean {
  return reasons.includes('objection-number') || reasons.includes('objection-person');
}
