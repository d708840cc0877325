/**
 * Keeps what V8 makes of the program, so that a run need not compile what every run needs. V8 compiles what is
 * called, so a list is screened first: one of the fixtures, in a folder of its own.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUpCommands, TODAY, WORLD } from './fixture-world.js';

const { COMPILED, openProgram, writeCompiled } = createRequire(import.meta.url)('../bin/open-program.js');
const bin = fileURLToPath(new URL('../bin/ringfence.js', import.meta.url));

/** Screens a list with the program that was built, and keeps what was compiled of it on the way. */
export async function keepCompiled() {
  rmSync(COMPILED, { force: true });
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-build-'));
  // Nothing of what is set for the user's own store.
  const environment = { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, RINGFENCE_TODAY: TODAY };
  try {
    for (const command of setUpCommands(WORLD)) {
      const { status, stderr } = spawnSync(process.execPath, [bin, ...command], {
        cwd: folder,
        env: environment,
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`\`ringfence ${command.join(' ')}\` failed: ${stderr}`);
    }
    const { program, script } = openProgram();
    /** @type {string[]} */
    const said = [];
    const output = { write: (/** @type {string} */ text) => said.push(text) > 0 };
    const exitCode = await program.run(
      [
        'screen',
        join(WORLD, 'northfield-members.csv'),
        ...['--campaign', join(WORLD, 'campaign.yaml')],
        ...['--store', join(folder, 'ringfence.db'), '--out', join(folder, 'screened')],
      ],
      { stdin: process.stdin, stdout: output, stderr: output, environment },
    );
    if (exitCode !== 0) throw new Error(`the list of the fixtures was not screened: ${said.join('')}`);
    writeCompiled(script.createCachedData());
  } finally {
    rmSync(folder, { recursive: true });
  }
}
