/**
 * The 60-second tour on an invented world: a store, both registers, a ledger, then two screenings. Everything
 * it writes is in demo/, which is made anew each time.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const demo = join(root, 'demo');
const world = '../fixtures/world';
/** The day of the story: on any other, the register copies of the fixtures would be too old, as they should. */
const TODAY = '2026-11-22';

rmSync(demo, { recursive: true, force: true });
mkdirSync(demo);

ringfence('init');
ringfence(
  'register',
  'load',
  'tps',
  `${world}/tps_ns.txt`,
  '--as-of',
  '2026-11-20',
  '--expect-count',
  distinct('tps_ns.txt'),
);
ringfence(
  'register',
  'load',
  'ctps',
  `${world}/ctps_ns.txt`,
  '--as-of',
  '2026-11-20',
  '--expect-count',
  distinct('ctps_ns.txt'),
);
ringfence('ledger', 'import', `${world}/ledger.csv`);
console.log('\n=== The party rings its own members ===');
ringfence('screen', `${world}/northfield-members.csv`, '--campaign', `${world}/campaign.yaml`);
console.log("\n=== A faction has got hold of the party's lapsed members ===");
ringfence(
  'screen',
  `${world}/northfield-members.csv`,
  '--campaign',
  `${world}/campaign-faction.yaml`,
  '--out',
  'screened/faction',
);

console.log('\nThe files are in:');
for (const run of readdirSync(join(demo, 'screened'))) console.log(`  demo/screened/${run}/`);

/** @param {string[]} args */
function ringfence(...args) {
  console.log(`\n$ ringfence ${args.join(' ')}`);
  const { status } = spawnSync(process.execPath, [join(root, 'bin/ringfence.js'), ...args], {
    cwd: demo,
    env: { ...process.env, RINGFENCE_TODAY: TODAY },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0 || !existsSync(join(demo, 'ringfence.db'))) process.exit(status ?? 3);
}

/**
 * A fixture register is far smaller than a real one, which the guards refuse unless its exact count is named.
 * @param {string} file
 */
function distinct(file) {
  const lines = readFileSync(join(root, 'fixtures/world', file), 'latin1').split('\r\n');
  return String(new Set(lines.map((line) => line.replaceAll(' ', '')).filter((line) => line !== '')).size);
}
