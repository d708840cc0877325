// Loads or updates a register in a process of its own, for the test that kills it. Takes the work as JSON:
// store, file, asOf, expectCount, and for an update since and removals.
const built = new URL('../../../dist/', import.meta.url).href;
/** @type {typeof import('../../../src/registers/load/load-register.js')} */
const { loadRegister } = await import(`${built}registers/load/load-register.js`);
/** @type {typeof import('../../../src/registers/load/update-register.js')} */
const { updateRegister } = await import(`${built}registers/load/update-register.js`);
/** @type {typeof import('../../../src/registers/look-up/register-reader.js')} */
const { openRegister } = await import(`${built}registers/look-up/register-reader.js`);
/** @type {typeof import('../../../src/screening/dates.js')} */
const { parseIsoDate } = await import(`${built}screening/dates.js`);
/** @type {typeof import('../../../src/store/open-store.js')} */
const { openStore } = await import(`${built}store/open-store.js`);

const { store: path, file, asOf, expectCount, since, removals } = JSON.parse(process.argv[2] ?? '');
const store = openStore(path, 'write');
const today = parseIsoDate('2026-11-30');
if (today === undefined) throw new Error('no day');
const clock = { today, now: '2026-11-30T12:00:00.000Z', isSet: true };
process.stdout.write('loading\n');
const request = { register: /** @type {const} */ ('tps'), path: file, asOf, expectCount };
if (since === undefined) await loadRegister(store, clock, { ...request, diallingCodes: [] });
else await updateRegister(store, clock, { ...request, since, removalsPath: removals });
process.stdout.write(`loaded ${openRegister(store, 'tps')?.asOf}\n`);
store.close();
