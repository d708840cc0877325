/** Counting what an import reads, so that it can be told without naming anybody. */
import {
  LEDGER_RECORDS,
  type LedgerRecord,
  type LedgerRecordKind,
} from '../../store/ledger/ledger-record.js';

export interface KindCounts {
  readonly read: number;
  readonly added: number;
  /** Held before, or standing in the file more than once. */
  readonly alreadyKnown: number;
  /** Unreadable and left out (`--keep-good`); not among those read. */
  readonly passedOver: number;
}

export interface NamedController {
  /** As the file has it; null: none named, which in an objection means every caller. */
  readonly name: string | null;
  /** Records read, by kind; kinds without any are left out. */
  readonly counts: Readonly<Partial<Record<LedgerRecordKind, number>>>;
}

/** A word of the file that is no channel, or no purpose, of a campaign. */
export interface CountedWord {
  readonly word: string;
  readonly count: number;
}

export interface Tallied {
  readonly counts: Readonly<Record<LedgerRecordKind, KindCounts>>;
  readonly controllers: readonly NamedController[];
  readonly unknownChannels: readonly CountedWord[];
  readonly unknownPurposes: readonly CountedWord[];
}

export class ImportTally {
  readonly #read = new Map<LedgerRecordKind, number>();
  readonly #added = new Map<LedgerRecordKind, number>();
  readonly #passedOver = new Map<LedgerRecordKind, number>();
  readonly #controllers = new Map<string | null, Map<LedgerRecordKind, number>>();
  readonly #channels = new Map<string, number>();
  readonly #purposes = new Map<string, number>();

  /** Counts a record that was read, and whether it is new to the ledger. */
  add(record: LedgerRecord, otherPurposes: readonly string[], isNew: boolean): void {
    countOne(this.#read, record.record);
    if (isNew) countOne(this.#added, record.record);
    for (const word of otherPurposes) countOne(this.#purposes, withoutContactData(word));
    if ('otherChannels' in record) {
      for (const word of record.otherChannels) countOne(this.#channels, withoutContactData(word));
    }
    if (!('controller' in record)) return;
    const counts = this.#controllers.get(record.controller) ?? new Map<LedgerRecordKind, number>();
    countOne(counts, record.record);
    this.#controllers.set(record.controller, counts);
  }

  /** Counts an unreadable record that is left out. */
  passOver(kind: LedgerRecordKind): void {
    countOne(this.#passedOver, kind);
  }

  /** How many records are new to the ledger. */
  get added(): number {
    return sum(this.#added);
  }

  /** What a revision keeps of it: the new records by kind, and how many were known or passed over. */
  forRevision(): Record<string, number> {
    const alreadyKnown = sum(this.#read) - sum(this.#added);
    return { ...Object.fromEntries(this.#added), alreadyKnown, passedOver: sum(this.#passedOver) };
  }

  result(): Tallied {
    const of = (kind: LedgerRecordKind): KindCounts => {
      const [read, added] = [this.#read.get(kind) ?? 0, this.#added.get(kind) ?? 0];
      return { read, added, alreadyKnown: read - added, passedOver: this.#passedOver.get(kind) ?? 0 };
    };
    return {
      counts: {
        consent: of('consent'),
        withdrawal: of('withdrawal'),
        objection: of('objection'),
        'soft-opt-in': of('soft-opt-in'),
        'fundraising-preference': of('fundraising-preference'),
        'wrong-number': of('wrong-number'),
      },
      controllers: [...this.#controllers].map(([name, counts]) => ({
        name,
        counts: Object.fromEntries(counts),
      })),
      unknownChannels: inOrder(this.#channels),
      unknownPurposes: inOrder(this.#purposes),
    };
  }
}

/** A word out of a shifted row may be a number or an address, and is not to be shown. */
function withoutContactData(word: string): string {
  return /@|\d{5}/.test(word.replace(/[\s()-]/g, '')) ? 'a number or an address' : word;
}

function countOne<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sum(counts: ReadonlyMap<LedgerRecordKind, number>): number {
  return LEDGER_RECORDS.reduce((total, kind) => total + (counts.get(kind) ?? 0), 0);
}

function inOrder(counts: ReadonlyMap<string, number>): CountedWord[] {
  return [...counts].map(([word, count]) => ({ word, count })).sort((one, other) => other.count - one.count);
}
