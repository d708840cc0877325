/** What does the ledger hold on a person, and how does it touch the number or address that is judged? */
import { KeyFilter } from '../contacts/key-filter.js';
import type { PhoneNumber } from '../screening/contact.js';
import type { KeyMatch, LedgerEntry } from '../screening/evidence.js';
import { countEntries, type LedgerReader, openLedgerReader } from '../store/ledger-entries.js';
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

/** By whom entries are found. */
export interface LedgerLookUp {
  /** The id systems that entries are keyed by, in lower case. */
  readonly idSystems: readonly string[];
  /** Every entry that shares a number, an address or a person with the record, each once. */
  readonly entriesFor: (record: ContactKeys) => readonly StoredEntry[];
}

export interface Ledger extends LedgerLookUp {
  readonly isEmpty: boolean;
  /** Entries that tell a caller to stop, withdrawn consents among them. */
  readonly objectionCount: number;
  readonly counts: Readonly<Record<LedgerRecordKind, number>>;
  /** A filter that knows every key of an entry in force; it takes half a second for each million of them. */
  readonly keyFilter: () => KeyFilter;
}

/** Opens the ledger for look-ups. Within `withSnapshot` every look-up sees the same state. */
export function openLedger(store: Store): Ledger {
  const reader = openLedgerReader(store);
  const { idSystems } = reader;
  const { counts, objectionCount } = countEntries(store);
  const isEmpty = Object.values(counts).every((count) => count === 0);
  let filter: KeyFilter | null = null;
  const keyFilter = (): KeyFilter => {
    if (filter !== null) return filter;
    filter = KeyFilter.for(Object.values(counts).reduce((sum, count) => sum + count, 0));
    for (const key of reader.keys()) filter.add(key);
    return filter;
  };
  const entriesFor = isEmpty ? () => [] : lookUpIn(reader);
  return { isEmpty, objectionCount, keyFilter, counts, idSystems, entriesFor };
}

/** The same for look-ups alone: nothing is counted. */
export function openLedgerLookUp(store: Store): LedgerLookUp {
  const reader = openLedgerReader(store);
  return { idSystems: reader.idSystems, entriesFor: lookUpIn(reader) };
}

function lookUpIn(reader: LedgerReader): LedgerLookUp['entriesFor'] {
  const { idSystems } = reader;
  return (record) => {
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

/**
 * How an entry matches a record and each of its contact numbers: equal for two entries only where `matchEntries`
 * tells the same of both. `contacts`: the number at each place, null where there is none.
 */
export function patternOf(
  { keys }: StoredEntry,
  contacts: readonly (PhoneNumber | null)[],
  record: ContactKeys,
): string {
  const place = keys.phone === null ? -1 : contacts.indexOf(keys.phone);
  const isAnyNumber = keys.phone !== null && record.numbers.includes(keys.phone);
  const isOtherwise = matchOf({ ...keys, phone: null }, null, record).person;
  const { namesContact, namesNumber, otherPerson } = matchOf(keys, null, record);
  return `${place} ${isAnyNumber} ${isOtherwise} ${namesContact} ${namesNumber} ${otherPerson}`;
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
