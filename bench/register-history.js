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
import { loadRegister } from '../dist/registers/load/load-register.js';
import { updateRegister } from '../dist/registers/load/update-register.js';
import { openRegister } from '../dist/registers/look-up/register-reader.js';
import { addDays, parseIsoDate } from '../dist/screening/dates.js';
import { createStore, openStore } from '../dist/store/open-store.js';
import { bytesOf, spread } from './measure.js';
import { randomNumbers } from './random.js';
import { registerNumbers, writeRegisterFile } from './register-files.js';

const TPS = Number(process.env.TPS ?? 20_000_000);
const DAYS = Number(process.env.DAYS ?? 30);

const folder = mkdtempSync(join(tmpdir(), 'ringfence-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'ringfence.db');
const clock = { today: parseIsoDate('2026-11-22'), now: '2026-11-22T12:00:00.000Z', isSet: true };
const file = (name, numbers) => {
  writeRegisterFile(
    join(folder, name),
    [...numbers].sort((one, other) => one - other),
  );
  return join(folder, name);
};

const random = randomNumbers(11);
const numbers = registerNumbers('tps', TPS, 1);
let asOf = parseIsoDate('2025-01-01');
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
const seconds = [];
let moved = 0;
let last = 0;
for (let day = 0; day < DAYS; day += 1) {
  const since = asOf;
  asOf = addDays(asOf, 1);
  const additions = new Set();
  while (additions.size < 300 + ((day * 997) % 4700)) {
    const near = numbers[random(numbers.length)];
    additions.add(Math.floor(near / 10_000) * 10_000 + random(10_000));
  }
  const removals = new Set();
  while (removals.size < 15_000 + ((day * 7919) % 50_000)) removals.add(numbers[random(numbers.length)]);
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
  moved += result.movement.added + result.movement.removed;
  last = [...additions][0];
}
const after = sizeNow();
const deltas = store.connection.prepare('SELECT sum(length(packed)) FROM register_delta').pluck().get();
store.close();

const whole = (value) => Math.round(value).toLocaleString('en-GB');
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
const listing = openRegister(opened, 'tps').listing(`+44${last}`);
console.log(
  `open, and the earliest day of a number that came with the last copy: ${(performance.now() - openedAt).toFixed(1)} ms (${listing.status}, ${listing.earliestOn})`,
);
const askedAt = performance.now();
const then = openRegister(opened, 'tps', 1).listing(`+44${last}`);
console.log(
  `the same number in the first copy: ${(performance.now() - askedAt).toFixed(1)} ms (${then.status})`,
);
opened.close();
