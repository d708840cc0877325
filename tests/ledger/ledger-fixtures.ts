/** What the ledger's tests share: a store in a folder of its own, a clock that stands still, invented people. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../src/clock.js';
import { isPhoneNumber, type PhoneNumber } from '../../src/screening/contact.js';
import { type IsoDate, parseIsoDate } from '../../src/screening/dates.js';
import { beginLedgerChange } from '../../src/store/ledger/ledger-change.js';
import type {
  ConsentRecord,
  LedgerKeys,
  LedgerRecord,
  ObjectionRecord,
} from '../../src/store/ledger/ledger-record.js';
import { createStore, type Store } from '../../src/store/open-store.js';

export function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new RangeError(`${text} is no day`);
  return date;
}

export function number(text: string): PhoneNumber {
  if (!isPhoneNumber(text)) throw new RangeError(`${text} is no number`);
  return text;
}

export const clock: Clock = { today: day('2026-11-22'), now: '2026-11-22T12:00:00.000Z', isSet: true };

export const MOBILE = number('+447700900123');
export const LANDLINE = number('+442079460123');

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

export function temporaryStore(): Store {
  const store = createStore(join(temporaryFolder(), 'ringfence.db'));
  onTestFinished(() => store.close());
  return store;
}

export function temporaryFile(content: string | Buffer, name = 'ledger.csv'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

export function keys(change: Partial<LedgerKeys>): LedgerKeys {
  return { phone: null, email: null, personId: null, idSystem: null, ...change };
}

export const objection: ObjectionRecord = {
  record: 'objection',
  scope: null,
  controller: null,
  channels: 'all',
  purposes: 'any',
  on: null,
};

export const consent: ConsentRecord = {
  record: 'consent',
  controller: 'Northfield Party',
  channels: ['live-call'],
  otherChannels: [],
  purposes: ['political-campaign'],
  on: day('2026-05-01'),
  withdrawnOn: null,
  obtained: 'direct',
  controllerNamed: true,
  method: 'opt-in',
  tiedTo: 'standalone',
  source: 'form',
  wording: 'v3',
  dueDiligence: null,
};

/** Puts entries into the ledger as one revision. */
export function enter(
  store: Store,
  ...entries: readonly (readonly [Partial<LedgerKeys>, LedgerRecord])[]
): void {
  const change = beginLedgerChange(store);
  for (const [named, record] of entries) change.add(keys(named), record);
  change.commit(clock, {
    kind: 'ledger-import',
    fileName: null,
    fileSha256: null,
    counts: {},
    overridden: [],
  });
}

/** Every row of the ledger's table, to see whether anything changed. */
export function entryCount(store: Store): number {
  const row = store.connection
    .prepare<[], { entries: number }>('SELECT count(*) AS entries FROM ledger_entry')
    .get();
  return row?.entries ?? -1;
}
