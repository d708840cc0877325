/**
 * What does the history cost? Loads a TPS copy, updates it day after day with the movement of ordinary days
 * (formats of the registers: 300 to 5,000 added, 15,000 to 126,000 removed), and prints what each copy adds
 * to the store, how long an update takes, and how a look-up finds its way through all the copies.
 *
 * TPS, DAYS: sizes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesOf, spread } from './measure.js';
import { randomNumbers } from './random.js';
import { registerNumbers, writeRegisterFile } from './register-files.js';

const built = new URL('../dist/', import.meta.url).href;
/** @type {typeof import('../src/registers/load/load-register.js')} */
const { loadRegister } = await import(`${built}registers/load/load-register.js`);
/** @type {typeof import('../src/registers/load/update-register.js')} */
const { updateRegister } = await import(`${built}registers/load/update-register.js`);
/** @type {typeof import('../src/registers/look-up/register-reader.js')} */
const { openRegister } = await import(`${built}registers/look-up/register-reader.js`);
/** @type {typeof import('../src/screening/contact.js')} */
const { isPhoneNumber } = await import(`${built}screening/contact.js`);
/** @type {typeof import('../src/screening/dates.js')} */
const { addDays, parseIsoDate } = await import(`${built}screening/dates.js`);
/** @type {typeof import('../src/store/open-store.js')} */
const { createStore, openStore } = await import(`${built}store/open-store.js`);

const TPS = Number(process.env.TPS ?? 20_000_000);
const DAYS = Number(process.env.DAYS ?? 30);

const folder = mkdtempSync(join(tmpdir(), 'ringfence-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'ringfence.db');
const [today, firstDay] = [parseIsoDate('2026-11-22'), parseIsoDate('2025-01-01')];
if (today === undefined || firstDay === undefined) throw new Error('no day');
const clock = { today, now: '2026-11-22T12:00:00.000Z', isSet: true };
/** @type {(name: string, numbers: Set<number>) => string} */
const file = (name, numbers) => {
  writeRegisterFile(
    join(folder, name),
    [...numbers].sort((one, other) => one - other),
  );
  return join(folder, name);
};

const random = randomNumbers(11);
const numbers = registerNumbers('tps', TPS, 1);
let asOf = firstDay;
writeRegisterFile(join(folder, 'tps.txt'), numbers);
const store = createStore(path);
await loadRegister(store, clock, {
  register: 'tps',
  path: join(folder, 'tps.txt'),
  asOf,
  diallingCodes: [],
  expectCount: numbers.length,
});
const sizeNow = () => {
  store.connection.pragma('wal_checkpoint(TRUNCATE)');
  return bytesOf(path);
};
const first = sizeNow();
/** @type {number[]} */
const seconds = [];
let moved = 0;
let last = 0;
for (let day = 0; day < DAYS; day += 1) {
  const since = asOf;
  asOf = addDays(asOf, 1);
  /** @type {Set<number>} */
  const additions = new Set();
  while (additions.size < 300 + ((day * 997) % 4700)) {
    const near = numbers[random(numbers.length)] ?? 0;
    additions.add(Math.floor(near / 10_000) * 10_000 + random(10_000));
  }
  /** @type {Set<number>} */
  const removals = new Set();
  while (removals.size < 15_000 + ((day * 7919) % 50_000)) removals.add(numbers[random(numbers.length)] ?? 0);
  const startedAt = performance.now();
  const result = await updateRegister(store, clock, {
    register: 'tps',
    path: file('added.txt', additions),
    removalsPath: file('removed.txt', removals),
    since,
    asOf,
    expectCount: additions.size + removals.size,
  });
  seconds.push((performance.now() - startedAt) / 1000);
  if (result.outcome === 'already-updated') throw new Error('the files of a day brought nothing');
  moved += result.movement.added + result.movement.removed;
  last = [...additions][0] ?? 0;
}
const after = sizeNow();
const deltas = Number(
  store.connection.prepare('SELECT sum(length(packed)) FROM register_delta').pluck().get(),
);
store.close();

const whole = (/** @type {number} */ value) => Math.round(value).toLocaleString('en-GB');
console.log(
  `${whole(numbers.length)} numbers: ${whole(first)} bytes. After ${DAYS} copies more: ${whole(after)} bytes`,
);
console.log(
  `${whole((after - first) / DAYS)} bytes a copy, of them ${whole(deltas / DAYS)} for the ${whole(moved / DAYS)} numbers that moved: ${(deltas / moved).toFixed(2)} bytes each; the rest is room in pages that were written anew`,
);
const { median, low, high } = spread(seconds);
console.log(
  `an update takes ${median.toFixed(1)} s (${low.toFixed(1)}-${high.toFixed(1)}), with the making of its files`,
);
const openedAt = performance.now();
const opened = openStore(path, 'read');
const asked = `+44${last}`;
if (!isPhoneNumber(asked)) throw new Error(`${asked} is no number`);
const listing = openRegister(opened, 'tps')?.listing(asked);
if (listing?.status !== 'listed') throw new Error('a number that came with the last copy is not listed');
console.log(
  `open, and the earliest day of a number that came with the last copy: ${(performance.now() - openedAt).toFixed(1)} ms (${listing.status}, ${listing.earliestOn})`,
);
const askedAt = performance.now();
const then = openRegister(opened, 'tps', 1)?.listing(asked);
console.log(
  `the same number in the first copy: ${(performance.now() - askedAt).toFixed(1)} ms (${then?.status})`,
);
opened.close();
