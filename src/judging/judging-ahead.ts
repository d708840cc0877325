/**
 * Judging while a list is still being surveyed, as if no record said anything that binds another. If that
 * proves true of the whole list, one pass was enough; with the first record that does say something, what was
 * judged is taken back, and the list is judged in a second pass.
 */
import type { ColumnRoles } from '../contacts/column-roles.js';
import { dateColumnsOf } from '../contacts/date-order.js';
import type { RecordBatch } from '../contacts/record-batch.js';
import type { RecordSettings } from '../contacts/record-reader.js';
import type { Companion } from '../contacts/survey.js';
import type { JudgingPass } from './judging-pass.js';

export class JudgingAhead implements Companion {
  readonly seesAll = false;
  private pass: JudgingPass | null = null;
  private isOver: boolean;

  /** `begin` begins the pass, at the first record. Dates whose order only the whole list tells cannot be judged ahead. */
  constructor(
    private readonly begin: () => JudgingPass,
    columns: ColumnRoles,
    { dateOrder }: RecordSettings,
  ) {
    this.isOver = dateOrder === null && dateColumnsOf(columns).length > 0;
  }

  record(batch: RecordBatch, row: number, isQuiet: boolean): void {
    if (this.isOver) return;
    if (isQuiet) {
      this.pass ??= this.begin();
      if (this.pass.canBeTakenBack && this.pass.add(batch, row, true)) return;
    }
    this.isOver = true;
    this.pass?.takeBack();
  }

  batch(): void {
    if (!this.isOver) this.pass?.flush();
  }

  /** The pass, where it judged every record; null where the list is to be judged in a second one. */
  whole(): JudgingPass | null {
    return this.isOver ? null : this.pass;
  }
}
