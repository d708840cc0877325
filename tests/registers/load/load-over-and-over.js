// Loads two register files in turn, a day later each time, until it is killed. Takes the work as JSON: store,
// files and counts of each.
const built = new URL('../../../dist/', import.meta.url).href;
/** @type {typeof import('../../../src/registers/load/load-register.js')} */
const { loadRegister } = await import(`${built}registers/load/load-register.js`);
/** @type {typeof import('../../../src/screening/dates.js')} */
const { addDays, parseIsoDate } = await import(`${built}screening/dates.js`);
/** @type {typeof import('../../../src/store/open-store.js')} */
const { openStore } = await import(`${built}store/open-store.js`);

const { store: path, files, counts } = JSON.parse(process.argv[2] ?? '');
const store = openStore(path, 'write');
const today = parseIsoDate('2026-11-22');
let asOf = parseIsoDate('2010-01-02');
if (today === undefined || asOf === undefined) throw new Error('no day');
const clock = { today, now: '2026-11-22T12:00:00.000Z', isSet: true };
for (let turn = 0; asOf < today; turn++) {
  await loadRegister(store, clock, {
    register: 'tps',
    path: files[turn % 2],
    asOf,
    diallingCodes: [],
    expectCount: counts[turn % 2],
  });
  asOf = addDays(asOf, 1);
  if (turn === 0) process.stdout.write('loading\n');
}
