/** Counting what the values of an export became, so that it can be told without naming anybody. */
import type { Place } from '../../contacts/roles.js';
import type { ExportSettings } from './export-cells.js';
import type { Became } from './export-meaning.js';
import type { ExportRow } from './export-row.js';
import type { LedgerPreset } from './ledger-presets.js';

export interface CountedBecame extends Became {
  /** Rows that hold the value. */
  readonly count: number;
}

/** What is told of an export beside what is told of every import. */
export interface ToldExport {
  readonly preset: string;
  /** In words that go on from "read as". */
  readonly system: string;
  readonly controller: string | null;
  /** The system of its ids, as `list.id_system` of a campaign file is to name it. */
  readonly idSystem: string;
  /** Whether any entry is held under an id. */
  readonly hasIds: boolean;
  readonly became: readonly CountedBecame[];
  /** Rows of an opt-out in which a contact cell names nobody; it holds for the rest of the row. */
  readonly unreadContacts: CountedLines;
  /** Rows without an objection whose notes or names hold words of one, which the import does not read. */
  readonly optOutWords: CountedLines;
}

/** How many lines, and the first of them. */
export interface CountedLines {
  readonly count: number;
  readonly lines: readonly Place[];
}

const LINES_TOLD = 100;

export class ExportTally {
  readonly #became = new Map<string, CountedBecame>();
  readonly #unreadContacts = new LineCount();
  readonly #optOutWords = new LineCount();
  #hasIds = false;

  add(line: Place, row: Extract<ExportRow, { status: 'read' }>): void {
    const { became, entries } = row;
    for (const one of became) {
      const key = JSON.stringify(one);
      this.#became.set(key, { ...one, count: (this.#became.get(key)?.count ?? 0) + 1 });
    }
    this.#hasIds ||= entries.some(({ keys }) => keys.personId !== null);
    if (row.hasUnread) this.#unreadContacts.add(line);
    if (row.hasOptOutWords) this.#optOutWords.add(line);
  }

  told({ name, system }: LedgerPreset, { controller, idSystem }: ExportSettings): ToldExport {
    return {
      preset: name,
      system,
      controller,
      idSystem,
      hasIds: this.#hasIds,
      became: [...this.#became.values()].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1)),
      unreadContacts: this.#unreadContacts.told(),
      optOutWords: this.#optOutWords.told(),
    };
  }
}

class LineCount {
  #count = 0;
  readonly #lines: Place[] = [];

  add(line: Place): void {
    this.#count += 1;
    if (this.#lines.length < LINES_TOLD) this.#lines.push(line);
  }

  told(): CountedLines {
    return { count: this.#count, lines: this.#lines };
  }
}

/** By column and value, so that the same export is told in the same order. */
function orderOf({ where, value, becomes, channels, because }: Became): string {
  return [where, value, becomes, channels, because].join('\n');
}
