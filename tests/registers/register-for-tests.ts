/** Stores, register files and loads for tests. Every number is one that Ofcom keeps for drama, or reckoned. */
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../src/clock.js';
import { type LoadRequest, type LoadResult, loadRegister } from '../../src/registers/load/load-register.js';
import { isPhoneNumber, type PhoneNumber } from '../../src/screening/contact.js';
import { type IsoDate, parseIsoDate } from '../../src/screening/dates.js';
import { createStore, type Store } from '../../src/store/open-store.js';

/** The day that `text` names. */
export function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`the test names a day that does not exist: ${text}`);
  return date;
}

/** The number that `text` names, such as +447700900123. */
export function phone(text: string): PhoneNumber {
  if (!isPhoneNumber(text)) throw new Error(`the test names a number that is not E.164: ${text}`);
  return text;
}

/** A mobile number of the drama range, as it stands in a register: `07700900000` and the 999 after it. */
export function mobile(index: number): string {
  return `0${7_700_900_000 + index}`;
}

/** The same number in E.164 form. */
export function e164(national: string): PhoneNumber {
  return phone(`+44${national.slice(1)}`);
}

/** A clock that shows noon of this day. */
export function clockOn(today: string): Clock {
  return { today: day(today), now: `${today}T12:00:00.000Z`, isSet: true };
}

/** A folder of its own, removed when the test has ended. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-registers-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty store in a folder of its own, closed when the test has ended. */
export function makeStore(): Store {
  const store = createStore(join(makeFolder(), 'ringfence.db'));
  onTestFinished(() => store.close());
  return store;
}

/** The official layout without spaces: digits to the left, blanks to 12 characters, CR LF. */
export function officialText(numbers: Iterable<string>): string {
  return [...numbers].map((number) => `${number.padEnd(12)}\r\n`).join('');
}

/** Writes a file that was last changed at noon of `modifiedOn`, and answers its path. */
export function writeFile(
  content: string | Uint8Array,
  modifiedOn = '2026-11-30',
  name = 'tps_ns.txt',
): string {
  const path = join(makeFolder(), name);
  writeFileSync(path, content);
  const moment = new Date(`${modifiedOn}T12:00:00Z`);
  utimesSync(path, moment, moment);
  return path;
}

/** A request to load a full TPS copy of these numbers, with their count accepted. */
export function requestFor(
  numbers: readonly string[],
  asOf: string,
  change: Partial<LoadRequest> = {},
): LoadRequest {
  return {
    register: 'tps',
    path: writeFile(officialText(numbers)),
    asOf: day(asOf),
    diallingCodes: [],
    expectCount: new Set(numbers).size,
    ...change,
  };
}

/** Loads a full TPS copy of these numbers on 30 November 2026, and accepts whatever the guards see. */
export function load(
  store: Store,
  numbers: readonly string[],
  asOf: string,
  change: Partial<LoadRequest> = {},
): Promise<LoadResult> {
  return loadRegister(store, clockOn('2026-11-30'), requestFor(numbers, asOf, change));
}
