// Loads two register files in turn, a day later each time, until it is killed. Takes the work as JSON: store,
// files and counts of each.
import { loadRegister } from '../../../dist/registers/load/load-register.js';
import { addDays, parseIsoDate } from '../../../dist/screening/dates.js';
import { openStore } from '../../../dist/store/open-store.js';

const { store: path, files, counts } = JSON.parse(process.argv[2]);
const store = openStore(path, 'write');
const clock = { today: '2026-11-22', now: '2026-11-22T12:00:00.000Z', isSet: true };
let asOf = parseIsoDate('2010-01-02');
for (let turn = 0; asOf < clock.today; turn++) {
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
