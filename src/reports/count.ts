/** Counts as a person reads them. */

/** A count with its noun: `1 number`, `1,204 numbers`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}
