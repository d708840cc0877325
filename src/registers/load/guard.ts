/** The form of every guard on a register copy. */

export interface Guard<P> {
  /** Its name in the store and in receipts. */
  readonly guard: string;
  /** What it saw that speaks against this plan, with its count; null: nothing. */
  readonly sees: (plan: P) => string | null;
  /** Whether a person can accept what it saw; left out: yes. */
  readonly isOverridable?: boolean;
  /** What to do instead, where nothing lifts it and the day is not what is wrong. */
  readonly next?: string;
}

/** `1,204 numbers`: counts of registers are read by people, who lose their way in seven bare digits. */
export function count(numbers: number): string {
  return `${numbers.toLocaleString('en-GB')} ${numbers === 1 ? 'number' : 'numbers'}`;
}
