/** How large the registers are and how much of them moves in a day, as far as it was ever published. */
import type { Register } from '../../store/registers/register-copies.js';

export interface ExpectedMovement {
  /** A full copy has at least this many numbers. */
  readonly smallestFullCopy: number;
  /** The most numbers that are known to have been added, or removed, in one day. */
  readonly addedADay: number;
  readonly removedADay: number;
  /**
   * Whatever the days between two copies, no more than this share of the copy in force may be added, or
   * removed: else a gap of a few months would let half a register go unseen. It must leave room for the
   * greatest known day at the size the register has today.
   */
  readonly largestPercentAdded: number;
  readonly largestPercentRemoved: number;
}

export const EXPECTED_MOVEMENT: Readonly<Record<Register, ExpectedMovement>> = {
  /**
   * 20.8 million numbers in May 2018, 13.5 million in 2026. Removals of 15,000 to 126,000 a day in May
   * and June 2018, additions of 300 to 5,000 a day (tpsservices.co.uk, list history, page 51). In those
   * six weeks 2.4 % went; in the quickest year since about 15 %: a copy that old needs a person's look.
   */
  tps: {
    smallestFullCopy: 5_000_000,
    addedADay: 5_000,
    removedADay: 126_000,
    largestPercentAdded: 5,
    largestPercentRemoved: 10,
  },
  /**
   * 2.78 million numbers in 2015, 1.1 million in 2026. Entries lapse unless renewed each year, so they go
   * in bursts: 182,252 on 7 August 2017, with 100,351 added on 8 June 2019 (tpsservices.co.uk, CTPS list
   * history, pages 34 and 71). Of 1.1 million that would be 17 % and 9 %.
   */
  ctps: {
    smallestFullCopy: 500_000,
    addedADay: 100_351,
    removedADay: 182_252,
    largestPercentAdded: 10,
    largestPercentRemoved: 20,
  },
  /**
   * 2.04 million numbers in December 2020 and 1,984,801 in about 2024, with no change for weeks
   * (tpsservices.co.uk, FPS list history, page 7). No single day is known: the whole fall between the two
   * may have come in one, and for additions the normal day of the TPS stands in.
   */
  fps: {
    smallestFullCopy: 500_000,
    addedADay: 5_000,
    removedADay: 55_199,
    largestPercentAdded: 5,
    largestPercentRemoved: 5,
  },
};

/** The most numbers that may be added and removed between two copies `days` apart, the older with `numbers`. */
export function movementLimits(
  register: Register,
  numbers: number,
  days: number,
): { readonly added: number; readonly removed: number } {
  const expected = EXPECTED_MOVEMENT[register];
  return {
    added: Math.ceil(Math.min(expected.addedADay * days, (numbers * expected.largestPercentAdded) / 100)),
    removed: Math.ceil(
      Math.min(expected.removedADay * days, (numbers * expected.largestPercentRemoved) / 100),
    ),
  };
}
