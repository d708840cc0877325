/**
 * Screening beside an analytical database that does the same joins by hand: the built `ringfence screen` and
 * DuckDB take turns on the same lists and registers, each a process of its own from files on disk to three
 * complete files. Checks that both block the same records, and prints medians, the spread and ratios.
 *
 * TPS, CTPS, LEDGER, RUNS: sizes. CASES: some of the names below. FOLDER: where the registers and lists are
 * kept between runs; left out, they are made afresh and removed.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeContactList, writeLedger } from './contact-lists.js';
import { measure, spread } from './measure.js';
import { registerNumbers, writeRegisterFile } from './register-files.js';

/** @type {(name: string, otherwise: number) => number} */
const setting = (name, otherwise) => Number(process.env[name] ?? otherwise);
const RUNS = setting('RUNS', 5);
const SIZES = { tps: setting('TPS', 20_000_000), ctps: setting('CTPS', 3_000_000) };
const LEDGER = setting('LEDGER', 1_000_000);
const M = 1_000_000;

/** Each case: rows, how the list is written, and whether the ledger holds entries. */
/** @type {Record<string, { rows: number, isQuoted?: boolean, isMessy?: boolean, hasFlags?: boolean, hasLedger?: boolean }>} */
const CASES = {
  plain: { rows: M },
  quoted: { rows: M, isQuoted: true },
  messy: { rows: M, isMessy: true },
  flags: { rows: M, hasFlags: true },
  ledger: { rows: M, hasLedger: true },
  'plain-100k': { rows: M / 10 },
  'plain-4m': { rows: 4 * M },
};
/** @typedef {import('./measure.js').Measured} Measured */
/** @typedef {(typeof CONTENDERS)[number]} Contender */
const CONTENDERS = /** @type {const} */ (['ringfence', 'duckdb', 'parse']);
const REGISTERS = /** @type {const} */ (['tps', 'ctps']);
const names = (process.env.CASES ?? Object.keys(CASES).join(',')).split(',');

const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const binary = path('../bin/ringfence.js');
const isKept = process.env.FOLDER !== undefined;
const folder = process.env.FOLDER ?? mkdtempSync(join(tmpdir(), 'ringfence-bench-'));
mkdirSync(folder, { recursive: true });
if (!isKept) process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130));

/** @type {ReturnType<typeof registerNumbers> | null} */
let listed = null;
const tpsNumbers = () => {
  listed ??= registerNumbers('tps', SIZES.tps, 1);
  return listed;
};
const listOf = (/** @type {string} */ name) => (name === 'ledger' ? 'plain.csv' : `${name}.csv`);
prepare();

console.log(
  `TPS and CTPS of ${SIZES.tps.toLocaleString('en-GB')} and ${SIZES.ctps.toLocaleString('en-GB')} numbers; ${RUNS} runs, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} at the start`,
);
for (const name of names) {
  /** @type {Record<Contender, Measured[]>} */
  const runs = { ringfence: [], duckdb: [], parse: [] };
  for (let run = 0; run < RUNS; run += 1) {
    for (const contender of CONTENDERS) runs[contender].push(measureOne(contender, name));
    if (run === 0) compare(name);
  }
  report(name, runs);
}
console.log(`\n${thousandRows()}`);

/** @param {string} name */
function caseOf(name) {
  const found = CASES[name];
  if (found === undefined) throw new Error(`there is no case ${name}`);
  return found;
}

/**
 * @param {Contender} contender
 * @param {string} name
 */
function measureOne(contender, name) {
  const { hasFlags = false, hasLedger = false } = caseOf(name);
  const out = join(folder, `out-${contender}`);
  rmSync(out, { recursive: true, force: true });
  switch (contender) {
    case 'ringfence':
      return measure(
        [
          ...[binary, 'screen', listOf(name), '--store', hasLedger ? 'ledger.db' : 'store.db'],
          ...['--campaign', 'campaign.yaml', '--out', out],
        ],
        folder,
      );
    case 'duckdb': {
      mkdirSync(out);
      const parts = [...(hasFlags ? ['flags'] : []), ...(hasLedger ? ['ledger'] : [])];
      return measure(
        [path('./peers/duckdb-screen.js'), 'screen', 'peer.duckdb', listOf(name), out, ...parts],
        folder,
      );
    }
    case 'parse':
      return measure([path('./peers/parse-only.js'), listOf(name)], folder);
  }
}

/**
 * Both have to block the same records.
 * @param {string} name
 */
function compare(name) {
  const blocked = (/** @type {Contender} */ contender) =>
    new Set(
      readFileSync(join(folder, `out-${contender}`, 'blocked.csv'), 'utf8')
        .split('\n')
        .slice(1)
        .filter((line) => line !== '')
        .map((line) => /M(\d+)/.exec(line)?.[1]),
    );
  const own = blocked('ringfence');
  const others = blocked('duckdb');
  const differing =
    [...own].filter((id) => !others.has(id)).length + [...others].filter((id) => !own.has(id)).length;
  console.log(
    `\n${name}: ${own.size.toLocaleString('en-GB')} records blocked by ringfence, ${differing} not by both`,
  );
  if (differing > 0) process.exitCode = 1;
}

/**
 * @param {string} name
 * @param {Record<Contender, Measured[]>} runs
 */
function report(name, { ringfence, duckdb, parse }) {
  /** @type {[string, 'seconds' | 'cpuSeconds' | 'peakMebibytes', number][]} */
  const rows = [
    ['wall, seconds', 'seconds', 2],
    ['CPU, seconds', 'cpuSeconds', 2],
    ['peak, MiB', 'peakMebibytes', 0],
  ];
  for (const [title, key, digits] of rows) {
    const cell = (/** @type {Measured[]} */ results) => {
      const { median, low, high } = spread(results.map((result) => result[key]));
      return `${median.toFixed(digits)} (${low.toFixed(digits)}-${high.toFixed(digits)})`.padEnd(22);
    };
    const ratio = spread(ringfence.map((r) => r[key])).median / spread(duckdb.map((r) => r[key])).median;
    console.log(
      `  ${title.padEnd(14)} ringfence ${cell(ringfence)} duckdb ${cell(duckdb)} parse only ${cell(parse)} ${ratio.toFixed(2)} of DuckDB's`,
    );
  }
  const perRow = (spread(ringfence.map((r) => r.cpuSeconds)).median * 1e6) / caseOf(name).rows;
  console.log(`  CPU a row      ${perRow.toFixed(2)} microseconds`);
}

/** In turn with a node that does nothing: the machine changes its speed within minutes. */
function thousandRows() {
  const out = join(folder, 'out-small');
  const small = [
    ...[binary, 'screen', 'small.csv', '--store', 'store.db'],
    ...['--campaign', 'campaign.yaml', '--out', out],
  ];
  /** @type {{ node: number[], screen: number[] }} */
  const runs = { node: [], screen: [] };
  for (let run = 0; run < Math.max(RUNS, 5); run += 1) {
    runs.node.push(measure(['-e', '0'], folder).seconds);
    rmSync(out, { recursive: true, force: true });
    runs.screen.push(measure(small, folder).seconds);
  }
  const [node, screen] = [spread(runs.node), spread(runs.screen)];
  const told = (/** @type {ReturnType<typeof spread>} */ { median, low, high }) =>
    `${(median * 1000).toFixed(0)} ms (${(low * 1000).toFixed(0)}-${(high * 1000).toFixed(0)})`;
  return `a list of 1,000 rows: ${told(screen)}; node -e 0: ${told(node)}; ${(screen.median / node.median).toFixed(1)} times that`;
}

function prepare() {
  writeFileSync(join(folder, 'campaign.yaml'), campaign());
  const isThere = (/** @type {string} */ name) => existsSync(join(folder, name));
  for (const [index, register] of REGISTERS.entries()) {
    const file = `${register}.txt`;
    if (isThere(file)) continue;
    const numbers = register === 'tps' ? tpsNumbers() : registerNumbers(register, SIZES[register], index + 1);
    writeRegisterFile(join(folder, file), numbers);
  }
  for (const name of names) {
    if (!isThere(listOf(name))) {
      writeContactList(join(folder, listOf(name)), caseOf(name).rows, tpsNumbers(), {
        seed: 7,
        ...caseOf(name),
      });
    }
  }
  if (!isThere('small.csv')) writeContactList(join(folder, 'small.csv'), 1000, tpsNumbers(), { seed: 8 });
  if (!isThere('store.db')) loadStore('store.db');
  if (!isThere('peer.duckdb')) {
    measure([path('./peers/duckdb.js'), 'load', 'peer.duckdb', 'tps=tps.txt', 'ctps=ctps.txt'], folder);
  }
  if (names.includes('ledger') && !isThere('ledger.db')) {
    writeLedger(join(folder, 'ledger.csv'), LEDGER, M, tpsNumbers(), 9);
    loadStore('ledger.db');
    measure([binary, 'ledger', 'import', 'ledger.csv', '--store', 'ledger.db'], folder);
    measure([path('./peers/duckdb-screen.js'), 'ledger-load', 'peer.duckdb', 'ledger.csv'], folder);
  }
  listed = null;
}

/**
 * A generated register is larger or smaller than the guards expect, so its count is named.
 * @param {string} store
 */
function loadStore(store) {
  measure([binary, 'init', '--store', store], folder);
  for (const register of REGISTERS) {
    const count = readFileSync(join(folder, `${register}.txt`)).length / 14;
    measure(
      [
        ...[binary, 'register', 'load', register, `${register}.txt`, '--store', store],
        ...['--as-of', '2026-11-20', '--expect-count', String(count)],
      ],
      folder,
    );
  }
}

function campaign() {
  return `controller: Northfield Party
controller_kind: political-party
purpose: political-campaign
channel: live-call
dates: { first: 2026-11-22, last: 2026-12-10 }
calls: { number_presented: true, caller_identified: true, leaves_voicemail: false }
list:
  source: own-records
  controller: Northfield Party
  authorised: true
  privacy_notice_given: true
  id_system: members
`;
}
