/**
 * The register at national scale, beside its peers: loads the same TPS and CTPS files into ringfence, into
 * DuckDB and into a plain SQLite table, looks up the same million numbers, and prints medians, the spread
 * and ratios. Every step is a process of its own; the three take turns, so that noise meets them alike.
 *
 * TPS, CTPS, ASKED, RUNS: sizes. ORDER=shuffled: files in no order. PEERS=duckdb: without the plain table.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeAsked } from './look-ups.js';
import { bytesOf, measure, spread } from './measure.js';
import { registerNumbers, shuffle, writeRegisterFile } from './register-files.js';

/** @type {(name: string, otherwise: number) => number} */
const setting = (name, otherwise) => Number(process.env[name] ?? otherwise);
const RUNS = setting('RUNS', 3);
const SIZES = { tps: setting('TPS', 20_000_000), ctps: setting('CTPS', 3_000_000) };
const ASKED = setting('ASKED', 1_000_000);
const ORDER = process.env.ORDER ?? 'sorted';
const PEERS = (process.env.PEERS ?? 'duckdb,plain-sqlite').split(',');

const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const binary = path('../bin/ringfence.js');
const folder = mkdtempSync(join(tmpdir(), 'ringfence-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130));

const REGISTERS = /** @type {const} */ (['tps', 'ctps']);
const counts = { tps: 0, ctps: 0 };
for (const [index, register] of REGISTERS.entries()) {
  const numbers = registerNumbers(register, SIZES[register], index + 1);
  counts[register] = numbers.length;
  if (register === 'tps') writeAsked(join(folder, 'asked.txt'), numbers, ASKED, 3);
  writeRegisterFile(join(folder, `${register}.txt`), ORDER === 'shuffled' ? shuffle(numbers, 4) : numbers);
}
const total = counts.tps + counts.ctps;
console.log(
  `${counts.tps.toLocaleString('en-GB')} TPS and ${counts.ctps.toLocaleString('en-GB')} CTPS numbers, ${ORDER}; ${RUNS} runs, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} at the start`,
);

const contenders = ['ringfence', ...PEERS];
/** @type {Map<string, Record<string, number>[]>} */
const results = new Map(contenders.map((name) => [name, []]));
for (let run = 0; run < RUNS; run += 1) {
  for (const name of contenders) {
    const database = join(folder, `${name}.db`);
    for (const end of ['', '-wal', '-shm', '.wal']) rmSync(database + end, { force: true });
    const load = name === 'ringfence' ? loadRingfence(database) : loadPeer(name, database);
    const bytes = bytesOf(database) + bytesOf(`${database}-wal`) + bytesOf(`${database}.wal`);
    const asked = measure([path(`./peers/${name}.js`), 'look-up', database, 'asked.txt'], folder);
    process.stderr.write(`run ${run + 1} of ${RUNS}, ${name}: loaded in ${load.seconds.toFixed(1)} s\n`);
    results.get(name)?.push({ ...load, bytes: bytes / total, ...JSON.parse(asked.stdout) });
    rmSync(database, { force: true });
  }
}
const hits = new Set(contenders.flatMap((name) => resultsOf(name).map((result) => result.hits)));
if (hits.size !== 1)
  throw new Error(`they do not agree how many of the numbers are listed: ${[...hits].join(', ')}`);

/** @type {[string, string, number][]} */
const rows = [
  ['load, seconds', 'seconds', 1],
  ['load, CPU seconds', 'cpuSeconds', 1],
  ['load, peak MiB', 'peakMebibytes', 0],
  ['on disk, bytes a number', 'bytes', 2],
  ['look-up with reading, ns', 'nanoseconds', 0],
  ['the same, CPU ns', 'cpuNanoseconds', 0],
  ['look-up again, ns', 'warmNanoseconds', 0],
  ['the same, CPU ns', 'warmCpuNanoseconds', 0],
  ['open and first look-up, ms', 'openMilliseconds', 1],
  ['the same, CPU ms', 'openCpuMilliseconds', 1],
];
print(['', ...contenders.flatMap((name) => (name === 'ringfence' ? [name] : [name, 'ringfence is']))]);
for (const [title, key, digits] of rows) {
  const own = spread(valuesOf('ringfence', key));
  const cells = contenders.flatMap((name) => {
    const values = valuesOf(name, key);
    if (values.length === 0) return ['-', '-'];
    const { median, low, high } = spread(values);
    const cell = `${median.toFixed(digits)} (${low.toFixed(digits)}-${high.toFixed(digits)})`;
    return name === 'ringfence' ? [cell] : [cell, `${(own.median / median).toFixed(2)} of it`];
  });
  print([title, ...cells]);
}
console.log(
  `${ASKED.toLocaleString('en-GB')} look-ups, ${[...hits][0]?.toLocaleString('en-GB')} of them listed; DuckDB is asked for all of them in one query. Load ${loadavg()[0]?.toFixed(1)} at the end`,
);

/** @param {string} name */
function resultsOf(name) {
  return results.get(name) ?? [];
}

/**
 * @param {string} name
 * @param {string} key
 */
function valuesOf(name, key) {
  return resultsOf(name)
    .map((result) => result[key])
    .filter((value) => typeof value === 'number');
}

/**
 * By its own command, once for each register: the sum of the seconds, the larger of the peaks.
 * @param {string} store
 */
function loadRingfence(store) {
  measure([binary, 'init', '--store', store], folder);
  rmSync(join(folder, 'campaign.yaml'), { force: true });
  const loads = REGISTERS.map((register) =>
    measure(
      [
        ...[binary, 'register', 'load', register, `${register}.txt`, '--store', store],
        ...['--as-of', '2026-11-20', '--expect-count', String(counts[register])],
      ],
      folder,
    ),
  );
  return {
    seconds: loads.reduce((sum, { seconds }) => sum + seconds, 0),
    cpuSeconds: loads.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    peakMebibytes: Math.max(...loads.map(({ peakMebibytes }) => peakMebibytes)),
  };
}

/**
 * @param {string} name
 * @param {string} database
 */
function loadPeer(name, database) {
  const files = ['tps', 'ctps'].map((register) => `${register}=${join(folder, `${register}.txt`)}`);
  const { seconds, cpuSeconds, peakMebibytes } = measure(
    [path(`./peers/${name}.js`), 'load', database, ...files],
    folder,
  );
  return { seconds, cpuSeconds, peakMebibytes };
}

/** @param {string[]} cells */
function print(cells) {
  console.log(
    cells
      .map((cell, index) => cell.padEnd(index === 0 ? 28 : 24))
      .join('')
      .trimEnd(),
  );
}
