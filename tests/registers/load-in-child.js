// Loads a register in a process of its own, for the test that kills it. Takes the store, the file and the as-of day.
import { loadRegister } from '../../dist/registers/load-register.js';
import { openRegister } from '../../dist/registers/register-reader.js';
import { openStore } from '../../dist/store/open-store.js';

const [path, file, asOf, expectCount] = process.argv.slice(2);
const store = openStore(path, 'write');
const clock = { today: '2026-11-30', now: '2026-11-30T12:00:00.000Z', isSet: true };
process.stdout.write('loading\n');
await loadRegister(store, clock, {
  register: 'tps',
  path: file,
  asOf,
  diallingCodes: [],
  expectCount: Number(expectCount),
});
process.stdout.write(`loaded ${openRegister(store, 'tps').asOf}\n`);
store.close();
