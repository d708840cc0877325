/**
 * The 60-second tour on an invented world: a store, both registers, a ledger, then two screenings. Everything
 * it writes is in demo/, which is made anew each time.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUpCommands, TODAY } from './fixture-world.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const demo = join(root, 'demo');
const world = '../fixtures/world';

rmSync(demo, { recursive: true, force: true });
mkdirSync(demo);

for (const command of setUpCommands(world)) ringfence(...command);
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
    env: { ...process.env, RINGFENCE_TODAY: TODAY, RINGFENCE_STORE: '' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0 || !existsSync(join(demo, 'ringfence.db'))) process.exit(status ?? 3);
}
