/** Masking: outside the output files at most the last two digits of a number show, and no address. */

/** `text` with every run of five or more digits, and every address, masked. For what is printed of a bug. */
export function maskText(text: string): string {
  return text
    .replace(/[^\s"'<>(),;:]+@[^\s"'<>(),;:]+/gu, '•••@•••')
    .replace(/\+?\d(?:[\s().-]?\d){4,}/gu, (run) => maskNumber(run));
}

/** A number with all but its last two digits masked. */
export function maskNumber(number: string): string {
  return `••••${number.replace(/\D/gu, '').slice(-2)}`;
}
