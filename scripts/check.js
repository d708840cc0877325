/**
 * What must pass before a change lands: lint, types, then the tests. Installs nothing. At the end it names the
 * tests that were skipped; the last line is the plain count: N passed, N failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

for (const script of ['lint', 'typecheck']) {
  const status = npm(['run', script]);
  if (status !== 0) process.exit(status);
}

const folder = mkdtempSync(join(tmpdir(), 'ringfence-check-'));
const count = join(folder, 'count.txt');
writeFileSync(count, '0 passed, 1 failed\n');
try {
  process.exitCode = npm(['test'], { RINGFENCE_COUNT: count });
  const said = readFileSync(count, 'utf8');
  process.stdout.write(`\n${said}`);
  // Where no test ran at all, whatever npm said of it.
  if (said.startsWith('0 passed')) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} environment
 */
function npm(args, environment = {}) {
  const { status } = spawnSync('npm', args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status ?? 1;
}
