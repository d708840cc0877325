/** Seeded pseudo-random numbers (mulberry32), so that every run measures the same data. */

/**
 * @param {number} seed
 * @returns {(below: number) => number} whole numbers from 0 up to, not including, `below`
 */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/**
 * @template Item
 * @param {readonly Item[]} items
 * @param {number} index
 */
export function pick(items, index) {
  const item = items[index];
  if (item === undefined) throw new Error(`there is no item ${index}`);
  return item;
}
