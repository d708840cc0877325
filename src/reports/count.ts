/** Counts as a person reads them. */

/** A count with its noun: `1 number`, `1,204 numbers`. `many`: where it is more than the noun and an s. */
export function counted(count: number, noun: string, many = `${noun}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? noun : many}`;
}
