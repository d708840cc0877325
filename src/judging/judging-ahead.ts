/**
 * Judging while a list is still being surveyed, as if no record said anything that binds another. If that
 * proves true of the whole list, one pass was enough; with the first batch that does say something, what was
 * judged is taken back, and the list is judged in a second pass.
 */
import type { WorkedBatch } from './batch-work.js';
import type { JudgingPass } from './judging-pass.js';

export class JudgingAhead {
  private pass: JudgingPass | null = null;

  /**
   * `begin` begins the pass, at the first batch. `isOver`: from the beginning, where more than rows is written of
   * a record, or where dates are read in an order that only the whole list tells.
   */
  constructor(
    private readonly begin: () => JudgingPass,
    private isOver: boolean,
  ) {}

  /** Whether the next batch is to be judged by class. */
  isWanted(): boolean {
    return !this.isOver;
  }

  /** Takes up a batch as it was surveyed. `isQuiet`: no record so far said anything that binds. */
  add(worked: WorkedBatch, isQuiet: boolean): void {
    if (this.isOver) return;
    if (isQuiet) {
      this.pass ??= this.begin();
      if (this.pass.add(worked, true)) return;
    }
    this.isOver = true;
    this.pass?.takeBack();
  }

  /** The pass, where it judged every record; null where the list is to be judged in a second one. */
  whole(): JudgingPass | null {
    return this.isOver ? null : this.pass;
  }
}
