/** Small whole numbers for pairs of small whole numbers, and so for rows of any length: equal rows have equal numbers. */

const MOST = 2 ** 26;
/** PairInterner that are remembered. */
const MOST_PAIRS = 500_000;

/** There are more pairs than are remembered. */
export const NO_KEY = -1;

export class PairInterner {
  private readonly ids = new Map<number, number>();

  /**
   * The number of the pair, from 1 on, no two alike; `NO_KEY` for one too many, or where one of its numbers is
   * that. Throws a `RangeError` for numbers of 2^26 and more.
   */
  of(one: number, other: number): number {
    if (one === NO_KEY || other === NO_KEY) return NO_KEY;
    if (one >= MOST || other >= MOST) throw new RangeError('a pair is of numbers below 2^26');
    const key = one * MOST + other;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    if (this.ids.size >= MOST_PAIRS) return NO_KEY;
    const id = this.ids.size + 1;
    this.ids.set(key, id);
    return id;
  }
}
