/** Numbers that a spreadsheet or a data frame kept as quantities: 4.47700900123E+11, 7700900123.0. */

export type Quantity =
  | { readonly kind: 'digits'; readonly digits: string }
  /** Digits were cut off, or may have been. */
  | { readonly kind: 'lossy' }
  | { readonly kind: 'no-number' };

/**
 * Writes a number in scientific notation out in full. Only where its digits all stand there is it known:
 * 4.47701E+11 is what is left of many numbers.
 */
export function fromScientific(text: string): Quantity {
  const parts = /^[+]?(\d)(?:[.,](\d+))?e\+?(\d{1,3})$/i.exec(text);
  if (parts === null) return { kind: 'no-number' };
  const digits = `${parts[1]}${parts[2] ?? ''}`;
  const wanted = Number(parts[3]) + 1;
  if (digits.length < wanted) return { kind: 'lossy' };
  return digits.length === wanted ? { kind: 'digits', digits } : { kind: 'no-number' };
}

/** Takes the `.0` from a whole number that was kept as a decimal one. */
export function fromDecimal(text: string): Quantity {
  const digits = /^(\d+)\.0+$/.exec(text)?.[1];
  return digits === undefined ? { kind: 'no-number' } : { kind: 'digits', digits };
}
