#!/usr/bin/env node
const process = require('node:process');
const { openProgram } = require('./open-program.js');

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.once(signal, () => process.exit(code));
}
// Whoever reads the summary may close the pipe early; the three files do not go through it.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});
openProgram()
  .program.run(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    environment: process.env,
  })
  .then((exitCode) => {
    process.exitCode = exitCode;
  });
