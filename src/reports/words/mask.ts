/** Masking: outside the output files at most the last two digits of a number show, and no address. */

/** `text` with every run of five or more digits, and every address, masked. */
export function maskText(text: string): string {
  return text
    .replace(/[^\s"'<>(),;:]+@[^\s"'<>(),;:]+/gu, '•••@•••')
    .replace(/\+?\d(?:[\s().-]?\d){4,}/gu, (run) => maskNumber(run));
}

/**
 * What is printed of a bug: its message masked, and below it where in the program it happened, whose lines have
 * five digits themselves.
 */
export function maskedStack({ message, stack = message }: Error): string {
  const place = stack.indexOf(message);
  if (place === -1) return maskText(stack);
  const frames = stack.slice(place + message.length).split('\n');
  const shown = frames.map((frame) => {
    const [, before = frame, location = ''] = /^(\s+at .+?)((?::\d+){2}\)?)$/.exec(frame) ?? [];
    return maskText(before) + location;
  });
  return maskText(stack.slice(0, place + message.length)) + shown.join('\n');
}

/** A number with all but its last two digits masked. */
export function maskNumber(number: string): string {
  return `••••${number.replace(/\D/gu, '').slice(-2)}`;
}
