/**
 * Does memory grow with the list? Screens 100,000 and 1,000,000 rows against the same store, several times in
 * turn, and prints peak memory and rows a second: medians, with the spread.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeList, writeRegister } from './generate.js';

const RUNS = Number(process.env.RUNS ?? 3);
const SIZES = [100_000, 1_000_000];
const TPS = 1_000_000;
const CTPS = 100_000;

const binary = fileURLToPath(new URL('../bin/ringfence.js', import.meta.url));
const preload = new URL('./report-usage.js', import.meta.url).href;
const folder = mkdtempSync(join(tmpdir(), 'ringfence-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

await writeRegister(join(folder, 'tps.txt'), TPS, 1);
await writeRegister(join(folder, 'ctps.txt'), CTPS, 2);
for (const size of SIZES) await writeList(join(folder, `list-${size}.csv`), size, size, 100);
writeFileSync(join(folder, 'campaign.yaml'), campaign());

ringfence(['init', '--store', 'store.db']);
load('tps');
load('ctps');

/** @type {Map<number, { seconds: number, peakMebibytes: number }[]>} */
const results = new Map(SIZES.map((size) => [size, []]));
for (let turn = 0; turn < RUNS; turn += 1) {
  for (const size of SIZES) {
    const startedAt = performance.now();
    ringfence([
      'screen',
      `list-${size}.csv`,
      '--store',
      'store.db',
      '--campaign',
      'campaign.yaml',
      '--out',
      `out-${size}-${turn}`,
    ]);
    const seconds = (performance.now() - startedAt) / 1000;
    const usage = JSON.parse(readFileSync(join(folder, 'usage.json'), 'utf8'));
    results.get(size)?.push({ seconds, ...usage });
    rmSync(join(folder, `out-${size}-${turn}`), { recursive: true });
  }
}
for (const [size, runs] of results) {
  const seconds = spread(runs.map((run) => run.seconds));
  const peak = spread(runs.map((run) => run.peakMebibytes));
  console.log(
    `${size.toLocaleString('en-GB')} rows: ${seconds.median.toFixed(1)} s (${seconds.range}), ${Math.round(size / seconds.median).toLocaleString('en-GB')} rows a second, peak ${peak.median.toFixed(0)} MiB (${peak.range})`,
  );
}
const [small = 0, large = 0] = SIZES.map(
  (size) => spread((results.get(size) ?? []).map((run) => run.peakMebibytes)).median,
);
console.log(
  `peak at ${SIZES[1]?.toLocaleString('en-GB')} rows is ${(large / small).toFixed(2)} of that at ${SIZES[0]?.toLocaleString('en-GB')}`,
);

/**
 * A generated register is smaller than the guards expect, so its count is named.
 * @param {string} register
 */
function load(register) {
  const file = `${register}.txt`;
  const lines = readFileSync(join(folder, file), 'latin1').split('\r\n');
  const count = new Set(lines.map((line) => line.trim()).filter((line) => line !== '')).size;
  ringfence([
    'register',
    'load',
    register,
    file,
    '--store',
    'store.db',
    '--as-of',
    '2026-11-20',
    '--expect-count',
    String(count),
  ]);
}

/** @param {string[]} args */
function ringfence(args) {
  const { status, stderr } = spawnSync(process.execPath, ['--import', preload, binary, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, RINGFENCE_TODAY: '2026-11-22', RINGFENCE_USAGE: join(folder, 'usage.json') },
  });
  if (status !== 0) throw new Error(`ringfence ${args[0]} ended with ${status}: ${stderr}`);
}

/** @param {number[]} values */
function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ index) => sorted[index] ?? Number.NaN;
  const [low, high] = [at(0), at(sorted.length - 1)];
  return { median: at(Math.floor(sorted.length / 2)), range: `${low.toFixed(1)} to ${high.toFixed(1)}` };
}

function campaign() {
  return `controller: Northfield Party
controller_kind: political-party
purpose: political-campaign
channel: live-call
calls: { number_presented: true, caller_identified: true, leaves_voicemail: false }
list:
  source: membership
  controller: Northfield Party
  authorised: true
  privacy_notice_given: true
  post_lapse_notice: true
`;
}
