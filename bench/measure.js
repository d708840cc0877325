/** Running one measured step in a process of its own, and telling several of them apart from noise. */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const preload = new URL('./report-usage.js', import.meta.url).href;

/**
 * @typedef {{ seconds: number, stdout: string, cpuSeconds: number, peakMebibytes: number }} Measured
 */

/**
 * Runs Node with these arguments and answers its seconds from start to end, its peak memory and CPU time, and
 * what it printed.
 * @param {string[]} args
 * @param {string} folder
 * @returns {Measured}
 */
export function measure(args, folder) {
  const usageFile = join(folder, 'usage.json');
  const startedAt = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', preload, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, RINGFENCE_TODAY: '2026-11-22', RINGFENCE_USAGE: usageFile },
  });
  const seconds = (performance.now() - startedAt) / 1000;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return { seconds, stdout, ...JSON.parse(readFileSync(usageFile, 'utf8')) };
}

/**
 * The middle one, and the range from the least to the most.
 * @param {number[]} values
 */
export function spread(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (/** @type {number} */ index) => sorted[index] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), low: at(0), high: at(sorted.length - 1) };
}

/**
 * Bytes of a file, 0 where there is none.
 * @param {string} path
 */
export function bytesOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
