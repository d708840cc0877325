/** Small whole numbers for pairs of small whole numbers, and so for rows of any length: equal rows have equal numbers. */

const MOST = 2 ** 26;

export class Pairs {
  private readonly ids = new Map<number, number>();

  /** The number of the pair, from 1 on, no two alike. Throws a `RangeError` for numbers of 2^26 and more. */
  of(one: number, other: number): number {
    if (one >= MOST || other >= MOST) throw new RangeError('a pair is of numbers below 2^26');
    const key = one * MOST + other;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = this.ids.size + 1;
    this.ids.set(key, id);
    return id;
  }
}
