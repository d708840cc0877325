/** Loaded before the program: leaves beside the list how much memory it took at its peak, in KiB. */
const { writeFileSync } = require('node:fs');
const process = require('node:process');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  process.on('exit', () => writeFileSync('peak.txt', String(process.resourceUsage().maxRSS)));
}
