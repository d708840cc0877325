import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openRegister } from '../../src/registers/register-reader.js';
import { addDays } from '../../src/screening/dates.js';
import { openStore } from '../../src/store/open-store.js';
import { readCopies } from '../../src/store/register-copies.js';
import { day, e164, load, makeStore, officialText, writeFile } from './register-for-tests.js';

const CHILD = fileURLToPath(new URL('load-in-child.js', import.meta.url));
const BUILT = fileURLToPath(new URL('../../dist/registers/load-register.js', import.meta.url));
const KILLS = 8;
const NUMBERS = 150_000;

/** Two copies that share half of their numbers, spread over some 3,000 blocks. */
const COPIES = [copyFrom(7_300_000_000), copyFrom(7_300_000_000 + 1400 * (NUMBERS / 2))] as const;

/** Every block of both copies, several times. */
const ASKED = [...COPIES[0], ...COPIES[1]].filter((_, index) => index % 11 === 0);

function copyFrom(first: number): string[] {
  return Array.from({ length: NUMBERS }, (_, index) => `0${first + index * 1400}`);
}

/** Loads in a child process, kills it after `after` milliseconds, and answers how long the load took to its end. */
async function loadAndKill(path: string, file: string, asOf: string, after: number): Promise<number> {
  const child = spawn(process.execPath, [CHILD, path, file, asOf, String(NUMBERS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [began] = await once(child.stdout, 'data');
  expect(String(began)).toBe('loading\n');
  const started = performance.now();
  const killing =
    after === Number.POSITIVE_INFINITY ? undefined : setTimeout(() => child.kill('SIGKILL'), after);
  await once(child, 'exit');
  clearTimeout(killing);
  return performance.now() - started;
}

test('a load that is killed at any moment leaves the whole old copy or the whole new one in force', async () => {
  if (!existsSync(BUILT)) throw new Error('the child runs the built program: run `npm run build` first');
  const store = makeStore();
  const files = COPIES.map((numbers) => writeFile(officialText(numbers)));
  await load(store, COPIES[0], '2026-01-01', { path: files[0] ?? '' });
  store.close();

  let asOf = day('2026-01-02');
  const duration = await loadAndKill(store.path, files[1] ?? '', asOf, Number.POSITIVE_INFINITY);
  let inForce = 1;
  let killed = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    asOf = addDays(asOf, 1);
    const next = 1 - inForce;
    await loadAndKill(store.path, files[next] ?? '', asOf, (duration * (kill + 0.5)) / KILLS);

    const after = openStore(store.path, 'read');
    const reader = openRegister(after, 'tps');
    const hasNext = reader?.asOf === asOf;
    if (hasNext) inForce = next;
    else killed++;
    expect(readCopies(after, 'tps').at(-1)?.asOf).toBe(reader?.asOf);
    const held = new Set(COPIES[inForce]);
    for (const number of ASKED) {
      if ((reader?.listing(e164(number)).status === 'listed') !== held.has(number)) {
        throw new Error(`after kill ${kill} the copy of ${reader?.asOf} is wrong about a number`);
      }
    }
    after.close();
  }
  // Else every kill came too late to prove anything.
  expect(killed).toBeGreaterThan(0);

  const last = openStore(store.path, 'write');
  expect(await load(last, COPIES[1 - inForce] ?? [], addDays(asOf, 1))).toMatchObject({ outcome: 'loaded' });
  last.close();
});
