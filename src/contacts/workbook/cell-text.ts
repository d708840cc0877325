/** A cell of a workbook as the text a person sees. */
import { format, getFormatFromId, isDateFormat } from 'numfmt';

/** How a workbook writes the numbers of its cells. */
export interface NumberStyles {
  /** The number format of each cell style, by its place. */
  readonly formats: readonly string[];
  /** Whether days are counted from 1904. */
  readonly countsFrom1904: boolean;
}

const GENERAL = 'General';
const DAYS_TO_1904 = 1462;
/** Formats that are not stored with the workbook but taken from the country's settings: here those of the UK. */
const UK_FORMATS: ReadonlyMap<number, string> = new Map([
  [14, 'dd/mm/yyyy'],
  [22, 'dd/mm/yyyy hh:mm'],
]);

/** The number format that a workbook calls by number and does not define itself. */
export function builtInFormat(id: number): string {
  return UK_FORMATS.get(id) ?? getFormatFromId(id) ?? GENERAL;
}

/**
 * The text of a number. Without a format of its own, and where its format would round digits away or show
 * nothing at all, it is written in full: a telephone number shown as 4.48E+11 has lost no digit in the file.
 */
export function numberText(raw: string, pattern: string, styles: NumberStyles): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (/general|e[+-]|^@$/iu.test(pattern)) return inFull(value);
  const isDate = isDateFormat(pattern);
  const counted = isDate && styles.countsFrom1904 ? value + DAYS_TO_1904 : value;
  let text: string;
  try {
    text = format(pattern, counted, { locale: 'en-GB', nbsp: false }).trim();
  } catch {
    // A format that nobody can read; the value is there all the same.
    return inFull(value);
  }
  return text === '' || /^#+$/u.test(text) ? inFull(value) : text;
}

/** With up to fifteen digits, as spreadsheets keep them, and never with an exponent below 10^21. */
function inFull(value: number): string {
  return String(Number(value.toPrecision(15)));
}
