import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openRegister } from '../../../src/registers/look-up/register-reader.js';
import { registerStatus } from '../../../src/registers/look-up/register-status.js';
import { addDays, type IsoDate } from '../../../src/screening/dates.js';
import { openStore } from '../../../src/store/open-store.js';
import { day, e164, load, makeStore, officialText, writeFile } from '../register-for-tests.js';

const CHILD = fileURLToPath(new URL('load-in-child.js', import.meta.url));
const BUILT = fileURLToPath(new URL('../../../dist/registers/load/update-register.js', import.meta.url));
/** `npm run test:kills` kills 50 times. */
const KILLS = Number(process.env.RINGFENCE_KILLS ?? 8);
const NUMBERS = 150_000;
const STEP = 1400;
/** A fifth comes and a fifth goes: more, and an update would be refused as a full file. */
const MOVED = NUMBERS / 5;

/** Two copies, spread over some 3,200 blocks of 50 rows. */
const COPIES = [copyFrom(7_300_000_000), copyFrom(7_300_000_000 + STEP * MOVED)] as const;

/** Every block of both copies, several times. */
const ASKED = [...COPIES[0], ...COPIES[1]].filter((_, index) => index % 11 === 0);

interface Work {
  readonly file: string;
  readonly expectCount: number;
  readonly since?: string;
  readonly removals?: string;
}

function copyFrom(first: number): string[] {
  return Array.from({ length: NUMBERS }, (_, index) => `0${first + index * STEP}`);
}

/** Does the work in a child process, kills it after `after` milliseconds, and answers how long it went on. */
async function startAndKill(store: string, work: Work, asOf: string, after: number): Promise<number> {
  const child = spawn(process.execPath, [CHILD, JSON.stringify({ ...work, store, asOf })], {
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

/** Loads of either copy, and updates that turn the one into the other. */
function prepareWork(): {
  readonly loadOf: (next: number) => Work;
  readonly updateTo: (next: number, since: IsoDate) => Work;
} {
  const full = COPIES.map((numbers) => writeFile(officialText(numbers)));
  const onlyIn = [COPIES[0].slice(0, MOVED), COPIES[1].slice(NUMBERS - MOVED)].map((numbers) =>
    writeFile(officialText(numbers)),
  );
  return {
    loadOf: (next) => ({ file: full[next] ?? '', expectCount: NUMBERS }),
    updateTo: (next, since) => ({
      file: onlyIn[next] ?? '',
      removals: onlyIn[1 - next] ?? '',
      since,
      expectCount: 2 * MOVED,
    }),
  };
}

test('a load or update that is killed at any moment leaves the whole old copy or the whole new one', async () => {
  if (!existsSync(BUILT)) throw new Error('the child runs the built program: run `npm run build` first');
  const { loadOf, updateTo } = prepareWork();
  const store = makeStore();
  let heldOf = day('2026-01-01');
  await load(store, COPIES[0], heldOf, { path: loadOf(0).file });
  store.close();

  let asOf = addDays(heldOf, 1);
  const loading = await startAndKill(store.path, loadOf(1), asOf, Number.POSITIVE_INFINITY);
  heldOf = asOf;
  asOf = addDays(asOf, 1);
  const updating = await startAndKill(store.path, updateTo(0, heldOf), asOf, Number.POSITIVE_INFINITY);
  heldOf = asOf;
  let inForce = 0;
  let killed = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    asOf = addDays(asOf, 1);
    const next = 1 - inForce;
    const isUpdate = kill % 2 === 1;
    const work = isUpdate ? updateTo(next, heldOf) : loadOf(next);
    // Over the whole time that either takes, each moment a little beside the last one.
    const moment = (isUpdate ? updating : loading) * ((kill + Math.random()) / KILLS);
    await startAndKill(store.path, work, asOf, moment);

    const after = openStore(store.path, 'read');
    // Reads every row and every movement, and fails where one is not what was written.
    const [status] = registerStatus(after, asOf);
    const reader = openRegister(after, 'tps');
    const hasNext = reader?.asOf === asOf;
    if (hasNext) {
      inForce = next;
      heldOf = asOf;
    } else killed++;
    expect(status?.current?.asOf).toBe(heldOf);
    expect(reader?.asOf).toBe(heldOf);
    expect(reader?.count).toBe(NUMBERS);
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
  if (process.env.RINGFENCE_KILLS !== undefined) console.log(`${killed} of ${KILLS} kills came in time`);

  const last = openStore(store.path, 'write');
  expect(await load(last, COPIES[1 - inForce] ?? [], addDays(asOf, 1))).toMatchObject({ outcome: 'loaded' });
  last.close();
}, 900_000);
