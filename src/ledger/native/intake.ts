/** Taking the rows of a file into one change of the ledger, and telling what cannot be read of them. */
import type { Place } from '../../contacts/roles.js';
import type { LedgerChange } from '../../store/ledger/ledger-change.js';
import type { LedgerRecordKind } from '../../store/ledger/ledger-record.js';
import { ImportTally, type Tallied } from './import-tally.js';
import type { LedgerRow } from './ledger-row.js';

export interface PassedOver {
  readonly line: Place;
  readonly kind: LedgerRecordKind;
  readonly reason: string;
}

export interface ImportResult extends Tallied {
  /** Records taken in whose number is none that the numbering plan knows: perhaps a slip for another. */
  readonly invalidNumbers: number;
  /** The lines of the first of them. */
  readonly invalidNumberLines: readonly Place[];
  /** The first of the lines that were passed over; `counts` has how many there are. */
  readonly passedOver: readonly PassedOver[];
  /** null: the ledger held all of it already, and nothing was changed. */
  readonly revision: number | null;
  readonly fileSha256: string;
}

/** How many unreadable lines are told of an import that is refused. */
const PROBLEMS_TOLD = 10;
/** How many lines of an import that succeeds are told one by one: kept in memory, so not without end. */
const LINES_TOLD = 100;

/** Takes rows one by one into a change; once one is refused the others are only read for their problems. */
export class Intake {
  readonly tally = new ImportTally();
  refused = 0;
  readonly #passedOver: PassedOver[] = [];
  readonly #invalidNumberLines: Place[] = [];
  #invalidNumbers = 0;
  readonly #told: string[] = [];
  readonly #change: LedgerChange;
  readonly #keepGood: boolean;

  constructor(change: LedgerChange, keepGood: boolean) {
    this.#change = change;
    this.#keepGood = keepGood;
  }

  take(line: Place, row: LedgerRow): void {
    if (row.status === 'read') {
      if (this.refused > 0) return;
      this.tally.add(row.record, row.otherPurposes, this.#change.add(row.keys, row.record));
      if (!row.hasInvalidNumber) return;
      this.#invalidNumbers += 1;
      if (this.#invalidNumberLines.length < LINES_TOLD) this.#invalidNumberLines.push(line);
    } else if (this.#keepGood && row.mayBePassedOver && row.kind !== null) {
      this.tally.passOver(row.kind);
      if (this.#passedOver.length < LINES_TOLD) {
        this.#passedOver.push({ line, kind: row.kind, reason: row.says });
      }
    } else {
      this.refuse(line, row.says);
    }
  }

  refuse(line: Place, reason: string): void {
    this.refused += 1;
    if (this.#told.length < PROBLEMS_TOLD) this.#told.push(`line ${line}: ${reason}`);
  }

  result(): Omit<ImportResult, 'revision' | 'fileSha256'> {
    return {
      ...this.tally.result(),
      invalidNumbers: this.#invalidNumbers,
      invalidNumberLines: this.#invalidNumberLines,
      passedOver: this.#passedOver,
    };
  }

  refusalOf(path: string): string {
    const lines = this.refused === 1 ? 'one line cannot be read' : `${this.refused} lines cannot be read`;
    const first = this.refused > this.#told.length ? `; the first ${this.#told.length} are` : '';
    return [`cannot import \`${path}\`: ${lines}, so nothing was changed${first}`, ...this.#told].join('\n');
  }
}
