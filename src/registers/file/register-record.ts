/**
 * One line of a register file: which national number is it? Read straight from the bytes, because a
 * register has up to 25 million lines and a string for each would cost more than all the rest.
 *
 * A line that is no number is never guessed at: a number restored wrongly unlists somebody else.
 */

const NOT_TWELVE_WIDE = -1;
const OTHER_CHARACTER = -2;
const LOST_ZERO = -3;
const WRONG_LENGTH = -4;
const SECOND_COLUMN = -5;
const TOO_LONG = -6;
const OTHER_COUNTRY = -7;
const NO_NUMBER = -8;
const ZERO_TOO_MANY = -9;
/** The last line of the file has no line end, and may have lost digits with it. */
export const CUT_SHORT = -10;
/** The line is empty or has nothing but blanks. No problem of its own: the caller decides. */
export const BLANK_LINE = -11;

const PROBLEMS: ReadonlyMap<number, string> = new Map([
  [NOT_TWELVE_WIDE, 'not 12 characters wide'],
  [OTHER_CHARACTER, 'a letter or a sign where only digits belong'],
  [LOST_ZERO, 'the leading zero is lost, as spreadsheets do; load the file as it was downloaded'],
  [WRONG_LENGTH, 'too few or too many digits for a UK number'],
  [SECOND_COLUMN, 'a second column'],
  [TOO_LONG, 'longer than 64 characters'],
  [OTHER_COUNTRY, 'the code of another country'],
  [NO_NUMBER, 'no number'],
  [ZERO_TOO_MANY, 'a zero too many at the beginning'],
  [CUT_SHORT, 'cut short: the last line is no whole record with its line end; download the file again'],
]);

/** Characters a line may have; a record of any layout has fewer than half of them. */
const LONGEST_LINE = 64;
/** Characters of a record in the official layout, without its line end. */
const OFFICIAL_WIDTH = 12;

/** Bytes of a record of the official layout with its CR LF. */
export const RECORD_BYTES = OFFICIAL_WIDTH + 2;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const PLUS = 0x2b;
const HYPHEN = 0x2d;
const ZERO = 0x30;
/** Tab, comma, semicolon, bar. */
const SEPARATORS: readonly number[] = [0x09, 0x2c, 0x3b, 0x7c];

const POWERS: readonly number[] = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);

/** What is wrong with a line for which a reader answered `code`, in words that follow "line 7:". */
export function lineProblem(code: number): string {
  const words = PROBLEMS.get(code);
  if (words === undefined) throw new RangeError(`no such problem of a line: ${code}`);
  return words;
}

/** Whether a line looks like a record of the official layout: 12 digits and blanks, a 0 first, one blank at least. */
export function looksOfficial(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== OFFICIAL_WIDTH || bytes[start] !== ZERO) return false;
  let blanks = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === SPACE) blanks++;
    else if (byte < ZERO || byte > ZERO + 9) return false;
  }
  return blanks > 0;
}

/**
 * Reads a record of the official layout: 12 characters, blanks anywhere. The split into code and number
 * is not the numbering plan's (London stands as 0207), so it is not looked at.
 * Answers the national number, or the negative code of a problem.
 */
export function readOfficialRecord(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== OFFICIAL_WIDTH) return NOT_TWELVE_WIDE;
  let value = 0;
  let digits = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === SPACE) continue;
    const digit = byte - ZERO;
    if (digit < 0 || digit > 9) return OTHER_CHARACTER;
    value = value * 10 + digit;
    digits++;
  }
  return withLeadingZero(value, digits);
}

/**
 * Reads a record of the official layout with its CR LF, 14 bytes from `at` on. Answers the national number,
 * or a negative code that says only that the line is to be looked at closely.
 *
 * Nearly every record of the layout without spaces is 11 digits and a blank: that one is read without a
 * loop, in two whole numbers of five digits.
 */
export function readWholeRecord(bytes: Uint8Array, at: number): number {
  if (bytes[at + 12] !== CARRIAGE_RETURN || bytes[at + 13] !== LINE_FEED) return NOT_TWELVE_WIDE;
  if (bytes[at] !== ZERO || bytes[at + 11] !== SPACE)
    return readOfficialRecord(bytes, at, at + OFFICIAL_WIDTH);
  const high = fiveDigits(bytes, at + 1);
  const low = fiveDigits(bytes, at + 6);
  // The first digit of the two is not 0, or this is a number with a zero too many.
  if (high < 10_000 || low < 0) return readOfficialRecord(bytes, at, at + OFFICIAL_WIDTH);
  return high * 100_000 + low;
}

/** The number that five digits make; negative where one of them is none. */
function fiveDigits(bytes: Uint8Array, at: number): number {
  const first = (bytes[at] ?? 0) - ZERO;
  const second = (bytes[at + 1] ?? 0) - ZERO;
  const third = (bytes[at + 2] ?? 0) - ZERO;
  const fourth = (bytes[at + 3] ?? 0) - ZERO;
  const fifth = (bytes[at + 4] ?? 0) - ZERO;
  // One sign bit for any that is below 0 or above 9.
  const problem =
    first |
    second |
    third |
    fourth |
    fifth |
    (9 - first) |
    (9 - second) |
    (9 - third) |
    (9 - fourth) |
    (9 - fifth);
  return problem < 0 ? -1 : first * 10_000 + second * 1000 + third * 100 + fourth * 10 + fifth;
}

/**
 * Reads a line with one number: digits with spaces and hyphens, in the 0, +44, 0044 or 44 form, perhaps
 * in quotes. Answers the national number, `BLANK_LINE`, or the negative code of a problem.
 */
export function readPlainRecord(bytes: Uint8Array, from: number, to: number): number {
  let start = from;
  let end = to;
  while (start < end && bytes[start] === SPACE) start++;
  while (end > start && bytes[end - 1] === SPACE) end--;
  if (start === end) return BLANK_LINE;
  if (end - start > LONGEST_LINE) return TOO_LONG;
  if (end - start >= 2 && bytes[start] === QUOTE && bytes[end - 1] === QUOTE) {
    start++;
    end--;
  }
  let value = 0;
  let digits = 0;
  let hasPlus = false;
  let problem = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    const digit = byte - ZERO;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits++;
    } else if (byte === PLUS && digits === 0 && !hasPlus) hasPlus = true;
    else if (SEPARATORS.includes(byte)) return SECOND_COLUMN;
    else if (byte !== SPACE && byte !== HYPHEN) problem = OTHER_CHARACTER;
  }
  if (problem !== 0) return problem;
  if (digits === 0) return NO_NUMBER;
  if (digits > 14) return WRONG_LENGTH;
  return nationalNumber(value, digits, hasPlus);
}

function nationalNumber(value: number, digits: number, hasPlus: boolean): number {
  if (hasPlus) return startsWith44(value, digits) ? withoutZero(value, digits - 2) : OTHER_COUNTRY;
  const isInternational = digits > 4 && value < power(digits - 2);
  if (isInternational)
    return startsWith44(value, digits - 2) ? withoutZero(value, digits - 4) : ZERO_TOO_MANY;
  // 44 and fewer digits than these might as well be a number that lost its zero.
  if (digits >= 11 && startsWith44(value, digits)) return withoutZero(value, digits - 2);
  return withLeadingZero(value, digits);
}

/** `value` was written with `digits` digits, the first of which has to be the 0 of a national number. */
function withLeadingZero(value: number, digits: number): number {
  if (digits === 0) return NO_NUMBER;
  if (value >= power(digits - 1)) return digits >= 7 && digits <= 10 ? LOST_ZERO : WRONG_LENGTH;
  return withoutZero(value, digits - 1);
}

/** `value` holds the `digits` digits that follow the leading 0 or the 44, whatever stood before them. */
function withoutZero(value: number, digits: number): number {
  if (digits < 7 || digits > 10) return WRONG_LENGTH;
  const number = value % power(digits);
  return number < power(digits - 1) ? ZERO_TOO_MANY : number;
}

function startsWith44(value: number, digits: number): boolean {
  return digits > 2 && Math.floor(value / power(digits - 2)) === 44;
}

function power(exponent: number): number {
  return POWERS[exponent] ?? Number.NaN;
}
