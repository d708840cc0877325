/** Which form does the value of a cell have, whatever it means? Cheap: some plain patterns, no word list of ours. */
import { isPlaceholder } from '../cells/placeholder.js';
import { isDate } from '../cells/written-date.js';
import { foldText } from '../text/normalise-text.js';

/** A value has one form: the first of these that fits. */
export const VALUE_FORMS = [
  /** `n/a`, `-`, `unknown`: it stands for nothing. */
  'placeholder',
  /** `x`, `✓`, `[x]`, `checked`. */
  'tick',
  /** `yes`, `no`, `true`, `Y`, `off`. */
  'yes-no',
  /** `0`, `1`, `-1`: an answer or a figure. */
  'bit',
  /** A day, with or without a time of day; a month with its year. */
  'day',
  'time',
  'email',
  /** `@name`. */
  'handle',
  'link',
  'coordinate',
  'postcode',
  'money',
  /** Whole figures, of up to eight digits. */
  'figure',
  /** Figures with a fraction, a percent sign or a unit. */
  'quantity',
  /** Nine digits and more, written as a number of a telephone may be. */
  'phone-like',
  /** One letter. */
  'letter',
  /** Letters and digits without blanks, a longer row of digits, a UUID. */
  'id',
  /** Up to five capitals without a blank: `DNCL`, `GMB`, `EE`. */
  'code',
  /** A house number or flat before words, or lines of an address. */
  'address',
  /** Some words. */
  'words',
  /** More than a few words. */
  'text',
  /** Nothing but signs: a ditto mark, a question mark. */
  'signs',
] as const;

export type ValueForm = (typeof VALUE_FORMS)[number];

/** Forms in which a person is named, so that no value of theirs is kept or shown: what stands for all of them. */
export const STANDS_FOR: ReadonlyMap<ValueForm, string> = new Map<ValueForm, string>([
  ['day', '(a day)'],
  ['time', '(a time)'],
  ['email', '(an email address)'],
  ['handle', '(a social account)'],
  ['link', '(a link)'],
  ['coordinate', '(a place on the map)'],
  ['postcode', '(a postcode)'],
  ['money', '(an amount)'],
  ['quantity', '(a quantity)'],
  ['phone-like', '(a telephone number)'],
]);

/** More is a text. */
const MOST_WORDS = 7;
const LONGEST_WORDS = 60;

const YES_NO = new Set('yes|no|true|false|y|n|t|f|on|off|yep|nope|ydy|nac ydy|ie|na'.split('|'));
const TICK = new Set(
  'x|[x]|(x)|✓|✔|☑|✅|☒|✗|✘|❌|☐|[ ]|[]|checked|unchecked|ticked|unticked|selected|set|not set'.split('|'),
);
const BIT = /^(?:[01](?:\.0)?|-1)$/;
const MONTH =
  /^(?:\d{4}[-/](?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])\/\d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]'?(?:\d{4}|\d{2}))$/;
const TIME = /^\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m)?$|^\d{1,2}(?:[:.]\d{2})? ?[ap]\.?m$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const HANDLE = /^@[\w.]{2,30}$/;
const LINK =
  /^(?:[a-z][a-z+.-]*:\/\/|www\.)\S+$|^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|uk|io|eu|cymru|wales)(?:\/\S*)?$/;
const COORDINATE = /^-?\d{1,3}\.\d{3,}$|^-?\d{1,3}\.\d{2,}[ ,;]+-?\d{1,3}\.\d{2,}$/;
const POSTCODE = /^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/;
const MONEY =
  /^\(?[-+]?(?:[£€$]|gbp|eur|usd) ?[-+]?\d[\d,. ]*\)?(?: ?(?:k|m|gbp|pcm|pa|p\.a\.))?$|^\(?[-+]?\d[\d,. ]*\)? ?(?:[£€]|gbp|eur|usd)$|^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^-?\d+\.\d{2}$/;
const QUANTITY =
  /^-?\d+(?:[.,]\d+)?(?: ?(?:%|percent|kg|g|km|m|miles?|mi|hrs?|hours?|mins?|minutes?|days?|weeks?|months?|years?|yrs?|pts|points|ml|l|cm|mm|sq ?m))$|^-?\d+[.,]\d+$/;
const FIGURE = /^-?\d{1,8}$/;
const PHONE_LIKE = /^\(?\+?[\d\s().+/-]{9,22}$/;
const CODE = /^[A-Z]{2,5}$/;
const ADDRESS = /^(?:flat|unit|apartment|apt|the old) .*\d|^\d+[a-z]?,? \p{L}{2,}(?: \p{L}+)+$/u;

/** The value without blanks, quotes and an equals sign round it, and without a final stop; a ditto mark stays. */
export function bareValue(cell: string): string {
  const written = cell.trim();
  let bare = written;
  for (let before = ''; before !== bare; ) {
    before = bare;
    bare = bare
      .replace(/^['"=\s]+|['"\s]+$/g, '')
      .replace(/(?<=[\p{L}\p{N}])[.!]+$/u, '')
      .trim();
  }
  return bare === '' ? written : bare;
}

/** The form of `cell`; null for an empty one. */
export function formOfValue(cell: string): ValueForm | null {
  if (cell.trim() === '') return null;
  // A text of a cell is not looked through to its end.
  if (cell.length > 4 * LONGEST_WORDS) return longForm(cell.trim());
  return formOfBare(bareValue(cell));
}

function formOfBare(bare: string): ValueForm | null {
  const folded = foldText(bare);
  if (folded === '') return 'signs';
  return wordForm(folded) ?? figureForm(folded) ?? lettersForm(bare, folded);
}

function longForm(written: string): ValueForm {
  return !/\s/.test(written.slice(0, LONGEST_WORDS)) ? longToken(written) : 'text';
}

function longToken(written: string): ValueForm {
  return /^[a-z]+:\/\//i.test(written) ? 'link' : 'text';
}

function wordForm(folded: string): ValueForm | null {
  if (YES_NO.has(folded) && folded !== 'na') return 'yes-no';
  if (isPlaceholder(folded)) return 'placeholder';
  return TICK.has(folded) ? 'tick' : null;
}

function figureForm(folded: string): ValueForm | null {
  if (!/\d|@|\.|\//.test(folded)) return null;
  if (BIT.test(folded)) return 'bit';
  if (FIGURE.test(folded)) return 'figure';
  if (isDate(folded) || MONTH.test(folded)) return 'day';
  if (TIME.test(folded)) return 'time';
  if (EMAIL.test(folded)) return 'email';
  if (HANDLE.test(folded)) return 'handle';
  if (COORDINATE.test(folded)) return 'coordinate';
  if (MONEY.test(folded)) return 'money';
  if (QUANTITY.test(folded)) return 'quantity';
  if (POSTCODE.test(folded)) return 'postcode';
  if (LINK.test(folded)) return 'link';
  return PHONE_LIKE.test(folded) && folded.replace(/\D/g, '').length >= 9 ? 'phone-like' : null;
}

function lettersForm(written: string, folded: string): ValueForm {
  if (/^\p{L}$/u.test(folded)) return 'letter';
  if (!/[\p{L}\p{N}]/u.test(folded)) return 'signs';
  if (CODE.test(written)) return 'code';
  if (!/\s/.test(folded) && /\d/.test(folded)) return 'id';
  if (ADDRESS.test(folded)) return 'address';
  const words = folded.split(' ').length;
  return words > MOST_WORDS || folded.length > LONGEST_WORDS ? 'text' : 'words';
}
