/**
 * Judges a list while it is still being surveyed, as if no record bound another. If that proves true of the whole
 * list, one pass was enough. At the first record that does bind another, what was judged is rolled back, and a second
 * pass judges the list.
 */
import type { RecordBatch } from '../contacts/csv/record-batch.js';
import type { JudgedRows } from './batch-worker.js';
import type { JudgingPass } from './judging-pass.js';

export class OptimisticPass {
  private pass: JudgingPass | null = null;

  /**
   * `begin` begins the pass, at the first batch. `isOpen` is false from the start where output cannot be rolled back,
   * or where only the whole list tells how its dates are read.
   */
  constructor(
    private readonly begin: () => JudgingPass,
    private isOpen: boolean,
  ) {}

  /** Whether the next batch may be judged. */
  mayJudge(): boolean {
    return this.isOpen;
  }

  /** Adds a batch that was surveyed. `isQuiet`: no record so far binds another. */
  add(batch: RecordBatch, judged: JudgedRows, isQuiet: boolean): void {
    if (!this.isOpen) return;
    if (isQuiet) {
      this.pass ??= this.begin();
      if (this.pass.add(batch, judged, true)) return;
    }
    this.isOpen = false;
    this.pass?.rollBack();
  }

  /** The pass if it judged every record; null if a second pass has to. */
  whole(): JudgingPass | null {
    return this.isOpen ? this.pass : null;
  }
}
