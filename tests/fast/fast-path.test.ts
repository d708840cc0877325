/**
 * Plain records are judged by class, a quiet list in one pass, and a long one by several threads; what comes out
 * is, byte for byte, what comes out where every record is read closely in two passes. `npm run fuzz:fast`
 * draws more lists.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCampaignFile } from '../../src/campaign/read-campaign.js';
import { DEFAULT_READING_OPTIONS } from '../../src/contacts/reading-options.js';
import { UserError } from '../../src/errors.js';
import { importLedger } from '../../src/ledger/native/import-ledger.js';
import { prepareRunFiles } from '../../src/outcomes/run-files.js';
import { loadRegister } from '../../src/registers/load/load-register.js';
import { importResults } from '../../src/results/import-results.js';
import { retractResults } from '../../src/results/retract-results.js';
import { type ScreeningRequest, screenFile } from '../../src/screen-file.js';
import type { Campaign } from '../../src/screening/campaign.js';
import { createStore, type Store } from '../../src/store/open-store.js';
import { currentRevision } from '../../src/store/revisions.js';
import { openScratchIndex } from '../../src/store/scratch-index.js';
import { below, mobileAt, oneOf, type Random, randomFrom } from '../contacts/csv/damaged-lists.js';
import { clockOn, day, officialText } from '../registers/register-for-tests.js';
import { resultsRequest } from '../results/results-for-tests.js';
import { campaignText } from '../workdir.js';

const LISTS = Number(process.env.RINGFENCE_FUZZ_FILES ?? 150);
const SEED = Number(process.env.RINGFENCE_FUZZ_SEED ?? 20_261_128);

/** One list in so many is screened by threads, too. */
const LISTS_A_THREAD = 5;
const THREADS = { count: 2, program: new URL('../../bin/worker.js', import.meta.url), fromBytes: 0 };

const folder = mkdtempSync(join(tmpdir(), 'ringfence-short-ways-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CALL_DATE = day('2026-11-22');

const LEDGER = `record,phone,email,person_id,id_system,scope,channels,controller,purposes,on,obtained,method,tied_to,source,wording
objection,07700 900003,,,,number,live-call,,,2026-01-05,,,,,
objection,,ann5@example.com,,,person,all,,,2026-01-05,,,,,
objection,,,M7,members,,sms,,,2026-01-05,,,,,
consent,07700 900010,,,,,live-call;sms,Northfield Party,political-campaign,2026-06-01,direct,opt-in,standalone,form,v1
wrong-number,07700 900013,,,,,,,,2026-01-05,,,,,
`;

const LEDGER_HEADER = LEDGER.slice(0, LEDGER.indexOf('\n') + 1);

/** Entries of every kind, so many that most records of a list match one or more, by one key or several. */
function drawLedger(random: Random): string {
  const entries = Array.from({ length: 150 }, () => {
    const record = oneOf(random, [
      'objection',
      'objection',
      'objection',
      'consent',
      'withdrawal',
      'fundraising-preference',
      'wrong-number',
    ]);
    const isConsent = record === 'consent';
    const keys = [
      record === 'wrong-number' || random() < 0.5 ? mobileAt(below(random, 60)) : '',
      random() < 0.4 ? `ann${below(random, 14)}@example.com` : '',
      ...(random() < 0.4 ? [`M${below(random, 60)}`, 'members'] : ['', '']),
    ];
    return [
      record,
      ...(keys.every((key) => key === '') ? [mobileAt(below(random, 60)), '', '', ''] : keys),
      record === 'objection' ? oneOf(random, ['', 'number', 'person']) : '',
      record === 'wrong-number'
        ? ''
        : oneOf(random, ['live-call', 'sms', 'live-call;sms', 'voicemail', 'email', 'email;sms', 'email']),
      isConsent || random() < 0.5 ? oneOf(random, ['Northfield Party', 'Somebody Else']) : '',
      isConsent ? oneOf(random, ['political-campaign', 'any']) : '',
      oneOf(random, ['2026-01-05', '2026-03-05', '2026-08-05']),
      ...(isConsent
        ? ['direct', oneOf(random, ['opt-in', 'pre-ticked']), 'standalone', 'form', 'v1']
        : ['', '', '', '', '']),
    ].join(',');
  });
  return LEDGER_HEADER + entries.map((entry) => `${entry}\n`).join('');
}

/** Stores of which the registers are held or not, and the ledger empty or not. */
async function openWorlds(): Promise<readonly Store[]> {
  const clock = clockOn('2026-11-22');
  const stores: Store[] = [];
  const world = async (name: string, registers: Readonly<Record<string, string>>, ledger: string | null) => {
    const store = createStore(join(folder, `${name}.db`));
    for (const register of ['tps', 'ctps'] as const) {
      const asOf = registers[register];
      if (asOf === undefined) continue;
      const every = register === 'tps' ? 4 : 9;
      const numbers = Array.from({ length: 200 }, (_, index) => mobileAt(index * every)).filter(
        (number) => number.length === 11,
      );
      const path = join(folder, `${name}-${register}.txt`);
      writeFileSync(path, officialText([...new Set(numbers)].sort()));
      const expectCount = new Set(numbers).size;
      await loadRegister(store, clock, { register, path, asOf: day(asOf), diallingCodes: [], expectCount });
    }
    if (ledger !== null) {
      const path = join(folder, 'ledger.csv');
      writeFileSync(path, ledger);
      await importLedger(store, clock, { path, asObjection: false, keepGood: false });
    }
    stores.push(store);
    return store;
  };
  /** A service found every seventh number listed, the day after the copies. */
  const check = async (store: Store): Promise<number> => {
    const numbers = Array.from({ length: 60 }, (_, index) => mobileAt(index));
    const rows = numbers.map((number, index) => `${number},${index % 7 === 0 ? 'TPS' : 'OK'}\n`);
    const path = join(folder, 'checked.csv');
    writeFileSync(path, `number,result\n${rows.join('')}`);
    await importResults(store, clock, resultsRequest(path, day('2026-11-21')));
    return currentRevision(store);
  };
  await world('both', { tps: '2026-11-20', ctps: '2026-11-20' }, null);
  await world('ledger', { tps: '2026-11-20', ctps: '2026-11-20' }, LEDGER);
  for (const seed of [1, 2, 3])
    await world(`held-${seed}`, { tps: '2026-11-20', ctps: '2026-11-20' }, drawLedger(randomFrom(seed)));
  await world('stale', { tps: '2026-10-01', ctps: '2026-11-20' }, LEDGER);
  await world('one', { tps: '2026-11-20' }, null);
  await world('none', {}, null);
  await check(await world('results', { tps: '2026-11-20', ctps: '2026-11-20' }, LEDGER));
  const takenBack = await world('taken-back', { tps: '2026-11-20', ctps: '2026-11-20' }, null);
  retractResults(takenBack, clock, await check(takenBack));
  return stores;
}

async function openCampaigns(): Promise<readonly Campaign[]> {
  const campaigns: Campaign[] = [];
  const changes: readonly Readonly<Record<string, string>>[] = [
    {},
    { channel: 'sms', messages: '{ opt_out_included: true }' },
    { channel: 'automated-call' },
    { channel: 'fax' },
    { channel: 'email', messages: '{ opt_out_included: true }' },
    { channel: 'email', messages: '{ opt_out_included: true }', policy: '{ strict: true }' },
    { channel: 'email', purpose: 'service', contains_promotion: 'false' },
    { channel: 'post' },
    { purpose: 'service', contains_promotion: 'false' },
    { calls: '{ number_presented: true, caller_identified: true, leaves_voicemail: true }' },
    { policy: '{ strict: true }' },
    {
      list: '{ source: membership, controller: Northfield Party, authorised: true, id_system: members, privacy_notice_given: true, post_lapse_notice: false }',
    },
    { calls: '{ }' },
  ];
  for (const [index, change] of changes.entries()) {
    const path = join(folder, `campaign-${index}.yaml`);
    writeFileSync(path, campaignText(change));
    campaigns.push(await readCampaignFile(path));
  }
  return campaigns;
}

type Cell = (random: Random, row: number) => string;

const plainMobile: Cell = (random) => mobileAt(below(random, 60));
const written: Cell = (random) => {
  const number = mobileAt(below(random, 60));
  const national = number.slice(1);
  return oneOf(random, [
    number,
    number,
    `+44${national}`,
    `+44 ${national.slice(0, 4)} ${national.slice(4)}`,
    `${number.slice(0, 5)} ${number.slice(5)}`,
    `(${number.slice(0, 5)}) ${number.slice(5)}`,
    `+44 (0)${national}`,
    `0044${national}`,
    `44${national}`,
    national,
    ` ${number} `,
    `${number.slice(0, 5)}-${number.slice(5)}`,
  ]);
};
const odd: Cell = (random, row) =>
  oneOf(random, [
    '',
    'n/a',
    '01632 960999',
    '0909 879 0123',
    '01624 900000',
    '+33 1 23 45 67 89',
    '07700 90012',
    `07700 900011 / ${mobileAt(row % 50)}`,
    '07700 900012 do not call',
    'ann@example.com',
    '7.70090E+09',
    '020 7946 0123  ',
  ]);
const phone: Cell = (random, row) =>
  random() < 0.1 ? odd(random, row) : random() < 0.15 ? '' : written(random, row);

/** Headers, and what stands under them. `isQuiet` lists hold nothing that binds. */
const COLUMNS: readonly (readonly [header: string, cell: Cell, quiet: Cell | null])[] = [
  [
    'person_id',
    (random, row) => oneOf(random, [`M${row}`, `M${row % 9}`, '', 'n/a', `#${row}`, `${row}.0`]),
    (_, row) => `M${row}`,
  ],
  [
    'first_name',
    (random) => oneOf(random, ['Ann', 'Bilal', 'Zoë', 'None', 'Ann (do not call)', 'N', "O'Neil", 'Dec']),
    (random) => oneOf(random, ['Ann', 'Bilal', 'Zoë', '-']),
  ],
  [
    'last_name',
    (random) => oneOf(random, ['Example', 'Never', 'Sample, Jr', 'Du "Pont"', 'Late']),
    (random) => oneOf(random, ['Example', 'Sample, Jr', 'Du "Pont"']),
  ],
  [
    'email',
    (random, row) =>
      oneOf(random, [
        `ann${row % 12}@example.com`,
        `Ann${row}@Example.org`,
        '',
        'none',
        'ann@example',
        'a@example.com; b@example.com',
      ]),
    (_, row) => `ann${row}@example.com`,
  ],
  [
    'email_2',
    (random, row) =>
      oneOf(random, ['', '', `ann${row % 12}@example.com`, `bo.${row}@Example.com`, '07700 900001']),
    (random, row) => oneOf(random, ['', '', '', `Bo.${row}@Example.com`]),
  ],
  [
    'mailbox_kind',
    (random) => oneOf(random, ['role', 'named-work', 'personal', '', '?']),
    (random) => oneOf(random, ['role', 'named-work', 'personal', '']),
  ],
  ['phone', phone, (random, row) => (random() < 0.2 ? '' : written(random, row))],
  ['mobile', phone, plainMobile],
  ['fax', (random, row) => (random() < 0.6 ? '' : written(random, row)), () => ''],
  [
    'town',
    (random) => oneOf(random, ['Northfield', 'Eastmarsh', 'Stop Cross', '']),
    (random) => oneOf(random, ['Northfield', '']),
  ],
  [
    'notes',
    (random) =>
      oneOf(random, [
        '',
        '',
        '',
        'rang in May',
        'asked not to be called',
        'moved\nto Leeds',
        'deceased',
        'TPS',
        'd o  n o t  c a l l',
        '"STOP"',
        'said "stop calling"',
        '"yes"',
      ]),
    (random) => oneOf(random, ['', 'rang in May', 'two\r\nlines', 'likes "music"']),
  ],
  [
    'do_not_call',
    (random) => oneOf(random, ['no', 'no', 'no', 'no', '', '0', 'No', 'yes', 'maybe', '"no"', '"', '""']),
    (random) => oneOf(random, ['no', '', '0']),
  ],
  ['deceased', (random) => oneOf(random, ['', '', 'no', 'yes', '?']), (random) => oneOf(random, ['', 'no'])],
  [
    'membership_status',
    (random) => oneOf(random, ['current', 'lapsed', 'expelled', '', 'what?']),
    (random) => oneOf(random, ['current', 'lapsed']),
  ],
  [
    'subscriber_kind',
    (random) => oneOf(random, ['individual', 'corporate', '', 'none']),
    (random) => oneOf(random, ['individual', 'corporate']),
  ],
  [
    'date_of_birth',
    (random) => oneOf(random, ['1990-01-01', '2012-05-05', '', '31/12/1980']),
    (random) => oneOf(random, ['1990-01-01', '2012-05-05']),
  ],
  ['Old ref', (random, row) => oneOf(random, [String(row), '', mobileAt(row % 40), 'x']), null],
  ['screening_verdict', () => 'allowed', () => 'allowed'],
];

interface Drawn {
  readonly text: string;
  readonly wantsDialList: boolean;
  readonly ignored: readonly string[];
}

function drawList(random: Random): Drawn {
  const isQuiet = random() < 0.4;
  const delimiter = oneOf(random, [',', ',', ';', '\t']);
  const lineEnd = oneOf(random, ['\n', '\r\n']);
  const quotesAll = random() < 0.25;
  const columns = COLUMNS.filter(
    ([header, , quiet]) => header === 'phone' || ((!isQuiet || quiet !== null) && random() < 0.55),
  );
  const write = (text: string): string =>
    quotesAll || [delimiter, '"', '\r', '\n'].some((sign) => text.includes(sign))
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  const count = 1 + below(random, 60);
  const rows = Array.from({ length: count }, (_, row) => {
    const cells = columns.map(([, cell, quiet]) => write((isQuiet ? (quiet ?? cell) : cell)(random, row)));
    // Now and then a record is ragged, or has a loose quote.
    if (!isQuiet && random() < 0.02) cells.pop();
    if (!isQuiet && random() < 0.01) cells[0] = `${cells[0] ?? ''}"x`;
    return cells.join(delimiter);
  });
  const header = columns.map(([name]) => write(name)).join(delimiter);
  return {
    text: [header, ...rows].map((row) => row + lineEnd).join(''),
    wantsDialList: random() < 0.4,
    ignored: columns.some(([name]) => name === 'Old ref') ? ['Old ref'] : [],
  };
}

let runs = 0;

/** Everything a screening of the list gives, or the sentence with which it stops. */
async function screened(store: Store, campaign: Campaign, drawn: Drawn, way: Partial<ScreeningRequest>) {
  runs += 1;
  const out = join(folder, `out-${runs}`);
  mkdirSync(out);
  const path = join(folder, 'list.csv');
  writeFileSync(path, drawn.text);
  const before = openScratchIndex();
  try {
    const wanted = { dialList: drawn.wantsDialList, toCheck: true, forSpreadsheets: false, writeBack: null };
    const files = prepareRunFiles(out, campaign, wanted, before);
    const mappings = drawn.ignored.map((column) => ({ role: 'ignore', column }) as const);
    const screening = await screenFile(
      {
        path,
        displayName: 'list.csv',
        reading: { ...DEFAULT_READING_OPTIONS, mappings },
        campaign,
        callDate: CALL_DATE,
        lastPlannedOn: null,
        isReplay: false,
        threads: null,
        ...way,
      },
      store,
      files,
      () => {},
    );
    const { outputs } = files.finish(screening.tallied.validUntil);
    const { records, blankLines, damage, flagColumns, dateOrder, isQuiet } = screening.survey;
    return {
      files: Object.keys(outputs).map((name) => [name, readFileSync(join(out, name), 'utf8')]),
      outputs,
      tallied: screening.tallied,
      survey: { records, blankLines, damage, flagColumns, dateOrder, isQuiet },
      error: null,
    };
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return { error: thrown.message };
  } finally {
    before.close();
    rmSync(out, { recursive: true, force: true });
  }
}

test(`${LISTS} lists from seed ${SEED} come out alike by every way`, { timeout: 4 * 3_600_000 }, async () => {
  const stores = await openWorlds();
  const campaigns = await openCampaigns();
  let judged = 0;
  let quiet = 0;
  for (let seed = SEED; seed < SEED + LISTS; seed += 1) {
    const random = randomFrom(seed);
    const store = stores[below(random, stores.length)];
    const campaign = campaigns[below(random, campaigns.length)];
    if (store === undefined || campaign === undefined) throw new Error('there is no such world');
    const drawn = drawList(random);
    const closely = await screened(store, campaign, drawn, { isReferenceOnly: true });
    const chunkSize = 64 + below(random, 1200);
    const ways: readonly Partial<ScreeningRequest>[] = [
      {},
      { chunkSize },
      // A thread takes as long to start as many lists to screen.
      ...(seed % LISTS_A_THREAD === 0 ? [{ chunkSize, threads: THREADS }] : []),
    ];
    for (const way of ways) {
      const shortly = await screened(store, campaign, drawn, way);
      expect(shortly, `seed ${seed}, ${JSON.stringify(way)}`).toEqual(closely);
    }
    if (closely.error !== null) continue;
    judged += 1;
    if (closely.survey?.isQuiet === true) quiet += 1;
  }
  // Most lists have to get through, and a good part of them in one pass, or this shows little.
  expect(judged).toBeGreaterThan(LISTS / 2);
  expect(quiet).toBeGreaterThan(LISTS / 10);
});
