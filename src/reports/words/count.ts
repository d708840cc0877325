/** Counts as a person reads them. */

/** A whole number with a comma at the thousands: `1,204`. To ask the language of the machine for it takes longer than all else in a summary. */
export function figures(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A count with its noun: `1 number`, `1,204 numbers`. `many`: where it is more than the noun and an s. */
export function counted(count: number, noun: string, many = `${noun}s`): string {
  return `${figures(count)} ${count === 1 ? noun : many}`;
}
