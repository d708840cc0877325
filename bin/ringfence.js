#!/usr/bin/env node
const process = require('node:process');
const { openProgram } = require('./open-program.js');

/** @type {[NodeJS.Signals, number][]} */
const endings = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
];
for (const [signal, code] of endings) process.once(signal, () => process.exit(code));
// Whoever reads the summary may close the pipe early; the three files do not go through it.
process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code !== 'EPIPE') throw error;
});
open()
  .run(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    environment: process.env,
  })
  .then((exitCode) => {
    process.exitCode = exitCode;
  });

/** Node itself would end with 1, which says that a gate said no. */
function open() {
  try {
    return openProgram().program;
  } catch (thrown) {
    const { message } = thrown instanceof Error ? thrown : new Error(String(thrown));
    process.stderr.write(
      `ringfence: cannot load its program: ${message}. Install ringfence again or, where you have its source, run \`npm ci\`\n`,
    );
    process.exit(2);
  }
}
