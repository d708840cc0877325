/** Numbers to be looked up one by one, and how long that takes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { randomNumbers } from './random.js';

/**
 * Writes `count` numbers in E.164 form, every third of them listed, the others from ranges in which numbers
 * are listed: a list of contacts holds no numbers from empty ranges. `listed` is in rising order.
 * @param {string} path
 * @param {ArrayLike<number>} listed
 * @param {number} count
 * @param {number} seed
 */
export function writeAsked(path, listed, count, seed) {
  const random = randomNumbers(seed);
  const draw = () => listed[Math.floor((random(1 << 30) / (1 << 30)) * listed.length)] ?? 0;
  /** @type {string[]} */
  const lines = [];
  while (lines.length < count) {
    const number = draw();
    if (lines.length % 3 === 0) lines.push(`+44${number}`);
    else {
      const other = Math.floor(number / 10_000) * 10_000 + random(10_000);
      if (!has(listed, other)) lines.push(`+44${other}`);
    }
  }
  writeFileSync(path, lines.join('\n'));
}

/**
 * The numbers of such a file, each a string of its own.
 * @param {string} path
 */
export function askedNumbers(path) {
  return readFileSync(path, 'latin1')
    .split('\n')
    .map((number) => Buffer.from(number).toString());
}

/**
 * Opens, asks once, then asks for all of them, twice; prints the times and how many were listed. Reading from
 * disk is part of the first time round. CPU times stand beside those of the clock: on a machine that does
 * other work too they say more.
 * @param {string[]} asked
 * @param {() => (number: string) => boolean} open
 */
export function timeLookUps(asked, open) {
  const began = moment();
  const isListed = open();
  isListed(asked[0] ?? '');
  const opened = moment();
  let hits = 0;
  for (const number of asked) if (isListed(number)) hits += 1;
  const read = moment();
  for (const number of asked) isListed(number);
  const again = moment();
  console.log(
    JSON.stringify({
      asked: asked.length,
      hits,
      nanoseconds: nanosecondsEach(opened, read, 'clock', asked),
      cpuNanoseconds: nanosecondsEach(opened, read, 'cpu', asked),
      warmNanoseconds: nanosecondsEach(read, again, 'clock', asked),
      warmCpuNanoseconds: nanosecondsEach(read, again, 'cpu', asked),
      openMilliseconds: opened.clock - began.clock,
      openCpuMilliseconds: opened.cpu - began.cpu,
    }),
  );
}

/** Milliseconds by the clock, and of this process on any core. */
function moment() {
  const { user, system } = process.cpuUsage();
  return { clock: performance.now(), cpu: (user + system) / 1000 };
}

/** @typedef {{ clock: number, cpu: number }} Moment */

/**
 * @param {Moment} from
 * @param {Moment} to
 * @param {keyof Moment} kind
 * @param {string[]} asked
 */
function nanosecondsEach(from, to, kind, asked) {
  return ((to[kind] - from[kind]) * 1e6) / asked.length;
}

/**
 * @param {ArrayLike<number>} listed
 * @param {number} number
 */
function has(listed, number) {
  let low = 0;
  let high = listed.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = listed[middle] ?? 0;
    if (found === number) return true;
    if (found < number) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
