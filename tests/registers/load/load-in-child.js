// Loads or updates a register in a process of its own, for the test that kills it. Takes the work as JSON:
// store, file, asOf, expectCount, and for an update since and removals.
import { loadRegister } from '../../../dist/registers/load/load-register.js';
import { updateRegister } from '../../../dist/registers/load/update-register.js';
import { openRegister } from '../../../dist/registers/look-up/register-reader.js';
import { openStore } from '../../../dist/store/open-store.js';

const { store: path, file, asOf, expectCount, since, removals } = JSON.parse(process.argv[2]);
const store = openStore(path, 'write');
const clock = { today: '2026-11-30', now: '2026-11-30T12:00:00.000Z', isSet: true };
process.stdout.write('loading\n');
const request = { register: 'tps', path: file, asOf, expectCount };
if (since === undefined) await loadRegister(store, clock, { ...request, diallingCodes: [] });
else await updateRegister(store, clock, { ...request, since, removalsPath: removals });
process.stdout.write(`loaded ${openRegister(store, 'tps').asOf}\n`);
store.close();
