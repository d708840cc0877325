/**
 * Invented register files that are spread over the numbering plan as a register is: towns with dense old
 * ranges and sparse new ones in some 600 area codes, the cities, and mobile numbers thin over theirs.
 * Seeded: the same seed gives the same file. Nothing generated here is kept.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { randomNumbers } from './random.js';

const RECORD_BYTES = 14;
const RECORDS_A_WRITE = 1 << 16;
/** Numbers are given out to providers in ranges of this many. */
const RANGE = 10_000;

/** Digits after the leading 0, and how many digits follow them. */
const FOUR_DIGIT_AREAS = Array.from({ length: 779 }, (_, index) => 1200 + index).filter(
  (code) => code % 100 > 3 && ![121, 131, 141, 151, 161, 191].includes(Math.floor(code / 10)),
);
const CITIES = [113, 114, 115, 116, 117, 118, 121, 131, 141, 151, 161, 191];
const LARGE_AREAS = [203, 207, 208, 2380, 2392, 2476, 2820, 2825, 2830, 2870, 2882, 2890, 2920];
const MOBILES = [73, 74, 75, 77, 78, 79];
const SERVICES = [330, 333, 345, 370, 800, 808, 843, 844, 845, 870, 871];

/**
 * How many numbers of each kind a register has, as shares, and how dense its old ranges are. Companies
 * hold fewer numbers in more places, and the services.
 */
/** @type {Record<'tps' | 'ctps', { landline: number, mobile: number, service: number, dense: [number, number] }>} */
const REGISTERS = {
  tps: { landline: 0.78, mobile: 0.22, service: 0, dense: [0.12, 0.5] },
  ctps: { landline: 0.82, mobile: 0.1, service: 0.08, dense: [0.02, 0.16] },
};

/**
 * About `count` national numbers (digits after the leading 0) of a register, rising, none twice.
 * @param {'tps' | 'ctps'} register
 * @param {number} count
 * @param {number} seed
 */
export function registerNumbers(register, count, seed) {
  const shares = REGISTERS[register];
  const random = randomNumbers(seed);
  const unit = () => (random(1 << 30) + 0.5) / (1 << 30);
  const ranges = [
    ...scaled(landlineRanges(unit, shares.dense), count * shares.landline),
    ...scaled(mobileRanges(unit), count * shares.mobile),
    ...scaled(serviceRanges(unit), count * shares.service),
  ].sort((one, other) => one.first - other.first);
  const numbers = new Float64Array(Math.ceil(count * 1.02) + 1000);
  let length = 0;
  for (const { first, size, density } of ranges) {
    // The gap to the next listed number, not a toss for each: most ranges are sparse.
    const scale = 1 / Math.log(1 - Math.min(density, 0.95));
    let at = Math.floor(Math.log(unit()) * scale);
    while (at < size && length < numbers.length) {
      numbers[length++] = first + at;
      at += 1 + Math.floor(Math.log(unit()) * scale);
    }
  }
  return numbers.subarray(0, length);
}

/** @typedef {{ first: number, size: number, density: number }} Range */

/**
 * @param {() => number} unit
 * @param {[number, number]} dense
 */
function landlineRanges(unit, [least, most]) {
  /** @type {Range[]} */
  const ranges = [];
  /** @type {(first: number, size: number, use: number) => void} */
  const add = (first, size, use) => {
    for (let at = 0; at < size; at += RANGE) {
      const local = Math.floor((at / size) * 10);
      // Local numbers begin with neither 0 nor 1.
      if (local < 2) continue;
      const toss = unit();
      if (toss < use)
        ranges.push({ first: first + at, size: RANGE, density: least + unit() * (most - least) });
      else if (toss < use * 3) ranges.push({ first: first + at, size: RANGE, density: unit() ** 2 * 0.04 });
    }
  };
  for (const code of FOUR_DIGIT_AREAS) add(code * 1_000_000, 1_000_000, 0.05 + unit() * 0.15);
  for (const code of CITIES) add(code * 10_000_000, 10_000_000, 0.1 + unit() * 0.1);
  for (const code of LARGE_AREAS) {
    const size = code < 1000 ? 10_000_000 : 1_000_000;
    add(code * size, size, 0.2 + unit() * 0.2);
  }
  return ranges;
}

/** @param {() => number} unit */
function mobileRanges(unit) {
  return MOBILES.flatMap((code) =>
    Array.from({ length: 10_000 }, (_, index) => index)
      .filter(() => unit() < 0.75)
      .map((index) => ({
        first: code * 100_000_000 + index * RANGE,
        size: RANGE,
        density: unit() ** 2 * 0.02,
      })),
  );
}

/** @param {() => number} unit */
function serviceRanges(unit) {
  return SERVICES.flatMap((code) =>
    Array.from({ length: 1000 }, (_, index) => index)
      .filter(() => unit() < 0.3)
      .map((index) => ({ first: code * 10_000_000 + index * RANGE, size: RANGE, density: unit() * 0.05 })),
  );
}

/**
 * Makes the densities such that about `count` numbers come of them.
 * @param {Range[]} ranges
 * @param {number} count
 */
function scaled(ranges, count) {
  const sum = ranges.reduce((total, { size, density }) => total + size * density, 0);
  return count === 0 ? [] : ranges.map((range) => ({ ...range, density: (range.density * count) / sum }));
}

/**
 * Puts the numbers in an order that has nothing to do with the plan.
 * @param {Float64Array} numbers
 * @param {number} seed
 */
export function shuffle(numbers, seed) {
  const random = randomNumbers(seed);
  for (let at = numbers.length - 1; at > 0; at--) {
    const other = random(at + 1);
    const number = numbers[at] ?? 0;
    numbers[at] = numbers[other] ?? 0;
    numbers[other] = number;
  }
  return numbers;
}

/**
 * Writes the numbers in the official layout without spaces: 12 characters and CR LF.
 * @param {string} path
 * @param {Iterable<number>} numbers
 */
export function writeRegisterFile(path, numbers) {
  const file = openSync(path, 'w');
  const buffer = Buffer.alloc(RECORDS_A_WRITE * RECORD_BYTES);
  let used = 0;
  for (const number of numbers) {
    const digits = number < 1e6 ? 6 : Math.floor(Math.log10(number)) + 1;
    buffer.fill(0x20, used, used + 12);
    buffer[used] = 0x30;
    let high = Math.floor(number / 100_000);
    let low = number - high * 100_000;
    for (let at = digits; at > 0; at--) {
      if (at > digits - 5) {
        buffer[used + at] = 0x30 + (low % 10);
        low = Math.floor(low / 10);
      } else {
        buffer[used + at] = 0x30 + (high % 10);
        high = Math.floor(high / 10);
      }
    }
    buffer[used + 12] = 0x0d;
    buffer[used + 13] = 0x0a;
    used += RECORD_BYTES;
    if (used === buffer.length) {
      writeSync(file, buffer);
      used = 0;
    }
  }
  writeSync(file, buffer, 0, used);
  closeSync(file);
}
