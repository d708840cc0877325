/** What does the ledger hold on a person, and how does it touch the number or address that is judged? */
import { KeyFilter } from '../contacts/key-filter.js';
import type { PhoneNumber } from '../screening/contact.js';
import type { KeyMatch, LedgerEntry } from '../screening/evidence.js';
import { openLedgerReader } from '../store/ledger-entries.js';
import {
  idSystemKey,
  type LedgerKeys,
  type LedgerRecordKind,
  type StoredEntry,
} from '../store/ledger-record.js';
import type { Store } from '../store/open-store.js';
import { entriesIn } from './ledger-evidence.js';

/** By what a record of the list can be found in the ledger. Addresses are in the form of `readEmail`. */
export interface ContactKeys {
  readonly numbers: readonly PhoneNumber[];
  readonly emails: readonly string[];
  readonly personId: string | null;
  /** The system that `personId` comes from; null: not stated, and then no id matches. */
  readonly idSystem: string | null;
}

export interface Ledger {
  readonly isEmpty: boolean;
  /** Entries that tell a caller to stop, withdrawn consents among them. */
  readonly objectionCount: number;
  readonly counts: Readonly<Record<LedgerRecordKind, number>>;
  /** The id systems that entries are keyed by, in lower case. */
  readonly idSystems: readonly string[];
  /** A filter that knows every key of an entry in force; it takes half a second for each million of them. */
  readonly keyFilter: () => KeyFilter;
  /** Every entry that shares a number, an address or a person with the record, each once. */
  readonly entriesFor: (record: ContactKeys) => readonly StoredEntry[];
}

/** Opens the ledger for look-ups. Within `withSnapshot` every look-up sees the same state. */
export function openLedger(store: Store): Ledger {
  const reader = openLedgerReader(store);
  const { counts, objectionCount, idSystems } = reader;
  const isEmpty = Object.values(counts).every((count) => count === 0);
  const entriesFor = (record: ContactKeys): readonly StoredEntry[] => {
    const found = new Map<number, StoredEntry>();
    const add = (entries: readonly StoredEntry[]): void => {
      for (const entry of entries) found.set(entry.id, entry);
    };
    for (const number of record.numbers) add(reader.byNumber(number));
    for (const email of record.emails) add(reader.byEmail(email));
    if (record.personId !== null && record.idSystem !== null && idSystems.length > 0) {
      add(reader.byPerson(record.personId, record.idSystem));
    }
    return [...found.values()].sort((one, other) => one.id - other.id);
  };
  let filter: KeyFilter | null = null;
  const keyFilter = (): KeyFilter => {
    if (filter !== null) return filter;
    filter = new KeyFilter(Object.values(counts).reduce((sum, count) => sum + count, 0));
    for (const key of reader.keys()) filter.add(key);
    return filter;
  };
  return {
    isEmpty,
    objectionCount,
    keyFilter,
    counts,
    idSystems,
    entriesFor: isEmpty ? () => [] : entriesFor,
  };
}

/**
 * The evidence in `entries` (as `entriesFor` found them) on one number or address of `record`, or on a
 * record without any where `point` is null. An entry that touches neither is left out.
 */
export function matchEntries(
  entries: readonly StoredEntry[],
  point: PhoneNumber | string | null,
  record: ContactKeys,
): LedgerEntry[] {
  return entries.flatMap((entry) => {
    const match = matchOf(entry.keys, point, record);
    return match.contact || match.person ? entriesIn(entry.record, match) : [];
  });
}

function matchOf(keys: LedgerKeys, point: string | null, record: ContactKeys): KeyMatch {
  const isSameSystem =
    keys.idSystem !== null && record.idSystem !== null && keys.idSystem === idSystemKey(record.idSystem);
  const comparesPersons = isSameSystem && keys.personId !== null && record.personId !== null;
  const namesOther = (named: string | null, all: readonly string[]): boolean =>
    named !== null && named !== point && all.includes(named);
  return {
    contact: point !== null && (keys.phone === point || keys.email === point),
    person:
      (comparesPersons && keys.personId === record.personId) ||
      namesOther(keys.phone, record.numbers) ||
      namesOther(keys.email, record.emails),
    namesContact: keys.phone !== null || keys.email !== null,
    namesNumber: keys.phone !== null,
    otherPerson: comparesPersons && keys.personId !== record.personId,
  };
}
