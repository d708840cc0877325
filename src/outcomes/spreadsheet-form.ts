/**
 * A cell as a spreadsheet may open it. Excel and LibreOffice make a number of whatever looks like one
 * (`+447700900123` loses its plus, `00012` its zeros, twenty digits their end, `1-2` and `MAR1` become days), and run
 * what looks like a formula. A tab before a figure makes it text in both and is passed over by whoever reads
 * the number again; an apostrophe before anything else that begins like a formula keeps it from running.
 */

/** Figures and the signs that stand in numbers, days and times. */
const FIGURES = /^(?=.*\d)[\d\s+\-.,:;/()%£$€eE]*$/su;

/** A day with its month in letters, which may be somebody's id: `MAR1`. */
const DAY =
  /^\s*(?:\d{1,4}[\s\-/.]*)?(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*[\s\-/.,]*\d{1,4}(?:[\s\-/.,]+\d{1,4})?\s*$|^\s*\d{1,4}[\s\-/.]*(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\s*$/i;

/** A number that any spreadsheet shows and saves again as it was. */
const UNHARMED = /^-?(?:0|[1-9]\d{0,10})(?:\.\d{0,9}[1-9])?$/;

/** The signs that begin a formula, also after blanks that a program may strip, and in full width. */
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20|]|^[\t\r]/u;

/** The cell in the form that a spreadsheet leaves alone. Only what stands before the text is added. */
export function spreadsheetForm(cell: string): string {
  if (cell === '' || UNHARMED.test(cell)) return cell;
  if (FIGURES.test(cell) || DAY.test(cell)) return `\t${cell}`;
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
