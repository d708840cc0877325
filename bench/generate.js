/**
 * Makes invented contact lists and register files of any size. Numbers are drawn at random from the whole
 * numbering plan, because the drama ranges are too small to spread a million rows over; nothing generated
 * here is kept.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { pick, randomNumbers } from './random.js';

const AREAS = [
  '113',
  '114',
  '115',
  '116',
  '117',
  '118',
  '121',
  '131',
  '141',
  '151',
  '161',
  '191',
  '1223',
  '1273',
  '1392',
  '1632',
  '1865',
  '1904',
  '20',
  '23',
  '24',
  '28',
  '29',
];

/** @param {(below: number) => number} random a national number of ten digits, without the leading 0 */
export function nationalNumber(random) {
  if (random(10) < 6)
    return `7${['3', '4', '5', '7', '8', '9'][random(6)]}${String(random(100_000_000)).padStart(8, '0')}`;
  const area = pick(AREAS, random(AREAS.length));
  return area + String(random(10 ** (10 - area.length))).padStart(10 - area.length, '0');
}

/**
 * Writes `rows` records of 8 columns to `path`; one in `optOutEvery` is opted out.
 * @param {string} path
 * @param {number} rows
 * @param {number} seed
 * @param {number} optOutEvery
 */
export async function writeList(path, rows, seed, optOutEvery) {
  const random = randomNumbers(seed);
  const file = createWriteStream(path);
  file.write('member_id,first_name,last_name,email,phone,mobile,membership_status,do_not_call\r\n');
  for (let row = 0; row < rows; row += 1) {
    const phone = random(4) === 0 ? '' : `0${nationalNumber(random)}`;
    const mobile = nationalNumber(random);
    const written = [`0${mobile}`, `+44${mobile}`, `0${mobile.slice(0, 4)} ${mobile.slice(4)}`][random(3)];
    const status = ['current', 'current', 'current', 'lapsed'][random(4)];
    const line = `M${row},Ann${random(500)},Example${random(9000)},ann${row}@example.com,${phone},${written},${status},${random(optOutEvery) === 0 ? 1 : 0}\r\n`;
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

/**
 * Writes a register file of about `count` numbers in the official layout without spaces.
 * @param {string} path
 * @param {number} count
 * @param {number} seed
 */
export async function writeRegister(path, count, seed) {
  const random = randomNumbers(seed);
  const file = createWriteStream(path);
  for (let index = 0; index < count; index += 1) {
    if (!file.write(`0${nationalNumber(random)} \r\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}
