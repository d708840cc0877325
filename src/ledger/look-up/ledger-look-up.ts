/** What does the ledger hold on a person, and how does it touch the number or address that is judged? */
import type { KeyFilter } from '../../contacts/key-filter.js';
import type { PhoneNumber } from '../../screening/contact.js';
import type { KeyMatch, LedgerEntry } from '../../screening/evidence.js';
import { type LedgerIndex, type LedgerReader, openLedgerReader } from '../../store/ledger/ledger-entries.js';
import { idSystemKey, type LedgerKeys, type StoredEntry } from '../../store/ledger/ledger-record.js';
import type { Store } from '../../store/open-store.js';
import { entriesIn } from './ledger-evidence.js';

/** By what a record of the list can be found in the ledger. Addresses are in the form of `readEmail`. */
export interface ContactKeys {
  readonly numbers: readonly PhoneNumber[];
  readonly emails: readonly string[];
  readonly personId: string | null;
  /** The system that `personId` comes from; null: not stated, and then no id matches. */
  readonly idSystem: string | null;
}

/** The entries in force, to be looked up. */
export interface Ledger {
  readonly isEmpty: boolean;
  /** No more entries are held than this. */
  readonly mostEntries: number;
  /** The id systems that entries are keyed by, in lower case. */
  readonly idSystems: readonly string[];
  /** Every entry that shares a number, an address or a person with the record, each once. */
  readonly entriesFor: (record: ContactKeys) => readonly StoredEntry[];
  /** Adds every key of an entry in force that stands in this index; answers how many. A million take half a second. */
  readonly addKeys: (index: LedgerIndex, filter: KeyFilter) => number;
}

/** Opens the ledger for look-ups. Within `withSnapshot` every look-up sees the same state. */
export function openLedger(store: Store): Ledger {
  const reader = openLedgerReader(store);
  const isEmpty = reader.isEmpty();
  return {
    isEmpty,
    mostEntries: reader.mostEntries(),
    idSystems: reader.idSystems,
    entriesFor: isEmpty ? () => [] : lookUpIn(reader),
    addKeys(index, filter) {
      let added = 0;
      for (const key of reader.keys(index)) {
        filter.add(key);
        added += 1;
      }
      return added;
    },
  };
}

function lookUpIn(reader: LedgerReader): Ledger['entriesFor'] {
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
 * How an entry matches a record and each of its contact points: equal for two entries only where `matchEntries`
 * tells the same of both. `contacts`: the number or address at each place, null where there is none.
 */
export function patternOf(
  { keys }: StoredEntry,
  contacts: readonly (string | null)[],
  record: ContactKeys,
): string {
  const numberAt = keys.phone === null ? -1 : contacts.indexOf(keys.phone);
  const addressAt = keys.email === null ? -1 : contacts.indexOf(keys.email);
  const isAnyNumber = keys.phone !== null && record.numbers.includes(keys.phone);
  const isAnyAddress = keys.email !== null && record.emails.includes(keys.email);
  const isPerson = matchOf({ ...keys, phone: null, email: null }, null, record).person;
  const { namesContact, namesNumber, otherPerson } = matchOf(keys, null, record);
  return `${numberAt} ${addressAt} ${isAnyNumber} ${isAnyAddress} ${isPerson} ${namesContact} ${namesNumber} ${otherPerson}`;
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
